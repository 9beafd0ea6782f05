/** Arabic. */
import { NO_NAME_WORDS, NO_POLARITY, NOTHING_KNOWN } from './empty.ts';
import { valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const ar: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'د أ م',
    ending: '',
    openers: '',
  },
  dates: { forms: [], short: '', ordinary: 'مارس', betweenDays: '', beforeDay: '' },
  numbers: {
    words: {},
    scales: valued({ 1e3: 'ألف آلاف', 1e6: 'مليون ملايين', 1e9: 'مليار مليارات' }),
    joinedScales: {},
    ordinals: {},
    joint: '',
    percent: 'في المئة|في المائة|بالمئة|بالمائة',
    currencies: '',
    beforeUnit: '',
  },
  units: {
    isSpaceless: false,
    words: {
      point: 'نقاط? مئوية|نقطة مئوية',
      percent: 'في المئة|في المائة|بالمئة|بالمائة',
      dollar: String.raw`دولار\p{L}*`,
      euro: 'يورو',
      pound: String.raw`جنيه\p{L}*`,
      dinar: String.raw`دينار\p{L}*`,
      minute: 'دقيقة|دقائق',
      hour: 'ساعة|ساعات',
      day: 'أيام',
      week: 'أسابيع|أسبوعا?',
      month: 'أشهر|شهرا',
      year: 'سنوات|عاما',
    },
  },
  polarity: {
    ...NO_POLARITY,
    negations: 'لا لم لن ليس ليست بدون',
  },
  names: { ...NO_NAME_WORDS, joiners: 'al bin' },
};
