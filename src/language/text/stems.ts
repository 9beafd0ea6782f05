/**
 * Word stems, so that "proposals" meets "proposal". English by the Porter algorithm (package `stemmer`); for other
 * languages only the commonest endings are cut, which is enough to compare a sentence with its near copy.
 */
import { stemmer } from 'stemmer';

import { LEXICONS } from '../lexicon/index.ts';
import { listed } from '../lexicon/lists.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { foldName, tokensOf } from './tokens.ts';

const ENDINGS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries<Lexicon>(LEXICONS).map(([language, { endings }]) => [language, listed(endings)]),
);
const SHORTEST_STEM = 4;

function cutEnding(word: string, endings: readonly string[]): string {
  const ending = endings.find(
    (candidate) => word.endsWith(candidate) && word.length - candidate.length >= SHORTEST_STEM,
  );
  return ending ? word.slice(0, -ending.length) : word;
}

/** Words repeat, within an article and across articles; stemming one costs a hundred times a look-up. */
const REMEMBERED_WORDS = 20_000;
const remembered = new Map<string, Map<string, string>>();

/** The stem of one word; lower case, without accents. */
export function stem(word: string, language: string): string {
  let known = remembered.get(language);
  if (!known) remembered.set(language, (known = new Map()));
  const ready = known.get(word);
  if (ready !== undefined) return ready;
  if (known.size >= REMEMBERED_WORDS) known.clear();
  const fresh = stemOf(word, language);
  known.set(word, fresh);
  return fresh;
}

function stemOf(word: string, language: string): string {
  const folded = foldName(word);
  if (/\d/u.test(folded)) return folded;
  if (language === 'en' || language === 'und') return stemmer(folded);
  const endings = ENDINGS[language];
  return endings ? cutEnding(folded, endings) : folded;
}

/** Stems of a text in order, one per word. */
export function stems(text: string, language: string): string[] {
  return tokensOf(text).map((token) => stem(token.text, language));
}
