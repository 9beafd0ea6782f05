/** Japanese. Months go by their number, weekdays by their planet: see `compare/calendar.ts`. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import { en } from './en/index.ts';
import { valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const ja: Lexicon = {
  ...NOTHING_KNOWN,
  // Names in Latin letters are mostly English ones.
  abbreviations: en.abbreviations,
  numbers: {
    words: {},
    scales: {},
    joinedScales: valued({ 1e3: '千', 1e4: '万', 1e8: '億', 1e12: '兆' }),
    ordinals: {},
    joint: '',
    percent: 'パーセント',
    currencies: '',
    beforeUnit: '',
  },
  units: {
    isSpaceless: true,
    words: {
      point: 'ポイント',
      percent: 'パーセント',
      dollar: 'ドル',
      euro: 'ユーロ',
      pound: 'ポンド',
      yen: '円',
      minute: '分(?:間)?',
      hour: '時間',
      day: '日間',
      week: '週間',
      month: '[かヶカ]月',
      year: '年間',
    },
  },
  page: {
    ...NO_PAGE_WORDS,
    byMore: '記者|作者',
    more: '関連記事',
    junk: '広告',
    continued: '続きを読む',
  },
};
