/** Words of one sentence with what the attribution rules ask of them: inside quotation marks or not, and what stands between. */
import type { Quotation, Sentence, Span } from '#domain';

import { tokensOf } from '../tokens.ts';

export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  readonly quotation: Quotation | null;
  /** What stands between the word before and this one: spaces, commas, marks. */
  readonly gap: string;
}

export interface Clause {
  readonly text: string;
  readonly sentence: Sentence;
  readonly words: readonly Word[];
  /** What stands behind the last word. */
  readonly tail: string;
}

export function clauseOf(text: string, sentence: Sentence, quotations: readonly Quotation[]): Clause {
  const here = quotations.filter(({ start, end }) => start < sentence.end && end > sentence.start);
  let before = sentence.start;
  const words = tokensOf(text.slice(sentence.start, sentence.end)).map((token): Word => {
    const start = sentence.start + token.start;
    const end = sentence.start + token.end;
    const quotation = here.find((candidate) => candidate.start <= start && candidate.end >= end) ?? null;
    const word = {
      start,
      end,
      text: token.text,
      lower: token.text.toLowerCase(),
      quotation,
      gap: text.slice(before, start),
    };
    before = end;
    return word;
  });
  return { text, sentence, words, tail: text.slice(before, sentence.end) };
}

const AUXILIARIES = new Set(
  `has have had having is are was were be been will would could should can may might must do does did not never also later earlier then often
   repeatedly still again recently previously once now already only just further even both has hat haben habe hatte a ont avait est fut ha han`.split(
    /\s+/u,
  ),
);
const isLight = (word: Word): boolean => AUXILIARIES.has(word.lower) || word.lower.endsWith('ly');
/** A phrase ends where one of these stands. */
const BREAKS = new Set(
  `that who which whom whose because when while if although though since until before after as but or so where than whether dass weil wenn
   als que qui lorsque si porque cuando mientras`.split(/\s+/u),
);
const isPunctuated = (gap: string): boolean =>
  /[^\s'’\-.&]/u.test(gap) || (/\.\s/u.test(gap) === true && !/^\.\s$/u.test(gap));

/** The noun phrase that ends right before word `index`, adverbs and auxiliaries skipped; `null` when there is none. */
export function subjectBefore({ words }: Clause, index: number, floor: number): (Span & { first: number }) | null {
  let last = index - 1;
  let gap = words[index]?.gap ?? '';
  while (last >= floor && isLight(words[last] as Word) && !isPunctuated(gap)) {
    gap = words[last]?.gap ?? '';
    last -= 1;
  }
  if (last < floor) return null;
  if (/^[,–—]/u.test(gap.trim())) return subjectBeforeInsertion(words, last, floor);
  if (isPunctuated(gap)) return null;
  return phraseEndingAt(words, last, floor);
}

/** "Tomas Reyes, who runs the school, said": the phrase before the comma that opens the insertion. */
function subjectBeforeInsertion(
  words: readonly Word[],
  last: number,
  floor: number,
): (Span & { first: number }) | null {
  const longest = 30;
  for (let at = last; at > floor && last - at < longest; at -= 1) {
    const gap = words[at]?.gap ?? '';
    if (words[at]?.quotation && words[at - 1]?.quotation === null) return null;
    if (/^[,–—(]/u.test(gap.trim())) {
      // "The owner of the shipyard, Dagny Holt, rejected": the insertion is the name.
      const isName =
        last - at <= 3 && last > at && words.slice(at, last + 1).every((word) => /^\p{Lu}/u.test(word.text));
      if (isName) return { start: (words[at] as Word).start, end: (words[last] as Word).end, first: at };
      return phraseEndingAt(words, at - 1, floor);
    }
  }
  return null;
}

function phraseEndingAt(words: readonly Word[], last: number, floor: number): (Span & { first: number }) | null {
  const end = words[last];
  if (!end || end.quotation || end.lower === 'and' || BREAKS.has(end.lower)) return null;
  let first = last;
  while (first > floor) {
    const previous = words[first - 1] as Word;
    if (isPunctuated((words[first] as Word).gap) || previous.quotation || BREAKS.has(previous.lower)) break;
    // "Ukraine and its allies" is one party; "the council met and Okafor" is not.
    if (previous.lower === 'and' && !(/^\p{Lu}/u.test(words[first - 2]?.text ?? '') && first - 2 === floor)) break;
    first -= 1;
  }
  while (
    first < last &&
    /^(?:on|in|at|by|for|of|to|from|with|and|during|under|over|am|im|en|le|el)$/u.test((words[first] as Word).lower)
  )
    first += 1;
  return { start: (words[first] as Word).start, end: end.end, first };
}

/** The noun phrase right behind word `index` ("said Okafor, the mayor"): to the next comma, mark or breaking word. */
export function subjectAfter({ words }: Clause, index: number): (Span & { last: number }) | null {
  const head = words[index + 1];
  if (!head || head.quotation || isPunctuated(head.gap) || BREAKS.has(head.lower)) return null;
  let last = index + 1;
  while (last + 1 < words.length) {
    const next = words[last + 1] as Word;
    if (next.quotation || isPunctuated(next.gap) || BREAKS.has(next.lower) || isTime(next.lower)) break;
    last += 1;
  }
  return { start: head.start, end: (words[last] as Word).end, last };
}

const TIME = new Set(
  `monday tuesday wednesday thursday friday saturday sunday today yesterday on in at during following after montag dienstag mittwoch donnerstag freitag
   samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes`.split(
    /\s+/u,
  ),
);
const isTime = (word: string): boolean => TIME.has(word);
