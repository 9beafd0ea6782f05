/** The one way out: every message that leaves is shown at a place, and what everybody sees is remembered. */
import type { PostedMessage } from '#domain';
import type { Refusal } from '#texts';

import type { FormView } from './form.ts';
import type { MessageView } from './view.ts';

/**
 * How an interaction is acknowledged. `public` and `private`: with a message of its own; `update`: with the message that the
 * control stands on; `form`: with a form, which is submitted as a request of its own.
 */
export type Acknowledgement = 'public' | 'private' | 'update' | 'form';

/** An interaction, as far as answering it goes. */
export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly channelId: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** Where controls and posts are kept. */
  readonly guild: string;
  /** The bot may write an ordinary message there, once the token is spent. */
  readonly mayPost: boolean;
}

/** Where one message stands: an ordinary one, if nothing else is said. */
export interface Place<Why = Refusal> {
  /** The message, once something is shown. */
  readonly messageId: string | null;
  /** Why nothing can be shown here any more, after a call that did not show; `null`: nothing speaks against it. */
  readonly refused: Why | null;
  /**
   * Sends on the first call, edits afterwards; calls keep their order. Shows nothing where `refused` says why.
   * @throws DiscordBusyError; DiscordAPIError for a refusal that the table of refusals does not know, or an invalid body
   */
  show(view: MessageView): Promise<void>;
}

/**
 * Under an interaction: acknowledged once, shown and shown again. Refused as `late` when its token is spent and no ordinary
 * message may stand in.
 */
export interface InteractionPlace extends Place<Refusal | 'late'> {
  readonly isAcknowledged: boolean;
  /** Somebody deleted the message: nobody waits for the rest. */
  readonly gone: AbortSignal;
  /** Decides how everything that follows is seen. */
  choose(how: Exclude<Acknowledgement, 'form'>): void;
  /** Within 3 s of the event, unless something is shown at once. @throws NotAcknowledgedError */
  acknowledge(): Promise<void>;
  /** @throws NotAcknowledgedError */
  openForm(form: FormView): Promise<void>;
  /**
   * After the last word: says it once more where an earlier word may still be on its way, of a try that was given up or of a
   * run that was killed, and would then stand where the answer stood.
   */
  confirm(): Promise<void>;
  /** To the asker alone, beside what is shown. */
  aside(view: MessageView): Promise<void>;
}

/** Discord did not take the acknowledgement: it came too late, or another process had sent one. Nothing more can be said. */
export class NotAcknowledgedError extends Error {
  readonly why: 'late' | 'repeated';
  constructor(why: 'late' | 'repeated', options: ErrorOptions) {
    super(`not acknowledged: ${why}`, options);
    this.why = why;
  }
}

/** An ordinary message in a channel or thread. */
export interface Spot {
  readonly guild: string;
  readonly channel: string;
  /** Where the bot may not read the channel's history, the same message is posted without being a reply. */
  readonly replyTo?: string | null;
  /** What it is about: the same thing is not posted twice. */
  readonly nonceOf: readonly string[];
  /** User id of who asked for it, and the message that it answers; remembered with it. */
  readonly member?: string | null;
  readonly source?: string | null;
  /** The message, if an earlier run posted it. */
  readonly shown?: string | null;
}

export interface Delivery {
  /** @param member user id of who asks */
  under(ref: InteractionRef, member: string, isResumed: boolean): InteractionPlace;
  at(spot: Spot): Place;
  /** Whether Discord was told that this interaction is taken: its original response is there. */
  isAcknowledged(ref: Pick<InteractionRef, 'applicationId' | 'token'>): Promise<boolean>;
  /** A thread on a message, the one that is there already if there is one; gives its id. */
  openThread(channel: string, message: string, name: string): Promise<string | { readonly refused: Refusal }>;
  /** `null`: the reaction stands. */
  react(channel: string, message: string, emoji: string): Promise<Refusal | null>;
  /** "Verbatim is typing": a courtesy that never rejects. */
  typing(channel: string): Promise<void>;
  /** The first message of `author` that replies to this one, among the next hundred; `null`: none. */
  replyTo(channel: string, message: string, author: string): Promise<string | null>;
  /**
   * Every remembered message that shows the article, drawn again; what is gone is forgotten, what cannot be edited now is
   * passed over. Gives how many were changed.
   * @param draw `null`: that one stays as it is
   */
  drawAgain(
    guild: string,
    article: string,
    draw: (post: PostedMessage) => Promise<MessageView | null>,
  ): Promise<number>;
  /** Somebody deleted a message: what answers it goes too, now, or when it arrives. */
  removeAnswers(guild: string, source: string): Promise<void>;
}
