/** Quotations that no cue has claimed: they run on from the speaker before, follow a colon, or stay without a speaker. */
import type { Quotation, Span } from '#domain';

import { type Frame, frameEnd, frameStart, type Resolved } from '../frames.ts';
import { addFrame, type Context, extendFrame, type ParagraphState, quotedSpan } from './context.ts';
import { isSpeechQuote } from './cues.ts';
import { mainSubject } from './leading.ts';
import { isQuote, type Passage } from './passage.ts';
import { phraseEndingAt, type Subject } from './phrases.ts';

/** A quotation of fewer words is a label unless a cue claims it. */
const MIN_LOOSE_WORDS = 3;
/** A quotation of so many words is speech even inside a sentence without a cue. */
const SPEECH_WORDS = 8;
/** Shorter words in marks without any sign of a speaker are labels. */
const MIN_UNOWNED_WORDS = 6;
const NOBODY: Resolved = { speaker: null, mention: null, person: null, isPronoun: false, isGuess: true };
/** A quotation paragraph goes on from a speaker at most so far back. */
const RUN_ON_CHARACTERS = 500;

export function looseFrames(context: Context, state: ParagraphState, previous: ParagraphState | null): void {
  for (const [index, passage] of state.passages.entries()) {
    for (const [at, token] of passage.tokens.entries()) {
      if (!isSpeechQuote(context.source, token)) continue;
      const quotation = context.source.quotations[token.quotation];
      if (!quotation || !state.claims.isFree(quotation)) continue;
      claimLoose(context, state, previous, {
        passage,
        index,
        at,
        quotation,
        span: quotedSpan(context.source, token.quotation),
      });
    }
  }
}

interface Loose {
  readonly passage: Passage;
  readonly index: number;
  readonly at: number;
  readonly quotation: Quotation;
  /** The quotation with its marks. */
  readonly span: Span;
}

function claimLoose(context: Context, state: ParagraphState, previous: ParagraphState | null, loose: Loose): void {
  const { passage, quotation, at, index } = loose;
  const words = context.source.text.slice(quotation.start, quotation.end).split(/\s+/u).length;
  const isContinued = quotation.continues !== null;
  const isSentence = passage.isOnlyQuotation && index > 0 && state.frames.length > 0;
  if (words < MIN_LOOSE_WORDS && !isContinued && !isSentence) return;
  if (passage.isOnlyQuotation || words >= SPEECH_WORDS || isContinued) {
    const frame = runOnFrom(context, state, previous, loose);
    if (frame) {
      continueFrame(context, state, frame, loose);
      return;
    }
  }
  const owner = ownerInPassage(passage, at);
  if (owner) {
    const resolved = context.speakers.resolve(passage.tokens, owner);
    addFrame(context, state, { resolved, cue: null, pieces: [loose.span], certain: false });
    return;
  }
  const announced = announcedBy(context, previous, passage, at);
  if (announced) {
    addFrame(context, state, { resolved: announced, cue: null, pieces: [loose.span], certain: false });
    return;
  }
  const last = context.speakers.last();
  const isNear = quotation.start - context.speakers.lastAt() < RUN_ON_CHARACTERS;
  if (passage.isOnlyQuotation && last && isNear) {
    addFrame(context, state, { resolved: last, cue: null, pieces: [loose.span], certain: false });
  } else if (words >= MIN_UNOWNED_WORDS) {
    addFrame(context, state, { resolved: NOBODY, cue: null, pieces: [loose.span], certain: false });
  }
}

/** The frame this quotation goes on from: earlier in the paragraph, later in it, or at the end of the one before. */
function runOnFrom(
  context: Context,
  state: ParagraphState,
  previous: ParagraphState | null,
  loose: Loose,
): Frame | null {
  const { passage, index, at, quotation } = loose;
  if (quotation.continues !== null) {
    const before = context.source.quotations.find((other) => other.id === quotation.continues);
    const frame = before
      ? context.frames.findLast((candidate) =>
          candidate.pieces.some((piece) => piece.start <= before.start && piece.end >= before.end),
        )
      : undefined;
    if (frame) return frame;
  }
  const earlier = state.frames.findLast((frame) => frameStart(frame) < quotation.start && frame.manner !== 'declined');
  if (earlier && index > 0) return earlier;
  const opens = passage.isOnlyQuotation || passage.tokens.slice(0, at).every((token) => !token.isWord);
  if (!opens) return null;
  const later = state.frames.find((frame) => frameStart(frame) > quotation.start);
  if (later) return passage.isOnlyQuotation ? later : null;
  const last = previous?.frames.at(-1);
  if (!last || last.manner === 'declined') return null;
  return quotation.start - frameEnd(last) < RUN_ON_CHARACTERS ? last : null;
}

function continueFrame(context: Context, state: ParagraphState, frame: Frame, loose: Loose): void {
  const { quotation } = loose;
  const isSameParagraph = frame.paragraph === state.index;
  if (holdsOnlyQuotation(context, frame) && (isSameParagraph || quotation.continues !== null)) {
    extendFrame(context, state, frame, loose.span, true);
    if (!isSameParagraph) state.frames.push(frame);
    return;
  }
  const certain = frame.certain && isSameParagraph;
  addFrame(context, state, { resolved: frame.resolved, cue: null, pieces: [loose.span], certain });
}

/** Reported speech ends with its clause: a quotation after it is a statement of its own. */
function holdsOnlyQuotation(context: Context, frame: Frame): boolean {
  return frame.pieces.every((piece) =>
    context.source.quotations.some((quotation) => quotation.start <= piece.start + 2 && piece.end - 2 <= quotation.end),
  );
}

/** Before a colon, else the main subject of the sentence. */
function ownerInPassage(passage: Passage, quote: number): Subject | null {
  const { tokens } = passage;
  let before = quote - 1;
  while (before > 0 && !tokens[before]?.isWord && tokens[before]?.text !== ':') before--;
  if (tokens[before]?.text === ':') {
    const named = phraseEndingAt(tokens, before - 1, 0);
    if (named) return named;
  }
  return mainSubject(passage, 0);
}

/** "The mayor put out a statement:" and then the quotation as a paragraph of its own. */
function announcedBy(
  context: Context,
  previous: ParagraphState | null,
  passage: Passage,
  at: number,
): ReturnType<Context['speakers']['resolve']> | null {
  if (!previous || passage.tokens.slice(0, at).some((token) => token.isWord || isQuote(token))) return null;
  if (!/[:,]\s*$/u.test(context.source.text.slice(previous.span.start, previous.span.end))) return null;
  const last = previous.passages.at(-1);
  const subject = last ? mainSubject(last, 0) : null;
  return last && subject ? context.speakers.resolve(last.tokens, subject) : null;
}
