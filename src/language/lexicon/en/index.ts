/** English. What the rules for its speakers know besides stands in `words.ts`, `verbs.ts` and `parties.ts`. */
import { counted, tens, valued } from '../lists.ts';
import type { Lexicon } from '../types.ts';
import { names, persons } from './names.ts';
import { page } from './page.ts';
import { polarity, stances } from './polarity.ts';
import { leaning, topics } from './topics.ts';

export const en: Lexicon = {
  abbreviations: {
    binding: `mr mrs ms messrs dr prof sen sens rep reps gov govs gen lt col capt cmdr adm maj sgt cpl pvt pte rev fr hon pres supt
      atty st mt ft vs v no nos pp vol approx est fig cf al insp det spc ofc msgr amb sec treas dir asst assoc`,
    ending: `jan feb mar apr jun jul aug sept sep oct nov dec jr sr inc corp co ltd bros llc plc etc ave blvd rd calif fla ariz mass pa va wis
      mich tex ill conn md minn nev ga ala ark colo kan ky la mo mont neb okla ore tenn vt wash wyo ind n.c s.c n.j n.y n.h n.m n.d s.d
      w.va d.c r.i dept univ assn natl intl`,
    openers: `the a an in on at he she it they we i but and for this that these those his her its their there when while after before as if
      no not what who how why where since although though some many most all one two however meanwhile still also yet so then now`,
  },
  dates: {
    forms: [],
    short: 'jan feb mar apr may jun jul aug sept oct nov dec',
    ordinary: 'may march august',
    betweenDays: 'and|to|or|until',
    beforeDay: 'the ',
  },
  numbers: {
    words: {
      ...counted(0, 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
      ...counted(16, 'sixteen seventeen eighteen nineteen'),
      ...tens('twenty thirty forty fifty sixty seventy eighty ninety'),
    },
    scales: valued({
      1e2: 'hundred',
      1e3: 'thousand k',
      1e6: 'million millions m mn',
      1e9: 'billion billions bn b',
      1e12: 'trillion trillions tn',
    }),
    joinedScales: {},
    ordinals: counted(2, 'second third fourth fifth sixth seventh eighth ninth tenth'),
    joint: '',
    percent: 'percent|per cent',
    currencies: 'dollars?|euros?|pounds?|yen|roubles?|rubles?',
    beforeUnit: ' of ',
  },
  units: {
    isSpaceless: false,
    words: {
      point: 'percentage[ -]points?',
      percent: 'percent|per cent',
      dollar: String.raw`(?:US[ -]|Canadian |Australian )?dollar\p{L}*|USD`,
      euro: 'euros?|EUR',
      pound: 'pounds?|GBP',
      yen: 'yens?|JPY',
      rouble: 'rou?bles?|RUB',
      crown: String.raw`crowns?|kron\p{L}+`,
      franc: 'francs?',
      dinar: 'dinars?',
      metre: 'met(?:re|er)s?',
      foot: 'feet|foot|ft',
      kilometre: 'kilomet(?:re|er)s?|km',
      mile: 'miles?',
      tonne: 'tonnes?|tons?',
      kilogram: 'kilogram(?:me)?s?|kilos?|kg',
      gram: 'grams?|grammes?',
      minute: 'minutes?',
      hour: 'hours?',
      day: 'days?',
      week: 'weeks?',
      month: 'months?',
      year: 'years?',
    },
  },
  functionWords: `a an the this that these those and or but nor so yet if as at by for from in into of off on onto out over to under up with
    about after against before between during through until while who whom whose which what when where why how there here
    i you he she it we they me him her us them my your his its our their be is are was were been being am do does did done have has
    had having will would shall should can could may might must not no also more most many much such only own same than then too
    very all any just now said says say told tell according mr mrs ms dr new one two`,
  endings: '',
  polarity,
  stances,
  persons,
  names,
  leaning,
  topics,
  page,
  speech: null,
};
