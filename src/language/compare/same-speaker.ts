/** Do two names mean the same party? Used to check a model's speaker against the article's. */
import { foldAccents } from '#domain';

import { wordsOfAll } from '../lexicon/index.ts';

const DROPPED = wordsOfAll(({ names }) => names?.dropped);
const SUFFIX = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md']);
/** "Trump" is not "the Trump campaign": a word of this kind at the end makes another party of the name before it. */
const COLLECTIVE = wordsOfAll(({ names }) => names?.collective);
const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;

interface Name {
  /** Words without titles, lower case. */
  readonly words: readonly string[];
  /** The same words as written. */
  readonly written: readonly string[];
  readonly isPerson: boolean;
}

export function sameSpeaker(a: string, b: string): boolean {
  const one = parse(a);
  const two = parse(b);
  if (one.words.length === 0 || two.words.length === 0)
    return foldAccents(a.trim()) === foldAccents(b.trim()) && a.trim() !== '';
  if (one.words.join(' ') === two.words.join(' ')) return true;
  if (isAcronymOf(one, two) || isAcronymOf(two, one)) return true;
  if (one.words.at(-1) === two.words.at(-1)) return sameHead(one, two);
  return shareMost(one.words, two.words);
}

/** The last words agree: last names, or heads of a group's name. */
function sameHead(one: Name, two: Name): boolean {
  const shorter = one.words.length <= two.words.length ? one : two;
  const longer = shorter === one ? two : one;
  if (shorter.words.length === 1)
    return !COLLECTIVE.has(shorter.words[0] ?? '') || longer.words.length === 1 || !longer.isPerson;
  if (one.isPerson && two.isPerson)
    return (
      sameFirst(one.words.at(-2) ?? '', two.words.at(-2) ?? '') ||
      one.words.some((word, index) => index < one.words.length - 1 && sameFirst(word, two.words[0] ?? ''))
    );
  return shareMost(one.words, two.words);
}

/** "Robert" and "R."; not "Bill" and "Hillary". */
function sameFirst(a: string, b: string): boolean {
  if (a === b) return true;
  return (a.length === 1 || b.length === 1) && a[0] === b[0];
}

function shareMost(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b);
  const shared = new Set(a.filter((word) => known.has(word))).size;
  const union = new Set([...a, ...b]).size;
  const isCollective = (words: readonly string[]): boolean => words.some((word) => COLLECTIVE.has(word));
  return shared / union > 0.5 && isCollective(a) === isCollective(b);
}

/** "WHO" and "the World Health Organization". */
function isAcronymOf(short: Name, long: Name): boolean {
  if (short.written.length !== 1 || long.written.length < 2) return false;
  const acronym = (short.written[0] ?? '').replaceAll('.', '');
  if (acronym.length < 2 || acronym !== acronym.toUpperCase()) return false;
  const capitals = long.written.filter((word) => /^\p{Lu}/u.test(word));
  return capitals.map((word) => word[0]).join('') === acronym;
}

function parse(name: string): Name {
  const core = name.normalize('NFKC').split(/\s*[,;(]/u, 1)[0] ?? '';
  const dotted = core.replace(/\b(?:\p{L}\.){2,}/gu, (match) => match.replaceAll('.', ''));
  const all = [...dotted.matchAll(WORD)].map((match) => match[0].replace(/['’]s$/u, ''));
  const written = all.filter((word, index) => {
    const lower = foldAccents(word);
    if (SUFFIX.has(lower) && index > 0) return false;
    return !DROPPED.has(lower) || (all.length === 1 && lower.length > 1);
  });
  const kept = written.length > 0 ? written : all;
  const words = kept.map(foldAccents);
  const isPerson =
    kept.length >= 2 && kept.every((word) => /^\p{Lu}/u.test(word)) && !words.some((word) => COLLECTIVE.has(word));
  return { words, written: kept, isPerson };
}
