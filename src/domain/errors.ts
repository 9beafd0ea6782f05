/**
 * Everything that can go wrong in front of a person, as facts. Room `texts` has a sentence for each code in every
 * language; nothing in here is ever shown as it is.
 */

/**
 * Which limit refused: a member's day, the server's day, everybody's day, that this server may not spend at all, or
 * that the member has none of the roles that may.
 */
export type AllowanceLimit = 'member' | 'guild' | 'overall' | 'not-allowed' | 'role';

/** The facts that belong to each code. A code without facts has an empty object. */
export interface BotErrorFacts {
  // what was asked for
  'text-empty': Record<never, never>;
  'file-missing': { path: string };
  'file-unreadable': { path: string };
  'file-type-unknown': { name: string; type: string };
  'file-too-large': { name: string; bytes: number; limitBytes: number };
  'article-missing': Record<never, never>;
  'message-no-article': Record<never, never>;
  'language-unknown': { value: string };
  'question-missing': Record<never, never>;
  'question-too-long': { characters: number; limit: number };
  'discussion-unknown': Record<never, never>;
  /** Corrected or withdrawn since it was shown. */
  'item-unknown': Record<never, never>;
  'item-missing': Record<never, never>;
  // the link
  'link-malformed': { link: string };
  'link-refused': { host: string; reason: string };
  'link-unresolved': { host: string };
  'link-unreachable': { host: string };
  'link-insecure': { host: string };
  'link-timeout': { host: string; seconds: number };
  'link-redirects': { host: string; hops: number };
  'link-robots': { host: string };
  'page-forbidden': { host: string; status: number };
  'page-missing': { host: string; status: number };
  'page-gone': { host: string; status: number };
  'page-busy': { host: string; status: number; retryAfterSeconds: number | null };
  'page-legal': { host: string; status: number };
  'page-failed': { host: string; status: number };
  'page-too-large': { host: string; limitBytes: number };
  'page-type': { host: string; type: string };
  'page-empty': { host: string };
  'page-encoding': { host: string; replacedPercent: number };
  'page-damaged': { host: string };
  // what the page turned out to be
  'page-paywall': { host: string; words: number };
  'page-consent': { host: string };
  'page-script-shell': { host: string };
  'page-bot-wall': { host: string };
  'page-not-article': { host: string; words: number };
  'article-too-short': { words: number; floor: number };
  'article-too-long': { words: number; limitWords: number };
  'reader-overloaded': Record<never, never>;
  // the model
  'model-unconfigured': Record<never, never>;
  'model-unreachable': Record<never, never>;
  'model-refused': Record<never, never>;
  'model-key-rejected': Record<never, never>;
  'model-quota': Record<never, never>;
  'model-busy': { retryAfterSeconds: number | null };
  'model-timeout': { seconds: number; phase: 'first-token' | 'idle' | 'total' };
  'model-garbled': Record<never, never>;
  'model-context-small': Record<never, never>;
  'model-cut-input': { counted: number; reported: number };
  /** A limit is reached, or these roles or this server may not spend: the embedded engine answers instead. */
  'model-allowance': { limit: AllowanceLimit; retryAfterSeconds: number | null };
  'cool-down': { of: 'member' | 'channel'; retryAfterSeconds: number };
  // settings
  'settings-language': { value: string };
  'settings-choice': { field: string; value: string };
  'settings-number': { field: string; value: number; least: number; most: number };
  'settings-not-a-number': { value: string };
  'settings-count': { field: string; limit: number };
  'settings-domain': { value: string };
  'settings-allowance': { value: number; ceiling: number | null };
  'settings-channel': { channel: string; whose: 'admin' | 'bot' };
  'settings-moved': Record<never, never>;
  'settings-nothing-to-undo': Record<never, never>;
  'not-admin': Record<never, never>;
  // this machine
  'storage-unavailable': { operation: string };
  'queue-full': { waiting: number };
  /** A button, menu or form whose data is past its retention, or of a version that is no longer known. */
  'control-expired': Record<never, never>;
  /** A question or discussion that names no article, in a channel where the bot has shown none. */
  'nothing-shown-here': Record<never, never>;
  /** The interaction's token is about to run out, and no ordinary message may stand in. */
  'answer-late': { minutes: number };
  /** A press that would cost tokens, by a member whose roles may not spend any. */
  'may-not-spend': Record<never, never>;
  'already-started': Record<never, never>;
  cancelled: Record<never, never>;
  internal: { reference: string };
}

export type BotErrorCode = keyof BotErrorFacts;

/** A failure that a person can meet: a code and its facts. `cause` is for the log, never for the reader. */
export class BotError<Code extends BotErrorCode = BotErrorCode> extends Error {
  override readonly name = 'BotError';
  readonly code: Code;
  readonly facts: BotErrorFacts[Code];

  constructor(code: Code, facts: BotErrorFacts[Code], options?: { cause?: unknown }) {
    super(code, options);
    this.code = code;
    this.facts = facts;
  }
}

/** For the log: name and message only, since other fields of an error may hold secrets (discord.js keeps tokens there). */
export function describeError(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}
