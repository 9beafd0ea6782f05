/** What the rules of one article share. */
import type { Span } from '#domain';

import { addFrame as addAny, Claims, type Frame, frameEnd, type NewFrame, type Source } from '../attribution.ts';
import type { Register } from '../names.ts';
import type { Passage } from './passage.ts';
import type { Speakers } from './speakers.ts';

export interface Context {
  readonly source: Source;
  readonly register: Register;
  readonly speakers: Speakers;
  readonly frames: Frame[];
}

/** One paragraph at work: its passages, what is already claimed, and the frames found in it so far. */
export interface ParagraphState {
  readonly index: number;
  readonly span: Span;
  readonly passages: readonly Passage[];
  readonly claims: Claims;
  readonly frames: Frame[];
}

/** Adds a frame when it holds words; claims its pieces and remembers the speaker. */
export function addFrame(context: Context, state: ParagraphState, given: NewFrame): Frame | null {
  const pieces = given.pieces.map((piece) => trimContent(context.source.text, piece));
  const place = { frames: context.frames, claims: state.claims, paragraph: state.index };
  const frame = addAny(place, { ...given, pieces });
  if (!frame || given.isAside) return frame;
  state.frames.push(frame);
  context.speakers.note(frame.resolved, frameEnd(frame));
  return frame;
}

/** Adds a piece to a frame: the quotation goes on after its cue. */
export function extendFrame(
  context: Context,
  state: ParagraphState,
  frame: Frame,
  piece: Span,
  certain: boolean,
): void {
  const trimmed = trimContent(context.source.text, piece);
  if (trimmed.end <= trimmed.start) return;
  frame.pieces.push(trimmed);
  frame.certain &&= certain;
  state.claims.take(trimmed);
  context.speakers.note(frame.resolved, trimmed.end);
}

/** Content without the commas and stops at its ends. A stop inside quotation marks is the speaker's and stays. */
export function trimContent(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s.,;:—–]/u.test(text[from] ?? '') && !/^\.\.\.|^…/u.test(text.slice(from, from + 3))) from++;
  while (to > from && /[\s,;:—–]/u.test(text[to - 1] ?? '')) to--;
  const isInMarks = /^["”»'’“]/u.test(text.slice(to, to + 1)); // “… a year.”: the stop is the speaker's
  if (!isInMarks && /[^.\p{Lu}]\.$/u.test(text.slice(from, to))) to--;
  return { start: from, end: to };
}
