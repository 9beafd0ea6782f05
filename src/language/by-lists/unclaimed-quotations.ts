/** Quotations that no cue has claimed: signed by a colon, run on from the speaker before, or without a speaker. */
import type { Span } from '#domain';

import { type Frame, frameEnd, frameStart, isAllQuotation, type Resolved } from '../attribution.ts';
import { byId } from '../quotations.ts';
import { within } from '../text/spans.ts';
import { type Desk, type NewFrame, NOBODY, resolvePhrase } from './attribute.ts';
import { cueAt, subjectAfter } from './cues.ts';
import { speakerOf } from './names.ts';
import { quotedSpan } from './spans.ts';
import { isMark, isQuoted, type Passage, wordsIn } from './words.ts';

/** A quotation of fewer words without any sign of a speaker is a label. */
const MIN_UNOWNED_WORDS = 6;
/** … and of a person who opens the sentence. */
const MIN_OWNED_WORDS = 3;
const MAX_LEAD_WORDS = 3;
/** Scripts without spaces: so many characters count as speech. */
const MIN_UNOWNED_CHARACTERS = 30;
/** A quotation paragraph goes on from a speaker at most so far back. */
const RUN_ON_CHARACTERS = 500;

export function looseFrames(desk: Desk, passages: readonly Passage[]): void {
  for (const [index, passage] of passages.entries()) {
    for (const [at, word] of passage.words.entries()) {
      if (!isQuoted(word) || desk.input.isTitle[word.quotation]) continue;
      const quotation = desk.input.quotations[word.quotation];
      if (quotation && desk.claims.isFree(quotation)) claimLoose(desk, passage, at, index);
    }
  }
}

function claimLoose(desk: Desk, passage: Passage, at: number, index: number): void {
  const { words } = passage;
  const number = words[at]?.quotation ?? -1;
  const quotation = desk.input.quotations[number];
  if (!quotation) return;
  const span = quotedSpan(desk.input, number);
  const isAlone = words.every((word) => isQuoted(word) || !word.isWord);
  const inserted = insertedCue(desk, quotation);
  if (inserted) {
    desk.add(inserted);
    return;
  }
  const owner = beforeColon(passage, at);
  if (owner) {
    desk.add({ resolved: resolvePhrase(desk, passage, owner), cue: null, pieces: [span] });
    return;
  }
  const frame = runOnFrom(desk, quotation.start, quotation.continues, isAlone, index);
  if (frame) {
    const isSame = frame.paragraph === desk.paragraph;
    if (isSame && isAllQuotation(frame, desk.input.quotations)) {
      frame.pieces.push(span);
      desk.claims.take(span);
    } else
      desk.add({
        resolved: frame.resolved,
        cue: null,
        pieces: [span],
        certain: quotation.continues !== null && frame.certain,
      });
    return;
  }
  const text = desk.input.text.slice(quotation.start, quotation.end);
  const opener = text.split(/\s+/u).length >= MIN_OWNED_WORDS ? openingPerson(desk, passage, at) : null;
  if (opener) {
    desk.add({ resolved: opener, cue: null, pieces: [span], certain: false });
    return;
  }
  if (text.split(/\s+/u).length >= MIN_UNOWNED_WORDS || text.length >= MIN_UNOWNED_CHARACTERS)
    desk.add({ resolved: NOBODY, cue: null, pieces: [span], certain: false });
}

/** "M. Wray y voit « une supposition »": the person who opens the sentence, when no other is named before the marks. */
function openingPerson(desk: Desk, { words }: Passage, quote: number): Resolved | null {
  const [first, last] = [words[0], words[quote - 1]];
  if (!first || !last || desk.lists.breaks.has(first.lower)) return null;
  const named = within(desk.names.register.mentions, { start: first.start, end: last.end });
  const [mention] = named;
  const lead = words.filter((word) => word.isWord && word.start < (mention?.start ?? 0) && word.start >= first.start);
  if (!mention || named.some(({ person }) => person !== mention.person) || lead.length > MAX_LEAD_WORDS) return null;
  const { person, start, end } = mention;
  return { speaker: speakerOf(person), mention: { start, end }, person, isPronoun: false, isGuess: true };
}

/** `« A, explique Luc Moreau, et B. »`: French and Spanish put the cue inside the marks. */
function insertedCue(desk: Desk, quotation: Span): NewFrame | null {
  const words = wordsIn(desk.input.text, quotation);
  const inner: Passage = { paragraph: 0, words };
  for (let at = 2; at < words.length; at++) {
    if (!isMark(words[at - 1], ',—–')) continue;
    const cue = cueAt(inner, at, desk.lists);
    const subject = cue && subjectAfter(inner, cue.end, desk.lists);
    if (!cue || !subject || desk.lists.capitalNouns) continue;
    const right = subject.apposition?.end ?? subject.end;
    if (right < words.length && !isMark(words[right], ',—–.')) continue;
    const pieces = [{ start: quotation.start, end: words[at - 2]?.end ?? quotation.start }];
    if (right + 1 < words.length) pieces.push({ start: words[right + 1]?.start ?? quotation.end, end: quotation.end });
    const span = { start: words[cue.at]?.start ?? 0, end: words[cue.end - 1]?.end ?? 0 };
    return { resolved: resolvePhrase(desk, inner, subject), cue: span, pieces };
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

function runOnFrom(desk: Desk, start: number, continues: string | null, isAlone: boolean, index: number): Frame | null {
  if (continues !== null) {
    const before = byId(desk.input.quotations, continues);
    const frame =
      before &&
      desk.frames.findLast(({ pieces }) =>
        pieces.some((piece) => piece.start < before.end && before.start < piece.end),
      );
    if (frame) return frame;
  }
  if (!isAlone) return null;
  const last = desk.frames.findLast((frame) => frame.manner !== 'declined' && frameStart(frame) < start);
  if (!last || !last.resolved.speaker) return null;
  const isSame = last.paragraph === desk.paragraph && index > 0;
  const isNext = last.paragraph === desk.paragraph - 1 && start - frameEnd(last) < RUN_ON_CHARACTERS;
  return isSame || isNext ? last : null;
}
