/** The register of names: who and what the article names, under the fullest form it gives. */
import type { Span } from '#domain';

export type Gender = 'f' | 'm' | '';

export interface Person {
  readonly full: string;
  readonly first: string;
  readonly last: string;
  gender: Gender;
  role: string | null;
  speaksFor: string | null;
  readonly at: number;
  count: number;
  /** "Dr.", "Mayor": the article calls the bearer by a title somewhere. */
  isTitled: boolean;
}

/** One place where a person is named; the span is the name without its title. */
export interface Mention extends Span {
  readonly person: Person;
  readonly isQuoted: boolean;
  /** The name opens its sentence: a likely subject, so the next "he" may mean it. */
  isSubject: boolean;
}

/** A name as found, before it is known whose it is. */
export interface RawName extends Span {
  readonly words: readonly string[];
  readonly gender: Gender;
  /** A title or a known first name says that it is a person. */
  readonly isPersonal: boolean;
  readonly isQuoted: boolean;
  readonly hasTitle: boolean;
}

export interface Register {
  readonly people: ReadonlyMap<string, readonly Person[]>;
  readonly all: readonly Person[];
  readonly mentions: readonly Mention[];
  /** The person a (last) name means at this place in the text, or `null`. */
  lookup(last: string, options?: { first?: string; at?: number; gender?: Gender }): Person | null;
}

export function normaliseName(word: string): string {
  return word.toLowerCase().replaceAll('’', "'").replace(/'s$/u, '').replace(/\.$/u, '');
}

/** Collects people from names of two words and more; a lone last name then means the person who bears it. */
export function buildRegister(names: readonly RawName[]): Register {
  const people = new Map<string, Person[]>();
  const all: Person[] = [];
  for (const name of names) {
    if (name.words.length < 2 || !name.isPersonal) continue;
    const person = enrol(people, name);
    if (person.count === 0) all.push(person);
    person.count++;
    person.isTitled ||= name.hasTitle;
    person.gender ||= name.gender;
  }
  for (const name of names) {
    const bearers = people.get(normaliseName(name.words.at(-1) ?? '')) ?? [];
    if (name.words.length > 1 || !name.gender) continue;
    const fitting = bearers.filter((bearer) => !bearer.gender || bearer.gender === name.gender);
    if (fitting.length === 1 && fitting[0]) fitting[0].gender = name.gender;
  }
  addSoloNames(people, all, names);
  const lookup = makeLookup(people);
  const mentions: Mention[] = [];
  for (const { words, start, end, gender, isQuoted } of names) {
    const first = words.length > 1 ? (words[0] ?? '') : '';
    const person = lookup(words.at(-1) ?? '', { first, at: start, gender });
    if (person) mentions.push({ person, start, end, isQuoted, isSubject: false });
  }
  return { people, all, mentions, lookup };
}

function enrol(people: Map<string, Person[]>, name: RawName): Person {
  const full = name.words.join(' ');
  const first = normaliseName(name.words[0] ?? '');
  const last = normaliseName(name.words.at(-1) ?? '');
  const bearers = people.get(last) ?? [];
  people.set(last, bearers);
  const known = bearers.find((bearer) => bearer.first === first);
  if (known) return known;
  const person: Person = {
    full,
    first,
    last,
    gender: '',
    role: null,
    speaksFor: null,
    at: name.start,
    count: 0,
    isTitled: false,
  };
  bearers.push(person);
  return person;
}

/** A last name with a title ("Mr. Okafor") is a person even when the first name is never given. */
function addSoloNames(people: Map<string, Person[]>, all: Person[], names: readonly RawName[]): void {
  for (const name of names) {
    if (name.words.length !== 1 || !name.hasTitle) continue;
    const full = name.words[0] ?? '';
    const last = normaliseName(full);
    if (people.has(last) || full.length < 2) continue;
    const person: Person = {
      full,
      first: '',
      last,
      gender: name.gender,
      role: null,
      speaksFor: null,
      at: name.start,
      count: 1,
      isTitled: true,
    };
    people.set(last, [person]);
    all.push(person);
  }
}

function makeLookup(people: ReadonlyMap<string, readonly Person[]>): Register['lookup'] {
  return (last, { first = '', at = Number.POSITIVE_INFINITY, gender = '' } = {}) => {
    const bearers = people.get(normaliseName(last));
    if (!bearers || bearers.length === 0) return null;
    if (first) {
      const exact = bearers.find((bearer) => bearer.first === normaliseName(first));
      if (exact) return exact;
      if (/^\p{Lu}/u.test(first) && bearers.every((bearer) => bearer.first)) return null;
    }
    let fitting = bearers;
    const sameGender = fitting.filter((bearer) => gender === '' || !bearer.gender || bearer.gender === gender);
    if (sameGender.length > 0) fitting = sameGender;
    const before = fitting.filter((bearer) => bearer.at <= at);
    if (before.length > 0) fitting = before;
    return fitting.reduce((best, bearer) => (bearer.count > best.count ? bearer : best));
  };
}

/**
 * The register without those of whom nothing says that they are persons: no role, no title, no gender, never a speaker, never named
 * again by a shorter form. Two capitals may be anything ("Courier Plus"); for finding speakers they still count.
 */
export function withoutGuesses(register: Register, speakers: Iterable<Person>): Register {
  const sure = new Set(speakers);
  for (const { person, start, end } of register.mentions)
    if (person.role !== null || person.gender || person.isTitled || end - start < person.full.length) sure.add(person);
  return { ...register, mentions: register.mentions.filter(({ person }) => sure.has(person)) };
}
