/** `“…,” she said.` · `The plan is dead, Lee said on Friday.` · `“A,” he said, “B.”` */
import type { Frame } from '../attribution.ts';
import { INVERTING } from '../lexicon/en/verbs.ts';
import { ADVERBIAL_START, BE } from '../lexicon/en/words.ts';
import { addFrame, type Context, contentSpan, type ParagraphState } from './context.ts';
import { type Cue, cueAt, isSpeechQuote } from './cues.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDash, isOneOf, isQuote, isTime, type Passage } from './passage.ts';
import { phraseStartingAt, type Subject } from './phrases.ts';
import { outletAfter } from './relays.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';
import type { Token } from './tagged.ts';

/** After "X said" at a sentence's end stands at most so much about when and where. */
const MAX_TAIL_WORDS = 18;

interface TrailingCue {
  readonly cue: Cue;
  readonly subject: Subject;
  readonly subjectStart: number;
  /** Token after the attribution's own words. */
  readonly right: number;
  readonly isInverted: boolean;
}

export function trailingFrames(
  context: Context,
  state: ParagraphState,
  passage: Passage,
): { frame: Frame; right: number }[] {
  const { tokens } = passage;
  const found: { frame: Frame; right: number }[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const cue = cueAt(context.source, passage, at);
    const token = tokens[at];
    if (!cue?.takesClause || !token || !state.claims.isFree(token)) continue;
    if (token.lower.endsWith('ing') && !BE.has(tokens[at - 1]?.lower ?? '')) continue;
    const trailing = trailingCue(passage, cue);
    if (!trailing) continue;
    const left = lastContentToken(passage, trailing.subjectStart);
    if (left < 0 || !isStatement(passage, trailing, left)) continue;
    const goOn = continuation(context, passage, trailing, left);
    if (goOn === null) continue;
    const medial = goOn === 0 ? medialStart(passage, trailing, left) : 0;
    const head = contentSpan(context.source, passage, contentStart(context, state, passage, left), left + 1);
    if (!state.claims.isFree(head)) continue;
    const pieces = [head];
    if (goOn > 0) pieces.push(contentSpan(context.source, passage, goOn, tokens.length));
    if (medial > 0) {
      const end = contentEnd(context.source, passage, cue, medial, 0, tokens.length);
      pieces.push(contentSpan(context.source, passage, medial, end));
    }
    const resolved = context.speakers.resolve(tokens, trailing.subject);
    const frame = addFrame(context, state, { resolved, cue: token, cueAt: at, pieces });
    if (frame) {
      frame.relayedBy = outletAfter(context, passage, at);
      found.push({ frame, right: trailing.right });
    }
    at = Math.max(at, trailing.right - 1);
  }
  return found;
}

/** The content begins with the passage, or after what another speaker of the passage already holds. */
function contentStart(context: Context, state: ParagraphState, passage: Passage, left: number): number {
  const { tokens } = passage;
  let start = 0;
  for (let at = left; at >= 0; at--) {
    const token = tokens[at];
    if (token && !state.claims.isFree(token)) {
      start = at + 1;
      break;
    }
  }
  // `But “we never agreed,” she said`: the reporter's word before the marks is none of hers
  if (isQuote(tokens[left]) && left - start <= 2 && isSpeechQuote(context.source, tokens[left])) {
    if (isOneOf(tokens[start], /^(?:but|and|so|yet|still|then|however|also|\d{1,2}[:.]\d\d.*)$/u)) return left;
  }
  while (start < left && !tokens[start]?.isWord && !isQuote(tokens[start])) start++;
  return start;
}

function trailingCue(passage: Passage, cue: Cue): TrailingCue | null {
  const { tokens } = passage;
  const before = subjectBefore(passage, cue.at, 0);
  const start = before ? Math.min(before.start, before.apposition?.start ?? before.start) : -1;
  if (before && before.relative === undefined && standsAfterContent(passage, start)) {
    return { cue, subject: before, subjectStart: start, right: hearerEnd(passage, cue), isInverted: false };
  }
  const isAfterContent =
    standsAfterContent(passage, cue.at) && (!before || isQuote(tokens[cue.at - 1]) || isMedial(passage, cue.at));
  if (!isAfterContent || !INVERTING.has(tokens[cue.at]?.lower ?? '')) return null;
  const after = subjectAfter(tokens, cue.at + 1, tokens.length);
  if (!after || after.start !== cue.at + 1) return null;
  const right = after.apposition?.end ?? after.end;
  return { cue, subject: after, subjectStart: cue.at, right, isInverted: true };
}

