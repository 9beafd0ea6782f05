/** Who the text names, and whom a phrase at a cue means. */
import type { Span } from '#domain';

import { isQuote, NOBODY, type Passage, type Resolved, resolvedTo, type Word } from '../attribution.ts';
import { patternOfAll } from '../lexicon/index.ts';
import { buildRegister, type Gender, normaliseName, type Person, type RawName, type Register } from '../names.ts';
import type { Lists } from './lists.ts';
import { isMark, wordsIn } from './words.ts';

const PARTICLE = /^(?:de|del|della|di|da|dos|du|la|le|van|von|zu|y)$/u;
const MAX_NAME_WORDS = 4;
/** "Insel Saltery", "Banco Norte": the names of places and bodies of all languages, since an article names those of others. */
const NOT_PERSON = new RegExp(`^(?:${patternOfAll(({ speech }) => speech?.notPersons)})$`, 'iu');

/** A run of capitalised words: indices into the passage's words, `end` exclusive. */
interface Run {
  readonly start: number;
  readonly end: number;
}

function runsOf({ words }: Pick<Passage, 'words'>): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < words.length; at++) {
    if (!words[at]?.isCapital) continue;
    let end = at + 1;
    while (end < words.length) {
      const isJoint = PARTICLE.test(words[end]?.lower ?? '') && words[end + 1]?.isCapital;
      const isInitial = isMark(words[end], '.') && (words[end - 1]?.text.length ?? 9) < 3 && words[end + 1]?.isCapital;
      if (words[end]?.isCapital) end++;
      else if (isJoint || isInitial) end += 2;
      else break;
    }
    runs.push({ start: at, end });
    at = end - 1;
  }
  return runs;
}

interface Split {
  readonly titles: readonly Word[];
  readonly name: readonly Word[];
}

/** "Bürgermeisterin |Jana Brandt", "M. |Luc Moreau": what stands before the name proper. */
function splitTitles(words: readonly Word[], lists: Lists): Split {
  let cut = 0;
  while (cut < words.length - 1 && isTitle(words[cut], lists)) cut++;
  const real = words.filter((word) => word.isWord);
  // German: "Reedereichefin Jana Brandt" — of three capitals the last two are the name.
  if (cut === 0 && lists.capitalNouns && real.length >= 3 && !real.some((word) => PARTICLE.test(word.lower)))
    cut = words.length - 2;
  return { titles: words.slice(0, cut), name: words.slice(cut).filter((word) => word.isWord) };
}

function isTitle(word: Word | undefined, lists: Lists): boolean {
  const lower = word?.lower.replace(/\.$/u, '') ?? '';
  return lists.roles.test(lower) || lower in lists.honorifics || isMark(word, '.');
}

export interface Names {
  readonly register: Register;
  /** Whom the words at the cue mean; `null` when they name nobody. */
  resolve(words: readonly Word[], apposition: readonly Word[]): Resolved | null;
}

/** Names inside quotations: spoken about, or speakers whose cue stands inside the marks. */
function quotedNames(text: string, quotations: readonly Span[], lists: Lists): RawName[] {
  return quotations.flatMap((quotation) => {
    const words = wordsIn(text, quotation);
    return runsOf({ words }).flatMap((run) => {
      const name = rawName(words, run, lists);
      return name && name.words.length > 1 ? [{ ...name, isQuoted: true }] : [];
    });
  });
}

export function findNames(
  text: string,
  passages: readonly Passage[],
  quotations: readonly Span[],
  lists: Lists,
): Names {
  const raw: RawName[] = [];
  for (const passage of passages)
    for (const run of runsOf(passage)) {
      const name = rawName(passage.words, run, lists);
      if (name) raw.push(name);
    }
  raw.push(...quotedNames(text, quotations, lists));
  raw.sort((a, b) => a.start - b.start);
  const register = buildRegister(raw);
  for (const passage of passages) noteRoles(passage, register, lists);

  function resolve(words: readonly Word[], apposition: readonly Word[]): Resolved | null {
    const first = words[0];
    const last = words.findLast((word) => word.isWord);
    if (!first || !last) return null;
    const mention = { start: first.start, end: last.end };
    const person =
      personIn(words, register, lists) ?? (apposition.length > 0 ? personIn(apposition, register, lists) : null);
    if (person) return resolvedTo(person, mention);
    const name = text.slice(mention.start, mention.end).replace(/\s+/gu, ' ');
    return { ...NOBODY, speaker: { name, role: null, speaksFor: null }, mention, isGuess: false };
  }
  return { register, resolve };
}

