/** Words as quotations are compared: marks, spaces, case, typography and invisible characters do not count. */
import { INVISIBLE } from '#domain';
import { patternOfAll } from '#language';

export interface FoldedWord {
  readonly word: string;
  /** Offsets into the text that was folded. */
  readonly start: number;
  readonly end: number;
  /** Stands in square brackets: put in or taken out by an editor. */
  readonly isBracketed: boolean;
}

/** Letters with what may hide inside a word: soft hyphens, zero-width characters, a hyphen at the end of a line. */
const WORD = new RegExp(
  String.raw`[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}\p{Cf}]|['’ʼ](?=\p{L})|-\s+(?=\p{Ll})(?!-\s+(?:${patternOfAll(({ topics }) => topics?.and)})\s))*`,
  'gu',
);
const PLAIN = /^[a-z0-9]+$/u;

function folded(raw: string): string {
  const lower = raw.toLowerCase();
  if (PLAIN.test(lower)) return lower;
  return lower.replace(/-\s+/gu, '').replace(INVISIBLE, '').normalize('NFKC').replace(/[’ʼ]/gu, "'");
}

/** @param base added to the offsets. */
export function foldedWords(text: string, base = 0): FoldedWord[] {
  const words: FoldedWord[] = [];
  let depth = 0;
  let from = 0;
  for (const match of text.matchAll(WORD)) {
    for (; from < match.index; from += 1) {
      const char = text.charAt(from);
      if (char === '[') depth += 1;
      else if (char === ']') depth = Math.max(0, depth - 1);
    }
    const word = folded(match[0]);
    from = match.index + match[0].length;
    if (word !== '') words.push({ word, start: base + match.index, end: base + from, isBracketed: depth > 0 });
  }
  return words;
}
