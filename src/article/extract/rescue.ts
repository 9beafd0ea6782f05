/** `articleBody` of the JSON-LD, in the page text's place where it is better and of the same article. */
import { countWords } from '#domain';

import { fold } from './judged.ts';
import type { BodyParagraph } from './record.ts';
import { oneLine } from './visible-text.ts';

/** Measured: below 1.5 times the page's words it is no better, above 6 times it is something else. */
const MIN_TIMES = 1.5;
const MAX_TIMES = 6;
const MIN_WORDS = 80;
/** Of the page's own words so many must stand in it. */
const MIN_SHARED = 0.6;
/** Below this the page has no text to agree with; the JSON-LD is all there is. */
const NOTHING_TO_COMPARE = 12;
const TAG = /<[a-z/!][^<>]{0,2000}>/gi;
const BLOCK_END = /<(?:br|\/p|\/div|\/li|\/h[1-6])[^<>]{0,200}>/gi;

/** With the step `agreement` switched off, the page's data is believed whatever the page says. */
export function rescueBody(
  body: string | null,
  found: readonly BodyParagraph[],
  off: ReadonlySet<string>,
): BodyParagraph[] | null {
  if (!body) return null;
  const lines = body
    .replace(BLOCK_END, '\n')
    .replace(TAG, '')
    .split('\n')
    .map(oneLine)
    .filter((line) => line !== '');
  const words = lines.reduce((sum, line) => sum + countWords(line), 0);
  const text = found.map((paragraph) => paragraph.text).join('\n');
  const foundWords = countWords(text);
  if (words < MIN_WORDS) return null;
  if (foundWords >= NOTHING_TO_COMPARE && !off.has('agreement')) {
    if (words < foundWords * MIN_TIMES || words > foundWords * MAX_TIMES) return null;
    if (sharedShare(text, lines.join('\n')) < MIN_SHARED) return null;
  }
  return lines.map((line) => ({ text: line, kind: 'prose' }));
}

/** Share of the words of `part` that occur in `whole`. */
function sharedShare(part: string, whole: string): number {
  const known = new Set(fold(whole).split(' '));
  const words = fold(part).split(' ');
  return words.filter((word) => known.has(word)).length / Math.max(1, words.length);
}
