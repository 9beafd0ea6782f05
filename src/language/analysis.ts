/** The seam between reading and language: what the reading worker asks of this room, once per article. */
import type { Article, ParagraphKind } from '#domain';

export interface AnalysisInput {
  /** Body paragraphs in reading order, without title, byline or caption. */
  readonly paragraphs: readonly { readonly text: string; readonly kind: ParagraphKind }[];
  readonly title: string | null;
  /** ISO 639-1, from the page or detected; `und` when unknown. */
  readonly language: string;
}

/** The part of an article that follows from its words alone. */
export type Analysis = Pick<Article, 'text' | 'paragraphs' | 'sentences' | 'quotations' | 'attributions' | 'parties'>;

export interface Analyser {
  /** Pure and deterministic; never throws. Offsets count UTF-16 units into `text` (paragraphs joined by "\n\n"). */
  analyse(input: AnalysisInput): Analysis;
}
