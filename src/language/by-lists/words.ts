/** Words and punctuation of a text without tags, each quotation folded into one word, cut into passages. */
import type { Quotation, Sentence, Span } from '#domain';

import { MAX_PASSAGE_WORDS, type Passage, quotationWord, toWord, type Word } from '../attribution.ts';

/** Elisions and inverted pronouns are words of their own: "l'|usine", "qu'|il", "explique|-t-elle". */
const WORD =
  /(?:[ldnjcmts]|qu|jusqu|lorsqu|puisqu)['’](?=[\p{L}])|[\p{L}\p{N}\p{M}]+(?:[.’'-](?!(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}]))[\p{L}\p{N}\p{M}]+)*|-(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}])|[^\s\p{L}\p{N}]/giu;

export function passagesOf(
  text: string,
  sentences: readonly Sentence[],
  quotations: readonly Quotation[],
  outer: readonly Span[],
): Passage[] {
  const passages: Passage[] = [];
  let words: Word[] = [];
  let quotation = 0;
  for (const [index, sentence] of sentences.entries()) {
    for (const match of text.slice(sentence.start, sentence.end).matchAll(WORD)) {
      const start = sentence.start + match.index;
      const end = start + match[0].length;
      while (quotation < quotations.length && (outer[quotation]?.end ?? 0) <= start) quotation++;
      const span = outer[quotation];
      if (!span || end <= span.start) words.push(wordOf(match[0], start, end));
      else if (words.at(-1)?.quotation !== quotation) words.push(quotationWord(quotation, span));
    }
    while (words.length > MAX_PASSAGE_WORDS)
      passages.push({ paragraph: sentence.paragraph, words: words.splice(0, MAX_PASSAGE_WORDS) });
    const last = words.at(-1);
    const isInside = last !== undefined && last.end > sentence.end;
    const goesOn = isInside && sentences[index + 1]?.paragraph === sentence.paragraph;
    if (goesOn) continue;
    if (words.length > 0) passages.push({ paragraph: sentence.paragraph, words });
    words = [];
  }
  return passages;
}

/** Words of a stretch of text, quotations in it not folded: for what stands inside one. */
export function wordsIn(text: string, { start, end }: Span): Word[] {
  return Array.from(text.slice(start, end).matchAll(WORD), (match) =>
    wordOf(match[0], start + match.index, start + match.index + match[0].length),
  );
}

function wordOf(text: string, start: number, end: number): Word {
  return toWord(text, { start, end }, null, text.replace(/^-(?:t-)?/u, ''));
}

export const isMark = (word: Word | undefined, marks: string): boolean =>
  word !== undefined && word.quotation < 0 && marks.includes(word.text);
