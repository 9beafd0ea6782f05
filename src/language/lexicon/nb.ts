/** Norwegian. */
import type { Lexicon } from './types.ts';

export const nb: Lexicon = {
  abbreviations: {
    binding: 'dr prof hr fr kl ca nr s st f.eks bl.a dvs d.v.s',
    ending: 'jan feb mar apr jun jul aug sept okt nov des osv m.m mill mrd',
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