/** "In general, Lee told the chamber, | …": the words of the cue reach over a hearer that a comma closes. */
function hearerEnd({ tokens }: Passage, cue: Cue): number {
  const hearer = cue.lemma === 'tell' ? phraseStartingAt(tokens, cue.end, tokens.length) : null;
  return hearer && isComma(tokens[hearer.end]) && !isQuote(tokens[hearer.end + 1]) ? hearer.end : cue.end;
}

/** "The owners, said Lee, are …", "…, said the mayor.": a name between the cue and a second comma or the stop. */
function isMedial({ tokens }: Passage, at: number): boolean {
  if (!isComma(tokens[at - 1])) return false;
  const after = subjectAfter(tokens, at + 1, tokens.length);
  if (!after || isOneOf(tokens[at], /^(?:told|asked)$/u)) return false;
  const next = tokens[after.end];
  return tokens[at + 1]?.isCapital ? isComma(next) || isStop(next) : isStop(next);
}

const isStop = (token: Token | undefined): boolean => token === undefined || token.text === '.';

/** Does a quotation, or a clause and a comma, end right before this token? */
function standsAfterContent(passage: Passage, at: number): boolean {
  const before = passage.tokens[at - 1];
  if (at === 0 || !before) return false;
  if (isQuote(before)) return true;
  if (isComma(before)) return at > 1 || isQuote(passage.tokens[at - 2]);
  if (isDash(before)) return at > 4 || isQuote(passage.tokens[at - 2]);
  return /^[?!]$/u.test(before.text);
}

function lastContentToken(passage: Passage, before: number): number {
  let left = before - 1;
  while (left >= 0 && !passage.tokens[left]?.isWord && !isQuote(passage.tokens[left])) left--;
  return left;
}

/** `The plan, Lee said, would fail`: the clause goes on behind the second comma. 0 = it does not. */
function medialStart(passage: Passage, trailing: TrailingCue, left: number): number {
  const { tokens } = passage;
  if (isQuote(tokens[left]) || !isComma(tokens[trailing.right])) return 0;
  const next = tokens[trailing.right + 1];
  if (opensWithTimeOrPlace(passage, left) && opensClause(passage, trailing.right + 1)) return trailing.right + 1;
  if (
    !next ||
    isOneOf(next, /^(?:and|but|adding|saying|who|which|a|the|an|according|citing|noting|referring|while|as)$/u)
  )
    return 0;
  if (next.pos === 'VERB' && next.lower.endsWith('ing')) return 0;
  const isVerbless = !hasFiniteVerb(passage, 0, left + 1);
  return isVerbless || next.pos === 'AUX' || next.pos === 'VERB' || isOneOf(next, /^(?:to|that)$/u)
    ? trailing.right + 1
    : 0;
}

function hasFiniteVerb(passage: Passage, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const token = passage.tokens[at];
    if (isQuote(token) || token?.pos === 'VERB' || token?.pos === 'AUX') return true;
  }
  return false;
}

/** Is what stands on the left a statement and not just "In March, X said"? */
function isStatement(passage: Passage, trailing: TrailingCue, left: number): boolean {
  const { tokens } = passage;
  if (isQuote(tokens[left])) return true;
  if (trailing.subject.apposition && !trailing.isInverted) return false;
  // "By noon the list had 40 names, said Lee": turned round, the name can only be the speaker's
  if (trailing.isInverted && isOneOf(tokens[0], TIME_OR_PLACE) && hasPredicate(passage, left)) return true;
  if (opensWithTimeOrPlace(passage, left) && medialStart(passage, trailing, left) > 0) return true;
  if (ADVERBIAL_START.has(tokens[0]?.lower ?? '')) return isLongStatement(passage, left);
  return hasFiniteVerb(passage, 0, left + 1) || medialStart(passage, trailing, left) > 0;
}

/** "In March, Lee said, | the plan was dropped": nothing but an adverbial stands before the cue. */
function opensWithTimeOrPlace(passage: Passage, left: number): boolean {
  return isOneOf(passage.tokens[0], TIME_OR_PLACE) && !hasFiniteVerb(passage, 0, left + 1);
}

