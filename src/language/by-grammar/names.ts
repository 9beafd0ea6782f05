/** Finds names of people in tagged English text. */

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
import type { Token } from './tagged.ts';

const PARTICLE = new Set(
  'de van von der den del della di da dos al bin ibn ben el la le ten ter af av zu abu bint ul'.split(' '),
);
const SUFFIX = /^(?:jr|sr|iii|ii|iv)\.?$/u;
/** A name has at most so many words; a longer run of capitals is a headline or an institution. */
const MAX_NAME_WORDS = 4;

/** Names in one sentence; `tokens` are plain words (quotations not folded). */
export function namesIn(tokens: readonly Token[], isQuoted: (token: Token) => boolean): RawName[] {
  const names: RawName[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const end = runEnd(tokens, at);
    if (end === at) continue;
    const name = nameInRun(tokens, at, end, isQuoted);
    if (name) names.push(name);
    at = end - 1;
  }
  return names;
}

/** End of the run of capitalised words that begins here; lower-case particles count inside it. */
function runEnd(tokens: readonly Token[], from: number): number {
  if (!isNameWord(tokens[from])) return from;
  let end = from + 1;
  while (end < tokens.length) {
    const token = tokens[end];
    const gap = (token?.start ?? 0) - (tokens[end - 1]?.end ?? 0);
    if (gap > 1) break;
    if (isNameWord(token)) end++;
    else if (
      token &&
      PARTICLE.has(token.lower) &&
      (isNameWord(tokens[end + 1]) || PARTICLE.has(tokens[end + 1]?.lower ?? ''))
    )
      end++;
    else break;
  }
  return end;
}

function isNameWord(token: Token | undefined): boolean {
  return token !== undefined && token.isWord && (token.isCapital || SUFFIX.test(token.lower)) && token.quotation < 0;
}

function nameInRun(
  tokens: readonly Token[],
  from: number,
  end: number,
  isQuoted: (token: Token) => boolean,
): RawName | null {
  let run = tokens.slice(from, end);
  const opens = from === 0 || /^[.!?:“"«]$/u.test(tokens[from - 1]?.text ?? '');
  while (run.length > 0 && opens && isOpeningWord(run[0])) run = run.slice(1);
  while (run.length > 1 && SUFFIX.test(run.at(-1)?.lower ?? '')) run = run.slice(0, -1);
  const cut = Math.max(titleEnd(run), bodyEnd(tokens, from, run));
  const titles = run.slice(0, cut).map((token) => normaliseName(token.text));
  run = run.slice(cut);
  const before = run[0] === tokens[from] ? normaliseName(tokens[from - 1]?.text ?? '') : '';
  if (ROLE.has(before)) titles.push(before);
  const first = run[0];
  const last = run.at(-1);
  const preceding = tokens[tokens.indexOf(first as Token, from) - 1];
  if (!first || !last || run.length > MAX_NAME_WORDS) return null;
  const gender = genderOf(titles, run.length > 1 ? normaliseName(first.text) : '');
  const hasTitle = titles.some((title) => ROLE.has(title) || HONORIFIC.has(title) || TITLE.has(title));
  return {
    words: run.map((token) => token.text),
    start: first.start,
    end: last.end,
    gender,
    isPersonal: isPersonal(preceding, run, titles),
    isQuoted: isQuoted(first),
    hasTitle:
      hasTitle && !NOT_PERSON.has(normaliseName(last.text)) && !ROLE.has(normaliseName(last.text)) && titles.length > 0,
  };
}

function isOpeningWord(token: Token | undefined): boolean {
  if (!token) return false;
  const word = normaliseName(token.text);
  if (MALE.has(word) || FEMALE.has(word)) return false;
  if (['DET', 'ADP', 'SCONJ', 'CCONJ', 'ADV', 'PRON', 'AUX'].includes(token.pos)) return true;
  return FUNCTION.has(token.lower) || TIME.has(token.lower) || POSSESSIVE.has(token.lower);
}

/** Index after the last title or role word of the run ("Russian Deputy Foreign Minister |Mikhail Galuzin"). */
function titleEnd(run: readonly Token[]): number {
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
      (token, index) => index > 0 && index < run.length - 1 && isFirstName(normaliseName(token.text)),
    );
    const lead = normaliseName(run[0]?.text ?? '');
    if (at > 0 && !isFirstName(lead) && NOT_PERSON.has(normaliseName(run[at - 1]?.text ?? ''))) cut = at;
  }
  return cut;
}

/** "chief executive of the |Refugee Forum| Ada Brandt": the last two words of the run, when a role opens the phrase. */
function bodyEnd(tokens: readonly Token[], from: number, run: readonly Token[]): number {
  const cut = run.length - 2;
  const words = run.map((token) => normaliseName(token.text));
  if (cut < 1 || words.slice(cut).some((word) => NOT_PERSON.has(word) || ROLE.has(word) || TITLE.has(word))) return 0;
  let at = from - 1;
  if (isDeterminerWord(tokens[at])) at--;
  if (!/^(?:of|at|to|for|with)$/u.test(tokens[at]?.lower ?? '')) return 0;
  const lead = tokens.slice(Math.max(0, at - MAX_ROLE_WORDS), at);
  return lead.some((token) => ROLE.has(normaliseName(token.text))) ? cut : 0;
}
const MAX_ROLE_WORDS = 6;
const isDeterminerWord = (token: Token | undefined): boolean => /^(?:the|a|an)$/u.test(token?.lower ?? '');

function isFirstName(word: string): boolean {
  return MALE.has(word) || FEMALE.has(word);
}

function genderOf(titles: readonly string[], first: string): Gender {
  if (titles.some((title) => FEMALE_ROLE.has(title))) return 'f';
  if (titles.some((title) => MALE_ROLE.has(title))) return 'm';
  if (FEMALE.has(first)) return MALE.has(first) ? '' : 'f';
  return MALE.has(first) ? 'm' : '';
}

function isPersonal(before: Token | undefined, run: readonly Token[], titles: readonly string[]): boolean {
  const words = run.map((token) => normaliseName(token.text));
  const last = words.at(-1) ?? '';
  if (ROLE.has(last) && words.length <= 2 && !isFirstName(words[0] ?? '')) return false;
  if (
    words.length > 1 &&
    words.every((word) => word.length > 1) &&
    run.every((token) => token.text === token.text.toUpperCase() && token.text.length > 4)
  ) {
    return titles.length > 0;
  }
  if (isFirstName(words[0] ?? '') && !NOT_PERSON.has(last)) return true;
  if (words.some((word) => NOT_PERSON.has(word))) return false;
  if (titles.some((title) => HONORIFIC.has(title) || ROLE.has(title))) return true;
  if (before && (before.lower === 'the' || before.lower === 'in' || before.lower === 'at')) return false;
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    run.every((token) => /^\p{Lu}\p{L}*[\p{Ll}.]/u.test(token.text) || PARTICLE.has(token.lower))
  );
}
