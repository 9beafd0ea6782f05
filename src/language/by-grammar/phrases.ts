/** Noun phrases: to the left of a verb and to the right of it. */

import { AUXILIARY, MEDIUM, NOUN_PREPOSITION, POSSESSIVE, PRONOUN, ROLE } from '../lexicon/en/words.ts';
import {
  isDash,
  isDeterminer,
  isInlineQuote,
  isNounLike,
  isOneOf,
  isPronoun,
  isQuote,
  isTime,
  type Phrase,
} from './passage.ts';
import type { Token } from './tagged.ts';

/** A noun phrase found left of its verb; `relative` is set when it is "who" or "which" and gives what that refers to. */
export interface Subject extends Phrase {
  readonly relative?: Phrase | null;
  /** Words between commas after the name: "X, a farmer from Y, said". */
  readonly apposition?: Phrase;
}

type Tokens = readonly Token[];

/** The noun phrase whose last word is at `last`, not reaching left of `from`. */
export function phraseEndingAt(tokens: Tokens, last: number, from: number): Subject | null {
  const token = tokens[last];
  if (!token || last < from || isQuote(token)) return null;
  if (isPronoun(token)) return pronounPhrase(tokens, last, from);
  if (/^[)\]]$/u.test(token.text)) {
    let open = last;
    while (open > from && !/^[([]$/u.test(tokens[open]?.text ?? '')) open--;
    const inner = phraseEndingAt(tokens, open - 1, from);
    return inner ? { ...inner, end: last + 1 } : null;
  }
  if (!isNounLike(token) || AUXILIARY.has(token.lower)) return null;
  if (isTime(token) && tokens[last - 1]?.lower !== "'s") return null;
  let start = last;
  while (start - 1 >= from) {
    const next = stepLeft(tokens, start, from);
    if (next === start) break;
    start = next;
  }
  while (start < last && isFalseStart(tokens[start])) start++;
  return { start, end: last + 1 };
}

function pronounPhrase(tokens: Tokens, at: number, from: number): Subject {
  const token = tokens[at];
  if (!isOneOf(token, /^(?:who|which|that)$/u)) {
    // "both", "many of them", "one official": a determiner of what follows was handled by the caller
    return { start: at, end: at + 1 };
  }
  const before = stepOverAge(tokens, tokens[at - 1]?.text === ',' ? at - 2 : at - 1);
  const whole = before >= from ? phraseEndingAt(tokens, before, from) : null;
  const antecedent = whole && token?.lower === 'who' ? personOf(tokens, whole) : whole;
  return { start: at, end: at + 1, relative: antecedent ? { start: antecedent.start, end: antecedent.end } : null };
}

/** "the view of |Ann Lee, who …": "who" is a person, not what hangs on one. */
function personOf(tokens: Tokens, { start, end }: Phrase): Phrase {
  const preposition =
    tokens.slice(start, end).findLastIndex(({ lower }) => /^(?:of|from|by|for|with)$/u.test(lower)) + start;
  const head = tokens[preposition - 1];
  const isThing =
    head &&
    !head.isCapital &&
    !ROLE.has(head.lower) &&
    !/(?:s|er|or|ist|man|woman|person|friend|wife|son|aide|child|mate|ee|ant|neighbou?r)$/u.test(head.lower);
  return preposition > start && isThing && tokens[preposition + 1]?.isCapital
    ? { start: preposition + 1, end }
    : { start, end };
}

/** "Ann Lee, 16, who …": the age between commas is nobody. */
function stepOverAge(tokens: Tokens, at: number): number {
  return /^\d{1,3}$/u.test(tokens[at]?.text ?? '') && tokens[at - 1]?.text === ',' ? at - 2 : at;
}

/** One step to the left inside a noun phrase; returns `start` when the phrase ends there. */
function stepLeft(tokens: Tokens, start: number, from: number): number {
  const before = tokens[start - 1];
  const second = tokens[start - 2];
  if (!before) return start;
  if (isQuote(before))
    return isInlineQuote(before) && start - 2 >= from && (isNounLike(second) || isDeterminer(second))
      ? start - 1
      : start;
  if (isDeterminer(before) && before.lower !== 'that') return determinerLeft(tokens, start, from);
  if ((isNounLike(before) && !AUXILIARY.has(before.lower)) || isJoiner(before)) return start - 1;
  if (isParticipleAdjective(tokens, start - 1)) return start - 1;
  if (before.text === '.' && second?.isCapital) return start - 1;
  if (
    start - 2 >= from &&
    NOUN_PREPOSITION.has(before.lower) &&
    (isNounLike(second) || second?.text === ')') &&
    !isTime(tokens[start])
  ) {
    return MEDIUM.has(tokens[start]?.lower ?? '') || isMediumPhrase(tokens, start) ? start : start - 1;
  }
  if (isOneOf(before, /^(?:and|or|&)$/u) && start - 2 >= from && isNounLike(second) && coordinates(tokens, start))
    return start - 1;
  if (before.pos === 'ADV' && isOneOf(before, /^(?:most|more|very|top|former|then|newly|recently|vice|deputy)$/u))
    return start - 1;
  return start;
}

/** The determiner closes the phrase, save where a preposition ties it to an earlier noun ("one of the advisers"). */
function determinerLeft(tokens: Tokens, start: number, from: number): number {
  const at = start - 1;
  const before = tokens[at - 1];
  if (isOneOf(before, /^(?:all|both|half|some|many|most)$/u)) return at - 1;
  const second = tokens[at - 2];
  const isTied =
    at - 2 >= from &&
    isOneOf(before, /^(?:of|for|from|at|in|with|by|on|behind|near)$/u) &&
    (isNounLike(second) || isOneOf(second, /^(?:one|some|many|most|several|two|three|none|each|all)$/u));
  if (!isTied || isMediumPhrase(tokens, at)) return at;
  return at - 1;
}

/** "in a statement", "in an interview": how it was said, not who. */
function isMediumPhrase(tokens: Tokens, start: number): boolean {
  const preposition = tokens[start - 1];
  if (!isOneOf(preposition, /^(?:in|at|on|during)$/u)) return false;
  for (let at = start; at < start + 4; at++) {
    if (MEDIUM.has(tokens[at]?.lower ?? '')) return true;
    if (!isNounLike(tokens[at]) && !isDeterminer(tokens[at])) return false;
  }
  return false;
}

function isJoiner(token: Token): boolean {
  return (
    token.lower === "'s" ||
    token.text === "'" ||
    token.text === '’' ||
    token.text === '-' ||
    token.text === '&' ||
    POSSESSIVE.has(token.lower)
  );
}

/** "Ukraine and its allies", "Bob and Ann": both sides are names, or both are bare plurals. */
function coordinates(tokens: Tokens, start: number): boolean {
  const left = tokens[start - 2];
  const right = tokens[start];
  if (left?.isCapital && (right?.isCapital || POSSESSIVE.has(right?.lower ?? ''))) return true;
  return !left?.isCapital && !right?.isCapital && (left?.lower ?? '').endsWith('s') && !isDeterminer(right);
}

function isFalseStart(token: Token | undefined): boolean {
  return isTime(token) || isOneOf(token, /^(?:in|on|at|of|for|from|to|with|by|-|'|'s|&)$/u);
}

/** The noun phrase that begins at `from`, with what hangs on it, not reaching `to`. */
export function phraseStartingAt(tokens: Tokens, from: number, to: number): Phrase | null {
  if (from >= to || isQuote(tokens[from])) return null;
  if (isPronoun(tokens[from]) && isOneOf(tokens[from], /^(?:he|she|they|it|we|i|everyone|everybody|nobody|someone)$/u))
    return { start: from, end: from + 1 };
  let end = from;
  while (end < to) {
    const next = stepRight(tokens, from, end, to);
    if (next === end) break;
    end = next;
  }
  if (end === from) return null;
  for (let at = from; at < end; at++) {
    if (isNounLike(tokens[at]) || PRONOUN.has(tokens[at]?.lower ?? '')) return { start: from, end };
  }
  return null;
}

function stepRight(tokens: Tokens, from: number, end: number, to: number): number {
  const token = tokens[end];
  if (!token) return end;
  if (isQuote(token)) return isInlineQuote(token) && end > from && isNounLike(tokens[end + 1]) ? end + 1 : end;
  if (end > from && isDayOrMonth(token)) return end;
  const before = tokens[end - 1];
  const next = tokens[end + 1];
  if (end > from && isParticipleAdjective(tokens, end)) return end + 1;
  if (isCore(token) || isDeterminer(token) || isJoiner(token)) {
    return end > from && isDeterminer(token) && !NOUN_PREPOSITION.has(before?.lower ?? '') && isNounLike(before)
      ? end
      : end + 1;
  }
  if (token.text === '.' && end > from && (before?.text.length ?? 9) <= 4 && before?.isCapital && next?.isCapital)
    return end + 1;
  if (end > from && end + 1 < to && /^(?:of|for|from|at|with|to|in|on|near)$/u.test(token.lower)) {
    const isObject = isNounLike(next) || isDeterminer(next);
    if (!isObject || isTime(next) || isMediumPhrase(tokens, end + 1)) return end;
    if (token.lower !== 'of' && before?.isCapital && end - from > 1) return end;
    if (/^(?:to|on|in)$/u.test(token.lower) && !isOfficeNoun(before) && !isOneOf(before, TIED_ADJECTIVE)) return end;
    return end + 1;
  }
  if (end > from && token.lower === 'and' && end + 1 < to && next?.isCapital && before?.isCapital) return end + 1;
  if (
    end > from &&
    isOneOf(token, /^(?:familiar|close|briefed|involved|present|based)$/u) &&
    isOneOf(next, /^(?:with|to|on|in|at)$/u)
  )
    return end + 2;
  return isOneOf(token, /^(?:one|some|many|several|most|both|all|those|these|others)$/u) && end === from
    ? end + 1
    : end;
}

function isCore(token: Token): boolean {
  return (
    (isNounLike(token) && !AUXILIARY.has(token.lower)) || (token.isCapital && token.isWord && token.pos !== 'PRON')
  );
}

/** "a leaked letter", "the governing party": a participle between article and noun. */
function isParticipleAdjective(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.pos !== 'VERB' || !/(?:ed|ing|en|wn|ught)$/u.test(token.lower)) return false;
  const before = tokens[at - 1];
  return (isDeterminer(before) || before?.lower === "'s" || before?.pos === 'ADJ') && isNounLike(tokens[at + 1]);
}

