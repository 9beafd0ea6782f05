/** The lists of one language, made ready for asking. */
import { lexiconOf } from '../lexicon/index.ts';
import { listed, type Words } from '../lexicon/lists.ts';
import type { SpeechLists } from '../lexicon/speech-lists.ts';

type WordListName = {
  [Key in keyof SpeechLists]: SpeechLists[Key] extends Words ? Key : never;
}[keyof SpeechLists];
type PatternListName =
  | 'acts'
  | 'roles'
  | 'femaleRoles'
  | 'declined'
  | 'clauseActs'
  | 'media'
  | 'agencies'
  | 'ofMedia'
  | 'noVoices';

/** As in the lexicon: words as sets, patterns as regular expressions, "according to" as rows of words. */
export type Lists = Readonly<Record<Exclude<WordListName, PatternListName | 'notPersons'>, ReadonlySet<string>>> &
  Readonly<Record<PatternListName, RegExp>> &
  Pick<SpeechLists, 'pronouns' | 'honorifics' | 'dropsSubject' | 'capitalNouns'> & {
    readonly needs: Readonly<Record<string, RegExp>>;
    readonly according: readonly (readonly string[])[];
  };

/** A language without lists: only marks, colons and names are left to go by. */
const NO_LISTS: SpeechLists = {
  verbs: '',
  participles: '',
  auxiliaries: '',
  acts: '',
  complementisers: '',
  articles: '',
  joints: '',
  breaks: '',
  conjunctions: '',
  reflexives: '',
  needs: {},
  pronouns: {},
  honorifics: {},
  roles: '',
  femaleRoles: '',
  according: [],
  accordingBehind: '',
  declined: '',
  clauseActs: '',
  reflexiveAuxiliaries: '',
  clitics: '',
  toHearer: '',
  datives: '',
  objectArticles: '',
  times: '',
  media: '',
  agencies: '',
  ofMedia: '',
  noVoices: '',
  subjunctives: '',
  inTheEyesOf: '',
  notPersons: '',
  dropsSubject: false,
  capitalNouns: false,
};

const set = (words: Words): ReadonlySet<string> => new Set(listed(words));
const NEVER = /^(?!)/u;
const pattern = (before: string, words: string, behind: string, flags: string): RegExp =>
  words === '' ? NEVER : new RegExp(`${before}(?:${words})${behind}`, flags);

function ready(lists: SpeechLists): Lists {
  // "Reedereichefin": where nouns are compounds a role is told by its end, and may have the ending of a case or of a woman.
  const roles = lists.capitalNouns
    ? pattern('', lists.roles, '(?:in|s)?$', 'iu')
    : pattern('^', lists.roles, '$', 'iu');
  return {
    verbs: set(lists.verbs),
    participles: set(lists.participles),
    auxiliaries: set(lists.auxiliaries),
    acts: pattern('^', lists.acts, '', 'u'),
    complementisers: set(lists.complementisers),
    articles: set(lists.articles),
    joints: set(lists.joints),
    breaks: set(lists.breaks),
    conjunctions: set(lists.conjunctions),
    reflexives: set(lists.reflexives),
    needs: Object.fromEntries(
      Object.entries(lists.needs).map(([verb, next]): [string, RegExp] => [verb, pattern('^', next, '$', 'u')]),
    ),
    pronouns: lists.pronouns,
    honorifics: lists.honorifics,
    roles,
    femaleRoles: pattern('', lists.femaleRoles, '$', 'u'),
    according: lists.according.map(listed),
    accordingBehind: set(lists.accordingBehind),
    declined: pattern('', lists.declined, '', 'u'),
    clauseActs: pattern('^', lists.clauseActs, '', 'u'),
    reflexiveAuxiliaries: set(lists.reflexiveAuxiliaries),
    clitics: set(lists.clitics),
    toHearer: set(lists.toHearer),
    datives: set(lists.datives),
    objectArticles: set(lists.objectArticles),
    times: set(lists.times),
    media: pattern('', lists.media, '$', 'iu'),
    agencies: pattern('', lists.agencies, '$', 'iu'),
    ofMedia: pattern('', lists.ofMedia, '$', 'iu'),
    noVoices: pattern('', lists.noVoices, '$', 'iu'),
    subjunctives: set(lists.subjunctives),
    inTheEyesOf: set(lists.inTheEyesOf),
    dropsSubject: lists.dropsSubject,
    capitalNouns: lists.capitalNouns,
  };
}

const prepared = new Map<SpeechLists, Lists>();

export function listsFor(language: string): Lists {
  const lists = lexiconOf(language)?.speech ?? NO_LISTS;
  const known = prepared.get(lists) ?? ready(lists);
  prepared.set(lists, known);
  return known;
}
