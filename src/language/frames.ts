/** An attribution in the making: who, by which cue, which stretches of the text. */
import type { Manner, Span, Speaker } from '#domain';

import type { Person } from './names.ts';

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
  return Math.min(...frame.pieces.map((piece) => piece.start));
}

export function frameEnd(frame: Frame): number {
  return Math.max(...frame.pieces.map((piece) => piece.end));
}

/** Stretches already given to somebody: attributions stay flat, no words are said twice. One per paragraph. */
export class Claims {
  readonly #spans: Span[] = [];

  isFree({ start, end }: Span): boolean {
    for (let index = this.#spans.length - 1; index >= 0; index--) {
      const span = this.#spans[index];
      if (span && start < span.end && end > span.start) return false;
    }
    return true;
  }

  take(span: Span): void {
    this.#spans.push(span);
  }
}
