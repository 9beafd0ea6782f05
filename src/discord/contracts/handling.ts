/**
 * What every definition (command, menu entry, button, select, form) says about a request: how it is acknowledged, what is
 * shown at once when the answer is ready, and what runs when it is not.
 */
import type { Settings } from '#domain';
import type { FixedText, Wording } from '#texts';

import type { Acknowledgement, InteractionPlace } from './delivery.ts';
import type { FormView } from './form.ts';
import type { ChannelRights } from './guild-facts.ts';
import type { MissingRight } from './rights.ts';
import type { Services } from './services.ts';
import type { MessageView } from './view.ts';

/** Who asks, from where, and in which words to answer. Plain data. */
export interface Asker {
  readonly userId: string;
  /** What is kept is kept under it: the guild's id, or `user:ID` outside guilds and where the bot is not a member. */
  readonly guild: string;
  readonly channelId: string;
  /** Has "Manage Server" at this moment, as the interaction says; `false` outside servers. */
  readonly isAdmin: boolean;
  /** In this channel, as the interaction says. */
  readonly here: ChannelRights;
  /** A thread, or a post of a forum. */
  readonly isThread: boolean;
  readonly settings: Settings;
  /** `false`: none of the asker's roles may spend tokens. */
  readonly maySpend: boolean;
  /** Rights that the bot lacks in the channel; `null` outside servers. */
  readonly missing: readonly MissingRight[] | null;
  /** In the asker's language: for what only they see. */
  readonly own: Wording;
  /** In the server's language: for what everybody sees. */
  readonly everybodys: Wording;
}

/** What Discord lists of a command. */
export interface Named {
  readonly name: FixedText;
  readonly description: FixedText;
}

export interface RequestContext extends Asker {
  readonly services: Services;
  readonly signal: AbortSignal;
  /** Commands of this bot, for `/help`. */
  readonly commands: readonly Named[];
  /** Where it is answered. */
  readonly place: InteractionPlace;
  /** Of whoever will see the answer. */
  readonly wording: Wording;
  /** Only the asker will see it. */
  readonly isPrivate: boolean;
  /** It was begun before, by an earlier run of the bot or before an outage, and did not get to its end. */
  readonly isResumed: boolean;
}

export interface Handling<Input> {
  /** Chosen from arguments and settings: what was asked privately is answered privately. */
  readonly acknowledge: (asker: Asker, input: Input) => Acknowledgement;
  /** What runs may fetch and spend: it passes the member's cool-down, and outlives a restart. */
  readonly isWork?: boolean;
  /** Somebody has typed what would be lost: a pause of the member is waited out where that takes no longer than a minute. */
  readonly isTyped?: boolean;
  /** For the acknowledgement `form`. */
  readonly form?: (context: RequestContext, input: Input) => FormView | Promise<FormView>;
  /**
   * An answer that fetches nothing: shown without a deferral when it is there at once. When it is not, `run` writes the
   * answer; without `run` this one is shown as soon as it is there. `null`: there is none.
   */
  readonly ready?: (context: RequestContext, input: Input) => Promise<MessageView | null>;
  readonly run?: (context: RequestContext, input: Input) => Promise<unknown>;
}
