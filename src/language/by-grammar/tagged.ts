/** Words with their parts of speech, and each quotation folded into one word. */
import type { Quotation, Span } from '#domain';

import { type Pos, quotationWord, toWord, type Word } from '../attribution.ts';

/** A word with its part of speech, before quotations are folded; offsets into the article's text. */
export interface Tagged extends Span {
  readonly text: string;
  readonly pos: Pos;
}

/** Tags one stretch of text; `offset` is added to every word. Words come in order and never overlap. */
export type Tagger = (text: string, offset: number) => Tagged[];

/**
 * Folds quotations: the words inside one, and its marks, become a single word that spans from mark to mark.
 * `outer` gives each quotation with its marks.
 */
export function foldQuotations(
  tagged: readonly Tagged[],
  quotations: readonly Quotation[],
  outer: readonly Span[],
  first: number,
): Word[] {
  const words: Word[] = [];
  let next = first;
  for (const word of tagged) {
    while (next < quotations.length && (outer[next]?.end ?? 0) <= word.start) next++;
    const span = outer[next];
    if (span && word.end > span.start && word.start < span.end) {
      if (words.at(-1)?.quotation !== next) words.push(quotationWord(next, span));
    } else words.push(toWord(word.text, word, word.pos));
  }
  return words;
}
