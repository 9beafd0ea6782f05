/** Who is "I" and who is "you", in all languages whose pronouns we know. */
import { patternOfAll } from './lexicon/index.ts';

const FIRST = new RegExp(
  String.raw`(?<![\p{L}’'])(?:${patternOfAll(({ persons }) => persons?.first)})(?![\p{L}])`,
  'u',
);
const FIRST_OPENING = new RegExp(`^(?:${patternOfAll(({ persons }) => persons?.firstOpening)})(?!\\p{L})`, 'u');
const SECOND = new RegExp(
  String.raw`(?<![\p{L}’'])(?:${patternOfAll(({ persons }) => persons?.second)})(?!\p{L})`,
  'iu',
);

/** "I", "our", "wir", "j’ai" anywhere in the text; spelling counts, since "US" and "mine" are other words. */
export function isFirstPerson(text: string): boolean {
  return FIRST.test(text) || text.split(/(?<=[.!?…])\s+/u).some((sentence) => FIRST_OPENING.test(sentence));
}

/** Somebody is spoken to: "you", "Ihre", "vous". */
export function isSecondPerson(text: string): boolean {
  return SECOND.test(text);
}
