/** Roles: the words around a name that say what its bearer is, and for whom he speaks. */

import { isQuote, type Word } from '../attribution.ts';
import { STATES } from '../lexicon/en/parties.ts';
import { HONORIFIC, NOT_PERSON, ROLE, TITLE } from '../lexicon/en/words.ts';
import { type Mention, normaliseName } from '../names.ts';
import { isComma, isDeterminer, isNounLike, isOneOf } from './passage.ts';

const OFFICE =
  /^(?:minister|spokesman|spokeswoman|spokesperson|ambassador|envoy|president|chancellor|premier|secretary|diplomat|chief|representative|official|delegate)$/u;
const MAX_ROLE_WORDS = 9;

interface Description {
  readonly role: string | null;
  readonly speaksFor: string | null;
}
const NOTHING: Description = { role: null, speaksFor: null };

/** Notes role and principal at every place where a person is named with one. `words` are one sentence's phrase. */
export function noteRoles(words: readonly Word[], mentions: readonly Mention[]): void {
  const byStart = new Map(words.map((word, index) => [word.start, index]));
  for (const mention of mentions) {
    const at = byStart.get(mention.start);
    if (at === undefined) continue;
    const found = roleBefore(words, at) ?? roleAfter(words, at, mention.end);
    if (!found) continue;
    if (!mention.person.role || (mention.person.speaksFor === null && found.speaksFor !== null))
      mention.person.role = found.role;
    mention.person.speaksFor ??= found.speaksFor;
  }
}

/** "Kremlin spokesman |Dmitry Peskov", "Russian Deputy Foreign Minister |Galuzin". */
function roleBefore(words: readonly Word[], at: number): Description | null {
  let start = at;
  while (start > 0 && at - start < MAX_ROLE_WORDS) {
    const before = words[start - 1];
    if (isComma(before) && start === at && isClosedByComma(words, at)) start--;
    else if (
      before &&
      (isNounLike(before) || before.lower === "'s" || isOneOf(before, /^(?:of|for|to)$/u)) &&
      !isQuote(before)
    )
      start--;
    else if (isDeterminer(before) && isOneOf(words[start - 2], /^(?:of|for|to)$/u)) start--;
    else break;
  }
  while (start < at && !isRoleStart(words[start])) start++;
  start = afterStranger(words, start, at);
  const phrase = words.slice(start, at).filter((word) => !isComma(word));
  const roles = phrase.filter((word) => isRoleWord(word));
  if (roles.length === 0) return null;
  if (phrase.every((word) => HONORIFIC.has(normaliseName(word.text)))) return null;
  return describe(phrase);
}

/** "critics of |President Okafor", "in the phrase of |the prosecutor Mark Tell": what stands before the preposition is not his role. */
function afterStranger(words: readonly Word[], start: number, at: number): number {
  const first = words.findIndex((word, index) => index >= start && index < at && isRoleWord(word));
  if (first < 0) return start;
  const preposition = words.findLastIndex(
    (word, index) => index >= start && index < first && isOneOf(word, /^(?:of|for|to)$/u),
  );
  if (preposition < 0) return start;
  return isDeterminer(words[preposition + 1]) ? preposition + 2 : preposition + 1;
}

/** "A spokesman for the ministry, Pavel Orin, said": the name stands between commas. */
function isClosedByComma(words: readonly Word[], at: number): boolean {
  let end = at;
  while (words[end]?.isCapital && end - at < 4) end++;
  return isComma(words[end]);
}

function isRoleStart(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.isWord &&
    word.lower !== "'s" &&
    !isOneOf(word, /^(?:of|for|to)$/u) &&
    !HONORIFIC.has(normaliseName(word.text))
  );
}

function isRoleWord(word: Word): boolean {
  const bare = normaliseName(word.text);
  return (
    (ROLE.has(bare) || TITLE.has(bare)) && !HONORIFIC.has(bare) && !/^(?:former|then|vice|deputy|first)$/u.test(bare)
  );
}

