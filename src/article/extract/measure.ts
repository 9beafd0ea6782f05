/** Lengths of text, of links and of commas, added up from the parts: Readability asks for them again and again. */

/** What lengths are made of; white space counts as one character a run, as in Readability's "inner text". */
export interface TextMeasure {
  /** Characters that are not white space. */
  ink: number;
  /** Runs of white space. */
  gaps: number;
  beginsWithGap: boolean;
  endsWithGap: boolean;
  commas: number;
  /** Characters inside links; links within the page weigh less. */
  linked: number;
}

export function emptyMeasure(): TextMeasure {
  return { ink: 0, gaps: 0, beginsWithGap: false, endsWithGap: false, commas: 0, linked: 0 };
}

const SPACE = 32;
const COMMA = 44;
const NO_BREAK_SPACE = 0xa0;
const FIRST_WIDE_SPACE = 0x1680;
const WIDE_SPACE = /\s/;
function isSpace(code: number): boolean {
  if (code === SPACE || code === NO_BREAK_SPACE || (code >= 9 && code <= 13)) return true;
  return code >= FIRST_WIDE_SPACE && WIDE_SPACE.test(String.fromCharCode(code));
}

export function measureText(text: string): TextMeasure {
  const measure = emptyMeasure();
  let inGap = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (isSpace(code)) {
      if (!inGap) measure.gaps++;
      inGap = true;
      continue;
    }
    inGap = false;
    measure.ink++;
    if (code === COMMA) measure.commas++;
  }
  if (text.length > 0) {
    measure.beginsWithGap = isSpace(text.charCodeAt(0));
    measure.endsWithGap = inGap;
  }
  return measure;
}

export function append(total: TextMeasure, next: TextMeasure): void {
  if (next.ink + next.gaps === 0) return;
  if (total.ink + total.gaps === 0) total.beginsWithGap = next.beginsWithGap;
  const joined = total.endsWithGap && next.beginsWithGap ? 1 : 0;
  total.ink += next.ink;
  total.gaps += next.gaps - joined;
  total.endsWithGap = next.endsWithGap;
  total.commas += next.commas;
  total.linked += next.linked;
}

/** Length of the text with its ends trimmed and white space counted as one character a run. */
export function trimmedLength(measure: TextMeasure): number {
  if (measure.ink === 0) return 0;
  return measure.ink + measure.gaps - Number(measure.beginsWithGap) - Number(measure.endsWithGap);
}
