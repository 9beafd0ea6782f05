/** `According to X, …` · `…, according to X.` · `…, she said, according to CNN.` (relayed) */
import type { Frame, Resolved } from '../frames.ts';
import { addFrame, type Context, contentSpan, type ParagraphState } from './context.ts';
import { cueAt } from './cues.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDash, isOneOf, isQuote, type Passage } from './passage.ts';
import { subjectAfter } from './subjects.ts';

/** Fewer tokens before ", according to X" than this are no statement. */
const MIN_CONTENT_TOKENS = 4;

export function accordingFrames(context: Context, state: ParagraphState, passage: Passage): void {
  const { tokens } = passage;
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(context.source, passage, at);
    const token = tokens[at];
    if (cue?.kind !== 'according' || !token || !state.claims.isFree(token)) continue;
    const subject = subjectAfter(tokens, at + 2, tokens.length);
    if (!subject) continue;
    const resolved = context.speakers.resolve(tokens, subject);
    let before = at - 1;
    while (before >= 0 && !tokens[before]?.isWord && !isQuote(tokens[before])) before--;
    const start = clauseStart(context, state, passage, before);
    const isRelay = before >= 0 && isClaimedOrCue(context, state, passage, before);
    if (isRelay) relay(state, resolved);
    else if (before - start + 1 >= MIN_CONTENT_TOKENS || isQuote(tokens[before])) {
      const span = contentSpan(context.source, passage, start, before + 1);
      if (state.claims.isFree(span)) addFrame(context, state, { resolved, cue: token, cueAt: at, pieces: [span] });
    } else {
      const from = leadEnd(passage, subject.end);
      if (from + 2 >= tokens.length) continue;
      const end = contentEnd(context.source, passage, cue, from + 1, 0, tokens.length);
      const span = contentSpan(context.source, passage, from + 1, end);
      if (state.claims.isFree(span)) addFrame(context, state, { resolved, cue: token, cueAt: at, pieces: [span] });
    }
  }
}

/** The comma after "According to X", or the last token of X where the writer left the comma out. */
function leadEnd(passage: Passage, end: number): number {
  const { tokens } = passage;
  for (let at = end; at < tokens.length && at - end < MAX_LEAD_TOKENS; at++) {
    if (isComma(tokens[at])) return at;
    if (tokens[at]?.pos === 'AUX') break;
  }
  return end - 1;
}
const MAX_LEAD_TOKENS = 25;

/** "…, she told the court, according to CNN": what stands before is already somebody's, or his cue. */
function isClaimedOrCue(context: Context, state: ParagraphState, passage: Passage, before: number): boolean {
  const token = passage.tokens[before];
  if (!token) return false;
  if (!state.claims.isFree(token)) return true;
  return state.frames.some(
    (frame) =>
      frame.cue !== null &&
      Math.abs(frame.cue.end - token.end) < 60 &&
      frame.cue.end <= token.end &&
      context.source.text.slice(frame.cue.end, token.end).split(/[.;]/u).length === 1,
  );
}

function relay(state: ParagraphState, resolved: Resolved): void {
  const frame: Frame | undefined = state.frames.at(-1);
  if (frame && resolved.speaker) frame.relayedBy ??= resolved.speaker.name;
}

/** The clause that ", according to X" closes: from the passage's start, or from the last "and"/"but" after a comma. */
function clauseStart(context: Context, state: ParagraphState, passage: Passage, last: number): number {
  const { tokens } = passage;
  for (let at = last; at > 0; at--) {
    const token = tokens[at];
    if (token && !state.claims.isFree(token)) return at + 1;
    if (token?.text === ';') return at + 1;
    if (isDash(token) && token?.text !== '-' && last - at > MIN_CONTENT_TOKENS) return at + 1;
    if (isOneOf(token, /^which$/u) && isComma(tokens[at - 1])) return at;
  }
  return 0;
}