/** "Dmitry Peskov, the Kremlin's spokesman," and "Ann Lee, who leads the group,". */
function roleAfter(words: readonly Word[], at: number, nameEnd: number): Description | null {
  let end = at;
  while (end < words.length && (words[end]?.start ?? 0) < nameEnd) end++;
  if (!isComma(words[end])) return null;
  const phrase: Word[] = [];
  for (let index = end + 1; index < words.length && phrase.length < MAX_ROLE_WORDS + 3; index++) {
    const word = words[index];
    if (
      !word ||
      isComma(word) ||
      /^[.;:!?()—–]$/u.test(word.text) ||
      isQuote(word) ||
      word.pos === 'AUX' ||
      (word.pos === 'VERB' && !word.lower.endsWith('ing')) ||
      isOneOf(word, /^(?:who|which|and|said|says|told)$/u)
    )
      break;
    phrase.push(word);
  }
  if (phrase.length < 1 || !phrase.some(isRoleWord)) return null;
  if (!isDeterminer(phrase[0]) && !isNounLike(phrase[0])) return null;
  return describe(phrase);
}

const ANY_OFFICE =
  /(?:minister|man|woman|person|director|secretary|president|head|chief|leader|chair|ambassador|lawyer|attorney|governor|mayor|member|officer|executive|manager|founder|general|lawyers)$/u;

/** Role and principal of a phrase such as "the Kremlin's deputy spokesman" or "a spokeswoman for the mayor". */
export function describe(phrase: readonly Word[]): Description {
  const first = phrase.findIndex((word) => isRoleWord(word));
  if (first < 0) return NOTHING;
  const start = isDeterminer(phrase[0]) ? 1 : 0;
  const role = join(phrase.slice(start));
  const preposition = phrase.findIndex(
    (word, index) => index > first && isOneOf(word, /^(?:for|of|at)$/u) && isPartyNext(phrase, index + 1),
  );
  if (preposition > 0 && phrase.slice(first, preposition).some((word) => isOneOf(word, ANY_OFFICE))) {
    const principal = join(phrase.slice(preposition + 1));
    return { role, speaksFor: principal || null };
  }
  return { role, speaksFor: principalBefore(phrase.slice(start, first + 1)) };
}
/** "of |the Valley Group", not "of exhibits at the university". */
function isPartyNext(phrase: readonly Word[], at: number): boolean {
  const next = isDeterminer(phrase[at]) ? phrase[at + 1] : phrase[at];
  return next?.isCapital === true || (isDeterminer(phrase[at]) && isNounLike(next));
}

function principalBefore(phrase: readonly Word[]): string | null {
  const before = phrase.slice(0, -1).filter((word) => word.lower !== "'s");
  const state = STATES[before[0]?.lower ?? ''];
  const hasOffice = phrase.some((word) => OFFICE.test(word.lower));
  if (state && hasOffice) return state;
  const names = before.filter(
    (word) => word.isCapital && !TITLE.has(normaliseName(word.text)) && !ROLE.has(normaliseName(word.text)),
  );
  if (names.length === 0 || !hasOffice || !isPrincipal(names)) return null;
  return join(names);
}

/** "Prime" of "Prime Minister" and "Foreign" of "Foreign Secretary" are no party. */
function isPrincipal(names: readonly Word[]): boolean {
  return (
    !names.every((name) =>
      /^(?:prime|foreign|defen[cs]e|interior|home|finance|health|justice|press|deputy|chief|state|vice|education|treasury|shadow|education)$/u.test(
        name.lower,
      ),
    ) &&
    !(names.length === 1 && NOT_PERSON.has(names[0]?.lower ?? '') && /^(?:new|old|the)$/u.test(names[0]?.lower ?? ''))
  );
}

function join(phrase: readonly Word[]): string {
  return phrase
    .map((word) => word.text)
    .join(' ')
    .replace(/ (['’]s?)(?= |$)/gu, '$1')
    .replace(/ ([.,)])/gu, '$1')
    .trim();
}
