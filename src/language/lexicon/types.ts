/** What the rules know of a language: closed lists. Grammar is code and stands with the rules that use the lists. */

import type { Pattern, Words } from './lists.ts';
import type { PageWords } from './page-words.ts';
import type { SpeechLists } from './speech-lists.ts';

/** All that is known of one language. `null`: the language has no such lists yet, and the rules pass it by. */
export interface Lexicon {
  readonly abbreviations: Abbreviations;
  readonly dates: Dates | null;
  readonly numbers: Numbers | null;
  readonly units: Units | null;
  /** Words that carry no topic: left out when sentences are compared or a subject is named. */
  readonly functionWords: Words;
  /** Endings that a stem loses, the longest first, without accents. '' where an algorithm makes the stems, or nothing does. */
  readonly endings: Words;
  readonly polarity: Polarity | null;
  readonly stances: Stances | null;
  readonly persons: Persons | null;
  readonly names: NameWords | null;
  readonly leaning: Leaning | null;
  readonly topics: Topics | null;
  readonly page: PageWords | null;
  /** Verbs of saying and what stands around them, for the rules that go by lists. English goes by grammar: `en/verbs.ts`. */
  readonly speech: SpeechLists | null;
}

/** Words that end with a stop without ending the sentence; written here without the stop. */
export interface Abbreviations {
  /** Always followed by what they belong to: titles, ranks, "vs.", "No. 5". */
  readonly binding: Words;
  /** May end a sentence: months, states, "etc."; the sentence goes on only before a lower-case word, a digit or their own kind. */
  readonly ending: Words;
  /** Words that begin a new sentence behind an initialism ("in the U.S. |The"), and Latin "e.g.", which begins none. */
  readonly openers: Words;
}

/** Months and weekdays come from `Intl`; here stands what `Intl` does not give. */
export interface Dates {
  /** Further forms: twelve months and seven weekdays from Monday in each list. */
  readonly forms: readonly Words[];
  /** Twelve abbreviations of months that a stop follows; '' for none. */
  readonly short: Words;
  /** Names of months that are other words when they are written small. */
  readonly ordinary: Words;
  /** Between two days of a month: "14 |and 16 May". */
  readonly betweenDays: Pattern;
  /** Before a day, with its space: "14 and |the 16". */
  readonly beforeDay: Pattern;
}

export interface Numbers {
  readonly words: Readonly<Record<string, number>>;
  readonly scales: Readonly<Record<string, number>>;
  /** Stand right behind the digits, and the next word right behind them. */
  readonly joinedScales: Readonly<Record<string, number>>;
  readonly ordinals: Readonly<Record<string, number>>;
  /** Between a ten and its unit: "treinta |y dos". */
  readonly joint: Pattern;
  /** "percent" in words. */
  readonly percent: Pattern;
  /** Currencies behind digits that belong to the number's own text. */
  readonly currencies: Pattern;
  /** Between a number and its unit, with the spaces: "7 millions| d’|euros". */
  readonly beforeUnit: Pattern;
}

/** By kind and name: the words behind a number. Units of one kind exclude each other, and are tried in this order. */
export const UNIT_KINDS = {
  share: ['point', 'percent'],
  money: ['dollar', 'euro', 'pound', 'yen', 'rouble', 'crown', 'franc', 'dinar'],
  length: ['metre', 'foot', 'kilometre', 'mile'],
  weight: ['tonne', 'kilogram', 'gram'],
  time: ['minute', 'hour', 'day', 'week', 'month', 'year'],
} as const;
export type UnitName = (typeof UNIT_KINDS)[keyof typeof UNIT_KINDS][number];

/** A unit without words is not looked for in this language. */
export interface Units {
  readonly words: Readonly<Partial<Record<UnitName, Pattern>>>;
  /** The script writes no space behind a unit, so that the next word may follow at once. */
  readonly isSpaceless: boolean;
}

/** What turns a statement round, or keeps it from being a fact. */
export interface Polarity {
  readonly negations: Words;
  /** "not" in "not only", which negates nothing … */
  readonly not: Words;
  /** … and its "only". */
  readonly only: Pattern;
  /** Pairs of words that news uses of the same things, a pair between two bars: "rise fall|up down". */
  readonly opposites: string;
  /** Possibility, intention, threat. */
  readonly hedges: Words;
  /** What makes a statement depend on another. */
  readonly conditions: Pattern;
  /** Words before which a quotation may not be cut, since the cut would turn a condition into a promise. */
  readonly conditionWords: Words;
  readonly denials: Denials;
  /** Refusals to speak as news words them, for sentences in which no rule found a speaker. */
  readonly refusals: Pattern;
}