function isDayOrMonth(token: Token): boolean {
  return (
    token.isCapital &&
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
      token.lower,
    )
  );
}

const TIED_ADJECTIVE = /^(?:familiar|close|briefed|involved|present|based|opposed|loyal)$/u;

function isOfficeNoun(token: Token | undefined): boolean {
  return isOneOf(
    token,
    /(?:ambassador|adviser|advisor|envoy|aide|assistant|secretary|expert|official|researcher|counsel|spokesman|spokeswoman|report|article|study|survey|poll|letter|document|filing|editorial|story|people|residents|someone|voters|officials|sources|leaders|lawmakers|posting|post|interview)s?$/u,
  );
}

/** Is the text between two commas or dashes an insertion that ends right before `last + 1`? Returns where it opens. */
export function insertionStart(tokens: Tokens, closer: number, from: number): number {
  const shape = tokens[closer]?.text ?? '';
  let depth = 0;
  for (let at = closer - 1; at > from && closer - at < MAX_INSERTION_TOKENS; at--) {
    if (isQuote(tokens[at]) && ++depth > 1) return -1;
    if (tokens[at]?.text === shape || (shape === ',' ? false : isDash(tokens[at]))) return at;
  }
  return -1;
}
/** No appositive clause of a news sentence is longer; keeps the search linear. */
const MAX_INSERTION_TOKENS = 45;
