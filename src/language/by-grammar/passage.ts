/** A passage: the sentences that one attribution may span, as folded tokens. A quotation never splits a passage. */
import type { Quotation, Span } from '#domain';

import { NOT, POSSESSIVE, PRONOUN, TIME } from '../lexicon/en/words.ts';
import type { Token } from './tagged.ts';

export interface Passage {
  readonly paragraph: number;
  readonly tokens: readonly Token[];
  /** Words in capitals as in a headline: tags are of no use there. */
  readonly isHeadline: boolean;
  /** Nothing but quotations and punctuation. */
  readonly isOnlyQuotation: boolean;
}

/** What every rule of the English engine may look at. */
export interface Source {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  /** Each quotation with its marks. */
  readonly outer: readonly Span[];
  /** Quotations that are titles or labels, not speech. */
  readonly isTitle: readonly boolean[];
}

/** A stretch of tokens: indices, `end` exclusive. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
}

/** A quotation this short may stand inside a noun phrase (the “Better Roads” group said). */
const INLINE_CHARACTERS = 30;

export function isQuote(token: Token | undefined): boolean {
  return token !== undefined && token.quotation >= 0;
}

/** A pronoun as a speaker; "WHO" and "IT" in capitals are bodies. */
export function isPronoun(token: Token | undefined): boolean {
  if (token === undefined || token.quotation >= 0 || !PRONOUN.has(token.lower)) return false;
  return token.text.length < 2 || token.text !== token.text.toUpperCase();
}

export function isInlineQuote(token: Token | undefined): boolean {
  return token !== undefined && token.quotation >= 0 && token.end - token.start < INLINE_CHARACTERS;
}

export function isNounLike(token: Token | undefined): boolean {
  if (!token || token.quotation >= 0 || !token.isWord) return false;
  if (NOT.has(token.lower)) return false;
  if (token.text.length > 1 && token.text === token.text.toUpperCase() && token.isCapital) return true;
  return ['NOUN', 'PROPN', 'NUM', 'ADJ'].includes(token.pos) || (token.isCapital && !CAPITAL_FUNCTION.has(token.lower));
}

const CAPITAL_FUNCTION = new Set(
  `but and or while after before when as if although though because since in on at for from to with by during yet so then also however
  still instead meanwhile even that this these those it he she they we i there here what who how why where asked speaking
  according despite until unless once both not`.split(/\s+/u),
);

export function isDeterminer(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.quotation < 0 &&
    (token.pos === 'DET' || POSSESSIVE.has(token.lower) || token.lower === 'no')
  );
}

export function isTime(token: Token | undefined): boolean {
  return token !== undefined && token.quotation < 0 && (TIME.has(token.lower) || /^(?:19|20)\d\d$/u.test(token.text));
}

export function isComma(token: Token | undefined): boolean {
  return token !== undefined && token.quotation < 0 && token.text === ',';
}

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.quotation < 0 && /^(?:—|–|--|-)$/u.test(token.text);
}

export function isOneOf(token: Token | undefined, pattern: RegExp): boolean {
  return token !== undefined && token.quotation < 0 && pattern.test(token.lower);
}

/** "Nobody has asked for it": a subject that says that nothing was said. */
export function isNobody(token: Token | undefined, before?: Token): boolean {
  return isOneOf(token, /^(?:nobody|none|neither|nothing)$/u) || isOneOf(before, /^(?:nor|neither)$/u);
}
