/** Ukrainian. */
import type { Lexicon } from './types.ts';

export const uk: Lexicon = {
  abbreviations: {
    binding: 'вул пл просп пров буд кв м стор ім св проф акад ген див т.зв т.п',
    ending: 'р рр ст грн тис',
    openers: '',
  },
  dates: null,
  numbers: null,
  units: null,
  functionWords: '',
  endings: '',
  polarity: null,
  stances: null,
  persons: null,
  names: null,
  leaning: null,
  topics: null,
  page: null,
  speech: null,
};
