/** Where the content of a cue begins: behind "that", a colon, the hearer, or with the quotation. */

import { isQuote } from '../attribution.ts';
import { HEARER_VERBS, NEEDS, NEEDS_THAT } from '../lexicon/en/verbs.ts';
import { POSSESSIVE, PREPOSITION } from '../lexicon/en/words.ts';
import type { Context } from './context.ts';
import { type Cue, isSpeechQuote } from './cues.ts';
import { isComma, isDeterminer, isNounLike, isOneOf, isTime, type Passage } from './passage.ts';
import { phraseStartingAt } from './phrases.ts';

/** "that", a colon or the quotation stands at most so far behind its verb. */
const COMPLEMENT_LOOK_AHEAD = 22;
/** A quotation of more characters than this is speech by itself; a shorter one may be a word in a clause. */
const LONG_QUOTATION_CHARACTERS = 30;

const CAPTION = /^(?:image|photo|photograph|picture|video|credit|source)s?$/u;

interface Complement {
  readonly that: number;
  readonly quote: number;
  readonly colon: number;
}

/** "that", a colon or a quotation behind the cue, before the next verb. */
function findComplement(passage: Passage, from: number, hasHearer: boolean): Complement {
  const { words } = passage;
  let isInAdverbial = false;
  const stop = Math.min(words.length, from + COMPLEMENT_LOOK_AHEAD);
  for (let at = from; at < stop; at++) {
    const word = words[at];
    if (!word) break;
    if (isQuote(word)) return { that: -1, quote: at, colon: -1 };
    if (word.lower === 'that' && (at === from || !isDemonstrative(passage, at)))
      return { that: at, quote: -1, colon: -1 };
    if (word.text === ':' && isOneOf(words[at - 1], CAPTION)) break; // "… Image: Gazette"
    if (word.text === ':') return { that: -1, quote: isQuote(words[at + 1]) ? at + 1 : -1, colon: at };
    // "told reporters after the court ruled that …": when it was said may hold a verb of its own
    if (hasHearer && at > from && isOneOf(word, /^(?:after|when|as|before|during|while)$/u)) isInAdverbial = true;
    if ((word.pos === 'VERB' || word.pos === 'AUX') && at > from && !isInAdverbial) break;
    if (isOneOf(word, /^(?:he|she|they|it|we|i)$/u) && !isInAdverbial) break;
  }
  return { that: -1, quote: -1, colon: -1 };
}

/** "spoke about that day": a demonstrative, not the conjunction. */
function isDemonstrative(passage: Passage, at: number): boolean {
  return PREPOSITION.has(passage.words[at - 1]?.lower ?? '') || /^[.,;]$/u.test(passage.words[at + 1]?.text ?? '');
}

/** Word where the content begins, or `null` when the cue has none. */
export function contentStart(context: Context, passage: Passage, cue: Cue): number | null {
  const { words } = passage;
  if (cue.lemma === 'speak' && isOneOf(words[cue.end + 1], /^condition$/u)) return null;
  const { that, quote, colon } = findComplement(passage, cue.end, HEARER_VERBS.has(cue.lemma));
  if (NEEDS_THAT.has(cue.lemma) && !hasClauseMark(passage, cue, that, colon)) return null;
  if (cue.kind === 'beside' && quote < 0 && that !== cue.end) return null;
  if (colon >= 0 && colon === words.length - 1) return null; // "tweeted from her account:": the words stand below
  let start = cue.end;
  if (cue.takesClause && that >= 0) start = that;
  else if (cue.takesClause && colon >= 0 && colon + 1 < words.length) start = colon + 1;
  else if (quote >= 0) start = quotationStart(context, passage, cue, quote);
  if (start === cue.end && cue.takesClause) start = afterHearer(passage, cue);
  if (!meetsNeeds(passage, cue, start, that, colon, quote)) return null;
  if (that >= 0 && start === that) start++;
  while (start < words.length && (isComma(words[start]) || words[start]?.text === ':')) start++;
  return start < words.length ? start : null;
}

function hasClauseMark(passage: Passage, cue: Cue, that: number, colon: number): boolean {
  if (that >= 0 && that <= cue.end + 3) return true;
  if (cue.lemma === 'read' && (colon >= 0 || isComma(passage.words[cue.end]) || isQuote(passage.words[cue.end])))
    return true;
  if (!/^(?:find|show|know|feel|learn|conclude|hear|see|realize|realise)$/u.test(cue.lemma)) return false;
  return clauseFollows(passage, cue.end);
}

