/** `According to X, …` · `…, according to X.` · `…, she said, according to CNN.` (relayed) */
import { contentSpan, type Frame, isQuote, type Resolved } from '../attribution.ts';
import { UNAMBIGUOUS } from '../lexicon/en/verbs.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { type Cue, cueAt } from './cues.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDash, isNobody, isOneOf, type Passage } from './passage.ts';
import type { Subject } from './phrases.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';

/** Fewer words before ", according to X" than this are no statement. */
const MIN_CONTENT_WORDS = 4;

/** Claims what X says; returns those who only pass on what somebody else of the passage says. */
export function accordingFrames(context: Context, state: ParagraphState, passage: Passage): Resolved[] {
  const { words } = passage;
  const relays: Resolved[] = [];
  for (let at = 0; at < words.length; at++) {
    const cue = cueAt(context.source, passage, at);
    const word = words[at];
    if (cue?.kind !== 'according' || !word || !state.claims.isFree(word)) continue;
    const subject = subjectAfter(words, at + 2, words.length);
    if (!subject) continue;
    const resolved = context.speakers.resolve(words, subject);
    const subjectEnd = withApposition(passage, subject);
    const range =
      cue.lemma === 'words' ? quotedRange(passage, subjectEnd) : contentRange(context, state, passage, cue, subjectEnd);
    if (range === null || hasInnerSpeaker(context, passage, range.from, range.to)) {
      relays.push(resolved);
      continue;
    }
    const span = contentSpan(context.source, passage, range.from, range.to);
    if (range.to > range.from && state.claims.isFree(span)) {
      addFrame(context, state, { resolved, cue: word, cueAt: at, pieces: [span] });
    }
  }
  return relays;
}

/** Notes on the passage's last frame who passed the words on. */
export function noteRelays(frames: readonly Frame[], relays: readonly Resolved[]): void {
  const frame = frames.at(-1);
  for (const { speaker } of relays) if (frame && speaker) frame.relayedBy ??= speaker.name;
}

/** What X says: before ", according to X" or behind "According to X,". `null` when that is already somebody's. */
function contentRange(
  context: Context,
  state: ParagraphState,
  passage: Passage,
  cue: Cue,
  subjectEnd: number,
): { from: number; to: number } | null {
  const { words } = passage;
  let before = cue.at - 1;
  while (before >= 0 && !words[before]?.isWord && !isQuote(words[before])) before--;
  const start = clauseStart(context, state, passage, before);
  if (before >= 0 && isClaimedOrCue(context, state, passage, before)) return null;
  const isInside = isOneOf(words[before], /^(?:that|and|but|because)$/u); // "learned that, according to X, …"
  if ((before - start + 1 >= MIN_CONTENT_WORDS && !isInside) || isQuote(words[before]))
    return { from: start, to: before + 1 };
  const from = afterRelative(passage, subjectEnd) ?? leadEnd(passage, subjectEnd) + 1;
  if (from + 1 >= words.length) return { from, to: from };
  return { from, to: contentEnd(context.source, passage, cue, from, 0, words.length) };
}

/** "According to Ann Lee, the mayor, …": the lead ends with the apposition when a comma closes it and no verb is in it. */
function withApposition({ words }: Passage, { end, apposition }: Subject): number {
  if (!apposition || !(isComma(words[apposition.end]) || isQuote(words[apposition.end]))) return end;
  const holdsVerb = words.slice(apposition.start, apposition.end).some(({ pos }) => pos === 'VERB' || pos === 'AUX');
  return holdsVerb ? end : apposition.end;
}

/** "in the words of X, “…”": the quotation that follows, and nothing else. */
function quotedRange(passage: Passage, from: number): { from: number; to: number } | null {
  let at = from;
  while (isComma(passage.words[at]) || passage.words[at]?.text === ':') at++;
  return isQuote(passage.words[at]) ? { from: at, to: at + 1 } : null;
}

/** Somebody else speaks in what X says: then X relays. */
function hasInnerSpeaker(context: Context, passage: Passage, from: number, to: number): boolean {
  for (let at = from + 1; at < to; at++) {
    const cue = cueAt(context.source, passage, at);
    if (!cue?.takesClause || !UNAMBIGUOUS.has(passage.words[at]?.lower ?? '')) continue;
    const subject = subjectBefore(passage, at, from);
    if (subject && subject.relative === undefined && !isNobody(passage.words[subject.start])) return true;
  }
  return false;
}

const MAX_LEAD_WORDS = 25;

/** "according to the man who drew it | the plan was old": where the clause behind an unmarked relative clause begins. */
function afterRelative(passage: Passage, end: number): number | null {
  const { words } = passage;
  if (!isOneOf(words[end], /^(?:who|which|that)$/u)) return null;
  let verbs = 0;
  for (let at = end + 1; at < words.length && at - end < MAX_LEAD_WORDS; at++) {
    const word = words[at];
    if (isComma(word)) return null;
    if (word?.pos !== 'VERB' && word?.pos !== 'AUX') continue;
    if (verbs++ === 0) continue;
    const subject = subjectBefore(passage, at, end + 2);
    if (subject && subject.relative === undefined) return subject.start;
  }
  return null;
}

/** The comma after "According to X", or the last word of X where the writer left the comma out. */
function leadEnd(passage: Passage, end: number): number {
  const { words } = passage;
  for (let at = end; at < words.length && at - end < MAX_LEAD_WORDS; at++) {
    if (isComma(words[at])) return at;
    if (words[at]?.pos === 'AUX') break;
  }
  return end - 1;
}

/** "…, she told the court, according to CNN": what stands before is already somebody's, or his cue. */
function isClaimedOrCue(context: Context, state: ParagraphState, passage: Passage, before: number): boolean {
  const word = passage.words[before];
  if (!word) return false;
  if (!state.claims.isFree(word)) return true;
  return state.frames.some(
    (frame) =>
      frame.cue !== null &&
      Math.abs(frame.cue.end - word.end) < 60 &&
      frame.cue.end <= word.end &&
      context.source.text.slice(frame.cue.end, word.end).split(/[.;]/u).length === 1,
  );
}

/** The clause that ", according to X" closes: from the passage's start, or from the last "and"/"but" after a comma. */
function clauseStart(context: Context, state: ParagraphState, passage: Passage, last: number): number {
  const { words } = passage;
  for (let at = last; at > 0; at--) {
    const word = words[at];
    if (word && !state.claims.isFree(word)) return at + 1;
    if (word?.text === ';') return at + 1;
    if (isDash(word) && word?.text !== '-' && last - at > MIN_CONTENT_WORDS) return at + 1;
    if (isOneOf(word, /^which$/u) && isComma(words[at - 1])) return at;
  }
  return 0;
}
