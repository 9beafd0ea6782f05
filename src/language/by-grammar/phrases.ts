/** Noun phrases: to the left of a verb and to the right of it. */

import { isQuote, type Word } from '../attribution.ts';
import { AUXILIARY, MEDIUM, NOUN_PREPOSITION, POSSESSIVE, PRONOUN, ROLE } from '../lexicon/en/words.ts';
import { isDash, isDeterminer, isInlineQuote, isNounLike, isOneOf, isPronoun, isTime, type Phrase } from './passage.ts';

/** A noun phrase found left of its verb; `relative` is set when it is "who" or "which" and gives what that refers to. */
export interface Subject extends Phrase {
  readonly relative?: Phrase | null;
  /** Words between commas after the name: "X, a farmer from Y, said". */
  readonly apposition?: Phrase;
}

type Words = readonly Word[];

/** The noun phrase whose last word is at `last`, not reaching left of `from`. */
export function phraseEndingAt(words: Words, last: number, from: number): Subject | null {
  const word = words[last];
  if (!word || last < from || isQuote(word)) return null;
  if (isPronoun(word)) return pronounPhrase(words, last, from);
  if (/^[)\]]$/u.test(word.text)) {
    let open = last;
    while (open > from && !/^[([]$/u.test(words[open]?.text ?? '')) open--;
    const inner = phraseEndingAt(words, open - 1, from);
    return inner ? { ...inner, end: last + 1 } : null;
  }
  if (!isNounLike(word) || AUXILIARY.has(word.lower)) return null;
  if (isTime(word) && words[last - 1]?.lower !== "'s") return null;
  let start = last;
  while (start - 1 >= from) {
    const next = stepLeft(words, start, from);
    if (next === start) break;
    start = next;
  }
  while (start < last && isFalseStart(words[start])) start++;
  return { start, end: last + 1 };
}

function pronounPhrase(words: Words, at: number, from: number): Subject {
  const word = words[at];
  if (!isOneOf(word, /^(?:who|which|that)$/u)) {
    // "both", "many of them", "one official": a determiner of what follows was handled by the caller
    return { start: at, end: at + 1 };
  }
  const before = stepOverAge(words, words[at - 1]?.text === ',' ? at - 2 : at - 1);
  const whole = before >= from ? phraseEndingAt(words, before, from) : null;
  const antecedent = whole && word?.lower === 'who' ? personOf(words, whole) : whole;
  return { start: at, end: at + 1, relative: antecedent ? { start: antecedent.start, end: antecedent.end } : null };
}

/** "the view of |Ann Lee, who …": "who" is a person, not what hangs on one. */
function personOf(words: Words, { start, end }: Phrase): Phrase {
  const preposition =
    words.slice(start, end).findLastIndex(({ lower }) => /^(?:of|from|by|for|with)$/u.test(lower)) + start;
  const head = words[preposition - 1];
  const isThing =
    head &&
    !head.isCapital &&
    !ROLE.has(head.lower) &&
    !/(?:s|er|or|ist|man|woman|person|friend|wife|son|aide|child|mate|ee|ant|neighbou?r)$/u.test(head.lower);
  return preposition > start && isThing && words[preposition + 1]?.isCapital
    ? { start: preposition + 1, end }
    : { start, end };
}

/** "Ann Lee, 16, who …": the age between commas is nobody. */
function stepOverAge(words: Words, at: number): number {
  return /^\d{1,3}$/u.test(words[at]?.text ?? '') && words[at - 1]?.text === ',' ? at - 2 : at;
}

/** One step to the left inside a noun phrase; returns `start` when the phrase ends there. */
function stepLeft(words: Words, start: number, from: number): number {
  const before = words[start - 1];
  const second = words[start - 2];
  if (!before) return start;
  if (isQuote(before))
    return isInlineQuote(before) && start - 2 >= from && (isNounLike(second) || isDeterminer(second))
      ? start - 1
      : start;
  if (isDeterminer(before) && before.lower !== 'that') return determinerLeft(words, start, from);
  if ((isNounLike(before) && !AUXILIARY.has(before.lower)) || isJoiner(before)) return start - 1;
  if (isParticipleAdjective(words, start - 1)) return start - 1;
  if (before.text === '.' && second?.isCapital) return start - 1;
  if (
    start - 2 >= from &&
    NOUN_PREPOSITION.has(before.lower) &&
    (isNounLike(second) || second?.text === ')') &&
    !isTime(words[start])
  ) {
    return MEDIUM.has(words[start]?.lower ?? '') || isMediumPhrase(words, start) ? start : start - 1;
  }
  if (isOneOf(before, /^(?:and|or|&)$/u) && start - 2 >= from && isNounLike(second) && coordinates(words, start))
    return start - 1;
  if (before.pos === 'ADV' && isOneOf(before, /^(?:most|more|very|top|former|then|newly|recently|vice|deputy)$/u))
    return start - 1;
  return start;
}

/** The determiner closes the phrase, save where a preposition ties it to an earlier noun ("one of the advisers"). */
function determinerLeft(words: Words, start: number, from: number): number {
  const at = start - 1;
  const before = words[at - 1];
  if (isOneOf(before, /^(?:all|both|half|some|many|most)$/u)) return at - 1;
  const second = words[at - 2];
  const isTied =
    at - 2 >= from &&
    isOneOf(before, /^(?:of|for|from|at|in|with|by|on|behind|near)$/u) &&
    (isNounLike(second) || isOneOf(second, /^(?:one|some|many|most|several|two|three|none|each|all)$/u));
  if (!isTied || isMediumPhrase(words, at)) return at;
  return at - 1;
}

/** "in a statement", "in an interview": how it was said, not who. */
function isMediumPhrase(words: Words, start: number): boolean {
  const preposition = words[start - 1];
  if (!isOneOf(preposition, /^(?:in|at|on|during)$/u)) return false;
  for (let at = start; at < start + 4; at++) {
    if (MEDIUM.has(words[at]?.lower ?? '')) return true;
    if (!isNounLike(words[at]) && !isDeterminer(words[at])) return false;
  }
  return false;
}

function isJoiner(word: Word): boolean {
  return (
    word.lower === "'s" ||
    word.text === "'" ||
    word.text === '’' ||
    word.text === '-' ||
    word.text === '&' ||
    POSSESSIVE.has(word.lower)
  );
}

/** "Ukraine and its allies", "Bob and Ann": both sides are names, or both are bare plurals. */
function coordinates(words: Words, start: number): boolean {
  const left = words[start - 2];
  const right = words[start];
  if (left?.isCapital && (right?.isCapital || POSSESSIVE.has(right?.lower ?? ''))) return true;
  return !left?.isCapital && !right?.isCapital && (left?.lower ?? '').endsWith('s') && !isDeterminer(right);
}

function isFalseStart(word: Word | undefined): boolean {
  return isTime(word) || isOneOf(word, /^(?:in|on|at|of|for|from|to|with|by|-|'|'s|&)$/u);
}

/** The noun phrase that begins at `from`, with what hangs on it, not reaching `to`. */
export function phraseStartingAt(words: Words, from: number, to: number): Phrase | null {
  if (from >= to || isQuote(words[from])) return null;
  if (isPronoun(words[from]) && isOneOf(words[from], /^(?:he|she|they|it|we|i|everyone|everybody|nobody|someone)$/u))
    return { start: from, end: from + 1 };
  let end = from;
  while (end < to) {
    const next = stepRight(words, from, end, to);
    if (next === end) break;
    end = next;
  }
  if (end === from) return null;
  for (let at = from; at < end; at++) {
    if (isNounLike(words[at]) || PRONOUN.has(words[at]?.lower ?? '')) return { start: from, end };
  }
  return null;
}

const TIED_ADJECTIVE = /^(?:familiar|close|briefed|involved|present|based|opposed|loyal)$/u;

function stepRight(words: Words, from: number, end: number, to: number): number {
  const word = words[end];
  if (!word) return end;
  if (isQuote(word)) return isInlineQuote(word) && end > from && isNounLike(words[end + 1]) ? end + 1 : end;
  if (end > from && isDayOrMonth(word)) return end;
  const before = words[end - 1];
  const next = words[end + 1];
  if (end > from && isParticipleAdjective(words, end)) return end + 1;
  if (isCore(word) || isDeterminer(word) || isJoiner(word)) {
    return end > from && isDeterminer(word) && !NOUN_PREPOSITION.has(before?.lower ?? '') && isNounLike(before)
      ? end
      : end + 1;
  }
  if (word.text === '.' && end > from && (before?.text.length ?? 9) <= 4 && before?.isCapital && next?.isCapital)
    return end + 1;
  if (end > from && end + 1 < to && /^(?:of|for|from|at|with|to|in|on|near)$/u.test(word.lower)) {
    const isObject = isNounLike(next) || isDeterminer(next);
    if (!isObject || isTime(next) || isMediumPhrase(words, end + 1)) return end;
    if (word.lower !== 'of' && before?.isCapital && end - from > 1) return end;
    if (/^(?:to|on|in)$/u.test(word.lower) && !isOfficeNoun(before) && !isOneOf(before, TIED_ADJECTIVE)) return end;
    return end + 1;
  }
  if (end > from && word.lower === 'and' && end + 1 < to && next?.isCapital && before?.isCapital) return end + 1;
  if (
    end > from &&
    isOneOf(word, /^(?:familiar|close|briefed|involved|present|based)$/u) &&
    isOneOf(next, /^(?:with|to|on|in|at)$/u)
  )
    return end + 2;
  return isOneOf(word, /^(?:one|some|many|several|most|both|all|those|these|others)$/u) && end === from ? end + 1 : end;
}

function isCore(word: Word): boolean {
  return (isNounLike(word) && !AUXILIARY.has(word.lower)) || (word.isCapital && word.isWord && word.pos !== 'PRON');
}

/** "a leaked letter", "the governing party": a participle between article and noun. */
function isParticipleAdjective(words: Words, at: number): boolean {
  const word = words[at];
  if (word?.pos !== 'VERB' || !/(?:ed|ing|en|wn|ught)$/u.test(word.lower)) return false;
  const before = words[at - 1];
  return (isDeterminer(before) || before?.lower === "'s" || before?.pos === 'ADJ') && isNounLike(words[at + 1]);
}

function isDayOrMonth(word: Word): boolean {
  return (
    word.isCapital &&
    /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december)$/u.test(
      word.lower,
    )
  );
}

function isOfficeNoun(word: Word | undefined): boolean {
  return isOneOf(
    word,
    /(?:ambassador|adviser|advisor|envoy|aide|assistant|secretary|expert|official|researcher|counsel|spokesman|spokeswoman|report|article|study|survey|poll|letter|document|filing|editorial|story|people|residents|someone|voters|officials|sources|leaders|lawmakers|posting|post|interview)s?$/u,
  );
}

/** No appositive clause of a news sentence is longer; keeps the search linear. */
const MAX_INSERTION_WORDS = 45;

/** Is the text between two commas or dashes an insertion that ends right before `last + 1`? Returns where it opens. */
export function insertionStart(words: Words, closer: number, from: number): number {
  const shape = words[closer]?.text ?? '';
  let depth = 0;
  for (let at = closer - 1; at > from && closer - at < MAX_INSERTION_WORDS; at--) {
    if (isQuote(words[at]) && ++depth > 1) return -1;
    if (words[at]?.text === shape || (shape === ',' ? false : isDash(words[at]))) return at;
  }
  return -1;
}
