/**
 * Quotation marks that an engine typed into a line. The words between them must be words that the article itself quotes;
 * then they are cut out of the article by offset and put in place of what was typed. Otherwise the marks go.
 */
import { type Article, cut, type Quotation } from '#domain';
import { fold, tokensOf } from '#language';

const TYPED = /[“"„«‟「](?<words>[^“”"„«»「」]+)[”"“»」]/gu;
/** Where a writer leaves words out or puts own words in: "…", "...", "[the deal]". */
const GAP = /\[[^\]]*\]|\(…\)|…|\.{3}/u;
const NEGATION = new Set([
  'not',
  'no',
  'never',
  'none',
  'nor',
  "n't",
  'nicht',
  'kein',
  'keine',
  'nie',
  'ne',
  'pas',
  'jamais',
  'no',
  'nunca',
]);
/** Cutting right before these turns a condition into a promise. */
const CONDITION = new Set(['if', 'unless', 'only', 'wenn', 'falls', 'nur', 'si', 'sauf', 'salvo', 'solo']);

interface FoldedToken {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

function foldedTokens(text: string, base = 0): FoldedToken[] {
  return tokensOf(text).flatMap((token) => {
    // "cease-fire" and "cease fire" are the same words to a reader.
    const parts = [...token.text.matchAll(/[^-]+/gu)];
    return parts.map((part) => ({
      word: fold(part[0].replaceAll('\u00ad', '')),
      start: base + token.start + part.index,
      end: base + token.start + part.index + part[0].length,
    }));
  });
}

/** The words of one quotation of the article, as cut, that match what was typed. */
export interface QuotationMatch {
  readonly quotation: Quotation;
  readonly words: string;
}

function findRun(haystack: readonly FoldedToken[], needle: readonly FoldedToken[], from: number): number {
  for (let at = from; at + needle.length <= haystack.length; at += 1)
    if (needle.every((token, offset) => haystack[at + offset]?.word === token.word)) return at;
  return -1;
}

function matchWithin(
  article: Article,
  quotation: Quotation,
  pieces: readonly (readonly FoldedToken[])[],
): string | null {
  const tokens = foldedTokens(cut(article, quotation), quotation.start);
  const cuts: string[] = [];
  let next = 0;
  for (const piece of pieces) {
    const at = findRun(tokens, piece, next);
    if (at < 0) return null;
    if (cuts.length > 0 && tokens.slice(next, at).some((token) => isNegation(token.word))) return null;
    next = at + piece.length;
    const first = tokens[at];
    const last = tokens[next - 1];
    if (!first || !last) return null;
    cuts.push(article.text.slice(first.start, last.end));
  }
  const following = tokens[next];
  return following && CONDITION.has(following.word) ? null : cuts.join(' … ');
}

const isNegation = (word: string): boolean => NEGATION.has(word) || word.endsWith("n't");

/** Finds typed words in the article's quotations: folded marks, spaces, case and typography; pieces around gaps in order. */
export function matchQuotation(article: Article, typed: string): QuotationMatch | null {
  const pieces = typed
    .split(GAP)
    .map((piece) => foldedTokens(piece))
    .filter((piece) => piece.length > 0);
  if (pieces.length === 0) return null;
  for (const quotation of article.quotations) {
    const words = matchWithin(article, quotation, pieces);
    if (words !== null) return { quotation, words };
  }
  return null;
}

export interface MarkedText {
  /** With every typed quotation cut from the article, or without its marks. */
  readonly text: string;
  readonly matches: readonly QuotationMatch[];
  /** Typed words that the article does not quote. */
  readonly unmatched: readonly string[];
}

export function settleTypedQuotations(text: string, article: Article): MarkedText {
  const matches: QuotationMatch[] = [];
  const unmatched: string[] = [];
  const settled = text.replace(TYPED, (whole, typed: string) => {
    const match = matchQuotation(article, typed);
    if (!match) {
      unmatched.push(typed.trim());
      return typed;
    }
    matches.push(match);
    return `${whole.charAt(0)}${match.words}${trailingMark(typed)}${whole.at(-1) ?? ''}`;
  });
  return { text: settled, matches, unmatched };
}

/** A comma or full stop set inside the marks stays where the writer put it. */
function trailingMark(typed: string): string {
  return /[,.;:!?]$/u.exec(typed.trim())?.[0] ?? '';
}
