/** Ukrainian. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const uk: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'вул пл просп пров буд кв м стор ім св проф акад ген див т.зв т.п',
    ending: 'р рр ст грн тис',
    openers: '',
  },
};
