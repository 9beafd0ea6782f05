/** From the words at the cue to a speaker: names, roles, pronouns. */
import type { Span, Speaker } from '#domain';

import { LastSpeaker, type Resolved, resolvedTo, type Source, type Word } from '../attribution.ts';
import { HONORIFIC, ROLE, TITLE } from '../lexicon/en/words.ts';
import { type Gender, type Mention, normaliseName, type Person, type Register } from '../names.ts';
import { isGroupName } from '../parties.ts';
import { firstIndex } from '../text/spans.ts';
import { isPronoun } from './passage.ts';
import type { Subject } from './phrases.ts';
import { describe } from './roles.ts';

/** A pronoun looks back no further than this: about a screen of text. */
const LOOK_BACK_CHARACTERS = 900;
/** "It" means a body that the sentence right before is about. */
const BODY_LOOK_BACK_CHARACTERS = 400;
const SUBJECT_LOOK_BACK_CHARACTERS = 700;

export interface Speakers {
  resolve(words: readonly Word[], subject: Subject): Resolved;
  /** Remembers who spoke last, for the pronouns to come. */
  note(resolved: Resolved, end: number): void;
  /** Remembers the main subject of the sentence before: a body that "it" may mean. */
  noteSubject(resolved: Resolved): void;
  readonly last: LastSpeaker;
}

export function createSpeakers(source: Source, register: Register): Speakers {
  let lastPerson: { person: Person; at: number } | null = null;
  let lastGroup: Resolved | null = null;
  let body: { resolved: Resolved; at: number } | null = null;
  const last = new LastSpeaker();

  function pronoun(word: string, mention: Span): Resolved {
    const unknown: Resolved = { speaker: null, mention, person: null, isPronoun: true, isGuess: true };
    const gender: Gender | null = /^(?:he|his|him)$/u.test(word) ? 'm' : /^(?:she|her)$/u.test(word) ? 'f' : null;
    if (gender) {
      const person = personFor(gender, mention.start);
      if (person) return { ...resolvedTo(person, mention), isPronoun: true };
      const name = last.resolved?.speaker?.name ?? '';
      const isName = /^\p{Lu}[\p{L}-]+$/u.test(name) && register.all.length === 0;
      return isName && last.resolved ? { ...last.resolved, mention, isPronoun: true, isGuess: true } : unknown;
    }
    if (/^(?:they|it|their|its)$/u.test(word) && body && mention.start - body.at < BODY_LOOK_BACK_CHARACTERS)
      return { ...body.resolved, mention, isPronoun: true };
    if (/^(?:they|it|their|its)$/u.test(word) && lastGroup) return { ...lastGroup, mention, isPronoun: true };
    const name = source.text.slice(mention.start, mention.end);
    return { ...unknown, speaker: { name, role: null, speaksFor: null } };
  }

  /** The last speaker, unless another person of that gender was the subject of a sentence since. */
  function personFor(gender: Gender, at: number): Person | null {
    const fits = (person: Person): boolean => !person.gender || person.gender === gender;
    const before = mentionsBefore(register.mentions, at, LOOK_BACK_CHARACTERS).filter((mention) =>
      fits(mention.person),
    );
    if (lastPerson && fits(lastPerson.person) && at - lastPerson.at < LOOK_BACK_CHARACTERS) {
      const { person, at: since } = lastPerson;
      const other = before.findLast(
        (mention) => mention.start > since && mention.person !== person && mention.isSubject,
      );
      const again = before.findLast(
        (mention) => mention.start > since && mention.person === person && mention.isSubject,
      );
      if (other && (!again || again.start < other.start)) return other.person;
      return person;
    }
    const subject = before.findLast(
      (mention) => mention.isSubject && at - mention.start < SUBJECT_LOOK_BACK_CHARACTERS,
    );
    const sure = before.findLast((mention) => mention.person.gender === gender);
    return (subject ?? sure ?? before.at(-1))?.person ?? null;
  }

  function resolve(words: readonly Word[], subject: Subject): Resolved {
    const range = subject.relative ?? subject;
    const phrase = words.slice(range.start, range.end);
    const mention = { start: phrase[0]?.start ?? 0, end: phrase.at(-1)?.end ?? 0 };
    const first = phrase[0]?.lower ?? '';
    if (phrase.length === 1 && (isPronoun(phrase[0]) || /^(?:his|her)$/u.test(first))) return pronoun(first, mention);
    const person =
      personIn(phrase, register) ?? personWithOrigin(phrase, register) ?? personInApposition(words, subject, register);
    if (person) return resolvedTo(person, mention);
    // "according to his measurements": what is his speaks for him
    if (/^(?:his|her)$/u.test(first) && !ROLE.has(phrase.at(-1)?.lower ?? '')) {
      const owner = pronoun(first, mention);
      if (owner.person) return owner;
    }
    const role = roleBearer(phrase, register, mention.start);
    if (role) return { ...resolvedTo(role, mention), isGuess: true };
    return { speaker: nameOfGroup(source, phrase, mention), mention, person: null, isPronoun: false, isGuess: false };
  }

  function note(resolved: Resolved, end: number): void {
    if (resolved.person) lastPerson = { person: resolved.person, at: end };
    else if (resolved.speaker && !resolved.isPronoun) lastGroup = resolved;
    last.note(resolved, end);
  }

  function noteSubject(resolved: Resolved): void {
    if (resolved.isPronoun) return;
    const isBody = !resolved.person && resolved.speaker !== null && isGroupName(resolved.speaker.name);
    body = isBody ? { resolved, at: resolved.mention?.end ?? 0 } : null;
  }

  return { resolve, note, noteSubject, last };
}

