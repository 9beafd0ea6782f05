/** Requests that Discord has been told are taken: none may be lost, none answered twice. */

export interface AcceptedRequest {
  /** The interaction's or message's id: a request that comes again is the same one. */
  readonly id: string;
  /** A server's id, or `user:ID`. */
  readonly guild: string;
  readonly channel: string;
  readonly member: string;
  readonly kind: 'command' | 'component' | 'form' | 'message';
  /** Answered to the asker only. After the token has run out such a request is closed, never answered in public. */
  readonly isPrivate: boolean;
  /** May be answered by an ordinary message of the bot once the token has run out. */
  readonly mayPost: boolean;
  /** How to answer: the interaction's token and application. It lives 15 minutes and is never logged. `null` for messages. */
  readonly answer: { readonly application: string; readonly token: string } | null;
  /** What was asked, for the edge to read again: JSON of its own making. */
  readonly request: string;
}

/** `recorded`: Discord may or may not have been told that it is taken. `answering`: it has been. */
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
   * Through its token, which still lives. `lookFirst`: the process ended between telling Discord and writing that down, so
   * ask for the original response: there is none (404) when Discord was never told, and then the request is closed.
   */
  | { readonly do: 'finish'; readonly lookFirst: boolean }
  /** As an ordinary message, with a nonce made from its id. */
  | { readonly do: 'post' }
  | { readonly do: 'close'; readonly reason: 'never-acknowledged' | 'private-too-late' | 'may-not-post' | 'too-old' };

/** Discord's word for it: a token is good for 15 minutes. A minute is kept back for the work. */
const TOKEN_USE_MS = 14 * 60_000;
/** An answer to a question of yesterday only puzzles. */
export const REQUEST_KEPT_MS = 24 * 3_600_000;

export function resumptionOf(request: OpenRequest, now: number): Resumption {
  const age = now - request.acceptedAt;
  const isUncertain = request.state === 'recorded';
  if (request.answer && age < TOKEN_USE_MS) return { do: 'finish', lookFirst: isUncertain };
  // A message is taken by being recorded; an interaction only by being acknowledged.
  if (isUncertain && request.answer) return { do: 'close', reason: 'never-acknowledged' };
  if (request.isPrivate) return { do: 'close', reason: 'private-too-late' };
  if (!request.mayPost) return { do: 'close', reason: 'may-not-post' };
  return age < REQUEST_KEPT_MS ? { do: 'post' } : { do: 'close', reason: 'too-old' };
}

export interface Inbox {
  /**
   * Before the acknowledgement is sent. `false`: this request is in the inbox already (a replayed event).
   * @throws BotError `storage-unavailable` after 300 ms: say so, and do not acknowledge as taken
   */
  record(request: AcceptedRequest): Promise<boolean>;
  /**
   * After Discord has taken the acknowledgement, before the first part of the answer leaves. `false`: it is answered or
   * closed already.
   */
  answering(request: Pick<AcceptedRequest, 'guild' | 'id'>): Promise<boolean>;
  /** Answered, or given up. */
  close(request: Pick<AcceptedRequest, 'guild' | 'id'>): Promise<void>;
  /** Oldest first; for the start, before new ones come in. */
  open(): Promise<readonly OpenRequest[]>;
}
