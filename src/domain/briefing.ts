/**
 * What an engine writes (draft) and what a reader may see (briefing). The two are different types on purpose: only the
 * room `grounding` can turn the first into the second, so an unchecked line cannot be posted; it does not type-check.
 */
import type { Article, ArticleId, Evidence, Manner, QuotationId, Speaker } from './article.ts';

export const STANCES = ['supports', 'opposes', 'conditional', 'neutral', 'unclear'] as const;
export type Stance = (typeof STANCES)[number];

export const LENGTHS = ['short', 'standard', 'detailed'] as const;
export type Length = (typeof LENGTHS)[number];

/** Points shown per length; a briefing holds at most the largest number. */
export const POINTS_SHOWN = { short: 3, standard: 5, detailed: 12 } as const satisfies Record<Length, number>;

// ---- draft: what an engine claims

/** One claim about the article. Evidence comes first: a writer that names its sentences first stays nearer to them. */
export interface DraftPoint {
  readonly evidence: readonly number[];
  readonly text: string;
}

export interface DraftPosition {
  readonly evidence: readonly number[];
  readonly speaker: Speaker;
  readonly issue: string;
  readonly stance: Stance;
  readonly statement: string;
  readonly manner: Manner;
  readonly quotations: readonly string[];
  readonly relayedBy: string | null;
}

export interface DraftMention {
  readonly evidence: readonly number[];
  readonly name: string;
  readonly role: string | null;
}

/** One element of a draft, in the order the engine writes them. */
export type DraftItem =
  | { readonly kind: 'headline'; readonly item: DraftPoint }
  | { readonly kind: 'gist'; readonly item: DraftPoint }
  | { readonly kind: 'point'; readonly item: DraftPoint }
  | { readonly kind: 'position'; readonly item: DraftPosition }
  | { readonly kind: 'mention'; readonly item: DraftMention }
  | { readonly kind: 'question'; readonly item: DraftPoint };

// ---- briefing: what has been checked

declare const VERIFIED: unique symbol;
/** Marks a value that passed grounding. There is no other way to make one. */
export type Verified<T> = T & { readonly [VERIFIED]: true };

/**
 * How a line came to stand: as the engine wrote it, moved to the sentences that hold it, rewritten once with the
 * reasons, confirmed by the judge, or replaced by the cited sentence itself.
 */
export const ORIGINS = ['kept', 're-cited', 'rewritten', 'confirmed', 'replaced'] as const;
export type Origin = (typeof ORIGINS)[number];

export interface Point {
  readonly evidence: readonly Evidence[];
  readonly text: string;
  readonly origin: Origin;
}

/** Words cut from the article by offset; `sentence` is where they begin. */
export interface CutQuotation {
  readonly id: QuotationId;
  readonly words: string;
  readonly sentence: number;
}

export interface Position {
  readonly evidence: readonly Evidence[];
  /** `null`: somebody said it, and nothing confirms who. */
  readonly speaker: Speaker | null;
  readonly issue: string;
  readonly stance: Stance;
  readonly statement: string;
  readonly manner: Manner;
  readonly quotations: readonly CutQuotation[];
  readonly relayedBy: string | null;
  readonly origin: Origin;
}

export interface Mention {
  readonly evidence: readonly Evidence[];
  readonly name: string;
  readonly role: string | null;
}

export const ENGINE_NAMES = ['openai', 'extractive'] as const;
export type EngineName = (typeof ENGINE_NAMES)[number];

export interface Tokens {
  readonly input: number;
  readonly output: number;
  /** True when the model server told no usage, and our own count stands in for it. */
  readonly estimated: boolean;
}

export interface Provenance {
  readonly engine: EngineName;
  readonly model: string | null;
  /** Hash over the prompts and schemas that made it. */
  readonly promptHash: string;
  readonly modelCalls: number;
  readonly tokens: Tokens;
  /** ms since the epoch. */
  readonly writtenAt: number;
}

export const CHECK_DECISIONS = [
  'kept',
  'moved',
  'corrected',
  'rewritten',
  'confirmed',
  'replaced',
  'unclear',
  'dropped',
] as const;

/** One decision of grounding, so that "what was checked" can be shown and argued with. */
export interface Check {
  readonly about: DraftItem['kind'] | 'answer';
  readonly decision: (typeof CHECK_DECISIONS)[number];
  /** `kind: detail`, for example `number-absent: 5.68`. Empty for a line that passed untouched. */
  readonly reasons: readonly string[];
}

/** What a reader says is wrong with a line. */
export const COMPLAINTS = ['words', 'speaker', 'other'] as const;
export type Complaint = (typeof COMPLAINTS)[number];

/** What became of a line that somebody reported, or that an admin took down. */
export interface Correction {
  readonly outcome: 'corrected' | 'withdrawn';
  readonly by: 'report' | 'admin';
  /** ms since the epoch. */
  readonly at: number;
}

export interface Briefing {
  readonly article: ArticleId;
  /** Output language, ISO 639-1. */
  readonly language: string;
  readonly headline: Verified<Point> | null;
  readonly gist: Verified<Point> | null;
  readonly points: readonly Verified<Point>[];
  readonly positions: readonly Verified<Position>[];
  readonly mentioned: readonly Verified<Mention>[];
  readonly openQuestions: readonly Verified<Point>[];
  readonly provenance: Provenance;
  readonly checks: readonly Check[];
  /** Oldest first; absent: none. */
  readonly corrections?: readonly Correction[];
}

// ---- record: how a briefing is kept. No quotation is kept as words: they are cut out of the article again on the way back.

export type PositionRecord = Omit<Position, 'quotations'> & { readonly quotations: readonly QuotationId[] };

export interface BriefingRecord {
  readonly article: ArticleId;
  readonly language: string;
  readonly headline: Point | null;
  readonly gist: Point | null;
  readonly points: readonly Point[];
  readonly positions: readonly PositionRecord[];
  readonly mentioned: readonly Mention[];
  readonly openQuestions: readonly Point[];
  readonly provenance: Provenance;
  readonly checks: readonly Check[];
  /** Oldest first; absent: none. */
  readonly corrections?: readonly Correction[];
}

/** What `Article.language` is where it could not be detected. */
const UNKNOWN_LANGUAGE = 'und';

/** Whether the text is in another language than an article of it. What the rules cut out of articles never is. */
export function isTranslated(
  { provenance, language }: Pick<Briefing, 'provenance' | 'language'>,
  articles: readonly Pick<Article, 'language'>[],
): boolean {
  const isOther = (own: string): boolean => own !== UNKNOWN_LANGUAGE && own !== language;
  return provenance.engine !== 'extractive' && articles.some((article) => isOther(article.language));
}
