/** Danish. */
import type { Lexicon } from './types.ts';

export const da: Lexicon = {
  abbreviations: {
    binding: 'dr prof hr fr kl ca nr s st f.eks bl.a dvs d.v.s ca',
    ending: 'jan feb mar apr jun jul aug sept okt nov dec osv m.m mio mia',
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
