/** `“…,” she said.` · `The plan is dead, Lee said on Friday.` · `“A,” he said, “B.”` */
import { contentSpan, type Frame, isQuote, type Word } from '../attribution.ts';
import { INVERTING } from '../lexicon/en/verbs.ts';
import { ADVERBIAL_START, BE } from '../lexicon/en/words.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { type Cue, cueAt, isSpeechQuote } from './cues.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDash, isOneOf, isTime, type Passage } from './passage.ts';
import { phraseStartingAt, type Subject } from './phrases.ts';
import { outletAfter } from './relays.ts';
import { subjectAfter, subjectBefore } from './subjects.ts';

/** After "X said" at a sentence's end stands at most so much about when and where. */
const MAX_TAIL_WORDS = 18;

interface TrailingCue {
  readonly cue: Cue;
  readonly subject: Subject;
  readonly subjectStart: number;
  /** Word after the attribution's own words. */
  readonly right: number;
  readonly isInverted: boolean;
}

export function trailingFrames(
  context: Context,
  state: ParagraphState,
  passage: Passage,
): { frame: Frame; right: number }[] {
  const { words } = passage;
  const found: { frame: Frame; right: number }[] = [];
  for (let at = 0; at < words.length; at++) {
    const cue = cueAt(context.source, passage, at);
    const word = words[at];
    if (!cue?.takesClause || !word || !state.claims.isFree(word)) continue;
    if (word.lower.endsWith('ing') && !BE.has(words[at - 1]?.lower ?? '')) continue;
    const trailing = trailingCue(passage, cue);
    if (!trailing) continue;
    const left = lastContentWord(passage, trailing.subjectStart);
    if (left < 0 || !isStatement(passage, trailing, left)) continue;
    const goOn = continuation(context, passage, trailing, left);
    if (goOn === null) continue;
    const medial = goOn === 0 ? medialStart(passage, trailing, left) : 0;
    const head = contentSpan(context.source, passage, contentStart(context, state, passage, left), left + 1);
    if (!state.claims.isFree(head)) continue;
    const pieces = [head];
    if (goOn > 0) pieces.push(contentSpan(context.source, passage, goOn, words.length));
    if (medial > 0) {
      const end = contentEnd(context.source, passage, cue, medial, 0, words.length);
      pieces.push(contentSpan(context.source, passage, medial, end));
    }
    const resolved = context.speakers.resolve(words, trailing.subject);
    const frame = addFrame(context, state, { resolved, cue: word, cueAt: at, pieces });
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
  const { words } = passage;
  let start = 0;
  for (let at = left; at >= 0; at--) {
    const word = words[at];
    if (word && !state.claims.isFree(word)) {
      start = at + 1;
      break;
    }
  }
  // `But “we never agreed,” she said`: the reporter's word before the marks is none of hers
  if (isQuote(words[left]) && left - start <= 2 && isSpeechQuote(context.source, words[left])) {
    if (isOneOf(words[start], /^(?:but|and|so|yet|still|then|however|also|\d{1,2}[:.]\d\d.*)$/u)) return left;
  }
  while (start < left && !words[start]?.isWord && !isQuote(words[start])) start++;
  return start;
}

function trailingCue(passage: Passage, cue: Cue): TrailingCue | null {
  const { words } = passage;
  const before = subjectBefore(passage, cue.at, 0);
  const start = before ? Math.min(before.start, before.apposition?.start ?? before.start) : -1;
  if (before && before.relative === undefined && standsAfterContent(passage, start)) {
    return { cue, subject: before, subjectStart: start, right: hearerEnd(passage, cue), isInverted: false };
  }
  const isAfterContent =
    standsAfterContent(passage, cue.at) && (!before || isQuote(words[cue.at - 1]) || isMedial(passage, cue.at));
  if (!isAfterContent || !INVERTING.has(words[cue.at]?.lower ?? '')) return null;
  const after = subjectAfter(words, cue.at + 1, words.length);
  if (!after || after.start !== cue.at + 1) return null;
  const right = after.apposition?.end ?? after.end;
  return { cue, subject: after, subjectStart: cue.at, right, isInverted: true };
}

/** "In general, Lee told the chamber, | …": the words of the cue reach over a hearer that a comma closes. */
function hearerEnd({ words }: Passage, cue: Cue): number {
  const hearer = cue.lemma === 'tell' ? phraseStartingAt(words, cue.end, words.length) : null;
  return hearer && isComma(words[hearer.end]) && !isQuote(words[hearer.end + 1]) ? hearer.end : cue.end;
}

/** "The owners, said Lee, are …", "…, said the mayor.": a name between the cue and a second comma or the stop. */
function isMedial({ words }: Passage, at: number): boolean {
  if (!isComma(words[at - 1])) return false;
  const after = subjectAfter(words, at + 1, words.length);
  if (!after || isOneOf(words[at], /^(?:told|asked)$/u)) return false;
  const next = words[after.end];
  return words[at + 1]?.isCapital ? isComma(next) || isStop(next) : isStop(next);
}

const isStop = (word: Word | undefined): boolean => word === undefined || word.text === '.';

/** Does a quotation, or a clause and a comma, end right before this word? */
function standsAfterContent(passage: Passage, at: number): boolean {
  const before = passage.words[at - 1];
  if (at === 0 || !before) return false;
  if (isQuote(before)) return true;
  if (isComma(before)) return at > 1 || isQuote(passage.words[at - 2]);
  if (isDash(before)) return at > 4 || isQuote(passage.words[at - 2]);
  return /^[?!]$/u.test(before.text);
}

function lastContentWord(passage: Passage, before: number): number {
  let left = before - 1;
  while (left >= 0 && !passage.words[left]?.isWord && !isQuote(passage.words[left])) left--;
  return left;
}

/** `The plan, Lee said, would fail`: the clause goes on behind the second comma. 0 = it does not. */
function medialStart(passage: Passage, trailing: TrailingCue, left: number): number {
  const { words } = passage;
  if (isQuote(words[left]) || !isComma(words[trailing.right])) return 0;
  const next = words[trailing.right + 1];
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
    const word = passage.words[at];
    if (isQuote(word) || word?.pos === 'VERB' || word?.pos === 'AUX') return true;
  }
  return false;
}

