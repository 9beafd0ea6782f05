/** Korean. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import { en } from './en/index.ts';
import type { Lexicon } from './types.ts';

export const ko: Lexicon = {
  ...NOTHING_KNOWN,
  // Names in Latin letters are mostly English ones.
  abbreviations: en.abbreviations,
  page: {
    ...NO_PAGE_WORDS,
    more: '관련기사',
  },
};
