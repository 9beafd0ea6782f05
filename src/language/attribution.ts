/**
 * What the rules for speakers share, whether they go by grammar or by lists: words and passages in, frames out. A frame is an
 * attribution in the making: who, by which cue, which stretches of the text.
 */
import type { Manner, Paragraph, Quotation, Sentence, Span, Speaker } from '#domain';

import type { Person, Register } from './names.ts';
import { firstIndex } from './text/spans.ts';

/** Universal part of speech, as far as the rules need it. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** A word, a mark of punctuation, or a whole quotation folded into one. Offsets into the article's text. */
export interface Word extends Span {
  readonly text: string;
  readonly lower: string;
  /** `null` where nothing tags the words. */
  readonly pos: Pos | null;
  /** Index into the article's quotations when the word stands for a whole quotation, else -1. */
  readonly quotation: number;
  readonly isWord: boolean;
  readonly isCapital: boolean;
}

/** @param text as it stands in the article; `lower` may leave a part of it out ("-t-il" is asked for as "il") */
export function toWord(text: string, { start, end }: Span, pos: Pos | null, lower = text): Word {
  return {
    text,
    lower: lower.toLowerCase().replaceAll('’', "'"),
    start,
    end,
    pos,
    quotation: -1,
    isWord: /[\p{L}\p{N}]/u.test(text),
    isCapital: /^\p{Lu}/u.test(text),
  };
}

/** @param span from mark to mark */
export function quotationWord(quotation: number, { start, end }: Span): Word {
  return { text: '', lower: '', start, end, pos: 'X', quotation, isWord: false, isCapital: false };
}

export const isQuote = (word: Word | undefined): boolean => word !== undefined && word.quotation >= 0;

/** One sentence, or the several that a quotation ties together: no rule reaches over its ends. */
export interface Passage {
  readonly paragraph: number;
  readonly words: readonly Word[];
}
/** No sentence has more; a text without stops is cut here, which keeps the rules linear. */
export const MAX_PASSAGE_WORDS = 250;

/** What every rule may look at. */
export interface Source {
  readonly text: string;
  readonly quotations: readonly Quotation[];
  /** Each quotation with its marks. */
  readonly outer: readonly Span[];
  /** Quotations that are titles or labels, not speech. */
  readonly isTitle: readonly boolean[];
}

/** A whole article before it is attributed. */
export interface ArticleSource extends Source {
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly title: string | null;
}

/** What the rules of a language find in an article. */
export interface Attributed {
  readonly frames: readonly Frame[];
  readonly register: Register;
}

export interface Resolved {
  readonly speaker: Speaker | null;
  readonly mention: Span | null;
  readonly person: Person | null;
  /** "he", "they": found by looking back, so never quite sure. */
  readonly isPronoun: boolean;
  /** The rule that chose this speaker is a guess. */
  readonly isGuess: boolean;
}

/** Words without a speaker. */
export const NOBODY: Resolved = { speaker: null, mention: null, person: null, isPronoun: false, isGuess: true };

export function resolvedTo(person: Person, mention: Span | null): Resolved {
  const { full: name, role, speaksFor } = person;
  return { speaker: { name, role, speaksFor }, mention, person, isPronoun: false, isGuess: false };
}

export interface Frame {
  readonly resolved: Resolved;
  readonly cue: Span | null;
  /** Index of the cue's word in its passage, -1 without one. */
  readonly cueAt: number;
  readonly pieces: Span[];
  readonly manner: Manner | null;
  certain: boolean;
  relayedBy: string | null;
  readonly paragraph: number;
}

/** A frame as a rule proposes it. */
export interface NewFrame {
  readonly resolved: Resolved;
  readonly cue: Span | null;
  readonly cueAt?: number;
  readonly pieces: readonly Span[];
  /** When left out: certain unless the speaker is unknown or a guess. */
  readonly certain?: boolean;
  readonly manner?: Manner | null;
  /** Mentioned by the way ("her call to …"): no quotation that follows goes on from it. */
  readonly isAside?: boolean;
}

/** Where frames are collected while a paragraph is at work. */
export interface Collection {
  /** Of the article. */
  readonly frames: Frame[];
  /** Stretches of the paragraph that a frame holds already. */
  readonly claims: Claims;
  readonly paragraph: number;
}

/** Adds a frame and claims its pieces, which the rules of the language have trimmed; `null` when none of them holds a word. */
export function addFrame({ frames, claims, paragraph }: Collection, given: NewFrame): Frame | null {
  const pieces = given.pieces.filter((piece) => piece.end > piece.start);
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
    paragraph,
  };
  for (const piece of pieces) claims.take(piece);
  frames.push(frame);
  return frame;
}

/** Who spoke last, and where: pronouns and unclaimed quotations look back at it. */
export class LastSpeaker {
  resolved: Resolved | null = null;
  /** End of what that speaker said, -1 before the first. */
  at = -1;

  note(resolved: Resolved, end: number): void {
    if (!resolved.speaker) return;
    this.resolved = resolved;
    this.at = end;
  }
}

/** A quotation paragraph goes on from a speaker at most so far back. */
export const RUN_ON_CHARACTERS = 500;
/** A quotation of fewer words without any sign of a speaker is a label. */
export const MIN_UNOWNED_WORDS = 6;

/** The frame that holds the quotation which this one continues. */
export function continuedFrame({ quotations }: Source, frames: readonly Frame[], id: string | null): Frame | undefined {
  // Ids count from Q1 in text order.
  const before = id === null ? undefined : quotations[Number(id.slice(1)) - 1];
  return (
    before &&
    frames.findLast(({ pieces }) => pieces.some((piece) => piece.start < before.end && before.start < piece.end))
  );
}

/** A quotation with its marks; without them where one is missing, since a lone mark would quote all that follows. */
export function quotedSpan(source: Source, index: number): Span {
  const inner = source.quotations[index] ?? { start: 0, end: 0 };
  const outer = source.outer[index] ?? inner;
  const isClosed = outer.start < inner.start && outer.end > inner.end;
  return isClosed ? outer : { start: inner.start, end: inner.end };
}

/** The stretch of text that words `from`…`to` cover; a quotation that fills it alone loses marks that are not closed. */
export function contentSpan(source: Source, { words }: Passage, from: number, to: number): Span {
  const first = words[from];
  const last = words[to - 1];
  if (first && first === last && isQuote(first)) return quotedSpan(source, first.quotation);
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
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

/** Stretches of one paragraph that a frame holds already, so that no words are attributed twice. */
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
