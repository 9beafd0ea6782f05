/** What the rules of one article share. */
import type { Span } from '#domain';

import { Claims, type Frame, type Resolved } from '../attribution.ts';
import type { Register } from '../names.ts';
import { isQuote, type Passage, type Source } from './passage.ts';
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

export interface NewFrame {
  readonly resolved: Resolved;
  readonly cue: Span | null;
  readonly cueAt?: number;
  readonly pieces: readonly Span[];
  readonly certain?: boolean;
  readonly manner?: Frame['manner'];
  /** Mentioned by the way ("her call to …"): no quotation that follows goes on from it. */
  readonly isAside?: boolean;
}

/** Adds a frame when it holds words; claims its pieces and remembers the speaker. */
export function addFrame(context: Context, state: ParagraphState, given: NewFrame): Frame | null {
  const pieces = given.pieces
    .map((piece) => trimContent(context.source.text, piece))
    .filter((piece) => piece.end > piece.start);
  if (pieces.length === 0) return null;
  const { resolved } = given;
  const frame: Frame = {
    resolved,
    cue: given.cue,
    cueAt: given.cueAt ?? -1,
    pieces,
    manner: given.manner ?? null,
    certain: given.certain ?? (resolved.speaker !== null && !resolved.isGuess),
    relayedBy: null,
    paragraph: state.index,
  };
  for (const piece of pieces) state.claims.take(piece);
  context.frames.push(frame);
  if (given.isAside) return frame;
  state.frames.push(frame);
  context.speakers.note(resolved, Math.max(...pieces.map((piece) => piece.end)));
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

/** A quotation with its marks; without them where one is missing, since a lone mark would quote all that follows. */
export function quotedSpan(source: Source, index: number): Span {
  const inner = source.quotations[index] ?? { start: 0, end: 0 };
  const outer = source.outer[index] ?? inner;
  const isClosed = outer.start < inner.start && outer.end > inner.end;
  return isClosed ? outer : { start: inner.start, end: inner.end };
}

/** The stretch of text that tokens `from`…`to` cover; a quotation that fills it alone loses its marks. */
export function contentSpan(source: Source, passage: Passage, from: number, to: number): Span {
  const first = passage.tokens[from];
  const last = passage.tokens[to - 1];
  if (first && first === last && isQuote(first)) return quotedSpan(source, first.quotation);
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}
