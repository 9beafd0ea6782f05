/** Turkish. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const tr: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dr prof doç av sn cad sok mah no bkz',
    ending: 'vb vs',
    openers: '',
  },
};
