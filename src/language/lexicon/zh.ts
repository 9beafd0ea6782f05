/** Chinese. Months go by their number: see `compare/calendar.ts`. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import { en } from './en/index.ts';
import { valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const zh: Lexicon = {
  ...NOTHING_KNOWN,
  // Names in Latin letters are mostly English ones.
  abbreviations: en.abbreviations,
  numbers: {
    words: {},
    scales: {},
    joinedScales: valued({ 1e4: '萬', 1e8: '亿' }),
    ordinals: {},
    joint: '',
    percent: '',
    currencies: '',
    beforeUnit: '',
  },
  page: {
    ...NO_PAGE_WORDS,
    byMore: '作者|记者',
    more: '相关阅读|相關新聞|延伸閱讀',
    continued: '阅读全文',
  },
};
