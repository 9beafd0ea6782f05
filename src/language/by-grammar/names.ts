/** Finds names of people in tagged English text. */

import type { Word } from '../attribution.ts';
import {
  FEMALE,
  FEMALE_ROLE,
  FUNCTION,
  HONORIFIC,
  MALE,
  MALE_ROLE,
  NOT_PERSON,
  POSSESSIVE,
  ROLE,
  TIME,
  TITLE,
} from '../lexicon/en/words.ts';
import { type Gender, normaliseName, type RawName } from '../names.ts';

const PARTICLE = new Set(
  'de van von der den del della di da dos al bin ibn ben el la le ten ter af av zu abu bint ul'.split(' '),
);
const SUFFIX = /^(?:jr|sr|iii|ii|iv)\.?$/u;
/** A name has at most so many words; a longer run of capitals is a headline or an institution. */
const MAX_NAME_WORDS = 4;

/** Names in one sentence; `words` are plain words (quotations not folded). */
export function namesIn(words: readonly Word[], isQuoted: (word: Word) => boolean): RawName[] {
  const names: RawName[] = [];
  for (let at = 0; at < words.length; at++) {
    const end = runEnd(words, at);
    if (end === at) continue;
    const name = nameInRun(words, at, end, isQuoted);
    if (name) names.push(name);
    at = end - 1;
  }
  return names;
}

/** End of the run of capitalised words that begins here; lower-case particles count inside it. */
function runEnd(words: readonly Word[], from: number): number {
  if (!isNameWord(words[from])) return from;
  let end = from + 1;
  while (end < words.length) {
    const word = words[end];
    const gap = (word?.start ?? 0) - (words[end - 1]?.end ?? 0);
    if (gap > 1) break;
    if (isNameWord(word)) end++;
    else if (
      word &&
      PARTICLE.has(word.lower) &&
      (isNameWord(words[end + 1]) || PARTICLE.has(words[end + 1]?.lower ?? ''))
    )
      end++;
    else break;
  }
  return end;
}

function isNameWord(word: Word | undefined): boolean {
  return word !== undefined && word.isWord && (word.isCapital || SUFFIX.test(word.lower)) && word.quotation < 0;
}

