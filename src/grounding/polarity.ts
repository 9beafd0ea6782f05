/** Words that turn a statement round: negations, and pairs of opposites that news uses of the same things. */
import { fold, listed, patternOfAll, tokensOf, wordsOfAll } from '#language';

const NEGATIONS = wordsOfAll(({ polarity }) => polarity?.negations);
/** @param word a whole word: inside others, as in "passer", these letters negate nothing */
export const isNegation = (word: string): boolean => {
  const folded = fold(word);
  return NEGATIONS.has(folded) || folded.endsWith("n't") || folded.endsWith('n’t');
};

/** "not only", "nicht nur". */
const NOT = wordsOfAll(({ polarity }) => polarity?.not);
const ONLY = new RegExp(String.raw`^ (?:${patternOfAll(({ polarity }) => polarity?.only)})(?!\p{L})`, 'iu');

/** The first negating word of a text, or `null`. "No. 5" and "not only" negate nothing. */
export function negates(text: string): string | null {
  for (const token of tokensOf(text)) {
    if (!isNegation(token.text)) continue;
    const behind = text.slice(token.end);
    if (/^no$/iu.test(token.text) && /^\.? ?\d/u.test(behind)) continue;
    if (NOT.has(token.text.toLowerCase()) && ONLY.test(behind)) continue;
    return token.text;
  }
  return null;
}

const OPPOSITES: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  const add = (a: string, b: string): void => void map.set(a, (map.get(a) ?? new Set()).add(b));
  for (const pair of patternOfAll(({ polarity }) => polarity?.opposites).split('|')) {
    const [a, b] = listed(pair);
    if (!a || !b) continue;
    add(a, b);
    add(b, a);
  }
  return map;
})();

const NEGATING_PREFIX = /^(?:un|in|im|il|ir|dis|non-?|un|anti-?)/u;

/** Does one word say the opposite of the other: a known pair, or the same word behind "un-", "in-", "dis-"? */
export function areOpposites(a: string, b: string): boolean {
  const [first, second] = [fold(a), fold(b)];
  if (OPPOSITES.get(first)?.has(second)) return true;
  const [short, long] = first.length <= second.length ? [first, second] : [second, first];
  return short.length >= 4 && long.endsWith(short) && NEGATING_PREFIX.exec(long)?.[0] === long.slice(0, -short.length);
}
