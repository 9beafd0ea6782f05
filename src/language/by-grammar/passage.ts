/** A passage as the English rules see it, and questions about its words. */
import type { Word, Passage as WordsOfPassage } from '../attribution.ts';
import { NOT, POSSESSIVE, PRONOUN, TIME } from '../lexicon/en/words.ts';

export interface Passage extends WordsOfPassage {
  /** Words in capitals as in a headline: tags are of no use there. */
  readonly isHeadline: boolean;
  /** Nothing but quotations and punctuation. */
  readonly isOnlyQuotation: boolean;
}

/** A stretch of words: indices, `end` exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

/** A quotation this short may stand inside a noun phrase (the “Better Roads” group said). */
const INLINE_CHARACTERS = 30;

/** A pronoun as a speaker; "WHO" and "IT" in capitals are bodies. */
export function isPronoun(word: Word | undefined): boolean {
  if (word === undefined || word.quotation >= 0 || !PRONOUN.has(word.lower)) return false;
  return word.text.length < 2 || word.text !== word.text.toUpperCase();
}

export function isInlineQuote(word: Word | undefined): boolean {
  return word !== undefined && word.quotation >= 0 && word.end - word.start < INLINE_CHARACTERS;
}

const CAPITAL_FUNCTION = new Set(
  `but and or while after before when as if although though because since in on at for from to with by during yet so then also however
  still instead meanwhile even that this these those it he she they we i there here what who how why where asked speaking
  according despite until unless once both not`.split(/\s+/u),
);

export function isNounLike(word: Word | undefined): boolean {
  if (!word || word.quotation >= 0 || !word.isWord) return false;
  if (NOT.has(word.lower)) return false;
  if (word.text.length > 1 && word.text === word.text.toUpperCase() && word.isCapital) return true;
  return (
    ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(word.pos ?? '') || (word.isCapital && !CAPITAL_FUNCTION.has(word.lower))
  );
}

export function isDeterminer(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.quotation < 0 &&
    (word.pos === 'DET' || POSSESSIVE.has(word.lower) || word.lower === 'no')
  );
}

export function isTime(word: Word | undefined): boolean {
  return word !== undefined && word.quotation < 0 && (TIME.has(word.lower) || /^(?:19|20)\d\d$/u.test(word.text));
}

export function isComma(word: Word | undefined): boolean {
  return word !== undefined && word.quotation < 0 && word.text === ',';
}

export function isDash(word: Word | undefined): boolean {
  return word !== undefined && word.quotation < 0 && /^(?:—|–|--|-)$/u.test(word.text);
}

export function isOneOf(word: Word | undefined, pattern: RegExp): boolean {
  return word !== undefined && word.quotation < 0 && pattern.test(word.lower);
}

/** "Nobody has asked for it": a subject that says that nothing was said. */
export function isNobody(word: Word | undefined, before?: Word): boolean {
  return isOneOf(word, /^(?:nobody|none|neither|nothing)$/u) || isOneOf(before, /^(?:nor|neither)$/u);
}
