/** Turkish. */
import type { Lexicon } from './types.ts';

export const tr: Lexicon = {
  abbreviations: {
    binding: 'dr prof doç av sn cad sok mah no bkz',
    ending: 'vb vs',
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