/** A subject and its verb, and no relative clause or participle. */
function opensClause({ tokens }: Passage, from: number): boolean {
  const phrase = phraseStartingAt(tokens, from, tokens.length);
  const verb = tokens[phrase?.end ?? -1];
  if (phrase && isOneOf(verb, /^(?:that|who|which)$/u))
    return tokens.slice(phrase.end + 2).filter(({ pos }) => pos === 'AUX' || pos === 'VERB').length >= 2;
  return verb?.pos === 'AUX' || (verb?.pos === 'VERB' && !verb.lower.endsWith('ing'));
}

const TIME_OR_PLACE = /^(?:in|on|at|by|for|during|since|with|under|from|to|through|last|earlier|meanwhile|however)$/u;

/** A verb that is neither participle nor infinitive. */
function hasPredicate({ tokens }: Passage, left: number): boolean {
  return tokens
    .slice(1, left + 1)
    .some(
      (token, at) =>
        token.pos === 'AUX' || (token.pos === 'VERB' && !token.lower.endsWith('ing') && tokens[at]?.lower !== 'to'),
    );
}

/** "In March, the plan was dropped, Lee said": a second comma before the attribution and a finite verb between. */
function isLongStatement(passage: Passage, left: number): boolean {
  const { tokens } = passage;
  if (
    !isOneOf(
      tokens[0],
      /^(?:in|on|at|by|for|during|since|with|under|from|to|through|as|if|while|although|because|when|last|earlier|meanwhile)$/u,
    )
  )
    return false;
  let comma = 1;
  while (comma < left && !isComma(tokens[comma])) comma++;
  let verbs = 0;
  for (let at = comma + 1; at <= left; at++) if (tokens[at]?.pos === 'AUX' || tokens[at]?.pos === 'VERB') verbs++;
  return comma < left - 3 && verbs > 0;
}

/** `“Nobody,” she said, her voice breaking, “asked us.”`: the quotation goes on behind what has no finite verb. */
function resumesAt({ tokens }: Passage, comma: number): number {
  for (let at = comma + 2; at < Math.min(tokens.length, comma + MAX_ASIDE_TOKENS); at++) {
    const token = tokens[at];
    if (isQuote(token)) return isComma(tokens[at - 1]) ? at : -1;
    const isFinite = token?.pos === 'AUX' || (token?.pos === 'VERB' && !token.lower.endsWith('ing'));
    if (isFinite || isOneOf(token, /^(?:and|but|who|which|that)$/u)) return -1;
  }
  return -1;
}
const MAX_ASIDE_TOKENS = 9;

/** Token where the quotation goes on after the cue; 0 = it does not; `null` = this is no trailing attribution. */
function continuation(context: Context, passage: Passage, trailing: TrailingCue, left: number): number | null {
  const { tokens } = passage;
  const isQuoteLeft = isQuote(tokens[left]);
  const { right, isInverted, cue } = trailing;
  let quote = -1;
  for (let at = right; at < tokens.length; at++) {
    const token = tokens[at];
    if (isQuote(token)) {
      quote = at;
      break;
    }
    // "There is no proof, Velt said, that …": between commas the cue is put in, and the clause goes on
    const goesOn = isComma(tokens[right]);
    if (token?.lower === 'that' && !isInverted && !isQuoteLeft && !goesOn) return null;
    if (token?.lower === 'that' && !isInverted && at === right) return null;
    const isBreak = isComma(token) || isOneOf(token, /^(?:and|but)$/u);
    const resumed = isBreak && isQuoteLeft && isComma(token) ? resumesAt(passage, at) : -1;
    if (resumed > 0) {
      quote = resumed;
      break;
    }
    if (isBreak && isQuoteLeft && !isQuote(tokens[at + 1])) break;
  }
  if (!isInverted && !isQuoteLeft) {
    if (quote >= 0) return null;
    const tail = tokens.slice(right).filter((token) => token.isWord);
    const first = tail[0];
    const isLight =
      !first ||
      isTime(first) ||
      first.pos === 'ADP' ||
      first.pos === 'ADV' ||
      first.lower === 'reporters' ||
      first.lower === 'adding' ||
      isComma(tokens[right]) ||
      cue.lemma === 'tell';
    if (!isLight || tail.length > MAX_TAIL_WORDS) return null;
  }
  if (quote < 0 || !(isQuoteLeft || isInverted)) return 0;
  if (!isSpeechQuote(context.source, tokens[quote])) return 0;
  for (let at = right; at < quote; at++) if (cueAt(context.source, passage, at)) return 0;
  return quote;
}
