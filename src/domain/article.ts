/**
 * An article as every room sees it: one text, and everything else as offsets into that text, so that a quotation or a
 * sentence is always cut out of the original and never copied by hand.
 */

/** A stretch of `Article.text`: UTF-16 offsets, `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** SHA-256 of the article's text, hex. A changed article is another article. */
export type ArticleId = string;

export type ParagraphKind = 'prose' | 'heading' | 'list-item' | 'quotation';

/** Paragraphs stand in reading order and are joined by a blank line in `Article.text`. */
export interface Paragraph extends Span {
  readonly kind: ParagraphKind;
}

/** `number` runs from 1 across the whole article; `paragraph` is an index into `Article.paragraphs`. */
export interface Sentence extends Span {
  readonly number: number;
  readonly paragraph: number;
}

export type QuotationId = `Q${number}`;

/**
 * Words between quotation marks, the marks left out. A quotation that runs over several paragraphs is one entry per
 * paragraph; each later part names the part it continues.
 */
export interface Quotation extends Span {
  readonly id: QuotationId;
  /** Numbers of the sentences it touches. */
  readonly sentences: readonly number[];
  readonly continues: QuotationId | null;
}

/** Who speaks, in the article's own words. */
export interface Speaker {
  /** The fullest form of the name that the article gives: "Mikhail Galuzin", "the ministry", "Kiev". */
  readonly name: string;
  readonly role: string | null;
  /** The party, firm or state the speaker speaks for, where the article says so. */
  readonly speaksFor: string | null;
}

/** How the article brings the words: in quotation marks, in the reporter's words, or as a refusal to speak. */
export const MANNERS = ['quoted', 'reported', 'declined'] as const;
export type Manner = (typeof MANNERS)[number];

/** One statement that the article attributes to somebody, found by rules (room `language`), not by a model. */
export interface Attribution {
  /** `null`: the article says that somebody spoke, and the rules cannot tell who it was. */
  readonly speaker: Speaker | null;
  /** Where the speaker is named at the cue ("he", "Mr. Peskov"). */
  readonly mention: Span | null;
  /** The words that report the speaking: "said", "according to", ":". */
  readonly cue: Span | null;
  /** What was said, in order; several pieces when the cue stands between them. */
  readonly content: readonly Span[];
  /** Quotations that lie inside the content. */
  readonly quotations: readonly QuotationId[];
  readonly manner: Manner;
  /** Sentences that hold cue or content. */
  readonly sentences: readonly number[];
  /** Who passes the words on, when that is not the article itself ("…, she told CNN" → CNN). */
  readonly relayedBy: string | null;
  /**
   * False where the rule behind it is a guess (nearest name, run-on quotation): grounding then says "speaker unclear".
   */
  readonly certain: boolean;
}

/** A person, body or place the article names. */
export interface Party {
  readonly name: string;
  readonly role: string | null;
  readonly kind: 'person' | 'group' | 'place' | 'unknown';
  /** Sentences that name it. */
  readonly sentences: readonly number[];
}

export type ArticleSource =
  | {
      readonly kind: 'link';
      /** The link as the person gave it. */
      readonly url: string;
      /** The article's own address after redirects and `rel=canonical`; what links to passages use. */
      readonly address: string;
    }
  | { readonly kind: 'text' }
  | { readonly kind: 'file'; readonly name: string };

export interface Metadata {
  readonly title: string | null;
  readonly site: string | null;
  readonly authors: readonly string[];
  /** ISO 8601, with the zone the page gives. */
  readonly publishedAt: string | null;
  readonly updatedAt: string | null;
  readonly section: string | null;
}

export const EXTENTS = ['whole', 'part', 'teaser', 'nothing'] as const;
export type Extent = (typeof EXTENTS)[number];

/** Why the text is not the whole article. */
export const COVERAGE_REASONS = [
  'paywall',
  'cut-text',
  'continue-reading',
  'consent-page',
  'script-shell',
  'bot-wall',
  'not-an-article',
  'too-long',
] as const;
export type CoverageReason = (typeof COVERAGE_REASONS)[number];

export interface Coverage {
  readonly extent: Extent;
  /** Words of body that were read. */
  readonly words: number;
  readonly reasons: readonly CoverageReason[];
}

export interface Article {
  readonly id: ArticleId;
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly attributions: readonly Attribution[];
  readonly parties: readonly Party[];
  /** ISO 639-1 code, `und` when it could not be told. */
  readonly language: string;
  readonly source: ArticleSource;
  readonly metadata: Metadata;
  readonly coverage: Coverage;
  /** When the page or text was read: ms since the epoch. */
  readonly readAt: number;
}

/** Points at a sentence of an article. */
export interface Evidence {
  readonly article: ArticleId;
  readonly sentence: number;
}

/** Below this many words of body a text is shown as it stands, and no model is called. */
export const ARTICLE_FLOOR_WORDS = 80;

export function cut(article: Pick<Article, 'text'>, span: Span): string {
  return article.text.slice(span.start, span.end);
}

/** The sentence with this number, or `undefined` when the article has none. Numbers run from 1. */
export function sentenceAt(article: Pick<Article, 'sentences'>, number: number): Sentence | undefined {
  return article.sentences[number - 1];
}

export function quotationById(article: Pick<Article, 'quotations'>, id: string): Quotation | undefined {
  return article.quotations.find((quotation) => quotation.id === id);
}
