/** Who is the subject of this verb: to its left, through adverbs, auxiliaries, times and insertions. */

import { isQuote, type Word } from '../attribution.ts';
import { CLAUSE_VERBS, PHRASE_VERBS } from '../lexicon/en/verbs.ts';
import { AUXILIARY, BE, CLAUSE_START, MEDIUM, NOT, NOUN_PREPOSITION, PRONOUN } from '../lexicon/en/words.ts';
import {
  isComma,
  isDash,
  isDeterminer,
  isNounLike,
  isOneOf,
  isPronoun,
  isTime,
  type Passage,
  type Phrase,
} from './passage.ts';
import { insertionStart, phraseEndingAt, phraseStartingAt, type Subject } from './phrases.ts';

type Words = readonly Word[];

const PARTICIPLE = /(?:ed|en|old|ought|own|een|elt|eard|ound|aid|ept|oken|itten)$/u;
/** Longest subject with all that hangs on it; keeps the search linear. */
const MAX_SUBJECT_WORDS = 32;

/** The subject left of the verb at `verb`, not reaching left of `from`; `null` when there is none or the verb is passive. */
export function subjectBefore(passage: Passage, verb: number, from: number): Subject | null {
  const { words } = passage;
  if (passage.isHeadline) return headlineSubject(words, verb, from);
  const group = verbGroup(words, verb, from);
  if (group.isPassive || group.last < from) return null;
  const last = skipAdverbial(words, group.last, from);
  if (last < from) return null;
  if (isComma(words[last]) || isDash(words[last])) return subjectBeforeInsertion(words, last, from);
  const whole = wholeStretch(words, last, from);
  const near = phraseEndingAt(words, last, from);
  if (!whole) return near;
  return near && near.start <= whole.start ? near : whole;
}

const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/u;

