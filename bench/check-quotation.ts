/** One quotation with its speaker, as somebody claims it: are these the article's quoted words, and did this person say them? */
import type { Article } from '#domain';

import type { FoldedWord } from '../src/grounding/folded-words.ts';
import { matchQuotations, piecesOf, streamsOf } from '../src/grounding/quotation-match.ts';
import { isConfirmedSpeaker } from '../src/grounding/speaker.ts';

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

/** Share of the typed words found in order in the nearest quotation: tells an altered quotation from an invented one. */
function resemblance(article: Article, typed: string): number {
  const wanted = piecesOf(typed).flat();
  if (wanted.length === 0) return 0;
  return Math.max(0, ...streamsOf(article).map((stream) => bestWindow(wanted, stream.words) / wanted.length));
}

/** Longest common subsequence of the words with any stretch of the stream twice their length. */
function bestWindow(wanted: readonly FoldedWord[], words: readonly FoldedWord[]): number {
  const width = wanted.length * 2;
  let best = 0;
  for (let from = 0; from === 0 || from + wanted.length / 2 < words.length; from += Math.max(1, wanted.length >> 1)) {
    const row = new Uint16Array(width + 1);
    for (const { word } of wanted) {
      let diagonal = 0;
      for (let column = 1; column <= width; column += 1) {
        const above = row[column] ?? 0;
        row[column] = word === words[from + column - 1]?.word ? diagonal + 1 : Math.max(above, row[column - 1] ?? 0);
        diagonal = above;
      }
    }
    best = Math.max(best, row[width] ?? 0);
  }
  return best;
}
