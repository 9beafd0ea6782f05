/** Hungarian. */
import { NO_PAGE_WORDS } from './empty.ts';
import type { Lexicon } from './types.ts';

export const hu: Lexicon = {
  abbreviations: {
    binding: 'dr prof ifj id özv pl kb ún u tel',
    ending: 'stb',
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
  page: {
    ...NO_PAGE_WORDS,
    byMore: 'szerző',
    pictures: 'kép',
    credits: 'kép',
  },
  speech: null,
};
