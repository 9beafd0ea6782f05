/** Roles: the words around a name that say what its bearer is, and for whom he speaks. */

import { STATES } from '../lexicon/en/parties.ts';
import { HONORIFIC, NOT_PERSON, ROLE, TITLE } from '../lexicon/en/words.ts';
import { type Mention, normaliseName } from '../names.ts';
import { isComma, isDeterminer, isNounLike, isOneOf, isQuote } from './passage.ts';
import type { Token } from './tagged.ts';

const OFFICE =
  /^(?:minister|spokesman|spokeswoman|spokesperson|ambassador|envoy|president|chancellor|premier|secretary|diplomat|chief|representative|official|delegate)$/u;
const MAX_ROLE_TOKENS = 9;

interface Description {
  readonly role: string | null;
  readonly speaksFor: string | null;
}
const NOTHING: Description = { role: null, speaksFor: null };

/** Notes role and principal at every place where a person is named with one. `tokens` are one sentence's words. */
export function noteRoles(tokens: readonly Token[], mentions: readonly Mention[]): void {
  const byStart = new Map(tokens.map((token, index) => [token.start, index]));
  for (const mention of mentions) {
    const at = byStart.get(mention.start);
    if (at === undefined) continue;
    const found = roleBefore(tokens, at) ?? roleAfter(tokens, at, mention.end);
    if (!found) continue;
    if (!mention.person.role || (mention.person.speaksFor === null && found.speaksFor !== null))
      mention.person.role = found.role;
    mention.person.speaksFor ??= found.speaksFor;
  }
}

/** "Kremlin spokesman |Dmitry Peskov", "Russian Deputy Foreign Minister |Galuzin". */
function roleBefore(tokens: readonly Token[], at: number): Description | null {
  let start = at;
  while (start > 0 && at - start < MAX_ROLE_TOKENS) {
    const before = tokens[start - 1];
    if (isComma(before) && start === at && isClosedByComma(tokens, at)) start--;
    else if (
      before &&
      (isNounLike(before) || before.lower === "'s" || isOneOf(before, /^(?:of|for|to)$/u)) &&
      !isQuote(before)
    )
      start--;
    else if (isDeterminer(before) && isOneOf(tokens[start - 2], /^(?:of|for|to)$/u)) start--;
    else break;
  }
  while (start < at && !isRoleStart(tokens[start])) start++;
  start = afterStranger(tokens, start, at);
  const words = tokens.slice(start, at).filter((token) => !isComma(token));
  const roles = words.filter((word) => isRoleWord(word));
  if (roles.length === 0) return null;
  if (words.every((word) => HONORIFIC.has(normaliseName(word.text)))) return null;
  return describe(words);
}

/** "critics of |President Okafor", "in the words of |the prosecutor Mark Tell": what stands before the preposition is not his role. */
function afterStranger(tokens: readonly Token[], start: number, at: number): number {
  const first = tokens.findIndex((token, index) => index >= start && index < at && isRoleWord(token));
  if (first < 0) return start;
  const preposition = tokens.findLastIndex(
    (token, index) => index >= start && index < first && isOneOf(token, /^(?:of|for|to)$/u),
  );
  if (preposition < 0) return start;
  return isDeterminer(tokens[preposition + 1]) ? preposition + 2 : preposition + 1;
}

/** "A spokesman for the ministry, Pavel Orin, said": the name stands between commas. */
function isClosedByComma(tokens: readonly Token[], at: number): boolean {
  let end = at;
  while (tokens[end]?.isCapital && end - at < 4) end++;
  return isComma(tokens[end]);
}

function isRoleStart(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.isWord &&
    token.lower !== "'s" &&
    !isOneOf(token, /^(?:of|for|to)$/u) &&
    !HONORIFIC.has(normaliseName(token.text))
  );
}

function isRoleWord(token: Token): boolean {
  const word = normaliseName(token.text);
  return (
    (ROLE.has(word) || TITLE.has(word)) && !HONORIFIC.has(word) && !/^(?:former|then|vice|deputy|first)$/u.test(word)
  );
}

