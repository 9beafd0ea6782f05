/** Quotations that no cue has claimed: they run on from the speaker before, follow a colon, or stay without a speaker. */
import type { Quotation, Span } from '#domain';

import {
  continuedFrame,
  type Frame,
  frameEnd,
  frameStart,
  isAllQuotation,
  isQuote,
  MIN_UNOWNED_WORDS,
  NOBODY,
  quotedSpan,
  RUN_ON_CHARACTERS,
} from '../attribution.ts';
import { addFrame, type Context, extendFrame, type ParagraphState } from './context.ts';
import { isSpeechQuote } from './cues.ts';
import { mainSubject } from './leading.ts';
import { isDash, isOneOf, type Passage } from './passage.ts';
import { phraseEndingAt, phraseStartingAt, type Subject } from './phrases.ts';

/** A quotation of fewer words is a label unless a cue claims it. */
const MIN_CLAIMED_WORDS = 3;
/** A quotation of so many words is speech even inside a sentence without a cue. */
const SPEECH_WORDS = 8;

export function claimUnclaimed(context: Context, state: ParagraphState, previous: ParagraphState | null): void {
  for (const [index, passage] of state.passages.entries()) {
    for (const [at, word] of passage.words.entries()) {
      if (!isSpeechQuote(context.source, word)) continue;
      const quotation = context.source.quotations[word.quotation];
      if (!quotation || !state.claims.isFree(quotation)) continue;
      claimOne(context, state, previous, {
        passage,
        index,
        at,
        quotation,
        span: quotedSpan(context.source, word.quotation),
      });
    }
  }
}

interface Unclaimed {
  readonly passage: Passage;
  readonly index: number;
  readonly at: number;
  readonly quotation: Quotation;
  /** The quotation with its marks. */
  readonly span: Span;
}

function claimOne(
  context: Context,
  state: ParagraphState,
  previous: ParagraphState | null,
  unclaimed: Unclaimed,
): void {
  const { passage, quotation, at, index } = unclaimed;
  const length = context.source.text.slice(quotation.start, quotation.end).split(/\s+/u).length;
  const isContinued = quotation.continues !== null;
  const isSentence = passage.isOnlyQuotation && index > 0 && state.frames.length > 0;
  if (length < MIN_CLAIMED_WORDS && !isContinued && !isSentence) return;
  if (passage.isOnlyQuotation || length >= SPEECH_WORDS || isContinued) {
    const frame = runOnFrom(context, state, previous, unclaimed);
    if (frame) {
      continueFrame(context, state, frame, unclaimed);
      return;
    }
  }
  const signed = signature(passage, at);
  if (signed) {
    const resolved = context.speakers.resolve(passage.words, signed);
    addFrame(context, state, { resolved, cue: null, pieces: [unclaimed.span] });
    return;
  }
  const owner = ownerInPassage(passage, at);
  if (owner && length < MIN_UNOWNED_WORDS && !hasSpoken(context, passage, owner)) return;
  if (owner) {
    const resolved = context.speakers.resolve(passage.words, owner);
    addFrame(context, state, { resolved, cue: null, pieces: [unclaimed.span], certain: false });
    return;
  }
  const announced = announcedBy(context, previous, passage, at);
  if (announced) {
    addFrame(context, state, { resolved: announced, cue: null, pieces: [unclaimed.span], certain: false });
    return;
  }
  const { resolved: last, at: lastAt } = context.speakers.last;
  const isNear = quotation.start - lastAt < RUN_ON_CHARACTERS;
  if (passage.isOnlyQuotation && last && isNear) {
    addFrame(context, state, { resolved: last, cue: null, pieces: [unclaimed.span], certain: false });
  } else if (length >= MIN_UNOWNED_WORDS) {
    addFrame(context, state, { resolved: NOBODY, cue: null, pieces: [unclaimed.span], certain: false });
  }
}

