/** An attribution in the making: who, by which cue, which stretches of the text. */
import type { Manner, Span, Speaker } from '#domain';

import type { Person } from './names.ts';
import { firstIndex } from './text/spans.ts';

export interface Resolved {
  readonly speaker: Speaker | null;
  readonly mention: Span | null;
  readonly person: Person | null;
  /** "he", "they": found by looking back, so never quite sure. */
  readonly isPronoun: boolean;
  /** The rule that chose this speaker is a guess. */
  readonly isGuess: boolean;
}

export interface Frame {
  readonly resolved: Resolved;
  readonly cue: Span | null;
  /** Token index of the cue in its passage, -1 without one. */
  readonly cueAt: number;
  readonly pieces: Span[];
  readonly manner: Manner | null;
  certain: boolean;
  relayedBy: string | null;
  readonly paragraph: number;
}

export function frameStart(frame: Frame): number {
  return frame.pieces.reduce((least, piece) => Math.min(least, piece.start), Number.POSITIVE_INFINITY);
}

export function frameEnd(frame: Frame): number {
  return frame.pieces.reduce((most, piece) => Math.max(most, piece.end), 0);
}

/** Every person to whom something is given. */
export function speakersOf(frames: readonly Frame[]): Person[] {
  return frames.flatMap(({ resolved }) => resolved.person ?? []);
}

/** A statement in more pieces than this is no statement: the next piece begins another. */
const MAX_PIECES = 40;

/**
 * Is the frame made of quotations alone, so that the next one may belong to it? Reported speech ends with its clause. The
 * first and the last piece tell: what lies between was added under the same rule.
 */
export function isAllQuotation(frame: Frame, quotations: readonly Span[]): boolean {
  const ends = [frame.pieces[0], frame.pieces.at(-1)];
  return (
    frame.pieces.length < MAX_PIECES && ends.every((piece) => piece !== undefined && isQuotation(piece, quotations))
  );
}

function isQuotation(piece: Span, quotations: readonly Span[]): boolean {
  const quotation = quotations[firstIndex(quotations, ({ end }) => end > piece.start)];
  return quotation !== undefined && quotation.start <= piece.start + 2 && piece.end - 2 <= quotation.end;
}

/** Characters per cell of the grid that claims are looked up in. */
const CELL_CHARACTERS = 256;

/** Stretches already given to somebody: attributions stay flat, no words are said twice. One per paragraph. */
export class Claims {
  readonly #cells = new Map<number, Span[]>();

  isFree({ start, end }: Span): boolean {
    for (let cell = cellOf(start); cell <= cellOf(end); cell++) {
      for (const span of this.#cells.get(cell) ?? []) if (start < span.end && end > span.start) return false;
    }
    return true;
  }

  take(span: Span): void {
    for (let cell = cellOf(span.start); cell <= cellOf(span.end); cell++) {
      const cellSpans = this.#cells.get(cell);
      if (cellSpans) cellSpans.push(span);
      else this.#cells.set(cell, [span]);
    }
  }
}

const cellOf = (offset: number): number => Math.floor(offset / CELL_CHARACTERS);
