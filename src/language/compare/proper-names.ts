/** Capitalised names in a claim, for asking whether the article knows them. No tagger: it must also serve short texts. */
import type { Span } from '#domain';

import { IRREGULAR_PEOPLES } from '../lexicon/en/names.ts';
import { wordsOfAll } from '../lexicon/index.ts';
import { listed } from '../lexicon/lists.ts';
import { foldName, type Token, tokensOf } from '../text/tokens.ts';

export interface ProperName extends Span {
  readonly text: string;
  readonly words: readonly string[];
}

/** Words that begin a sentence in capitals without being names. */
const OPENERS = wordsOfAll(({ names }) => names?.openers);
/** Lower-case words that join the parts of one name: "Bank of England", "Ursula von der Leyen". */
const JOINERS = new Set([...wordsOfAll(({ names }) => names?.joiners), 'van', 'al', 'bin']);

const isCapitalised = (word: string): boolean => /^\p{Lu}/u.test(word);
const isInitialsOnly = (word: string): boolean => /^\p{Lu}\.?$/u.test(word);

/** True where a token opens a sentence (start of text, or behind . ! ? : and a quotation mark). */
function opensSentence(text: string, token: Token): boolean {
  const before = text.slice(0, token.start).trimEnd();
  return before === '' || /[.!?:…]["”’»“„«]*$/u.test(before) || /["“„«]$/u.test(before);
}

/**
 * Runs of capitalised words. A single capitalised word that opens a sentence counts only when it is not a common opener.
 * In German every noun is capitalised, so there only runs of two or more count.
 */
export function properNamesIn(text: string, language: string): ProperName[] {
  const tokens = tokensOf(text);
  const names: ProperName[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    let first = index;
    const opener = tokens[first];
    if (!opener || !isCapitalised(opener.text)) continue;
    let last = first;
    for (let next = first + 1; next < tokens.length; next += 1) {
      const previous = tokens[next - 1];
      const token = tokens[next];
      if (!previous || !token || !/^[ \u00a0.-]{1,2}$/u.test(text.slice(previous.end, token.start))) break;
      if (isCapitalised(token.text)) last = next;
      else if (!JOINERS.has(token.text)) break;
    }
    index = last;
    if (opensSentence(text, opener) && OPENERS.has(opener.folded)) first += 1;
    while (first <= last && !isCapitalised(tokens[first]?.text ?? '')) first += 1;
    const run = tokens.slice(first, last + 1);
    const head = run[0];
    const tail = run.at(-1);
    if (!head || !tail) continue;
    const words = run
      .filter((token) => isCapitalised(token.text) && !isInitialsOnly(token.text))
      .map((token) => token.text);
    if (words.length === 0 || (language === 'de' && words.length < 2)) continue;
    names.push({ start: head.start, end: tail.end, text: text.slice(head.start, tail.end), words });
  }
  return names;
}

const PEOPLES = IRREGULAR_PEOPLES.split('|').map(listed);
/** What a country's name may gain on the way to its people: Russia, Russian; Italy, Italians; German, Germany. */
const PEOPLE_ENDINGS = /^(?:y|n|ns|an|ans|ian|ians|ese|ish|i|is|s|ic|er|ers)$/u;
const SHORTEST_SHARED = 4;

function related(a: string, b: string): boolean {
  if (a === b) return true;
  if (PEOPLES.some((group) => group.includes(a) && group.includes(b))) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  return [short, short.replace(/(?:ia|y|a|e|o)$/u, '')].some(
    (base) => base.length >= SHORTEST_SHARED && long.startsWith(base) && PEOPLE_ENDINGS.test(long.slice(base.length)),
  );
}

/** The names an article knows, prepared once per article. */
export interface NameIndex {
  /** True when the article has the word as it is, or a form of the same country, person or abbreviation. */
  knows(word: string): boolean;
  /** True when the article writes this very word. */
  has(word: string): boolean;
  /** The article's spelling of a word that is one letter off, or `null`. */
  nearMiss(word: string): string | null;
}

/** Distance of at most one insertion, deletion, substitution or swap of neighbours. */
function isOneOff(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < Math.min(a.length, b.length) && a[head] === b[head]) head += 1;
  const restA = a.slice(head);
  const restB = b.slice(head);
  if (restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)) return true;
  return restA.slice(2) === restB.slice(2) && restA[0] === restB[1] && restA[1] === restB[0];
}
/** Shorter words are too often one letter from another word. */
const NEAR_MISS_LENGTH = 5;

export function nameIndex(text: string): NameIndex {
  const tokens = tokensOf(text);
  const known = new Set(tokens.flatMap((token) => [foldName(token.text), ...foldName(token.text).split(/[-.&']/u)]));
  known.delete('');
  const capitalised = new Map<string, string>();
  for (const token of tokens)
    if (isCapitalised(token.text)) capitalised.set(foldName(token.text), token.text.replace(/['’]s$/u, ''));
  const initials = initialsOf(tokens);
  return {
    knows(word) {
      const folded = foldName(word);
      if (known.has(folded) || initials.has(folded.replaceAll('.', ''))) return true;
      const parts = folded.split(/[-.&']/u).filter((part) => part.length > 1);
      if (parts.length > 1 && parts.every((part) => known.has(part))) return true;
      for (const name of capitalised.keys()) if (related(folded, name)) return true;
      return false;
    },
    has: (word) => known.has(foldName(word)),
    nearMiss(word) {
      const folded = foldName(word);
      if (folded.length < NEAR_MISS_LENGTH) return null;
      for (const [name, spelling] of capitalised) if (isOneOff(folded, name)) return spelling;
      return null;
    },
  };
}

/** Initials of capitalised runs: the article's "United Nations" answers for "UN". */
function initialsOf(tokens: readonly Token[]): Set<string> {
  const found = new Set<string>();
  let run = '';
  for (const token of tokens) {
    if (isCapitalised(token.text)) run += token.folded.charAt(0);
    else if (!JOINERS.has(token.text)) run = '';
    for (let length = 2; length <= Math.min(run.length, 6); length += 1) found.add(run.slice(-length));
  }
  return found;
}
