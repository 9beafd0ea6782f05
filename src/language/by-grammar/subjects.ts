/** Who is the subject of this verb: to its left, through adverbs, auxiliaries, times and insertions. */

import { CLAUSE_VERBS, PHRASE_VERBS } from '../lexicon/en/verbs.ts';
import { AUXILIARY, BE, CLAUSE_START, MEDIUM, NOT, NOUN_PREPOSITION, PRONOUN } from '../lexicon/en/words.ts';
import {
  isComma,
  isDash,
  isDeterminer,
  isNounLike,
  isOneOf,
  isPronoun,
  isQuote,
  isTime,
  type Passage,
  type Phrase,
} from './passage.ts';
import { insertionStart, phraseEndingAt, phraseStartingAt, type Subject } from './phrases.ts';
import type { Token } from './tagged.ts';

type Tokens = readonly Token[];

const PARTICIPLE = /(?:ed|en|old|ought|own|een|elt|eard|ound|aid|ept|oken|itten)$/u;
/** Longest subject with all that hangs on it; keeps the search linear. */
const MAX_SUBJECT_TOKENS = 32;

/** The subject left of the verb at `verb`, not reaching left of `from`; `null` when there is none or the verb is passive. */
export function subjectBefore(passage: Passage, verb: number, from: number): Subject | null {
  const { tokens } = passage;
  if (passage.isHeadline) return headlineSubject(tokens, verb, from);
  const group = verbGroup(tokens, verb, from);
  if (group.isPassive || group.last < from) return null;
  const last = skipAdverbial(tokens, group.last, from);
  if (last < from) return null;
  if (isComma(tokens[last]) || isDash(tokens[last])) return subjectBeforeInsertion(tokens, last, from);
  const whole = wholeStretch(tokens, last, from);
  const near = phraseEndingAt(tokens, last, from);
  if (!whole) return near;
  return near && near.start <= whole.start ? near : whole;
}

const REFLEXIVE = /^(?:him|her|it|them)sel(?:f|ves)$/u;