/** Without "that": a noun phrase and a finite verb follow ("showed the plan had failed"). */
export function clauseFollows(passage: Passage, from: number): boolean {
  const { words } = passage;
  if (isOneOf(words[from], /^(?:he|she|they|it|we|i|there)$/u)) return true;
  const phrase = phraseStartingAt(words, from, words.length);
  if (!phrase) return false;
  const verb = words[phrase.end];
  return (
    verb?.pos === 'AUX' ||
    (verb?.pos === 'VERB' &&
      !verb.lower.endsWith('ing') &&
      !/^(?:to)$/u.test(verb.lower) &&
      /s$|ed$|t$|w$|d$/u.test(verb.lower))
  );
}

/** A long quotation is the content by itself; a short one is a word of the clause that holds it. */
function quotationStart(context: Context, passage: Passage, cue: Cue, quote: number): number {
  const { words } = passage;
  if (!cue.takesClause) return cue.end;
  const word = words[quote];
  const isLong =
    word !== undefined && word.end - word.start > LONG_QUOTATION_CHARACTERS && isSpeechQuote(context.source, word);
  if (isComma(words[quote - 1]) || words[quote - 1]?.text === ':' || quote === cue.end)
    return isLong || !cue.takesPhrase || quote > cue.end ? quote : cue.end;
  if (!isLong || cue.takesPhrase || isPredicate(context, passage, cue, quote)) return cue.end;
  for (let at = cue.end; at < quote; at++) {
    const between = words[at];
    const isLight =
      !between?.isWord ||
      between.pos === 'ADP' ||
      isNounLike(between) ||
      isDeterminer(between) ||
      isTime(between) ||
      between.pos === 'ADV' ||
      POSSESSIVE.has(between.lower);
    if (!isLight) return cue.end;
  }
  return quote;
}

/** `said the party “can’t go on”`: the noun before the marks is the subject of what stands inside them. */
function isPredicate(context: Context, passage: Passage, cue: Cue, quote: number): boolean {
  const inner = context.source.quotations[passage.words[quote]?.quotation ?? -1];
  const opensLow = inner !== undefined && /^\p{Ll}/u.test(context.source.text.slice(inner.start, inner.start + 1));
  const before = passage.words[quote - 1];
  const isHearer = HEARER_VERBS.has(cue.lemma);
  return opensLow && !isHearer && isNounLike(before) && !isTime(before) && passage.words[cue.end]?.pos !== 'ADP';
}

/** Steps over the hearer and the time: "told reporters on Friday | the plan …". */
function afterHearer(passage: Passage, cue: Cue): number {
  const { words } = passage;
  let at = cue.end;
  if (HEARER_VERBS.has(cue.lemma)) {
    const hearer = phraseStartingAt(words, at, words.length);
    if (hearer && hearer.end < words.length) at = hearerEnd(passage, at, hearer.end);
    else if (isOneOf(words[at], /^(?:him|her|them|me|us|you)$/u)) at++;
  }
  for (let steps = 0; steps < 3 && at < words.length; steps++) {
    if (isTime(words[at])) at++;
    else if (isOneOf(words[at], /^on$/u) && isTime(words[at + 1])) at += 2;
    else break;
  }
  return at < words.length && words[at]?.text !== '.' ? at : cue.end;
}

/** "told reporters the plan": the hearer ends where a new noun phrase begins. */
function hearerEnd(passage: Passage, from: number, end: number): number {
  const { words } = passage;
  for (let at = from + 1; at < end; at++) {
    if (
      isDeterminer(words[at]) &&
      !isDeterminer(words[at - 1]) &&
      isNounLike(words[at - 1]) &&
      words[at - 1]?.lower !== 'of'
    )
      return at;
  }
  return isOneOf(words[from], /^(?:reporters|him|her|them|me|us|you|lawmakers|journalists|supporters|voters)$/u)
    ? from + 1
    : end;
}

function meetsNeeds(passage: Passage, cue: Cue, start: number, that: number, colon: number, quote: number): boolean {
  const needs = NEEDS[cue.lemma];
  if (!needs || that >= 0 || colon >= 0 || (quote >= 0 && start === quote)) return true;
  const next = passage.words[cue.end];
  if (!next || isQuote(next)) return false;
  if (needs.test(next.lower)) return true;
  return (
    cue.takesClause &&
    (/^(?:he|she|they|it|we|i|there|if|whether|why|how|what)$/u.test(next.lower) ||
      (cue.lemma === 'report' && clauseFollows(passage, cue.end)) ||
      (/^(?:reason|argue|think|worry|insist|project|hold|add|reply|respond)$/u.test(cue.lemma) &&
        clauseFollows(passage, cue.end)))
  );
}
