/** Swedish. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const sv: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dr prof hr fr kl ca nr s sid st t.ex bl.a d.v.s dvs s.k m.fl t.o.m',
    ending: 'jan feb mars apr jun jul aug sept okt nov dec osv m.m',
    openers: '',
  },
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'publicerad|uppdaterad',
    by: 'av',
    byMore: 'från',
    and: 'och',
    credits: 'foto',
    more: 'läs (?:också|mer|även)',
    calls: 'dela (?:på|artikeln)|prenumerera',
    counted: 'visningar',
    filed: 'detta inlägg (?:postades|publicerades)',
    junk: 'skriv ut',
    thePost: 'inlägget',
    appearedOn: 'dök först upp på',
    addressed: 'oss|vi',
    continued: 'läs (?:hela|vidare)',
    about: 'Om',
  },
};