/** Left over auxiliaries, adverbs and negation. */
export function verbGroup(
  words: Words,
  verb: number,
  from: number,
): { last: number; isPassive: boolean; isNegated: boolean } {
  let last = verb - 1;
  let isPassive = false;
  let isNegated = false;
  while (last >= from) {
    const word = words[last];
    const isFloating = isOneOf(word, /^(?:both|all|each)$/u) && isNounLike(words[last - 1]); // "Lee and Ann both said"
    if (!word || isQuote(word) || (isPronoun(word) && !isFloating)) break;
    const isLight =
      word.pos === 'ADV' ||
      REFLEXIVE.test(word.lower) ||
      AUXILIARY.has(word.lower) ||
      NOT.has(word.lower) ||
      (isTime(word) && !word.isCapital) ||
      isFloating;
    if (!isLight) break;
    if (BE.has(word.lower) && PARTICIPLE.test(words[verb]?.lower ?? '') && !/'(?:s|re|m)/u.test(word.lower))
      isPassive = true;
    if (NOT.has(word.lower)) isNegated = true;
    last--;
  }
  return { last, isPassive, isNegated };
}

/** "Trump on Friday said", "the ministry in a statement said": steps over when and where it was said. */
function skipAdverbial(words: Words, last: number, from: number): number {
  let at = last;
  for (let round = 0; round < 2; round++) {
    const start = adverbialStart(words, at, from);
    if (start < 0 || start - 1 < from) break;
    at = start - 1;
  }
  return at;
}

function adverbialStart(words: Words, last: number, from: number): number {
  if (isTime(words[last]) && words[last - 1]?.lower !== "'s") {
    let start = last;
    while (start - 1 >= from && isTime(words[start - 1])) start--;
    if (isOneOf(words[start - 1], /^(?:on|in|at|since|late|early)$/u)) start--;
    return isNounLike(words[start - 1]) || words[start - 1]?.text === ')' ? start : -1;
  }
  for (let at = last; at > from && last - at < 10; at--) {
    const word = words[at];
    if (!isNounLike(word) && !isDeterminer(word) && !NOUN_PREPOSITION.has(word?.lower ?? '')) return -1;
    if (isOneOf(word, /^(?:in|at|on|during)$/u)) {
      for (let inner = at + 1; inner <= Math.min(last, at + 4); inner++)
        if (MEDIUM.has(words[inner]?.lower ?? '')) return at;
    }
  }
  return -1;
}

/** "X, who had been there, said" and "a spokesman, Ed Moro, said". */
function subjectBeforeInsertion(words: Words, closer: number, from: number): Subject | null {
  const opener = insertionStart(words, closer, from);
  if (opener < 0) return wholeStretch(words, closer - 1, from); // a stray comma: "Ann Lee of the union, says"
  const phrase = phraseEndingAt(words, opener - 1, from) ?? wholeStretch(words, opener - 1, from);
  if (!phrase) return opener - 1 > from ? subjectBeforeInsertionAgain(words, opener, from) : null;
  const head = words[phrase.end - 1];
  if (isTime(head)) return null;
  const inner = words.slice(opener + 1, closer);
  const capitals = inner.filter((word) => word.isCapital).length;
  if (
    !head?.isCapital &&
    !PRONOUN.has(head?.lower ?? '') &&
    inner.length <= 4 &&
    capitals >= 2 &&
    inner.every((word) => word.isCapital || word.text === '.')
  ) {
    return { start: opener + 1, end: closer, apposition: { start: phrase.start, end: phrase.end } };
  }
  const apposition = { start: opener + 1, end: closer };
  const opensLow = !words[phrase.start]?.isCapital;
  if (phrase.start > from && isComma(words[phrase.start - 1]) && opensLow) {
    const far = phraseEndingAt(words, phrase.start - 2, from); // "Ann Lee, the mayor, who was there, said"
    if (far && words[far.end - 1]?.isCapital)
      return { start: far.start, end: far.end, apposition: { start: far.end + 1, end: closer } };
  }
  if (opensLow && phrase.start > from && isOneOf(words[phrase.start - 1], /^and$/u)) {
    const outer = insertionStart(words, opener, from); // "Ann Lee, head and founder of X, Y, said"
    const name = outer > from ? phraseEndingAt(words, outer - 1, from) : null;
    if (name && (words[name.end - 1]?.isCapital ?? false)) {
      return { start: name.start, end: name.end, apposition: { start: outer + 1, end: closer } };
    }
  }
  const whole = wholeStretch(words, opener - 1, from);
  const best = whole && whole.start < phrase.start ? whole : phrase;
  return { start: best.start, end: best.end, apposition };
}

function subjectBeforeInsertionAgain(words: Words, closer: number, from: number): Subject | null {
  if (!isComma(words[closer]) && !isDash(words[closer])) return null;
  const opener = insertionStart(words, closer, from);
  if (opener < 0) return null;
  const phrase = phraseEndingAt(words, opener - 1, from);
  return phrase ? { start: phrase.start, end: phrase.end, apposition: { start: opener + 1, end: closer } } : null;
}

/**
 * A subject with all that hangs on it, when the words from a clause boundary to the verb are nothing else:
 * "an official briefed on the matter | said", "people who live near the plant | say".
 */
function wholeStretch(words: Words, last: number, from: number): Subject | null {
  let within: Subject | null = null;
  for (let start = last; start >= from && last - start < MAX_SUBJECT_WORDS; start--) {
    if (!isBoundary(words, start, from)) continue;
    const end = consumeSubject(words, start, last + 1);
    if (end === last + 1) {
      // "the paper before the council notes": a time word may also hang on the noun before it
      const hangs = isOneOf(words[start - 1], /^(?:before|after|since|under)$/u) && isNounLike(words[start - 2]);
      if (!hangs) return { start, end };
      within ??= { start, end };
    }
    if (start === from || isQuote(words[start - 1])) break;
  }
  return within;
}

function isBoundary(words: Words, start: number, from: number): boolean {
  if (start === from) return true;
  const before = words[start - 1];
  if (!before) return true;
  return (
    isQuote(before) ||
    /^[,;:(]$/u.test(before.text) ||
    isDash(before) ||
    (CLAUSE_START.has(before.lower) && before.lower !== 'that')
  );
}

/** How far a noun phrase with prepositions, participles and relative clauses reaches from `start`. */
function consumeSubject(words: Words, start: number, to: number): number {
  const core = phraseStartingAt(words, start, to);
  if (!core) return start;
  let at = core.end;
  while (at < to) {
    const word = words[at];
    if (!word) return at;
    if (isOneOf(word, /^(?:who|that|which)$/u)) return isRelativeClause(words, at, to) ? to : at;
    if (
      NOUN_PREPOSITION.has(word.lower) ||
      isOneOf(word, /^(?:about|after|before|during|since|against|to|between|under|over|through)$/u)
    ) {
      const object = phraseStartingAt(words, at + 1, to);
      if (!object) return at;
      at = object.end;
    } else if (isReducedRelative(words, at)) {
      const object = phraseStartingAt(words, at + 1, to);
      at = object ? object.end : at + 1;
    } else return at;
  }
  return at;
}

function isReducedRelative(words: Words, at: number): boolean {
  const word = words[at];
  if (!word || isQuote(word)) return false;
  if (word.lower.endsWith('ing') && word.pos === 'VERB') return true;
  if (
    isOneOf(
      word,
      /^(?:familiar|close|involved|present|aware|critical|opposed|loyal|here|there|seeking|interviewed|polled|surveyed)$/u,
    )
  )
    return true;
  if (!/(?:ed|en|wn|aught|ought|id|pt|un)$/u.test(word.lower) || word.pos !== 'VERB') return false;
  // "an official briefed on", not "an official said": a participle is followed by a preposition
  const next = words[at + 1]?.lower ?? '';
  return NOUN_PREPOSITION.has(next) && (next === 'by' || !isSpeech(word));
}

function isSpeech(word: Word): boolean {
  return CLAUSE_VERBS.has(word.lower) || PHRASE_VERBS.has(word.lower);
}

/** "who live near the plant": has a verb of its own and no second clause. */
function isRelativeClause(words: Words, at: number, to: number): boolean {
  let verbs = 0;
  for (let index = at + 1; index < to; index++) {
    const word = words[index];
    if (!word || isQuote(word) || /^[;:]$/u.test(word.text)) return false;
    if (word.pos === 'VERB' && !word.lower.endsWith('ing') && words[index - 1]?.lower !== 'to') verbs++;
    if (word.pos === 'AUX' && words[index + 1]?.pos !== 'VERB') verbs++;
    if (isOneOf(word, /^said$/u)) return false;
  }
  return verbs >= 1 && verbs <= 2;
}

function headlineSubject(words: Words, verb: number, from: number): Subject | null {
  let start = verb;
  while (
    start > from &&
    words[start - 1]?.isWord &&
    !isQuote(words[start - 1]) &&
    !CLAUSE_VERBS.has(words[start - 1]?.lower ?? '')
  )
    start--;
  while (start < verb && isOneOf(words[verb - 1], /^(?:to|will|would)$/u)) return null;
  return start < verb ? { start, end: verb } : null;
}

/** The subject right of an inverted verb: "said Ann Lee, a farmer". */
export function subjectAfter(words: Words, from: number, to: number): Subject | null {
  const phrase = phraseStartingAt(words, from, to);
  if (!phrase) return null;
  let apposition: Phrase | undefined;
  if (isComma(words[phrase.end])) {
    let close = phrase.end + 1;
    while (
      close < to &&
      !isComma(words[close]) &&
      !isQuote(words[close]) &&
      !/^[.;:!?]$/u.test(words[close]?.text ?? '')
    )
      close++;
    const isNaming = isDeterminer(words[phrase.end + 1]) || isNounLike(words[phrase.end + 1]);
    if (isNaming && close > phrase.end + 1) apposition = { start: phrase.end + 1, end: close };
  }
  return apposition ? { ...phrase, apposition } : phrase;
}