/** The frame this quotation goes on from: earlier in the paragraph, later in it, or at the end of the one before. */
function runOnFrom(
  context: Context,
  state: ParagraphState,
  previous: ParagraphState | null,
  unclaimed: Unclaimed,
): Frame | null {
  const { passage, index, at, quotation } = unclaimed;
  const continued = continuedFrame(context.source, context.frames, quotation.continues);
  if (continued) return continued;
  const earlier = state.frames.findLast((frame) => frameStart(frame) < quotation.start && frame.manner !== 'declined');
  if (earlier && index > 0) return earlier;
  const opens = passage.isOnlyQuotation || passage.words.slice(0, at).every((word) => !word.isWord);
  if (!opens) return null;
  const later = state.frames.find((frame) => frameStart(frame) > quotation.start);
  if (later) return passage.isOnlyQuotation ? later : null;
  const last = previous?.frames.at(-1);
  if (!last || last.manner === 'declined') return null;
  return quotation.start - frameEnd(last) < RUN_ON_CHARACTERS ? last : null;
}

function continueFrame(context: Context, state: ParagraphState, frame: Frame, unclaimed: Unclaimed): void {
  const { quotation } = unclaimed;
  const isSameParagraph = frame.paragraph === state.index;
  const isMarked = unclaimed.passage.words[unclaimed.at]?.start !== quotation.start;
  const isContinued = quotation.continues !== null;
  if (isAllQuotation(frame, context.source.quotations) && (isSameParagraph || (isContinued && isMarked))) {
    extendFrame(context, state, frame, unclaimed.span, true);
    if (!isSameParagraph) state.frames.push(frame);
    return;
  }
  // Without an opening mark a paragraph stands for itself: surely the same speaker's, but no longer one statement.
  const certain = frame.certain && (isSameParagraph || isContinued);
  addFrame(context, state, { resolved: frame.resolved, cue: null, pieces: [unclaimed.span], certain });
}

const MAX_SIGNATURE_WORDS = 8;

/** `“…” — Ann Lee`: the name that signs a quotation at the paragraph's end. */
function signature({ words }: Passage, quote: number): Subject | null {
  if (!isDash(words[quote + 1]) || !words[quote + 2]?.isCapital) return null;
  const phrase = phraseStartingAt(words, quote + 2, words.length);
  const rest = phrase ? words.slice(phrase.end) : [];
  return phrase && rest.every((word, index) => index === 0 || word.pos !== 'VERB') && rest.length < MAX_SIGNATURE_WORDS
    ? phrase
    : null;
}

/** Does the article give words to this party elsewhere? Then a few words in marks are likely its own too. */
function hasSpoken(context: Context, passage: Passage, owner: Subject): boolean {
  const { speaker } = context.speakers.resolve(passage.words, owner);
  return (
    speaker !== null &&
    context.frames.some((frame) => frame.cue !== null && frame.resolved.speaker?.name === speaker.name)
  );
}

/** Before a colon, else the main subject of the sentence. */
function ownerInPassage(passage: Passage, quote: number): Subject | null {
  const { words } = passage;
  let before = quote - 1;
  while (before > 0 && !words[before]?.isWord && words[before]?.text !== ':') before--;
  if (words[before]?.text === ':') {
    const named = phraseEndingAt(words, before - 1, 0);
    if (named) return named;
  }
  return mainSubject(passage, 0);
}

const MAX_ANNOUNCEMENT_WORDS = 8;

/** "More from Ann Lee:", "Ann Lee on the costs:" — a line of its own without a verb. */
function nameBeforeColon({ words }: Passage): Subject | null {
  if (words.length > MAX_ANNOUNCEMENT_WORDS || words.at(-1)?.text !== ':') return null;
  const from = words.findLastIndex((word) => isOneOf(word, /^(?:from|by|of)$/u)) + 1;
  return phraseEndingAt(words, words.length - 2, from) ?? phraseStartingAt(words, 0, words.length);
}

/** "The mayor put out a statement:" and then the quotation as a paragraph of its own. */
function announcedBy(
  context: Context,
  previous: ParagraphState | null,
  passage: Passage,
  at: number,
): ReturnType<Context['speakers']['resolve']> | null {
  if (!previous || passage.words.slice(0, at).some((word) => word.isWord || isQuote(word))) return null;
  if (!/[:,]\s*$/u.test(context.source.text.slice(previous.span.start, previous.span.end))) return null;
  const last = previous.passages.at(-1);
  const subject = last ? (mainSubject(last, 0) ?? nameBeforeColon(last)) : null;
  return last && subject ? context.speakers.resolve(last.words, subject) : null;
}
