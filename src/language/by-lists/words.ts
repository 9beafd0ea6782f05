/** Words and punctuation of a text without tags, each quotation folded into one word, cut into passages. */
import type { Quotation, Sentence, Span } from '#domain';

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** Index into the article's quotations when the word stands for a whole quotation, else -1. */
  readonly quotation: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
}

/** One sentence, or the several that a quotation ties together. */
export interface Passage {
  readonly paragraph: number;
  readonly words: readonly Word[];
}

/** Elisions and inverted pronouns are words of their own: "l'|usine", "qu'|il", "explique|-t-elle". */
const WORD =
  /(?:[ldnjcmts]|qu|jusqu|lorsqu|puisqu)['’](?=[\p{L}])|[\p{L}\p{N}\p{M}]+(?:[.’'-](?!(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}]))[\p{L}\p{N}\p{M}]+)*|-(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}])|[^\s\p{L}\p{N}]/giu;

/** No sentence has more; a text without stops is cut here, which keeps the rules linear. */
const MAX_PASSAGE_WORDS = 250;

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
  const bare = text.replace(/^-(?:t-)?/u, '');
  return {
    text,
    lower: bare.toLowerCase().replaceAll('’', "'"),
    start,
    end,
    quotation: -1,
    isWord: /[\p{L}\p{N}]/u.test(text),
    isCapital: /^\p{Lu}/u.test(text),
  };
}

function quotationWord(quotation: number, span: Span): Word {
  return { text: '', lower: '', ...span, quotation, isWord: false, isCapital: false };
}

export const isQuoted = (word: Word | undefined): boolean => word !== undefined && word.quotation >= 0;
export const isMark = (word: Word | undefined, marks: string): boolean =>
  word !== undefined && word.quotation < 0 && marks.includes(word.text);