/** Left over auxiliaries, adverbs and negation. */
export function verbGroup(
  tokens: Tokens,
  verb: number,
  from: number,
): { last: number; isPassive: boolean; isNegated: boolean } {
  let last = verb - 1;
  let isPassive = false;
  let isNegated = false;
  while (last >= from) {
    const token = tokens[last];
    const isFloating = isOneOf(token, /^(?:both|all|each)$/u) && isNounLike(tokens[last - 1]); // "Lee and Ann both said"
    if (!token || isQuote(token) || (isPronoun(token) && !isFloating)) break;
    const isLight =
      token.pos === 'ADV' ||
      REFLEXIVE.test(token.lower) ||
      AUXILIARY.has(token.lower) ||
      NOT.has(token.lower) ||
      (isTime(token) && !token.isCapital) ||
      isFloating;
    if (!isLight) break;
    if (BE.has(token.lower) && PARTICIPLE.test(tokens[verb]?.lower ?? '') && !/'(?:s|re|m)/u.test(token.lower))
      isPassive = true;
    if (NOT.has(token.lower)) isNegated = true;
    last--;
  }
  return { last, isPassive, isNegated };
}

/** "Trump on Friday said", "the ministry in a statement said": steps over when and where it was said. */
function skipAdverbial(tokens: Tokens, last: number, from: number): number {
  let at = last;
  for (let round = 0; round < 2; round++) {
    const start = adverbialStart(tokens, at, from);
    if (start < 0 || start - 1 < from) break;
    at = start - 1;
  }
  return at;
}

function adverbialStart(tokens: Tokens, last: number, from: number): number {
  if (isTime(tokens[last]) && tokens[last - 1]?.lower !== "'s") {
    let start = last;
    while (start - 1 >= from && isTime(tokens[start - 1])) start--;
    if (isOneOf(tokens[start - 1], /^(?:on|in|at|since|late|early)$/u)) start--;
    return isNounLike(tokens[start - 1]) || tokens[start - 1]?.text === ')' ? start : -1;
  }
  for (let at = last; at > from && last - at < 10; at--) {
    const token = tokens[at];
    if (!isNounLike(token) && !isDeterminer(token) && !NOUN_PREPOSITION.has(token?.lower ?? '')) return -1;
    if (isOneOf(token, /^(?:in|at|on|during)$/u)) {
      for (let inner = at + 1; inner <= Math.min(last, at + 4); inner++)
        if (MEDIUM.has(tokens[inner]?.lower ?? '')) return at;
    }
  }
  return -1;
}

/** "X, who had been there, said" and "a spokesman, Ed Moro, said". */
function subjectBeforeInsertion(tokens: Tokens, closer: number, from: number): Subject | null {
  const opener = insertionStart(tokens, closer, from);
  if (opener < 0) return wholeStretch(tokens, closer - 1, from); // a stray comma: "Ann Lee of the union, says"
  const phrase = phraseEndingAt(tokens, opener - 1, from) ?? wholeStretch(tokens, opener - 1, from);
  if (!phrase) return opener - 1 > from ? subjectBeforeInsertionAgain(tokens, opener, from) : null;
  const head = tokens[phrase.end - 1];
  if (isTime(head)) return null;
  const inner = tokens.slice(opener + 1, closer);
  const capitals = inner.filter((token) => token.isCapital).length;
  if (
    !head?.isCapital &&
    !PRONOUN.has(head?.lower ?? '') &&
    inner.length <= 4 &&
    capitals >= 2 &&
    inner.every((token) => token.isCapital || token.text === '.')
  ) {
    return { start: opener + 1, end: closer, apposition: { start: phrase.start, end: phrase.end } };
  }
  const apposition = { start: opener + 1, end: closer };
  const opensLow = !tokens[phrase.start]?.isCapital;
  if (phrase.start > from && isComma(tokens[phrase.start - 1]) && opensLow) {
    const far = phraseEndingAt(tokens, phrase.start - 2, from); // "Ann Lee, the mayor, who was there, said"
    if (far && tokens[far.end - 1]?.isCapital)
      return { start: far.start, end: far.end, apposition: { start: far.end + 1, end: closer } };
  }
  if (opensLow && phrase.start > from && isOneOf(tokens[phrase.start - 1], /^and$/u)) {
    const outer = insertionStart(tokens, opener, from); // "Ann Lee, head and founder of X, Y, said"
    const name = outer > from ? phraseEndingAt(tokens, outer - 1, from) : null;
    if (name && (tokens[name.end - 1]?.isCapital ?? false)) {
      return { start: name.start, end: name.end, apposition: { start: outer + 1, end: closer } };
    }
  }
  const whole = wholeStretch(tokens, opener - 1, from);
  const best = whole && whole.start < phrase.start ? whole : phrase;
  return { start: best.start, end: best.end, apposition };
}

function subjectBeforeInsertionAgain(tokens: Tokens, closer: number, from: number): Subject | null {
  if (!isComma(tokens[closer]) && !isDash(tokens[closer])) return null;
  const opener = insertionStart(tokens, closer, from);
  if (opener < 0) return null;
  const phrase = phraseEndingAt(tokens, opener - 1, from);
  return phrase ? { start: phrase.start, end: phrase.end, apposition: { start: opener + 1, end: closer } } : null;
}

/**
 * A subject with all that hangs on it, when the words from a clause boundary to the verb are nothing else:
 * "an official briefed on the matter | said", "people who live near the plant | say".
 */
function wholeStretch(tokens: Tokens, last: number, from: number): Subject | null {
  let within: Subject | null = null;
  for (let start = last; start >= from && last - start < MAX_SUBJECT_TOKENS; start--) {
    if (!isBoundary(tokens, start, from)) continue;
    const end = consumeSubject(tokens, start, last + 1);
    if (end === last + 1) {
      // "the paper before the council notes": a time word may also hang on the noun before it
      const hangs = isOneOf(tokens[start - 1], /^(?:before|after|since|under)$/u) && isNounLike(tokens[start - 2]);
      if (!hangs) return { start, end };
      within ??= { start, end };
    }
    if (start === from || isQuote(tokens[start - 1])) break;
  }
  return within;
}

function isBoundary(tokens: Tokens, start: number, from: number): boolean {
  if (start === from) return true;
  const before = tokens[start - 1];
  if (!before) return true;
  return (
    isQuote(before) ||
    /^[,;:(]$/u.test(before.text) ||
    isDash(before) ||
    (CLAUSE_START.has(before.lower) && before.lower !== 'that')
  );
}

/** How far a noun phrase with prepositions, participles and relative clauses reaches from `start`. */
function consumeSubject(tokens: Tokens, start: number, to: number): number {
  const core = phraseStartingAt(tokens, start, to);
  if (!core) return start;
  let at = core.end;
  while (at < to) {
    const token = tokens[at];
    if (!token) return at;
    if (isOneOf(token, /^(?:who|that|which)$/u)) return isRelativeClause(tokens, at, to) ? to : at;
    if (
      NOUN_PREPOSITION.has(token.lower) ||
      isOneOf(token, /^(?:about|after|before|during|since|against|to|between|under|over|through)$/u)
    ) {
      const object = phraseStartingAt(tokens, at + 1, to);
      if (!object) return at;
      at = object.end;
    } else if (isReducedRelative(tokens, at)) {
      const object = phraseStartingAt(tokens, at + 1, to);
      at = object ? object.end : at + 1;
    } else return at;
  }
  return at;
}

function isReducedRelative(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (!token || isQuote(token)) return false;
  if (token.lower.endsWith('ing') && token.pos === 'VERB') return true;
  if (
    isOneOf(
      token,
      /^(?:familiar|close|involved|present|aware|critical|opposed|loyal|here|there|seeking|interviewed|polled|surveyed)$/u,
    )
  )
    return true;
  if (!/(?:ed|en|wn|aught|ought|id|pt|un)$/u.test(token.lower) || token.pos !== 'VERB') return false;
  // "an official briefed on", not "an official said": a participle is followed by a preposition
  const next = tokens[at + 1]?.lower ?? '';
  return NOUN_PREPOSITION.has(next) && (next === 'by' || !isSpeech(token));
}

function isSpeech(token: Token): boolean {
  return CLAUSE_VERBS.has(token.lower) || PHRASE_VERBS.has(token.lower);
}

/** "who live near the plant": has a verb of its own and no second clause. */
function isRelativeClause(tokens: Tokens, at: number, to: number): boolean {
  let verbs = 0;
  for (let index = at + 1; index < to; index++) {
    const token = tokens[index];
    if (!token || isQuote(token) || /^[;:]$/u.test(token.text)) return false;
    if (token.pos === 'VERB' && !token.lower.endsWith('ing') && tokens[index - 1]?.lower !== 'to') verbs++;
    if (token.pos === 'AUX' && tokens[index + 1]?.pos !== 'VERB') verbs++;
    if (isOneOf(token, /^said$/u)) return false;
  }
  return verbs >= 1 && verbs <= 2;
}

function headlineSubject(tokens: Tokens, verb: number, from: number): Subject | null {
  let start = verb;
  while (
    start > from &&
    tokens[start - 1]?.isWord &&
    !isQuote(tokens[start - 1]) &&
    !CLAUSE_VERBS.has(tokens[start - 1]?.lower ?? '')
  )
    start--;
  while (start < verb && isOneOf(tokens[verb - 1], /^(?:to|will|would)$/u)) return null;
  return start < verb ? { start, end: verb } : null;
}

/** The subject right of an inverted verb: "said Ann Lee, a farmer". */
export function subjectAfter(tokens: Tokens, from: number, to: number): Subject | null {
  const phrase = phraseStartingAt(tokens, from, to);
  if (!phrase) return null;
  let apposition: Phrase | undefined;
  if (isComma(tokens[phrase.end])) {
    let close = phrase.end + 1;
    while (
      close < to &&
      !isComma(tokens[close]) &&
      !isQuote(tokens[close]) &&
      !/^[.;:!?]$/u.test(tokens[close]?.text ?? '')
    )
      close++;
    const isNaming = isDeterminer(tokens[phrase.end + 1]) || isNounLike(tokens[phrase.end + 1]);
    if (isNaming && close > phrase.end + 1) apposition = { start: phrase.end + 1, end: close };
  }
  return apposition ? { ...phrase, apposition } : phrase;
}
