/** Quotations that no cue has claimed: they run on from the speaker before, follow a colon, or stay without a speaker. */
import type { Quotation, Span } from '#domain';

import { type Frame, frameEnd, frameStart, isAllQuotation, type Resolved } from '../attribution.ts';
import { byId } from '../quotations.ts';
import { addFrame, type Context, extendFrame, type ParagraphState, quotedSpan } from './context.ts';
import { isSpeechQuote } from './cues.ts';
import { mainSubject } from './leading.ts';
import { isDash, isOneOf, isQuote, type Passage } from './passage.ts';
import { phraseEndingAt, phraseStartingAt, type Subject } from './phrases.ts';

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
  const signed = signature(passage, at);
  if (signed) {
    const resolved = context.speakers.resolve(passage.tokens, signed);
    addFrame(context, state, { resolved, cue: null, pieces: [loose.span] });
    return;
  }
  const owner = ownerInPassage(passage, at);
  if (owner && words < MIN_UNOWNED_WORDS && !hasSpoken(context, passage, owner)) return;
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
    const before = byId(context.source.quotations, quotation.continues);
    const frame = before
      ? context.frames.findLast((candidate) =>
          candidate.pieces.some((piece) => piece.start < before.end && before.start < piece.end),
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
  const isMarked = loose.passage.tokens[loose.at]?.start !== quotation.start;
  const isContinued = quotation.continues !== null;
  if (isAllQuotation(frame, context.source.quotations) && (isSameParagraph || (isContinued && isMarked))) {
    extendFrame(context, state, frame, loose.span, true);
    if (!isSameParagraph) state.frames.push(frame);
    return;
  }
  // Without an opening mark a paragraph stands for itself: surely the same speaker's, but no longer one statement.
  const certain = frame.certain && (isSameParagraph || isContinued);
  addFrame(context, state, { resolved: frame.resolved, cue: null, pieces: [loose.span], certain });
}

/** `“…” — Ann Lee`: the name that signs a quotation at the paragraph's end. */
function signature({ tokens }: Passage, quote: number): Subject | null {
  if (!isDash(tokens[quote + 1]) || !tokens[quote + 2]?.isCapital) return null;
  const phrase = phraseStartingAt(tokens, quote + 2, tokens.length);
  const rest = phrase ? tokens.slice(phrase.end) : [];
  return phrase &&
    rest.every((token, index) => index === 0 || token.pos !== 'VERB') &&
    rest.length < MAX_SIGNATURE_TOKENS
    ? phrase
    : null;
}
const MAX_SIGNATURE_TOKENS = 8;

/** Does the article give words to this party elsewhere? Then a few words in marks are likely its own too. */
function hasSpoken(context: Context, passage: Passage, owner: Subject): boolean {
  const { speaker } = context.speakers.resolve(passage.tokens, owner);
  return (
    speaker !== null &&
    context.frames.some((frame) => frame.cue !== null && frame.resolved.speaker?.name === speaker.name)
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

/** "More from Ann Lee:", "Ann Lee on the costs:" — a line of its own without a verb. */
function nameBeforeColon({ tokens }: Passage): Subject | null {
  if (tokens.length > MAX_ANNOUNCEMENT_TOKENS || tokens.at(-1)?.text !== ':') return null;
  const from = tokens.findLastIndex((token) => isOneOf(token, /^(?:from|by|of)$/u)) + 1;
  return phraseEndingAt(tokens, tokens.length - 2, from) ?? phraseStartingAt(tokens, 0, tokens.length);
}
const MAX_ANNOUNCEMENT_TOKENS = 8;

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
  const subject = last ? (mainSubject(last, 0) ?? nameBeforeColon(last)) : null;
  return last && subject ? context.speakers.resolve(last.tokens, subject) : null;
}