export interface Denials {
  /** Verbs with their space that take back what follows; "denied the request" and "denied him bail" take back nothing. */
  readonly cues: Pattern;
  /** The bare verb, for a line that speaks of a denial in whatever construction. */
  readonly verbs: Pattern;
  /** Of these the verbs that say of a whole statement that it is not so. */
  readonly ofStatements: Pattern;
  /** Before the verb: "did |not| deny". */
  readonly negatedBy: Pattern;
  /** Where a clause ends and with it what is denied: between spaces, and behind a comma. */
  readonly clauseEnds: Pattern;
  readonly commaEnds: Pattern;
  /** Where one act ends and the next begins. */
  readonly actEnds: Pattern;
  /** "declined to say |how| many were hurt": that some were is not denied. */
  readonly granted: Pattern;
}

/** Where a speaker stands. */
export interface Stances {
  /** Beginnings of words, by the stance they show. */
  readonly supports: Pattern;
  readonly opposes: Pattern;
  readonly conditional: Pattern;
  /** Conditions that a speaker sets for himself. */
  readonly ownConditions: Pattern;
  /** Verbs that give a name, and names that nobody gives to what he wants. */
  readonly naming: Pattern;
  readonly contempt: Pattern;
  /** For one thing and against another: "called for an |end to| the ban". */
  readonly undoing: Pattern;
  /** Verbs that may be for or against what the issue names. */
  readonly open: Pattern;
}

export interface Persons {
  /** "I", "our"; written as here, since "US" and "mine" are other words. */
  readonly first: Pattern;
  /** The same at a sentence's beginning. */
  readonly firstOpening: Pattern;
  readonly second: Pattern;
  /** A speaker by this name is the writer, or anybody. */
  readonly unnamed: Pattern;
  /** Pronouns that name nobody. */
  readonly third: Pattern;
}

export interface NameWords {
  /** Titles and small words that do not tell two names apart. */
  readonly dropped: Words;
  /** A word of this kind at the end makes another party of the name before it: "the Trump |campaign". */
  readonly collective: Words;
  /** Last words of the names of bodies. */
  readonly groups: Pattern;
  readonly articles: Pattern;
  /** Pronouns and numerals that stand for a speaker and name no party. */
  readonly noParty: Pattern;
  /** Small words inside a name: "Bank |of| England". */
  readonly joiners: Words;
  /** Begin a sentence in capitals without being names. */
  readonly openers: Words;
}

/** Words by which a sentence leans on its neighbours. */
export interface Leaning {
  readonly start: Pattern;
  /** "It is …", "There were …": openings that only look as if they leaned. */
  readonly emptyStart: Pattern;
  readonly inside: Pattern;
  readonly end: Pattern;
  /** Opens a standfirst that only names its matter; written with its capital. */
  readonly verbless: Pattern;
}

/** What a question or a statement is about. */
export interface Topics {
  /** Words of a question that ask and name nothing. */
  readonly asking: Words;
  /** What may stand right before a noun phrase; '' where any word may, or capitals tell. */
  readonly beforeNoun: Pattern;
  /** Words that name no matter, and words for when. */
  readonly empty: Pattern;
  readonly times: Pattern;
  /** Labels of an interview's turns, in capitals as they are written. */
  readonly questionLabels: Pattern;
  readonly answerLabels: Pattern;
  /** Lines behind the last answer that say how the talk came about. */
  readonly outro: Pattern;
  /** Opens a label that is no speaker's: "|Update|: …". */
  readonly noSpeakers: Pattern;
  /** Right before the name of an article's author: "|by| Jane Roe". */
  readonly by: Pattern;
  /** Orders to the software that reads a page. */
  readonly orders: Pattern;
  /** Joins two words of one kind: "the plan |and| the vote". */
  readonly and: Pattern;
  readonly articles: Pattern;
  /** A model's refusal to answer. */
  readonly modelRefusals: Pattern;
}
