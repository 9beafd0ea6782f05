/** Stretches of words as stretches of text. */
import type { Span } from '#domain';

import type { OtherInput } from './attribute.ts';
import { isQuoted, type Passage } from './words.ts';

/** A quotation with its marks; without them where one is missing. */
export function quotedSpan(input: OtherInput, index: number): Span {
  const inner = input.quotations[index] ?? { start: 0, end: 0 };
  const outer = input.outer[index] ?? inner;
  return outer.start < inner.start && outer.end > inner.end ? outer : { start: inner.start, end: inner.end };
}

/** The text that words `from`…`to` cover; a quotation that fills it alone loses marks that are not closed. */
export function contentSpan(input: OtherInput, { words }: Passage, from: number, to: number): Span {
  const first = words[from];
  const last = words[to - 1];
  if (first && first === last && isQuoted(first)) return quotedSpan(input, first.quotation);
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