const TIME_OR_PLACE = /^(?:in|on|at|by|for|during|since|with|under|from|to|through|last|earlier|meanwhile|however)$/u;

/** Is what stands on the left a statement and not just "In March, X said"? */
function isStatement(passage: Passage, trailing: TrailingCue, left: number): boolean {
  const { words } = passage;
  if (isQuote(words[left])) return true;
  if (trailing.subject.apposition && !trailing.isInverted) return false;
  // "By noon the list had 40 names, said Lee": turned round, the name can only be the speaker's
  if (trailing.isInverted && isOneOf(words[0], TIME_OR_PLACE) && hasPredicate(passage, left)) return true;
  if (opensWithTimeOrPlace(passage, left) && medialStart(passage, trailing, left) > 0) return true;
  if (ADVERBIAL_START.has(words[0]?.lower ?? '')) return isLongStatement(passage, left);
  return hasFiniteVerb(passage, 0, left + 1) || medialStart(passage, trailing, left) > 0;
}

/** "In March, Lee said, | the plan was dropped": nothing but an adverbial stands before the cue. */
function opensWithTimeOrPlace(passage: Passage, left: number): boolean {
  return isOneOf(passage.words[0], TIME_OR_PLACE) && !hasFiniteVerb(passage, 0, left + 1);
}

/** A subject and its verb, and no relative clause or participle. */
function opensClause({ words }: Passage, from: number): boolean {
  const phrase = phraseStartingAt(words, from, words.length);
  const verb = words[phrase?.end ?? -1];
  if (phrase && isOneOf(verb, /^(?:that|who|which)$/u))
    return words.slice(phrase.end + 2).filter(({ pos }) => pos === 'AUX' || pos === 'VERB').length >= 2;
  return verb?.pos === 'AUX' || (verb?.pos === 'VERB' && !verb.lower.endsWith('ing'));
}

