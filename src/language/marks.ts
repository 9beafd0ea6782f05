/** Characters that open or close a quotation, by script and house style. */

/** A double mark: one character, or two single marks that a feed writes instead of one ('' and ``). */
export interface Mark {
  readonly at: number;
  readonly length: number;
  /** Normalised: “ ” " « » „ ‹ › 「 」 『 』 ‘ ’ ‚ ' */
  readonly shape: string;
}

export const DOUBLE_SHAPES = '“”"«»„‟〝〞「」『』';

const WORD_CHARACTER = /[\p{L}\p{N}]/u;

export function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && WORD_CHARACTER.test(character);
}

/** The mark at an offset, or `null`. Two single marks in a row count as one double mark. */
export function markAt(text: string, at: number): Mark | null {
  const character = text[at];
  if (character === undefined) return null;
  const next = text[at + 1];
  if (character === "'" && next === "'") return { at, length: 2, shape: '"' };
  if (character === '`') return next === '`' ? { at, length: 2, shape: '“' } : null;
  if (character === '‘' && next === '‘') return { at, length: 2, shape: '“' };
  if (character === '’' && next === '’') return { at, length: 2, shape: '”' };
  if (DOUBLE_SHAPES.includes(character)) return { at, length: 1, shape: character === '‟' ? '“' : character };
  if (character === '＂') return { at, length: 1, shape: '"' };
  if ("‘’‚'‹›".includes(character)) return { at, length: 1, shape: character };
  return null;
}

/** Quotations with their marks; a mark may be two characters long ('') or missing at a paragraph's end. */
export function outerSpans(
  text: string,
  quotations: readonly { start: number; end: number }[],
): { start: number; end: number }[] {
  return quotations.map(({ start, end }) => {
    let from = start;
    while (from > 0 && /[^\S\n]/u.test(text[from - 1] ?? '')) from--;
    const opener = markAt(text, from - 2);
    if (opener?.length === 2) from -= 2;
    else if (from > 0 && markAt(text, from - 1)) from--;
    let to = end;
    while (to < text.length && /[^\S\n]/u.test(text[to] ?? '')) to++;
    const closer = markAt(text, to);
    return { start: from, end: closer ? to + closer.length : end };
  });
}
