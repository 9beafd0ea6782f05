/** Hungarian. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const hu: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dr prof ifj id özv pl kb ún u tel',
    ending: 'stb',
    openers: '',
  },
  page: {
    ...NO_PAGE_WORDS,
    byMore: 'szerző',
    pictures: 'kép',
    credits: 'kép',
  },
};
