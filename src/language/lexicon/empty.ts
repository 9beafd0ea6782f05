/** Lists of a language of which we know only some: it names those, and takes the rest from here as empty. */
import type { PageWords } from './page-words.ts';
import type { Lexicon, NameWords, Polarity } from './types.ts';

export const NO_NAME_WORDS: NameWords = {
  dropped: '',
  collective: '',
  groups: '',
  articles: '',
  noParty: '',
  joiners: '',
  openers: '',
};

export const NO_PAGE_WORDS: PageWords = {
  months: '',
  atHour: '',
  oClock: '',
  dateLabels: '',
  by: '',
  byMore: '',
  and: '',
  noAuthors: '',
  pictures: '',
  credits: '',
  creditsInside: '',
  more: '',
  calls: '',
  counted: '',
  filed: '',
  junk: '',
  legal: '',
  cookies: '',
  thePost: '',
  appearedOn: '',
  signOffs: '',
  addressed: '',
  comments: '',
  paywall: '',
  continued: '',
  botWall: '',
  consent: '',
  needsScripts: '',
  about: '',
  aboutArticles: '',
  contacts: '',
  ofThePage: '',
};

export const NO_POLARITY: Polarity = {
  negations: '',
  not: '',
  only: '',
  opposites: '',
  hedges: '',
  conditions: '',
  conditionWords: '',
  denials: {
    cues: '',
    verbs: '',
    ofStatements: '',
    negatedBy: '',
    clauseEnds: '',
    commaEnds: '',
    actEnds: '',
    granted: '',
  },
  refusals: '',
};

/** All lists but the abbreviations, empty: for a language of which few are known. Those stand beside it in its file. */
export const NOTHING_KNOWN: Omit<Lexicon, 'abbreviations'> = {
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
