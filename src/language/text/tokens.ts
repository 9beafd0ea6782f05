/** Words of a text with offsets: the unit that names, stems and search work on. */
import { foldAccents, type Span } from '#domain';

export interface Token extends Span {
  /** As written. */
  readonly text: string;
  /** NFKC, lower case, apostrophes straight, a trailing possessive 's removed. */
  readonly folded: string;
}

/** Han, Hiragana and Thai set no spaces between words: there each letter is a token. */
const WORD =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]\p{M}*|[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]]+(?:(?:['’.]|&|-)[[\p{L}\p{N}\p{M}]--[\p{sc=Han}\p{sc=Hira}\p{sc=Thai}]]+)*/gv;

/** Most words of most articles: nothing to normalise, and normalising is what takes the time. */
const PLAIN = /^[A-Za-z0-9]*$/u;

export function fold(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return word.normalize('NFKC').toLowerCase().replaceAll('’', "'").replace(/'s$/u, '');
}

/** As `fold`, and without accents, for comparing names across spellings ("Orbán" and "Orban"). */
export function foldName(word: string): string {
  if (PLAIN.test(word)) return word.toLowerCase();
  return foldAccents(fold(word));
}

/** Runs of letters and digits; hyphens, dots, ampersands and apostrophes inside a word belong to it. */
export function tokensOf(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => ({
    text: match[0],
    folded: fold(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
