/** Greek. */
import type { Lexicon } from './types.ts';

export const el: Lexicon = {
  abbreviations: {
    binding: 'κ κα κκ δρ καθ αρ σελ οδ λεωφ π.χ δηλ',
    ending: 'κλπ κ.λπ π.μ μ.μ',
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
