/** Refusals to speak: "declined to comment", "did not respond to a request", "could not be reached". */

import { contentSpan, isQuote } from '../attribution.ts';
import { CLAUSE_START } from '../lexicon/en/words.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { isOneOf, type Passage } from './passage.ts';
import type { Subject } from './phrases.ts';
import { subjectBefore, verbGroup } from './subjects.ts';

const SPEAKING =
  /^(?:comment|respond|reply|answer|discuss|elaborate|say|speak|talk|provide|confirm|identify|give|release|be|address|offer|return|make|take|disclose|specify|react)$/u;
const RESPONSE = /^(?:respond|responded|return|returned|reply|replied|answer|answered|comment|commented|immediately)$/u;

export function declinedFrames(context: Context, state: ParagraphState, passage: Passage): void {
  const { words } = passage;
  for (let at = 1; at < words.length; at++) {
    const word = words[at];
    if (!word || isQuote(word) || !state.claims.isFree(word)) continue;
    const verb = refusalVerb(passage, at);
    if (verb < 0) continue;
    const subject = refuser(passage, verb);
    if (!subject) continue;
    const end = refusalEnd(passage, at);
    const isNegation = isOneOf(word, /^(?:not|n't|yet)$/u);
    const span = contentSpan(context.source, passage, isNegation && at - 1 > subject.end - 1 ? at - 1 : at, end);
    if (!state.claims.isFree(span)) continue;
    const resolved = context.speakers.resolve(words, subject);
    addFrame(context, state, { resolved, cue: word, cueAt: at, pieces: [span], manner: 'declined' });
    at = end - 1;
  }
}

/** The verb whose subject refuses, or -1. */
function refusalVerb(passage: Passage, at: number): number {
  const { words } = passage;
  const next = words[at + 1];
  if (isOneOf(words[at], /^(?:declined?|declines|declining|refused?|refuses|refusing)$/u)) {
    if (isOneOf(next, /^to$/u) && isOneOf(words[at + 2], SPEAKING) && isAboutSpeech(passage, at + 2)) return at;
    return isOneOf(next, /^(?:comment|further|requests?)$/u) ||
      (isOneOf(next, /^(?:an?|interview)$/u) && isOneOf(words[at + 2], /^(?:interview|request)$/u))
      ? at
      : -1;
  }
  if (isOneOf(words[at], /^(?:not|n't)$/u)) {
    let verb = at + 1;
    while (words[verb]?.pos === 'ADV' && verb < at + 3) verb++;
    if (
      isOneOf(words[verb], RESPONSE) &&
      (verb > at + 1 || !isOneOf(words[verb], /^immediately$/u)) &&
      mentionsRequest(passage, verb)
    )
      return verb;
    if (isOneOf(words[verb], /^be$/u) && isOneOf(words[verb + 1], /^(?:reached|contacted)$/u)) return verb;
    if (isOneOf(words[verb], /^(?:available|reachable)$/u) && mentionsRequest(passage, verb)) return verb;
  }
  if (isOneOf(words[at], /^(?:turned|turns)$/u) && isOneOf(next, /^down$/u) && mentionsRequest(passage, at)) return at;
  if (
    isOneOf(words[at], /^(?:offered|offers|had|made)$/u) &&
    isOneOf(next, /^no$/u) &&
    isOneOf(words[at + 2], /^comments?$/u)
  )
    return at;
  if (isOneOf(words[at], /^yet$/u) && isOneOf(next, /^to$/u) && isOneOf(words[at + 2], RESPONSE)) return at;
  if (isOneOf(words[at], /^(?:unavailable|unreachable)$/u) && mentionsRequest(passage, at)) return at;
  return -1;
}

function isAboutSpeech(passage: Passage, at: number): boolean {
  const { words } = passage;
  if (!isOneOf(words[at], /^(?:be|give|provide|make|take|release|offer|return|address)$/u)) return true;
  for (let index = at + 1; index < Math.min(words.length, at + 6); index++) {
    if (
      isOneOf(
        words[index],
        /^(?:comment|comments|details|interview|interviewed|statement|questions|named|identified|identify|quoted|information|specifics|calls?|name|names)$/u,
      )
    )
      return true;
  }
  return false;
}

function mentionsRequest(passage: Passage, at: number): boolean {
  for (let index = at; index < Math.min(passage.words.length, at + 12); index++) {
    if (
      isOneOf(
        passage.words[index],
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
  const { last } = verbGroup(passage.words, verb, 0);
  return last >= 0 ? subjectBefore(passage, last + 1, 0) : null;
}

function refusalEnd(passage: Passage, at: number): number {
  const { words } = passage;
  for (let index = at + 1; index < words.length; index++) {
    const word = words[index];
    if (isQuote(word)) return index;
    if (/^[,;.—]$/u.test(word?.text ?? '')) return index;
    if (CLAUSE_START.has(word?.lower ?? '') && !isOneOf(word, /^(?:that|or|and|whether)$/u)) return index;
    if (isOneOf(word, /^and$/u) && words[index + 1]?.pos === 'VERB') return index;
  }
  return words.length;
}
