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

/** Lower case without accents: "Orbán" and "Orban" become one. */
export function foldAccents(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether both have the same words, whatever the marks and the punctuation around them. */
export function sameText(a: string, b: string): boolean {
  const bare = (text: string): string => (text.toLowerCase().match(WORD) ?? []).join(' ');
  return bare(a) === bare(b);
}

/** Characters without a shape that steer or pad: bidi, zero-width, tags, controls, fillers. */
export const INVISIBLE =
  /\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}|(?!\ufe0f)\p{Variation_Selector}|[\u034f\u115f\u1160\u2800\u3164\uffa0]/gu;
/** Joiners that are part of the spelling: between letters of Arabic and Indic scripts. */
export const SPELLING_JOINER =
  /(?<=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}])[\u200c\u200d](?=[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Tamil}\p{Script=Malayalam}\p{Script=Sinhala}])/gu;

/** Offsets of `INVISIBLE` characters that are no part of the spelling; line breaks do not count. */
function hiddenAt(text: string): number[] {
  const found = Array.from(text.matchAll(INVISIBLE), ({ index }) => index).filter((at) => text[at] !== '\n');
  if (found.length === 0) return found;
  const spelling = new Set(Array.from(text.matchAll(SPELLING_JOINER), ({ index }) => index));
  return found.filter((at) => !spelling.has(at));
}

export const holdsHidden = (text: string): boolean => hiddenAt(text).length > 0;

/** The text as a reader sees it. */
export function withoutHidden(text: string): string {
  const hidden = new Set(hiddenAt(text));
  return hidden.size === 0 ? text : text.replace(INVISIBLE, (sign: string, at: number) => (hidden.has(at) ? '' : sign));
}