/** A verb that is neither participle nor infinitive. */
function hasPredicate({ words }: Passage, left: number): boolean {
  return words
    .slice(1, left + 1)
    .some(
      (word, at) =>
        word.pos === 'AUX' || (word.pos === 'VERB' && !word.lower.endsWith('ing') && words[at]?.lower !== 'to'),
    );
}

/** "In March, the plan was dropped, Lee said": a second comma before the attribution and a finite verb between. */
function isLongStatement(passage: Passage, left: number): boolean {
  const { words } = passage;
  if (
    !isOneOf(
      words[0],
      /^(?:in|on|at|by|for|during|since|with|under|from|to|through|as|if|while|although|because|when|last|earlier|meanwhile)$/u,
    )
  )
    return false;
  let comma = 1;
  while (comma < left && !isComma(words[comma])) comma++;
  let verbs = 0;
  for (let at = comma + 1; at <= left; at++) if (words[at]?.pos === 'AUX' || words[at]?.pos === 'VERB') verbs++;
  return comma < left - 3 && verbs > 0;
}

const MAX_ASIDE_WORDS = 9;

/** `“Nobody,” she said, her voice breaking, “asked us.”`: the quotation goes on behind what has no finite verb. */
function resumesAt({ words }: Passage, comma: number): number {
  for (let at = comma + 2; at < Math.min(words.length, comma + MAX_ASIDE_WORDS); at++) {
    const word = words[at];
    if (isQuote(word)) return isComma(words[at - 1]) ? at : -1;
    const isFinite = word?.pos === 'AUX' || (word?.pos === 'VERB' && !word.lower.endsWith('ing'));
    if (isFinite || isOneOf(word, /^(?:and|but|who|which|that)$/u)) return -1;
  }
  return -1;
}

/** Word where the quotation goes on after the cue; 0 = it does not; `null` = this is no trailing attribution. */
function continuation(context: Context, passage: Passage, trailing: TrailingCue, left: number): number | null {
  const { words } = passage;
  const isQuoteLeft = isQuote(words[left]);
  const { right, isInverted, cue } = trailing;
  let quote = -1;
  for (let at = right; at < words.length; at++) {
    const word = words[at];
    if (isQuote(word)) {
      quote = at;
      break;
    }
    // "There is no proof, Velt said, that …": between commas the cue is put in, and the clause goes on
    const goesOn = isComma(words[right]);
    if (word?.lower === 'that' && !isInverted && !isQuoteLeft && !goesOn) return null;
    if (word?.lower === 'that' && !isInverted && at === right) return null;
    const isBreak = isComma(word) || isOneOf(word, /^(?:and|but)$/u);
    const resumed = isBreak && isQuoteLeft && isComma(word) ? resumesAt(passage, at) : -1;
    if (resumed > 0) {
      quote = resumed;
      break;
    }
    if (isBreak && isQuoteLeft && !isQuote(words[at + 1])) break;
  }
  if (!isInverted && !isQuoteLeft) {
    if (quote >= 0) return null;
    const tail = words.slice(right).filter((word) => word.isWord);
    const first = tail[0];
    const isLight =
      !first ||
      isTime(first) ||
      first.pos === 'ADP' ||
      first.pos === 'ADV' ||
      first.lower === 'reporters' ||
      first.lower === 'adding' ||
      isComma(words[right]) ||
      cue.lemma === 'tell';
    if (!isLight || tail.length > MAX_TAIL_WORDS) return null;
  }
  if (quote < 0 || !(isQuoteLeft || isInverted)) return 0;
  if (!isSpeechQuote(context.source, words[quote])) return 0;
  for (let at = right; at < quote; at++) if (cueAt(context.source, passage, at)) return 0;
  return quote;
}
