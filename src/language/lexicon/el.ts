/** Greek. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const el: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'κ κα κκ δρ καθ αρ σελ οδ λεωφ π.χ δηλ',
    ending: 'κλπ κ.λπ π.μ μ.μ',
    openers: '',
  },
};
