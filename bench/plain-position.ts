/** Positions of an article in plain words, as the measuring adapter prints them. */
import { type Article, type Attribution, quotationById, type Span } from '#domain';

export interface PlainPosition {
  /** As the bot prints it: the name and, where the article gives one, the role. */
  readonly speaker: string | null;
  /** Quoted words; pieces that a cue has cut apart are joined by " … ". */
  readonly quote: string | null;
  readonly statement: string;
}

export function plainPosition(analysis: Pick<Article, 'text' | 'quotations'>, attribution: Attribution): PlainPosition {
  const words = ({ start, end }: Span): string => analysis.text.slice(start, end).replace(/\s+/gu, ' ').trim();
  const quoted: string[] = [];
  for (const id of attribution.quotations) {
    const quotation = quotationById(analysis, id);
    if (!quotation) continue;
    for (const piece of attribution.content) {
      const span = { start: Math.max(piece.start, quotation.start), end: Math.min(piece.end, quotation.end) };
      if (span.end > span.start && /[\p{L}\p{N}]/u.test(words(span))) quoted.push(words(span));
    }
  }
  return {
    speaker: attribution.speaker && [attribution.speaker.name, attribution.speaker.role].filter(Boolean).join(', '),
    quote: quoted.length > 0 ? quoted.join(' … ') : null,
    statement: attribution.content.map(words).join(' '),
  };
}
