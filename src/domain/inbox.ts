/** Requests that the bot has acknowledged to Discord: none may be lost, none answered twice. */

export interface AcceptedRequest {
  /** The interaction's or message's id: a request that comes again is the same one. */
  readonly id: string;
  /** A server's id, or `user:ID`. */
  readonly guild: string;
  readonly channel: string;
  readonly member: string;
  readonly kind: 'command' | 'component' | 'form' | 'message';
  /**
   * The answer is for the asker only. Once the token has expired, the request is closed and never answered in public.
   */
  readonly isPrivate: boolean;
  /** Whether an ordinary message of the bot may answer once the token has expired. */
  readonly mayPost: boolean;
  /**
   * How to answer: the interaction's token and application. It lives 15 minutes and is never logged. `null` for
   * messages.
   */
  readonly answer: { readonly application: string; readonly token: string } | null;
  /** What was asked, as JSON that room `discord` writes and reads again. */
  readonly request: string;
}

/** `recorded`: stored, and Discord may or may not have taken the acknowledgement. `answering`: Discord has taken it. */
export const REQUEST_STATES = ['recorded', 'answering'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];

export interface OpenRequest extends AcceptedRequest {
  readonly state: RequestState;
  /** ms since the epoch. */
  readonly acceptedAt: number;
}

/** What to do with a request that a restart left open. */
export type Resumption =
  /**
   * Answer through the interaction's token, which is still valid. `lookFirst`: the process may have ended before Discord
   * took the acknowledgement, so ask Discord for the original response first. Where there is none (404), Discord never took
   * it, and the request is closed.
   */
  | { readonly do: 'finish'; readonly lookFirst: boolean }
  /** Answer by an ordinary message, with a nonce made from the request's id. */
  | { readonly do: 'post' }
  | { readonly do: 'close'; readonly reason: 'never-acknowledged' | 'private-too-late' | 'may-not-post' | 'too-old' };

/** Discord accepts a token for 15 minutes; one minute is kept back for the work. */
const TOKEN_USE_MS = 14 * 60_000;
/** An answer to yesterday's question would only puzzle its reader. */
export const REQUEST_KEPT_MS = 24 * 3_600_000;

export function resumptionOf(request: OpenRequest, now: number): Resumption {
  const age = now - request.acceptedAt;
  const isUncertain = request.state === 'recorded';
  if (request.answer && age < TOKEN_USE_MS) return { do: 'finish', lookFirst: isUncertain };
  // Recording is all that a message needs; an interaction counts only once Discord has taken the acknowledgement.
  if (isUncertain && request.answer) return { do: 'close', reason: 'never-acknowledged' };
  if (request.isPrivate) return { do: 'close', reason: 'private-too-late' };
  if (!request.mayPost) return { do: 'close', reason: 'may-not-post' };
  return age < REQUEST_KEPT_MS ? { do: 'post' } : { do: 'close', reason: 'too-old' };
}

export interface Inbox {
  /**
   * To be called before the acknowledgement is sent. `false`: the inbox has this request already (a replayed event).
   * @throws BotError `storage-unavailable` after 300 ms: say so, and do not acknowledge as taken
   */
  record(request: AcceptedRequest): Promise<boolean>;
  /**
   * To be called after Discord has taken the acknowledgement and before the first part of the answer is sent. `false`: the
   * request is answered or closed already.
   */
  answering(request: Pick<AcceptedRequest, 'guild' | 'id'>): Promise<boolean>;
  /** To be called when the request is answered or given up. */
  close(request: Pick<AcceptedRequest, 'guild' | 'id'>): Promise<void>;
  /**
   * Requests that are neither answered nor given up, oldest first; to be read at the start, before new ones come in.
   */
  open(): Promise<readonly OpenRequest[]>;
}
