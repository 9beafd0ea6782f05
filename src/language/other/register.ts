/** Everybody the article names: full names, roles, and what a short form ("Peskov", "he") stands for. */
import type { Party, Sentence, Span, Speaker } from '#domain';

import { functionWords } from '../function-words.ts';
import { tokensOf } from '../tokens.ts';

const ROLE_WORDS = new Set(
  `minister president chancellor premier secretary spokesman spokeswoman spokesperson director chairman chairwoman chair chief leader speaker ambassador
   commissioner mayor governor senator congressman congresswoman rep sen gov attorney general manager adviser advisor candidate justice judge professor
   analyst officer head founder executive captain sergeant inspector treasurer councillor deputy vice prime foreign interior finance defence
   defense mr mrs ms miss dr sir dame lord lady former herr frau`.split(/\s+/u),
);
const HONORIFICS = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'dr',
  'sir',
  'dame',
  'lord',
  'lady',
  'herr',
  'frau',
  'm',
  'mme',
]);
const GENDERED: Readonly<Record<string, 'he' | 'she'>> = {
  mr: 'he',
  sir: 'he',
  lord: 'he',
  herr: 'he',
  mrs: 'she',
  ms: 'she',
  miss: 'she',
  dame: 'she',
  lady: 'she',
  frau: 'she',
  spokesman: 'he',
  spokeswoman: 'she',
  chairman: 'he',
  chairwoman: 'she',
  congressman: 'he',
  congresswoman: 'she',
}; // prettier-ignore
const GROUP_WORDS =
  /(?:party|league|union|council|committee|ministry|department|agency|association|group|company|inc|bank|board|commission|court|police|government|university|institute|federation|society|alliance|club|authority)$/iu;
const PRONOUNS: Readonly<Record<string, 'he' | 'she' | 'they'>> = {
  he: 'he',
  she: 'she',
  they: 'they',
  it: 'they',
  er: 'he',
  sie: 'she',
  il: 'he',
  elle: 'she',
  él: 'he',
  ella: 'she',
}; // prettier-ignore

interface Person {
  readonly name: string;
  readonly last: string;
  role: string | null;
  gender: 'he' | 'she' | null;
  /** Called by the last name alone somewhere: places and treaties are not. */
  isShortened: boolean;
  readonly sentences: Set<number>;
}

export interface Register {
  /** The speaker that a phrase names; `null` when it names nobody who can speak. */
  resolve(phrase: string, at: number): { speaker: Speaker; isSure: boolean } | null;
  /** Tells the register who just spoke, for the next pronoun. */
  spoke(name: string, at: number): void;
  parties(): Party[];
}

interface Run extends Span {
  readonly words: readonly string[];
}

