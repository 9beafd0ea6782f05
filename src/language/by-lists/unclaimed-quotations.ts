/** Quotations that no cue has claimed: signed by a colon, run on from the speaker before, or without a speaker. */
import type { Span } from '#domain';

import {
  continuedFrame,
  type Frame,
  frameEnd,
  frameStart,
  isAllQuotation,
  isQuote,
  MIN_UNOWNED_WORDS,
  type NewFrame,
  NOBODY,
  type Passage,
  quotedSpan,
  type Resolved,
  RUN_ON_CHARACTERS,
  resolvedTo,
} from '../attribution.ts';
import { within } from '../text/spans.ts';
import { type Context, resolvePhrase } from './context.ts';
import { cueAt, subjectAfter } from './cues.ts';
import { isMark, wordsIn } from './words.ts';

/** A quotation of fewer words is a label even where a person opens the sentence. */
const MIN_OWNED_WORDS = 3;
const MAX_LEAD_WORDS = 3;
/** Scripts without spaces: so many characters count as speech. */
const MIN_UNOWNED_CHARACTERS = 30;

export function claimUnclaimed(context: Context, passages: readonly Passage[]): void {
  for (const [index, passage] of passages.entries()) {
    for (const [at, word] of passage.words.entries()) {
      if (!isQuote(word) || context.source.isTitle[word.quotation]) continue;
      const quotation = context.source.quotations[word.quotation];
      if (quotation && context.claims.isFree(quotation)) claimOne(context, passage, at, index);
    }
  }
}

function claimOne(context: Context, passage: Passage, at: number, index: number): void {
  const { words } = passage;
  const number = words[at]?.quotation ?? -1;
  const quotation = context.source.quotations[number];
  if (!quotation) return;
  const span = quotedSpan(context.source, number);
  const isAlone = words.every((word) => isQuote(word) || !word.isWord);
  const inserted = insertedCue(context, quotation);
  if (inserted) {
    context.add(inserted);
    return;
  }
  const owner = beforeColon(passage, at);
  if (owner) {
    context.add({ resolved: resolvePhrase(context, passage, owner), cue: null, pieces: [span] });
    return;
  }
  const frame = runOnFrom(context, quotation.start, quotation.continues, isAlone, index);
  if (frame) {
    const isSame = frame.paragraph === context.paragraph;
    if (isSame && isAllQuotation(frame, context.source.quotations)) {
      frame.pieces.push(span);
      context.claims.take(span);
    } else
      context.add({
        resolved: frame.resolved,
        cue: null,
        pieces: [span],
        certain: quotation.continues !== null && frame.certain,
      });
    return;
  }
  const text = context.source.text.slice(quotation.start, quotation.end);
  const opener = text.split(/\s+/u).length >= MIN_OWNED_WORDS ? openingPerson(context, passage, at) : null;
  if (opener) {
    context.add({ resolved: opener, cue: null, pieces: [span], certain: false });
    return;
  }
  if (text.split(/\s+/u).length >= MIN_UNOWNED_WORDS || text.length >= MIN_UNOWNED_CHARACTERS)
    context.add({ resolved: NOBODY, cue: null, pieces: [span], certain: false });
}

/** "M. Wray y voit « une supposition »": the person who opens the sentence, when no other is named before the marks. */
function openingPerson(context: Context, { words }: Passage, quote: number): Resolved | null {
  const [first, last] = [words[0], words[quote - 1]];
  if (!first || !last || context.lists.breaks.has(first.lower)) return null;
  const named = within(context.names.register.mentions, { start: first.start, end: last.end });
  const [mention] = named;
  const lead = words.filter((word) => word.isWord && word.start < (mention?.start ?? 0) && word.start >= first.start);
  if (!mention || named.some(({ person }) => person !== mention.person) || lead.length > MAX_LEAD_WORDS) return null;
  const { person, start, end } = mention;
  return { ...resolvedTo(person, { start, end }), isGuess: true };
}

/** `« A, explique Luc Moreau, et B. »`: French and Spanish put the cue inside the marks. */
function insertedCue(context: Context, quotation: Span): NewFrame | null {
  const words = wordsIn(context.source.text, quotation);
  const inner: Passage = { paragraph: 0, words };
  for (let at = 2; at < words.length; at++) {
    if (!isMark(words[at - 1], ',—–')) continue;
    const cue = cueAt(inner, at, context.lists);
    const subject = cue && subjectAfter(inner, cue.end, context.lists);
    if (!cue || !subject || context.lists.capitalNouns) continue;
    const right = subject.apposition?.end ?? subject.end;
    if (right < words.length && !isMark(words[right], ',—–.')) continue;
    const pieces = [{ start: quotation.start, end: words[at - 2]?.end ?? quotation.start }];
    if (right + 1 < words.length) pieces.push({ start: words[right + 1]?.start ?? quotation.end, end: quotation.end });
    const span = { start: words[cue.at]?.start ?? 0, end: words[cue.end - 1]?.end ?? 0 };
    return { resolved: resolvePhrase(context, inner, subject), cue: span, pieces };
  }
  return null;
}

/** `Jana Brandt: „…“`: a name of at most a few words and a colon. */
function beforeColon({ words }: Passage, quote: number): { start: number; end: number; apposition: null } | null {
  if (!isMark(words[quote - 1], ':：')) return null;
  const end = quote - 1;
  const isShort = end > 0 && end <= 5 && words.slice(0, end).every((word) => word.isWord);
  return isShort && words[end - 1]?.isCapital ? { start: 0, end, apposition: null } : null;
}

function runOnFrom(
  context: Context,
  start: number,
  continues: string | null,
  isAlone: boolean,
  index: number,
): Frame | null {
  const continued = continuedFrame(context.source, context.frames, continues);
  if (continued) return continued;
  if (!isAlone) return null;
  const last = context.frames.findLast((frame) => frame.manner !== 'declined' && frameStart(frame) < start);
  if (!last || !last.resolved.speaker) return null;
  const isSame = last.paragraph === context.paragraph && index > 0;
  const isNext = last.paragraph === context.paragraph - 1 && start - frameEnd(last) < RUN_ON_CHARACTERS;
  return isSame || isNext ? last : null;
}
