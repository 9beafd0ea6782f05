/**
 * Quotation marks that an engine typed into a line. The words between them must be words that the article itself quotes;
 * then they are cut out of the article by offset and put in place of what was typed. Otherwise the marks go.
 */
import type { Article } from '#domain';

import { foldedWords } from './folded-words.ts';
import { GAP, matchQuotations, type QuotationMatch } from './quotation-match.ts';

/** Marks of the languages we meet; a straight mark opens at a word's beginning and closes at its end. */
const TYPED =
  /[“„«‟「『](?<marked>[^“”„«»「」『』"]+)[”“»」』"]|»(?<reversed>[^«»]+)«|(?<![\p{L}\p{N}])"(?<straight>[^"]+)"(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])‘(?<single>[^‘’]*(?:’(?=\p{L})[^‘’]*)*)’(?!\p{L})/gu;

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
  const settled = text.replace(TYPED, (whole: string) => {
    const typed = whole.slice(1, -1);
    const [match] = matchQuotations(article, typed);
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

const articleWords = new WeakMap<Article, string>();

/** Do these words stand in the article in this order, quoted or not (a title, a word the article itself puts in marks)? */
export function holdsWords(article: Article, typed: string): boolean {
  let words = articleWords.get(article);
  if (words === undefined) {
    const header = [article.metadata.title ?? '', article.metadata.site ?? ''].join(' . ');
    words = joined(`${header} ${article.text}`);
    articleWords.set(article, words);
  }
  const all = words;
  return typed.split(GAP).every((piece) => all.includes(joined(piece)));
}

const joined = (text: string): string =>
  ` ${foldedWords(text)
    .map((token) => token.word)
    .join(' ')} `.replace(/^ {2}$/u, '');
