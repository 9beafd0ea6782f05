/**
 * A page as a browser's passage matcher sees it, with its words indexed: where a term stands is looked up, not searched
 * for. Building it and asking it for every passage of an article takes time linear in the article's length.
 */
import { foldAccents, type Span } from '#domain';

/** Words next to one another, by their places among all words of the page. */
export interface WordRange {
  readonly first: number;
  readonly count: number;
}

export interface PassageIndex {
  /** The title, a line break, and the article's text. */
  readonly original: string;
  /** Base letters in lower case, character by character as long as the original. */
  readonly folded: string;
  /** Offset of the article's text in the original. */
  readonly shift: number;
  /** How many there are. */
  readonly words: number;
  /** The words that lie inside the span. */
  wordsIn(span: Span): WordRange;
  /** Where the words stand, whatever lies around them. */
  spanOf(range: WordRange): Span;
  isWordStart(offset: number): boolean;
  isWordEnd(offset: number): boolean;
  /** For a word of the page: the first word, that one or one behind it, where the same text begins; -1 when nowhere. */
  find(range: WordRange): (fromWord: number) => number;
  /** The first word that begins at the offset or behind it. */
  wordFrom(offset: number): number;
}

export const BLOCK_BREAK = '\n';

/** A term is looked up by one, two or three of its words: three words together stand in few places of a text. */
const LONGEST_GRAM = 3;

/** For each place the grams that begin there, by number; and for each gram its places, ascending. */
interface Level {
  readonly ids: Int32Array;
  /** Gram `id` stands at `places[offsets[id]]` to `places[offsets[id + 1] - 1]`. */
  readonly offsets: Int32Array;
  readonly places: Int32Array;
}

const NOWHERE: Level = { ids: new Int32Array(), offsets: new Int32Array(), places: new Int32Array() };

export function indexPassages(title: string, text: string, language: string): PassageIndex {
  const original = `${title}${BLOCK_BREAK}${text}`;
  const folded = foldText(original);
  const { starts, ends } = wordsOf(original, language);
  const levels = levelsOf(folded, starts, ends);

  const startOf = (word: number): number => starts[word] ?? original.length;
  const endOf = (word: number): number => ends[word] ?? original.length;

  const spanOf = ({ first, count }: WordRange): Span => ({ start: startOf(first), end: endOf(first + count - 1) });

  /** The gram of the term that stands in the fewest places, and how far behind the term's beginning it stands. */
  function rarest({ first, count }: WordRange): { level: Level; id: number; behind: number } {
    const size = Math.min(LONGEST_GRAM, count);
    const level = levels[size - 1] ?? NOWHERE;
    let best = { level, id: -1, behind: 0 };
    let fewest = Number.POSITIVE_INFINITY;
    for (let behind = 0; behind + size <= count; behind++) {
      const id = level.ids[first + behind] ?? -1;
      const places = (level.offsets[id + 1] ?? 0) - (level.offsets[id] ?? 0);
      if (places < fewest) {
        fewest = places;
        best = { level, id, behind };
      }
    }
    return best;
  }

  return {
    original,
    folded,
    shift: title.length + BLOCK_BREAK.length,
    words: starts.length,
    wordsIn({ start, end }) {
      const first = lowerBound(starts, start, 0, starts.length);
      return { first, count: Math.max(0, lowerBound(ends, end + 1, 0, ends.length) - first) };
    },
    spanOf,
    isWordStart: (offset) => starts[lowerBound(starts, offset, 0, starts.length)] === offset,
    isWordEnd: (offset) => ends[lowerBound(ends, offset, 0, ends.length)] === offset,
    wordFrom: (offset) => lowerBound(starts, offset, 0, starts.length),
    find(range) {
      const { level, id, behind } = rarest(range);
      const from = level.offsets[id] ?? 0;
      const to = level.offsets[id + 1] ?? 0;
      const { start, end } = spanOf(range);
      const term = folded.slice(start, end);
      return (fromWord) => {
        for (let at = lowerBound(level.places, fromWord + behind, from, to); at < to; at++) {
          const word = (level.places[at] ?? 0) - behind;
          const place = startOf(word);
          if (endOf(word + range.count - 1) === place + term.length && folded.startsWith(term, place)) return word;
        }
        return -1;
      };
    },
  };
}

const bases = new Map<string, string>();

/** Base letters in lower case, each as long as it was, so that offsets stay. */
const foldText = (text: string): string =>
  text.replace(/[A-Z]+/gu, (run) => run.toLowerCase()).replace(/[^\p{ASCII}]/gu, baseOf);

function baseOf(character: string): string {
  let base = bases.get(character);
  if (base === undefined) {
    const plain = foldAccents(character);
    base = plain.length === character.length ? plain : character;
    bases.set(character, base);
  }
  return base;
}

function wordsOf(text: string, language: string): { starts: Int32Array; ends: Int32Array } {
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    starts.push(index);
    ends.push(index + segment.length);
  }
  return { starts: Int32Array.from(starts), ends: Int32Array.from(ends) };
}

/** Each level numbers its grams by the number of a shorter gram and that of the word behind it. */
function levelsOf(folded: string, starts: Int32Array, ends: Int32Array): readonly Level[] {
  const count = starts.length;
  const known = new Map<string, number>();
  const words = new Int32Array(count);
  for (let at = 0; at < count; at++) {
    const word = folded.slice(starts[at], ends[at]);
    let id = known.get(word);
    if (id === undefined) known.set(word, (id = known.size));
    words[at] = id;
  }
  const levels = [levelOf(words, known.size)];
  for (let size = 2; size <= LONGEST_GRAM; size++) {
    const shorter = levels[size - 2]?.ids ?? words;
    const ids = new Int32Array(Math.max(0, count - size + 1));
    const pairs = new Map<number, number>();
    for (let at = 0; at < ids.length; at++) {
      const pair = (shorter[at] ?? 0) * count + (words[at + size - 1] ?? 0);
      let id = pairs.get(pair);
      if (id === undefined) pairs.set(pair, (id = pairs.size));
      ids[at] = id;
    }
    levels.push(levelOf(ids, pairs.size));
  }
  return levels;
}

function levelOf(ids: Int32Array, kinds: number): Level {
  const offsets = new Int32Array(kinds + 1);
  for (const id of ids) offsets[id + 1] = (offsets[id + 1] ?? 0) + 1;
  for (let id = 0; id < kinds; id++) offsets[id + 1] = (offsets[id + 1] ?? 0) + (offsets[id] ?? 0);
  const filled = offsets.slice();
  const places = new Int32Array(ids.length);
  ids.forEach((id, at) => {
    const place = filled[id] ?? 0;
    places[place] = at;
    filled[id] = place + 1;
  });
  return { ids, offsets, places };
}

/** The first place from `from` on, before `to`, whose value is not below the bound; `to` when there is none. */
function lowerBound(values: Int32Array, bound: number, from: number, to: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] ?? 0) < bound) low = middle + 1;
    else high = middle;
  }
  return low;
}
