/** Romanian. */
import type { Lexicon } from './types.ts';

export const ro: Lexicon = {
  abbreviations: {
    binding: 'dl dna d-na dr prof ing av str nr bl sc et art pag',
    ending: 'etc',
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
