/** One quotation with its speaker, as somebody claims it: are these the article's quoted words, and did this person say them? */
import type { Article } from '#domain';

import { matchQuotations, resemblance } from './quotation-match.ts';
import { isConfirmedSpeaker } from './speaker.ts';

/**
 * - `verbatim`: quoted in the article, and by this speaker
 * - `wrong-speaker`: quoted in the article, by somebody else or by nobody who could be confirmed
 * - `altered`: like something the article quotes, but changed
 * - `absent`: nothing like it is quoted
 */
export type QuotationVerdict = 'verbatim' | 'wrong-speaker' | 'altered' | 'absent';

/** Share of the words in common, in order, from which a quotation counts as a changed one. */
const ALTERED_SHARE = 0.5;

export function checkQuotation(article: Article, words: string, speaker: string): QuotationVerdict {
  const matches = matchQuotations(article, words);
  if (matches.length === 0) return resemblance(article, words) >= ALTERED_SHARE ? 'altered' : 'absent';
  const isConfirmed = matches.some((match) =>
    match.quotations.every((quotation) => isConfirmedSpeaker(article, speaker, quotation.id)),
  );
  return isConfirmed ? 'verbatim' : 'wrong-speaker';
}
