/** What the rules read: words outside quotations, and each quotation as one token. */
import type { Quotation, Span } from '#domain';

/** Universal part of speech, as far as the rules need it. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly pos: Pos;
  /** Index into the article's quotations when the token stands for a whole quotation, else -1. */
  readonly quotation: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
}

/** A word with its part of speech, before quotations are folded; offsets into the article's text. */
export interface Tagged extends Span {
  readonly text: string;
  readonly pos: Pos;
}

/** Tags one stretch of text; `offset` is added to every token. Tokens come in order and never overlap. */
export type Tagger = (text: string, offset: number) => Tagged[];

export function wordToken(tagged: Tagged): Token {
  const { text, pos, start, end } = tagged;
  const isWord = /[\p{L}\p{N}]/u.test(text);
  const lower = text.toLowerCase().replaceAll('’', "'");
  return { text, lower, pos, start, end, quotation: -1, isWord, isCapital: /^\p{Lu}/u.test(text) };
}

function quotationToken(text: string, index: number, span: Span): Token {
  return { text, lower: '', pos: 'X', ...span, quotation: index, isWord: false, isCapital: false };
}

/**
 * Folds quotations: the tokens inside one, and its marks, become a single token that spans from mark to mark.
 * `outer` gives each quotation with its marks.
 */
export function foldQuotations(
  tagged: readonly Tagged[],
  quotations: readonly Quotation[],
  outer: readonly Span[],
  first: number,
): Token[] {
  const tokens: Token[] = [];
  let next = first;
  for (const word of tagged) {
    while (next < quotations.length && (outer[next]?.end ?? 0) <= word.start) next++;
    const span = outer[next];
    if (span && word.end > span.start && word.start < span.end) {
      if (tokens.at(-1)?.quotation !== next) tokens.push(quotationToken('', next, span));
    } else tokens.push(wordToken(word));
  }
  return tokens;
}
