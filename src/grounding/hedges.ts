/** Words that keep a statement from being a fact: possibility, intention, threat, condition. Lost, they leave a mark for the judge. */
import { patternOfAll, wholeWord, wordsOfAll } from '#language';

const HEDGES = wordsOfAll(({ polarity }) => polarity?.hedges);
const CONDITION = wholeWord(patternOfAll(({ polarity }) => polarity?.conditions));

export const isHedge = (word: string): boolean => HEDGES.has(word.toLowerCase());

/** The condition that a text states, or `null`. */
export function conditionIn(text: string): string | null {
  return CONDITION.exec(text)?.[0] ?? null;
}