/** "Dmitry Peskov, the Kremlin's spokesman," and "Ann Lee, who leads the group,". */
function roleAfter(tokens: readonly Token[], at: number, nameEnd: number): Description | null {
  let end = at;
  while (end < tokens.length && (tokens[end]?.start ?? 0) < nameEnd) end++;
  if (!isComma(tokens[end])) return null;
  const words: Token[] = [];
  for (let index = end + 1; index < tokens.length && words.length < MAX_ROLE_TOKENS + 3; index++) {
    const token = tokens[index];
    if (
      !token ||
      isComma(token) ||
      /^[.;:!?()—–]$/u.test(token.text) ||
      isQuote(token) ||
      token.pos === 'AUX' ||
      (token.pos === 'VERB' && !token.lower.endsWith('ing')) ||
      isOneOf(token, /^(?:who|which|and|said|says|told)$/u)
    )
      break;
    words.push(token);
  }
  if (words.length < 1 || !words.some(isRoleWord)) return null;
  if (!isDeterminer(words[0]) && !isNounLike(words[0])) return null;
  return describe(words);
}

/** Role and principal of a phrase such as "the Kremlin's deputy spokesman" or "a spokeswoman for the mayor". */
export function describe(words: readonly Token[]): Description {
  const first = words.findIndex((word) => isRoleWord(word));
  if (first < 0) return NOTHING;
  const start = isDeterminer(words[0]) ? 1 : 0;
  const role = join(words.slice(start));
  const preposition = words.findIndex(
    (word, index) => index > first && isOneOf(word, /^(?:for|of|at)$/u) && isPartyNext(words, index + 1),
  );
  if (preposition > 0 && words.slice(first, preposition).some((word) => isOneOf(word, ANY_OFFICE))) {
    const principal = join(words.slice(preposition + 1));
    return { role, speaksFor: principal || null };
  }
  return { role, speaksFor: principalBefore(words.slice(start, first + 1)) };
}
/** "of |the Valley Group", not "of exhibits at the university". */
function isPartyNext(words: readonly Token[], at: number): boolean {
  const next = isDeterminer(words[at]) ? words[at + 1] : words[at];
  return next?.isCapital === true || (isDeterminer(words[at]) && isNounLike(next));
}

const ANY_OFFICE =
  /(?:minister|man|woman|person|director|secretary|president|head|chief|leader|chair|ambassador|lawyer|attorney|governor|mayor|member|officer|executive|manager|founder|general|lawyers)$/u;

function principalBefore(words: readonly Token[]): string | null {
  const before = words.slice(0, -1).filter((word) => word.lower !== "'s");
  const state = STATES[before[0]?.lower ?? ''];
  const hasOffice = words.some((word) => OFFICE.test(word.lower));
  if (state && hasOffice) return state;
  const names = before.filter(
    (word) => word.isCapital && !TITLE.has(normaliseName(word.text)) && !ROLE.has(normaliseName(word.text)),
  );
  if (names.length === 0 || !hasOffice || !isPrincipal(names)) return null;
  return join(names);
}

/** "Prime" of "Prime Minister" and "Foreign" of "Foreign Secretary" are no party. */
function isPrincipal(names: readonly Token[]): boolean {
  return (
    !names.every((name) =>
      /^(?:prime|foreign|defen[cs]e|interior|home|finance|health|justice|press|deputy|chief|state|vice|education|treasury|shadow|education)$/u.test(
        name.lower,
      ),
    ) &&
    !(names.length === 1 && NOT_PERSON.has(names[0]?.lower ?? '') && /^(?:new|old|the)$/u.test(names[0]?.lower ?? ''))
  );
}

function join(words: readonly Token[]): string {
  return words
    .map((word) => word.text)
    .join(' ')
    .replace(/ (['’]s?)(?= |$)/gu, '$1')
    .replace(/ ([.,)])/gu, '$1')
    .trim();
}
