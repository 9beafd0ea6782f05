/** Refusals to speak: "declined to comment", "did not respond to a request", "could not be reached". */

import { CLAUSE_START } from '../lexicon/en/words.ts';
import { addFrame, type Context, contentSpan, type ParagraphState } from './context.ts';
import { isOneOf, isQuote, type Passage } from './passage.ts';
import type { Subject } from './phrases.ts';
import { subjectBefore, verbGroup } from './subjects.ts';

const SPEAKING =
  /^(?:comment|respond|reply|answer|discuss|elaborate|say|speak|talk|provide|confirm|identify|give|release|be|address|offer|return|make|take|disclose|specify|react)$/u;
const RESPONSE = /^(?:respond|responded|return|returned|reply|replied|answer|answered|comment|commented|immediately)$/u;

export function declinedFrames(context: Context, state: ParagraphState, passage: Passage): void {
  const { tokens } = passage;
  for (let at = 1; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token || isQuote(token) || !state.claims.isFree(token)) continue;
    const verb = refusalVerb(passage, at);
    if (verb < 0) continue;
    const subject = refuser(passage, verb);
    if (!subject) continue;
    const end = refusalEnd(passage, at);
    const isNegation = isOneOf(token, /^(?:not|n't|yet)$/u);
    const span = contentSpan(context.source, passage, isNegation && at - 1 > subject.end - 1 ? at - 1 : at, end);
    if (!state.claims.isFree(span)) continue;
    const resolved = context.speakers.resolve(tokens, subject);
    addFrame(context, state, { resolved, cue: token, cueAt: at, pieces: [span], manner: 'declined' });
    at = end - 1;
  }
}

/** The verb whose subject refuses, or -1. */
function refusalVerb(passage: Passage, at: number): number {
  const { tokens } = passage;
  const next = tokens[at + 1];
  if (isOneOf(tokens[at], /^(?:declined?|declines|declining|refused?|refuses|refusing)$/u)) {
    if (isOneOf(next, /^to$/u) && isOneOf(tokens[at + 2], SPEAKING) && isAboutSpeech(passage, at + 2)) return at;
    return isOneOf(next, /^(?:comment|further|requests?)$/u) ||
      (isOneOf(next, /^(?:an?|interview)$/u) && isOneOf(tokens[at + 2], /^(?:interview|request)$/u))
      ? at
      : -1;
  }
  if (isOneOf(tokens[at], /^(?:not|n't)$/u)) {
    let verb = at + 1;
    while (tokens[verb]?.pos === 'ADV' && verb < at + 3) verb++;
    if (
      isOneOf(tokens[verb], RESPONSE) &&
      (verb > at + 1 || !isOneOf(tokens[verb], /^immediately$/u)) &&
      mentionsRequest(passage, verb)
    )
      return verb;
    if (isOneOf(tokens[verb], /^be$/u) && isOneOf(tokens[verb + 1], /^(?:reached|contacted)$/u)) return verb;
    if (isOneOf(tokens[verb], /^(?:available|reachable)$/u) && mentionsRequest(passage, verb)) return verb;
  }
  if (isOneOf(tokens[at], /^(?:turned|turns)$/u) && isOneOf(next, /^down$/u) && mentionsRequest(passage, at)) return at;
  if (
    isOneOf(tokens[at], /^(?:offered|offers|had|made)$/u) &&
    isOneOf(next, /^no$/u) &&
    isOneOf(tokens[at + 2], /^comments?$/u)
  )
    return at;
  if (isOneOf(tokens[at], /^yet$/u) && isOneOf(next, /^to$/u) && isOneOf(tokens[at + 2], RESPONSE)) return at;
  if (isOneOf(tokens[at], /^(?:unavailable|unreachable)$/u) && mentionsRequest(passage, at)) return at;
  return -1;
}

function isAboutSpeech(passage: Passage, at: number): boolean {
  const { tokens } = passage;
  if (!isOneOf(tokens[at], /^(?:be|give|provide|make|take|release|offer|return|address)$/u)) return true;
  for (let index = at + 1; index < Math.min(tokens.length, at + 6); index++) {
    if (
      isOneOf(
        tokens[index],
        /^(?:comment|comments|details|interview|interviewed|statement|questions|named|identified|identify|quoted|information|specifics|calls?|name|names)$/u,
      )
    )
      return true;
  }
  return false;
}

function mentionsRequest(passage: Passage, at: number): boolean {
  for (let index = at; index < Math.min(passage.tokens.length, at + 12); index++) {
    if (
      isOneOf(
        passage.tokens[index],
        /^(?:requests?|comments?|questions?|inquiries|inquiry|enquiries|emails?|e-mails?|messages?|calls?|interviews?|letters?|reached|contacted)$/u,
      )
    )
      return true;
  }
  return false;
}

/** The subject; "could not be reached" is passive in form, so the group is stepped over here. */
function refuser(passage: Passage, verb: number): Subject | null {
  const direct = subjectBefore(passage, verb, 0);
  if (direct) return direct.relative === null ? null : direct;
  const { last } = verbGroup(passage.tokens, verb, 0);
  return last >= 0 ? subjectBefore(passage, last + 1, 0) : null;
}

function refusalEnd(passage: Passage, at: number): number {
  const { tokens } = passage;
  for (let index = at + 1; index < tokens.length; index++) {
    const token = tokens[index];
    if (isQuote(token)) return index;
    if (/^[,;.—]$/u.test(token?.text ?? '')) return index;
    if (CLAUSE_START.has(token?.lower ?? '') && !isOneOf(token, /^(?:that|or|and|whether)$/u)) return index;
    if (isOneOf(token, /^and$/u) && tokens[index + 1]?.pos === 'VERB') return index;
  }
  return tokens.length;
}