function rawName(words: readonly Word[], run: Run, lists: Lists): RawName | null {
  let from = run.start;
  const isOpening = from === 0 || isMark(words[from - 1], '.:!?“„«') || isQuote(words[from - 1]);
  while (from < run.end - 1 && isOpening && isFunctionWord(words[from], lists)) from++;
  const { titles, name } = splitTitles(words.slice(from, run.end), lists);
  const first = name[0];
  const last = name.at(-1);
  if (!first || !last || name.length > MAX_NAME_WORDS || isFunctionWord(first, lists)) return null;
  const before = words[from - 1];
  const roleBefore = before && lists.roles.test(before.lower) ? [before] : [];
  const gender = genderOf([...titles, ...roleBefore], lists);
  const hasTitle = titles.length + roleBefore.length > 0;
  // "die Reederei Nordstern", "la Banque Centrale": a body behind its article.
  const isBody =
    !hasTitle && before !== undefined && (lists.articles.has(before.lower) || lists.joints.has(before.lower));
  return {
    words: name.map((word) => word.text),
    start: first.start,
    end: last.end,
    gender,
    isPersonal:
      !isBody &&
      !NOT_PERSON.test(first.text) &&
      name.every((word) => word.text !== word.text.toUpperCase() || word.text.length < 3),
    isQuoted: false,
    hasTitle,
  };
}

function isFunctionWord(word: Word | undefined, lists: Lists): boolean {
  const lower = word?.lower ?? '';
  return (
    lists.articles.has(lower) || lists.breaks.has(lower) || lists.conjunctions.has(lower) || lower in lists.pronouns
  );
}

function genderOf(titles: readonly Word[], lists: Lists): Gender {
  for (const { lower } of titles) {
    const honorific = lists.honorifics[lower.replace(/\.$/u, '')];
    if (honorific) return honorific;
    if (lists.roles.test(lower) && lists.femaleRoles.test(lower)) return 'f';
    if (lists.roles.test(lower)) return 'm';
  }
  return '';
}

function personIn(words: readonly Word[], register: Register, lists: Lists): Person | null {
  const run = runsOf({ words }).at(-1);
  // "die Sprecherin von Jana Brandt" is not Jana Brandt.
  const lead = run ? words.slice(0, run.start).filter((word) => word.isWord) : [];
  if (!run || lead.some((word) => lists.joints.has(word.lower) && !lists.articles.has(word.lower))) return null;
  const { name } = splitTitles(words.slice(run.start, run.end), lists);
  const last = name.at(-1);
  if (!last) return null;
  const first = name.length > 1 ? (name[0]?.text ?? '') : '';
  return register.lookup(normaliseName(last.text), { first, at: last.start });
}

/** Roles: the titles before a name ("la maire Claire Dumas") and the apposition behind it ("Jana Brandt, Chefin der Reederei,"). */
function noteRoles(passage: Passage, register: Register, lists: Lists): void {
  const { words } = passage;
  for (const run of runsOf(passage)) {
    const person = personIn(words.slice(run.start, run.end), register, lists);
    if (!person) continue;
    const role = roleBefore(words, run, lists) ?? roleBehind(words, run, lists);
    person.role ??= role;
    if (role && !person.gender) person.gender = genderOf(words.slice(Math.max(0, run.start - 4), run.end), lists);
  }
}

function roleBefore(words: readonly Word[], run: Run, lists: Lists): string | null {
  const { titles } = splitTitles(words.slice(run.start, run.end), lists);
  const own = titles.filter((word) => word.isWord && !(word.lower.replace(/\.$/u, '') in lists.honorifics));
  if (own.length > 0) return own.map((word) => word.text).join(' ');
  let from = run.start;
  while (
    from > 0 &&
    run.start - from < 4 &&
    /^\p{Ll}/u.test(words[from - 1]?.text ?? '') &&
    !isStop(words[from - 1], lists)
  )
    from--;
  const lead = words.slice(from, run.start);
  return lead.some((word) => lists.roles.test(word.lower)) ? lead.map((word) => word.text).join(' ') : null;
}

const isStop = (word: Word | undefined, lists: Lists): boolean =>
  lists.articles.has(word?.lower ?? '') || lists.breaks.has(word?.lower ?? '') || lists.verbs.has(word?.lower ?? '');

const MAX_ROLE_WORDS = 8;

function roleBehind(words: readonly Word[], run: Run, lists: Lists): string | null {
  if (!isMark(words[run.end], ',')) return null;
  const close = words.findIndex((word, index) => index > run.end && isMark(word, ',.;:'));
  if (close < 0 || close - run.end > MAX_ROLE_WORDS) return null;
  let from = run.end + 1;
  if (lists.articles.has(words[from]?.lower ?? '')) from++;
  const role = words.slice(from, close);
  if (!role.some((word) => lists.roles.test(word.lower)) || role.some(isQuote)) return null;
  return role
    .map((word) => word.text)
    .join(' ')
    .replaceAll(/(['’]) /gu, '$1');
}