function nameInRun(
  words: readonly Word[],
  from: number,
  end: number,
  isQuoted: (word: Word) => boolean,
): RawName | null {
  let run = words.slice(from, end);
  const opens = from === 0 || /^[.!?:“"«]$/u.test(words[from - 1]?.text ?? '');
  while (run.length > 0 && opens && isOpeningWord(run[0])) run = run.slice(1);
  while (run.length > 1 && SUFFIX.test(run.at(-1)?.lower ?? '')) run = run.slice(0, -1);
  const cut = Math.max(titleEnd(run), bodyEnd(words, from, run));
  const titles = run.slice(0, cut).map((word) => normaliseName(word.text));
  run = run.slice(cut);
  const before = run[0] === words[from] ? normaliseName(words[from - 1]?.text ?? '') : '';
  if (ROLE.has(before)) titles.push(before);
  const first = run[0];
  const last = run.at(-1);
  const preceding = words[words.indexOf(first as Word, from) - 1];
  if (!first || !last || run.length > MAX_NAME_WORDS) return null;
  const gender = genderOf(titles, run.length > 1 ? normaliseName(first.text) : '');
  const hasTitle = titles.some((title) => ROLE.has(title) || HONORIFIC.has(title) || TITLE.has(title));
  return {
    words: run.map((word) => word.text),
    start: first.start,
    end: last.end,
    gender,
    isPersonal: isPersonal(preceding, run, titles),
    isQuoted: isQuoted(first),
    hasTitle:
      hasTitle && !NOT_PERSON.has(normaliseName(last.text)) && !ROLE.has(normaliseName(last.text)) && titles.length > 0,
  };
}

function isOpeningWord(word: Word | undefined): boolean {
  if (!word) return false;
  const bare = normaliseName(word.text);
  if (MALE.has(bare) || FEMALE.has(bare)) return false;
  if (['DET', 'ADP', 'SCONJ', 'CCONJ', 'ADV', 'PRON', 'AUX'].includes(word.pos ?? '')) return true;
  return FUNCTION.has(word.lower) || TIME.has(word.lower) || POSSESSIVE.has(word.lower);
}

/** Index after the last title or role word of the run ("Russian Deputy Foreign Minister |Mikhail Galuzin"). */
function titleEnd(run: readonly Word[]): number {
  let cut = 0;
  for (let index = 0; index < run.length - 1; index++) {
    const word = normaliseName(run[index]?.text ?? '');
    const next = normaliseName(run[index + 1]?.text ?? '');
    if ((ROLE.has(word) || TITLE.has(word)) && !(cut === index && isFirstName(word) && !isFirstName(next) && index > 0))
      cut = index + 1;
  }
  if (cut === 0 && run.length >= 3) {
    // "Fox News Bret Baier": a known first name before the last word
    const at = run.findIndex(
      (word, index) => index > 0 && index < run.length - 1 && isFirstName(normaliseName(word.text)),
    );
    const lead = normaliseName(run[0]?.text ?? '');
    if (at > 0 && !isFirstName(lead) && NOT_PERSON.has(normaliseName(run[at - 1]?.text ?? ''))) cut = at;
  }
  return cut;
}

const MAX_ROLE_WORDS = 6;

/** "chief executive of the |Refugee Forum| Ada Brandt": the last two words of the run, when a role opens the phrase. */
function bodyEnd(words: readonly Word[], from: number, run: readonly Word[]): number {
  const cut = run.length - 2;
  const parts = run.map((word) => normaliseName(word.text));
  if (cut < 1 || parts.slice(cut).some((word) => NOT_PERSON.has(word) || ROLE.has(word) || TITLE.has(word))) return 0;
  let at = from - 1;
  if (isDeterminerWord(words[at])) at--;
  if (!/^(?:of|at|to|for|with)$/u.test(words[at]?.lower ?? '')) return 0;
  const lead = words.slice(Math.max(0, at - MAX_ROLE_WORDS), at);
  return lead.some((word) => ROLE.has(normaliseName(word.text))) ? cut : 0;
}
const isDeterminerWord = (word: Word | undefined): boolean => /^(?:the|a|an)$/u.test(word?.lower ?? '');

function isFirstName(word: string): boolean {
  return MALE.has(word) || FEMALE.has(word);
}

function genderOf(titles: readonly string[], first: string): Gender {
  if (titles.some((title) => FEMALE_ROLE.has(title))) return 'f';
  if (titles.some((title) => MALE_ROLE.has(title))) return 'm';
  if (FEMALE.has(first)) return MALE.has(first) ? '' : 'f';
  return MALE.has(first) ? 'm' : '';
}

function isPersonal(before: Word | undefined, run: readonly Word[], titles: readonly string[]): boolean {
  const parts = run.map((word) => normaliseName(word.text));
  const last = parts.at(-1) ?? '';
  if (ROLE.has(last) && parts.length <= 2 && !isFirstName(parts[0] ?? '')) return false;
  if (
    parts.length > 1 &&
    parts.every((word) => word.length > 1) &&
    run.every((word) => word.text === word.text.toUpperCase() && word.text.length > 4)
  ) {
    return titles.length > 0;
  }
  if (isFirstName(parts[0] ?? '') && !NOT_PERSON.has(last)) return true;
  if (parts.some((word) => NOT_PERSON.has(word))) return false;
  if (titles.some((title) => HONORIFIC.has(title) || ROLE.has(title))) return true;
  if (before && (before.lower === 'the' || before.lower === 'in' || before.lower === 'at')) return false;
  return (
    parts.length >= 2 &&
    parts.length <= 3 &&
    run.every((word) => /^\p{Lu}\p{L}*[\p{Ll}.]/u.test(word.text) || PARTICLE.has(word.lower))
  );
}
