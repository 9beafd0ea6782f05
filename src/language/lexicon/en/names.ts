/** English: names and pronouns. */
import type { NameWords, Persons } from '../types.ts';

export const persons: Persons = {
  first: 'I|me|my|mine|myself|we|us|our|ours',
  firstOpening: 'My|Me|We|Us|Our',
  second: 'you|your|yours|yourself',
  unnamed: 'I|we|you|one|his|her|their|its',
  third: 'he|she|they|it',
};

export const names: NameWords = {
  dropped: `the a an mr mrs ms miss dr sen rep gov senator representative governor president vice former then sir madam lord lady prof professor rev
    and of s to in for from at by on with`,
  collective: `campaign committee party team camp family administration government ministry office council foundation organization organisation company
    group department police agency spokesman spokeswoman spokesperson adviser advisor aide lawyer attorney lawyers aides advisers officials supporters
    allies voters wife husband son daughter brother sister father mother`,
  groups: String.raw`campaign|committee|party|press|court|department|senate|university|union|association|council|police|government|ministry|parliament|assembly|bank|company|corporation|league|agency|bureau|institute|foundation|commission|cent(?:er|re)|administration|organi[sz]ation|office|army|navy|authority|board|service|officials|spokes\w+|researchers|scientists|experts|residents|voters|lawmakers|critics|supporters|group|team|media`,
  articles: 'the|a|an',
  noParty: 'he|she|they|it|we|i|you|who|some|many|one|others',
  joiners: 'of the and for &',
  openers: `a an the this that these those he she it they we i you his her its their our my your there here who what when where why how which
    in on at of for from to with by as after before during since until while if because although though despite about against
    between among under over into through without within near amid following according and but or nor so yet both either neither
    not no one two three four five six seven eight nine ten some many most all more few several other another each every any
    earlier later last next first second also now then today yesterday tomorrow meanwhile however still only even just once
    officials police experts critics supporters residents people`,
};

/** Names of a country or place and of its people that share no beginning; the regular ones are matched by their stem. */
export const IRREGULAR_PEOPLES = `us u.s american americans america usa states washington|uk u.k britain british briton britons kingdom|
  france french|netherlands dutch holland|switzerland swiss|spain spanish spaniard spaniards|greece greek greeks|germany german germans|
  wales welsh|denmark danish dane danes|turkey turkish turk turks türkiye|eu european europe union|un u.n nations|kiev kyiv`;

/** A capital that only opens the sentence: the commonest words that no ending gives away. */
export const COMMON_OPENERS = `former new local national federal senior top chief young old money work life time news help talks plans prices costs sales votes voters women men
  children students parents families homes houses cars trains schools hospitals teams fans players scientists firms jobs shares stocks oil gas
  water food fire police prosecutors lawyers unions business industry trade tax taxes war peace death thousands hundreds dozens millions half part
  such certain high low big small large good bad early late recent final full open free public private political military economic global
  international foreign domestic overall together instead thus hence soon again never always often`;

/** Who speaks of a man or woman, and by which words an article knows one. */
export const GENDERED = {
  she: {
    claimed: 'she|her|hers|herself|woman|girl|mother|wife|daughter|sister|actress',
    known: String.raw`she|hers?|herself|wom[ae]n|girls?|mothers?|mum|mom|wi(?:fe|ves)|daughters?|sisters?|actress|females?|mrs|ms|miss|lad(?:y|ies)|queen|princess|nuns?|aunt|grandmother|widow|\p{L}+(?:woman|women)`,
  },
  he: {
    claimed: 'he|his|him|himself|boy|father|husband|brother|actor',
    known: String.raw`he|his|him|himself|m[ae]n|boys?|fathers?|dad|husbands?|sons?|brothers?|actors?|males?|mr|sir|lord|king|prince|monks?|uncle|grandfather|widower|\p{L}+(?:man|men)`,
  },
} as const;
