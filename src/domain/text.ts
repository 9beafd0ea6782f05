/** Small facts about text that more than one room needs. */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
/** Scripts written without spaces: two characters count as about one word. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu;

/** Words of a text: runs of letters and digits; in scripts without spaces, half the number of characters. */
export function countWords(text: string): number {
  const unspaced = text.match(UNSPACED)?.length ?? 0;
  const spaced = (unspaced > 0 ? text.replace(UNSPACED, ' ') : text).match(WORD)?.length ?? 0;
  return spaced + Math.ceil(unspaced / 2);
}

/** Every run of white space (no-break and zero-width space included) becomes one space; ends trimmed. */
export function squeeze(text: string): string {
  return text.replace(/[\s\u00a0\u200b\u202f\ufeff]+/gu, ' ').trim();
}

/** Same words, whatever the marks and the punctuation around them. */
export function sameText(a: string, b: string): boolean {
  const bare = (text: string): string => (text.toLowerCase().match(WORD) ?? []).join(' ');
  return bare(a) === bare(b);
}
