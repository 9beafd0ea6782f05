/** Words that show where a speaker stands. Used to draft a stance by rules and to check one that a model claims. */
import type { Stance } from '#domain';

import { patternOfAll } from '../lexicon/index.ts';
import type { Pattern } from '../lexicon/lists.ts';

type CuedStance = Exclude<Stance, 'unclear' | 'neutral'>;

const startOfWord = (pattern: Pattern): RegExp => new RegExp(String.raw`(?<!\p{L})(?:${pattern})`, 'iu');

const CUES: Readonly<Record<CuedStance, RegExp>> = {
  supports: startOfWord(patternOfAll(({ stances }) => stances?.supports)),
  opposes: startOfWord(patternOfAll(({ stances }) => stances?.opposes)),
  conditional: startOfWord(patternOfAll(({ stances }) => stances?.conditional)),
};

/** Stances for which the text holds a cue. */
export function cuedStances(text: string): CuedStance[] {
  return (Object.keys(CUES) as CuedStance[]).filter((stance) => CUES[stance].test(text));
}
