/** Romanian. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const ro: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dl dna d-na dr prof ing av str nr bl sc et art pag',
    ending: 'etc',
    openers: '',
  },
};
