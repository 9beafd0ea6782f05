/** Korean. */
import { NO_PAGE_WORDS } from './empty.ts';
import { en } from './en/index.ts';
import type { Lexicon } from './types.ts';

export const ko: Lexicon = {
  // Names in Latin letters are mostly English ones.
  abbreviations: en.abbreviations,
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
    more: '관련기사',
  },
  speech: null,
};