/** Unquoted mentions in a window before `at`. Mentions are in text order. */
function mentionsBefore(mentions: readonly Mention[], at: number, window: number): Mention[] {
  const found: Mention[] = [];
  for (let index = firstIndex(mentions, (mention) => mention.start >= at) - 1; index >= 0; index--) {
    const mention = mentions[index];
    if (!mention || at - mention.start > window) break;
    if (!mention.isQuoted) found.unshift(mention);
  }
  return found;
}

/** A person named at the end of the phrase: "Kremlin spokesman Dmitry Peskov", "Mr. Okafor". */
function personIn(phrase: readonly Word[], register: Register): Person | null {
  const open = phrase.findIndex((word) => /^[([]$/u.test(word.text)); // "Sen. Paul Reyes (R-Ohio)"
  const outside = open > 0 ? phrase.slice(0, open) : phrase;
  const real = outside.filter((word) => word.isWord && !/^(?:jr|sr|iii?)\.?$/u.test(word.lower));
  const last = real.at(-1);
  if (!last?.isCapital || real.some((word) => word.lower === 'and')) return null;
  if (real.at(-2)?.lower === "'s" || isObject(real)) return null;
  const titles = real.map((word) => normaliseName(word.text));
  const honorific = titles.find((title) => /^(?:mr|mrs|ms|miss)$/u.test(title));
  const gender: Gender = honorific ? (honorific === 'mr' ? 'm' : 'f') : '';
  const bearers = register.people.get(normaliseName(last.text)) ?? [];
  const first = titles.slice(0, -1).findLast((title) => bearers.some((bearer) => bearer.first === title));
  if (first) return register.lookup(last.text, { first, at: phrase[0]?.start ?? 0 });
  const before = titles.at(-2) ?? '';
  const isBare =
    before === '' || ROLE.has(before) || TITLE.has(before) || HONORIFIC.has(before) || !real.at(-2)?.isCapital;
  return isBare ? register.lookup(last.text, { at: phrase[0]?.start ?? 0, gender }) : null;
}

/** "a spokeswoman for Sen. Hugh Marsh", "critics of Marsh": whom others speak for or of is not who speaks. */
function isObject(phrase: readonly Word[]): boolean {
  let at = phrase.length - 1;
  while (at > 0 && (phrase[at]?.isCapital || /^(?:the|mr|mrs|ms|dr)$/u.test(phrase[at]?.lower ?? ''))) {
    const before = phrase[at - 1];
    if (/^(?:of|for|to|with|from|by|at|against|about|near|like)$/u.test(before?.lower ?? '')) {
      // "ambassador to |the United Nations Ann Stone": a body stands between.
      const between = phrase.slice(at, -1).filter((word) => word.isCapital && !isTitleWord(word));
      return at > 1 && between.length <= 1;
    }
    at--;
  }
  return false;
}

function isTitleWord(word: Word): boolean {
  const bare = normaliseName(word.text);
  return ROLE.has(bare) || TITLE.has(bare) || HONORIFIC.has(bare);
}

/** "Ann Lee of the island school": a full name, and where its bearer is from. */
function personWithOrigin(phrase: readonly Word[], register: Register): Person | null {
  const preposition = phrase.findIndex((word) => /^(?:of|from|at|with|for)$/u.test(word.lower));
  const name = phrase.slice(0, preposition);
  const isFull = name.at(-1)?.isCapital && name.at(-2)?.isCapital;
  return preposition > 1 && isFull ? personIn(name, register) : null;
}

/** "the mayor, Ann Lee, said": the name stands in the apposition. */
function personInApposition(words: readonly Word[], subject: Subject, register: Register): Person | null {
  if (!subject.apposition) return null;
  if (!namesByKind(words, subject)) return null;
  const { start, end } = subject.apposition;
  let stop = start;
  while (stop < end && (words[stop]?.isCapital || words[stop]?.text === '.')) stop++;
  return stop - start >= 2 && stop - start <= 4 ? personIn(words.slice(start, stop), register) : null;
}

/** "the mayor", "a hydrologist at the University of Norreach": says what somebody is, not who. */
function namesByKind(words: readonly Word[], { start, end }: Subject): boolean {
  const head = words[end - 1];
  if (head && !head.isCapital && ROLE.has(normaliseName(head.text))) return true;
  const isIndefinite = /^an?$/u.test(words[start]?.lower ?? '');
  return isIndefinite && words[start + 1]?.isCapital === false && words[start + 1]?.pos === 'NOUN';
}

/** "the senator", "the Florida senator": the one person of the article with that role. */
function roleBearer(phrase: readonly Word[], register: Register, at: number): Person | null {
  if (phrase[0]?.lower !== 'the' || phrase.length > 5) return null;
  const head = phrase.at(-1)?.lower ?? '';
  if (!ROLE.has(head) || phrase.some((word) => word.lower === 'of' || word.lower === 'former')) return null;
  const modifiers = phrase.slice(1, -1).map((word) => word.lower);
  const bearers = register.all.filter((person) => {
    const role = person.role?.toLowerCase().split(/[^\p{L}-]+/u) ?? [];
    return (
      person.at < at &&
      role.includes(head) &&
      modifiers.every((modifier) => role.includes(modifier) || modifier.length < 3 || speaksFor(person, modifier))
    );
  });
  return bearers.length === 1 ? (bearers[0] ?? null) : null;
}

/** "the Ohio senator": of whom the article says that he stands for Ohio. */
function speaksFor(person: Person, modifier: string): boolean {
  return person.speaksFor?.toLowerCase().includes(modifier) ?? false;
}

function nameOfGroup(source: Source, phrase: readonly Word[], mention: Span): Speaker {
  const text = source.text.slice(mention.start, mention.end).replace(/\s+/gu, ' ');
  const { role, speaksFor } = describe(phrase);
  return { name: text, role: role !== null && text.includes(role) ? null : role, speaksFor };
}