/** Runs of capitalised words; a lower-case word, a comma or a quotation mark ends one. */
function capitalisedRuns(text: string): Run[] {
  const runs: { start: number; end: number; words: string[] }[] = [];
  for (const token of tokensOf(text)) {
    if (!/^\p{Lu}/u.test(token.text)) continue;
    const last = runs.at(-1);
    const word = token.text.replace(/['’]s$/u, '');
    const gap = last ? text.slice(last.end, token.start) : '';
    // "Gov. Reyes", "J. Reyes": a stop belongs to the name only behind a short title or an initial.
    const isJoined = /^[ \u00a0]$/u.test(gap) || (/^\.[ \u00a0]$/u.test(gap) && isShortened(last?.words.at(-1) ?? ''));
    if (last && isJoined) {
      last.words.push(word);
      last.end = token.end;
    } else runs.push({ start: token.start, end: token.end, words: [word] });
  }
  return runs;
}

const isShortened = (word: string): boolean => /^\p{Lu}$/u.test(word) || ROLE_WORDS.has(word.toLowerCase());
const folded = (word: string): string => word.toLowerCase().replace(/\.$/u, '');

/** Words of the run that are a role or nationality before the name proper, which is its last two words. */
function splitRole(words: readonly string[]): {
  role: string | null;
  name: readonly string[];
  honorific: string | null;
} {
  const roleEnd = words.findLastIndex((word) => ROLE_WORDS.has(folded(word)));
  const name = words.slice(roleEnd + 1);
  const before = words.slice(0, roleEnd + 1);
  const honorific = before.map(folded).find((word) => HONORIFICS.has(word)) ?? null;
  const role = before.filter((word) => !HONORIFICS.has(folded(word))).join(' ');
  return { role: role || null, name, honorific };
}

export function createRegister(text: string, sentences: readonly Sentence[], language: string): Register {
  const stop = functionWords(language);
  const people = new Map<string, Person>();
  const groups = new Map<string, Set<number>>();
  const sentenceAt = (at: number): number => sentences.find(({ start, end }) => at >= start && at < end)?.number ?? 0;
  const runs = capitalisedRuns(text).map((run) => {
    // "The Port Alder council": a capital that only opens the sentence is no part of the name.
    const words = run.words.length > 1 && stop.has(folded(run.words[0] ?? '')) ? run.words.slice(1) : run.words;
    return { ...run, words };
  });
  for (const run of runs) {
    const { role, name, honorific } = splitRole(run.words);
    if (name.length < 2 || name.length > 4 || GROUP_WORDS.test(name.at(-1) ?? '')) continue;
    const full = name.join(' ');
    const person = people.get(full) ?? {
      name: full,
      last: folded(name.at(-1) ?? ''),
      role,
      gender: null,
      isShortened: false,
      sentences: new Set<number>(),
    };
    person.role ??= role ?? roleInFront(text, run.start) ?? roleBehind(text, run.end);
    person.gender ??= genderOf(honorific, person.role);
    people.set(full, person);
  }
  for (const run of runs) {
    const { name, honorific } = splitRole(run.words);
    const person = personOf(name);
    const number = sentenceAt(run.start);
    if (person) {
      person.sentences.add(number);
      person.gender ??= genderOf(honorific, null);
      if (name.length === 1) person.isShortened = true;
    } else if (GROUP_WORDS.test(run.words.at(-1) ?? '')) {
      const key = run.words.join(' ');
      groups.set(key, (groups.get(key) ?? new Set()).add(number));
    }
  }
  let lastSpoken: { name: string; at: number } | null = null;

  function personOf(name: readonly string[]): Person | undefined {
    const last = folded(name.at(-1) ?? '');
    const matching = [...people.values()].filter((person) => person.last === last);
    if (name.length > 1)
      return matching.find((person) => person.name.toLowerCase().startsWith(folded(name[0] ?? ''))) ?? undefined;
    return matching.length === 1 ? matching[0] : undefined;
  }

  function pronoun(word: string, at: number): { speaker: Speaker; isSure: boolean } | null {
    const gender = PRONOUNS[word];
    if (!gender || !lastSpoken || lastSpoken.at > at) return null;
    const person = people.get(lastSpoken.name);
    if (gender === 'they' ? person !== undefined : !person || (person.gender !== null && person.gender !== gender))
      return null;
    return { speaker: { name: lastSpoken.name, role: person?.role ?? null, speaksFor: null }, isSure: true };
  }

  return {
    resolve(phrase, at) {
      const clean = phrase.trim();
      const words = clean.split(/\s+/u);
      if (words.length === 1 && folded(clean) in PRONOUNS) return pronoun(folded(clean), at);
      for (const run of capitalisedRuns(clean).toReversed()) {
        const person = personOf(splitRole(run.words).name);
        // "Putin's allies" are not Putin.
        if (person && !/^['’]s/u.test(clean.slice(run.end)) && !/['’]s$/u.test(clean.slice(run.start, run.end))) {
          const role = person.role ?? splitRole(run.words).role;
          return { speaker: { name: person.name, role, speaksFor: null }, isSure: true };
        }
      }
      const { role, name } = splitRole(words.filter((word) => /^\p{Lu}/u.test(word) || ROLE_WORDS.has(folded(word))));
      const isTitled = role !== null && name.length === 1 && words.length === role.split(' ').length + 1;
      if (isTitled) return { speaker: { name: name[0] ?? clean, role, speaksFor: null }, isSure: true };
      if (words.every((word) => stop.has(folded(word)))) return null;
      return {
        speaker: { name: clean.replace(/^(?:but|and|while|as)\s+/iu, ''), role: null, speaksFor: null },
        isSure: /\p{Lu}/u.test(clean) || words.length <= 6,
      };
    },
    spoke(name, at) {
      lastSpoken = { name, at };
    },
    parties() {
      const persons = [...people.values()].map(
        (person): Party => ({
          name: person.name,
          role: person.role,
          kind: person.role || person.gender || person.isShortened ? 'person' : 'unknown',
          sentences: [...person.sentences].filter((number) => number > 0),
        }),
      );
      const bodies = [...groups].map(
        ([name, numbers]): Party => ({
          name,
          role: null,
          kind: 'group',
          sentences: [...numbers].filter((number) => number > 0),
        }),
      );
      return [...persons, ...bodies].filter((party) => party.sentences.length > 0);
    },
  };
}

function genderOf(honorific: string | null, role: string | null): 'he' | 'she' | null {
  const words = [honorific ?? '', ...(role ?? '').toLowerCase().split(' ')];
  return words.map((word) => GENDERED[word]).find((gender) => gender !== undefined) ?? null;
}

/** "Kremlin spokesman Dmitry Peskov": a role in lower case before the name. */
function roleInFront(text: string, at: number): string | null {
  const match = /(?<role>(?:\p{Lu}[\p{L}’'-]* ){0,3}(?:\p{Ll}+ ){1,2})$/u.exec(text.slice(Math.max(0, at - 60), at));
  const words = match?.groups?.['role']?.trim().split(' ') ?? [];
  const from = words.findIndex((word) => /^\p{Lu}/u.test(word) || ROLE_WORDS.has(word));
  return from >= 0 && ROLE_WORDS.has(words.at(-1) ?? '') ? words.slice(from).join(' ') : null;
}

/** "Tomas Reyes, the harbour master, said": a role in apposition. */
function roleBehind(text: string, at: number): string | null {
  const match = /^, (?:the|a|an)? ?(?<role>[\p{L}\p{N} '’-]{3,60}),/u.exec(text.slice(at, at + 80));
  const role = match?.groups?.['role']?.trim() ?? null;
  return role &&
    role.split(' ').some((word) => ROLE_WORDS.has(folded(word)) || /(?:er|or|ist|ant|man|woman)$/u.test(word))
    ? role
    : null;
}
