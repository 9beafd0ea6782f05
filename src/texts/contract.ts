/** What every language must have; its words stand in its own folder. */
import type { BotErrorCode, BotErrorFacts, Coverage, CoverageReason } from '#domain';

/** A table of texts: each is fixed, or a sentence made of facts. */
export type TextTable = Readonly<Record<string, string | ((facts: never) => string)>>;

/** The same keys with the same facts, in another language. */
export type TextsLike<Table> = {
  readonly [Key in keyof Table]: Table[Key] extends (facts: infer Facts) => string ? (facts: Facts) => string : string;
};

/** One sentence for every failure that a person can meet: the cause, then the next step. */
export type ErrorSentences = { readonly [Code in BotErrorCode]: (facts: BotErrorFacts[Code]) => string };

/** One sentence for every reason why a text is not the whole article: the cause, then the next step. */
export type CoverageSentences = Readonly<Record<CoverageReason, string>>;

/** The sentence for the first reason; empty for a text that is whole. */
export const firstReason =
  (sentences: CoverageSentences) =>
  ({ coverage: { extent, reasons } }: { coverage: Coverage }): string =>
    extent === 'whole' || reasons[0] === undefined ? '' : sentences[reasons[0]];

/**
 * What Discord says no to, where a sentence must say so:
 * - `gone`: the channel or thread is no more, and what was kept for it goes too
 * - `closed`: locked, archived for good, or the bot has lost a right there: nothing is said, and nothing tried for a while
 * - `unlinked`: the message would be taken without the reply that it makes
 * - `full`: the server has as many threads as it may
 * - `unfit`: a place that has no threads
 */
export type Refusal = 'gone' | 'closed' | 'unlinked' | 'full' | 'unfit';
