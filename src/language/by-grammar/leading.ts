/** `Lee said that …` · `Lee told reporters: “…”` · `Lee accused X of … and predicted …` */
import { contentSpan, type Frame, isQuote, type Resolved, type Word } from '../attribution.ts';
import { HEARER_VERBS } from '../lexicon/en/verbs.ts';
import { AUXILIARY, BE, MEDIUM, NOT } from '../lexicon/en/words.ts';
import { clauseFollows, contentStart } from './complement.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { type Cue, cueAt } from './cues.ts';
import { contentEnd } from './extents.ts';
import { isComma, isNobody, isNounLike, isOneOf, isTime, type Passage } from './passage.ts';
import { phraseStartingAt, type Subject } from './phrases.ts';
import { outletAfter } from './relays.ts';
import { subjectBefore, verbGroup } from './subjects.ts';

export function leadingFrames(
  context: Context,
  state: ParagraphState,
  passage: Passage,
  trailing: readonly { frame: Frame; right: number }[],
): void {
  const { words } = passage;
  const found: Frame[] = trailing.map(({ frame }) => frame);
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || !state.claims.isFree(word)) continue;
    if (trailing.some(({ frame, right }) => frame.cueAt <= at && at < right)) continue;
    const cue = cueAt(context.source, passage, at);
    if (!cue || cue.kind === 'according' || hasObjectBefore(passage, cue)) continue;
    if (isPossible(passage, at) || isAsked(passage)) continue;
    const resolved = speakerOf(context, passage, cue, found);
    if (!resolved || isSupposed(passage, resolved)) continue;
    const start = contentStart(context, passage, cue);
    if (start === null) continue;
    if (isSetting(passage, cue, start) || isNoObject(passage, cue, start)) continue;
    const end = contentEnd(context.source, passage, cue, start, 0, clauseLimit(passage, cue, start));
    const first = isBareObject(passage, cue, start, end) ? cue.at : start;
    const span = contentSpan(context.source, passage, first, end);
    if (span.end - span.start < 2 || !state.claims.isFree(span) || !hasContent(passage, first, end)) continue;
    const frame = addFrame(context, state, { resolved, cue: word, cueAt: at, pieces: [span] });
    if (frame) {
      frame.relayedBy = outletAfter(context, passage, at);
      found.push(frame);
    }
    at = Math.max(at, end - 1);
  }
}

/** "People can suggest …", "we might call it": what may be said has not been said. */
function isPossible({ words }: Passage, at: number): boolean {
  const { last } = verbGroup(words, at, 0);
  return words.slice(last + 1, at).some((word) => isOneOf(word, /^(?:can|may|might|should)$/u));
}

const QUESTION_WORD =
  /^(?:why|how|what|who|when|where|which|do|does|did|is|are|was|were|has|have|had|can|could|will|would|should|may|might)$/u;

/** "Why did she want to leave?": the reporter asks. */
function isAsked({ words }: Passage): boolean {
  return words.at(-1)?.text === '?' && isOneOf(words[0], QUESTION_WORD) && !words.some(isQuote);
}

/** "only if the city accepts a limit": what somebody might say has not been said. */
function isSupposed({ words }: Passage, { mention }: Resolved): boolean {
  const first = mention ? words.findIndex((word) => word.start >= mention.start) : -1;
  return first > 0 && isOneOf(words[first - 1], /^(?:if|unless|until|once)$/u);
}

const CLAUSE_WORD = /^(?:that|he|she|they|it|we|i|you|there|if|whether|why|how|what|when|who|where|this|these|those)$/u;

/** "rejected the idea": without its verb the object would be no statement. A clause or a quotation stands alone. */
function isBareObject(passage: Passage, cue: Cue, start: number, end: number): boolean {
  const { words } = passage;
  if (start !== cue.end || !cue.takesPhrase || isQuote(words[start])) return false;
  if (!cue.takesClause || isOneOf(words[start], /^(?:to|for|of|about|against|on|with|out|at|by)$/u)) return true;
  const isDemonstrative = isOneOf(words[start], /^(?:these|those|this|that)$/u) && isNounLike(words[start + 1]);
  if (isOneOf(words[start], CLAUSE_WORD) && !isDemonstrative) return false;
  const object = phraseStartingAt(words, start, end);
  return object !== null && isObjectEnd(words[object.end], object.end >= end);
}

/** "the claim", "her call for a new dam", "a cover-up at the mill": no verb follows the noun phrase. */
function isObjectEnd(next: Word | undefined, isLast: boolean): boolean {
  return (
    isLast ||
    next === undefined ||
    next.pos === 'ADP' ||
    next.pos === 'PUNCT' ||
    isOneOf(next, /^(?:and|or|to|who|which)$/u)
  );
}

function hasContent(passage: Passage, start: number, end: number): boolean {
  let count = 0;
  for (let at = start; at < end; at++) {
    if (isQuote(passage.words[at])) return true;
    if (passage.words[at]?.isWord) count++;
  }
  return count >= 2;
}

const NO_SOURCE = { text: '', quotations: [], outer: [], isTitle: [] };

/**
 * Where the clause of the cue must end although the sentence goes on: "Citing the costs, | officials said", "Velt, who
 * believes the dam is safe, | opened it". A cue without an object of its own ("the rule, which the board rejects,") ends at once.
 */
function clauseLimit(passage: Passage, cue: Cue, start: number): number {
  const { words } = passage;
  const subject = subjectBefore(passage, cue.at, 0);
  const isOpening = opensPassage(passage, cue.at);
  const isRelative = subject?.relative !== undefined;
  if (!isRelative && !(isOpening && (words[cue.at]?.lower ?? '').endsWith('ing'))) return words.length;
  for (let at = start; at < words.length; at++) {
    const next = words[at + 1];
    if (!isComma(words[at])) continue;
    if (!isRelative || next?.pos === 'VERB' || next?.pos === 'AUX' || cueAt(NO_SOURCE, passage, at + 1)) return at;
  }
  return words.length;
}

/** "Citing the costs, …", "Writing in a blog, …": tells how the main clause was said, and is no statement. */
function isSetting(passage: Passage, cue: Cue, start: number): boolean {
  const { words } = passage;
  if (!opensPassage(passage, cue.at) || !(words[cue.at]?.lower ?? '').endsWith('ing')) return false;
  return start === cue.end && !isQuote(words[start]) && !clauseFollows(passage, start);
}

const NAMING = new Set(['call', 'label', 'dub', 'brand']);

/** "expected next month", "the man she described | took …": what follows the verb is no object of it. */
function isNoObject(passage: Passage, cue: Cue, start: number): boolean {
  const next = passage.words[start];
  if (start !== cue.end) return false;
  if (isQuote(next)) return NAMING.has(cue.lemma); // a print called “Boats”
  if (NAMING.has(cue.lemma) && isReducedRelative(passage, cue, start)) return true;
  if (clauseFollows(passage, start)) return false;
  if (next?.pos === 'ADP' && isTime(passage.words[start + 1]) && isComma(passage.words[start + 2])) return false;
  if (next?.pos === 'ADP' && !cue.takesPhrase && !hasPredicate(passage, start)) return true;
  return isTime(next) || (next?.pos === 'VERB' && /(?:ed|ook|aid|ent|ame|ave|old)$/u.test(next.lower));
}

/** "a group called the Sea Lions | was founded": the verb of the sentence follows the name. */
function isReducedRelative({ words }: Passage, cue: Cue, start: number): boolean {
  const name = phraseStartingAt(words, start, words.length);
  const next = words[name?.end ?? -1];
  return (
    next !== undefined &&
    words[cue.at - 1]?.pos !== 'ADV' &&
    (next.pos === 'AUX' || (next.pos === 'VERB' && !next.lower.endsWith('ing')))
  );
}

function hasPredicate({ words }: Passage, from: number): boolean {
  return words.slice(from).some((word) => isQuote(word) || word.pos === 'VERB' || word.pos === 'AUX');
}

function opensPassage({ words }: Passage, at: number): boolean {
  return words.slice(0, at).every((word) => !word.isWord || word.pos === 'ADV');
}

/** "which the board rejects,": the object stands before its verb, so nothing that follows is said. */
function hasObjectBefore(passage: Passage, cue: Cue): boolean {
  const { words } = passage;
  const subject = subjectBefore(passage, cue.at, 0);
  if (!subject || subject.relative !== undefined || !cue.takesPhrase) return false;
  return isOneOf(words[subject.start - 1], /^(?:which|whom)$/u) && !isOneOf(words[cue.end], /^(?:as|that|for|of)$/u);
}

/** The subject of the cue, or that of the clause before it ("…, and called for", ", saying"). */
function speakerOf(context: Context, passage: Passage, cue: Cue, found: readonly Frame[]): Resolved | null {
  const { words } = passage;
  const isParticiple = (words[cue.at]?.lower ?? '').endsWith('ing') && !isProgressive(passage, cue.at);
  let subject = subjectBefore(passage, cue.at, 0);
  if (subject?.relative === null) subject = null;
  if (isParticiple && subject && isOneOf(words[subject.start - 1], /^with$/u))
    return context.speakers.resolve(words, subject);
  if (isParticiple || !subject) {
    const elided = elidedSubject(context, passage, cue, isParticiple, found);
    if (elided) return elided;
    if (isParticiple) return null;
  }
  if (!subject && cue.takesClause && words[cue.end]?.lower === 'that') {
    const phrase = phraseStartingAt(words, 0, cue.at);
    if (phrase && !words.slice(phrase.end, cue.at).some(isQuote) && !verbGroup(words, cue.at, 0).isPassive)
      subject = phrase;
  }
  if (!subject || hangsOnPreposition(passage, subject) || isNobody(words[subject.start], words[subject.start - 1]))
    return null;
  return context.speakers.resolve(words, subject);
}

/** "of voters said": the noun is the object of a preposition, so not the subject. */
function hangsOnPreposition(passage: Passage, subject: Subject): boolean {
  const before = passage.words[subject.start - 1];
  return (
    isOneOf(before, /^(?:of|with|by|for|about|against|from|to)$/u) &&
    before?.pos === 'ADP' &&
    !isTime(passage.words[subject.start])
  );
}

function isProgressive(passage: Passage, at: number): boolean {
  const { words } = passage;
  let before = at - 1;
  while (before > 0 && (words[before]?.pos === 'ADV' || NOT.has(words[before]?.lower ?? ''))) before--;
  return BE.has(words[before]?.lower ?? '');
}

function elidedSubject(
  context: Context,
  passage: Passage,
  cue: Cue,
  isParticiple: boolean,
  found: readonly Frame[],
): Resolved | null {
  const { words } = passage;
  let before = cue.at - 1;
  while (before >= 0) {
    const word = words[before];
    const isAuxiliary = AUXILIARY.has(word?.lower ?? '') && !BE.has(word?.lower ?? '');
    if (word?.pos !== 'ADV' && !NOT.has(word?.lower ?? '') && !isAuxiliary) break;
    before--;
  }
  const word = words[before];
  const isJoined =
    isComma(word) || isOneOf(word, /^(?:and|but|while|before|by|then|or|—|after|when|in)$/u) || isQuote(word);
  if (isParticiple && isIssued(passage, before)) {
    const main = mainSubject(passage, cue.at);
    if (main) return context.speakers.resolve(words, main);
  }
  if (!isJoined && !(before < 0 && isParticiple)) return null;
  if (isQuote(word) && !isParticiple) return null;
  if (HEARER_VERBS.has(cue.lemma) && !isParticiple && isAfterPassive(passage, before)) return null;
  const last = found.at(-1);
  if (last) return { ...last.resolved, isGuess: last.resolved.isGuess };
  const main = mainSubject(passage, cue.at);
  return main ? context.speakers.resolve(words, main) : null;
}

const ISSUE_LOOK_BACK = 6;

const ISSUES = /^(?:releas|issu|sen[dt]|put|post|publish|wr(?:ite|ote)|circulat|distribut)/u;

/** "released a statement | saying …": who issues the paper says what is in it. */
function isIssued({ words }: Passage, medium: number): boolean {
  if (!MEDIUM.has(words[medium]?.lower ?? '')) return false;
  const left = words.slice(Math.max(0, medium - ISSUE_LOOK_BACK), medium);
  return left.some((word) => word.pos === 'VERB' && ISSUES.test(word.lower));
}

/** "was called in and told that …": the subject hears. */
function isAfterPassive({ words }: Passage, before: number): boolean {
  const be = words.slice(0, before).findLastIndex((word) => word.pos === 'AUX');
  return be >= 0 && BE.has(words[be]?.lower ?? '') && words.slice(be + 1, be + 4).some(({ pos }) => pos === 'VERB');
}

/** The first noun phrase that stands before a verb, left of `to` (or right of a participle that opens the sentence). */
export function mainSubject(passage: Passage, to: number): Subject | null {
  const { words } = passage;
  const stop = to === 0 ? words.length : to;
  for (let at = 1; at < stop; at++) {
    const word = words[at];
    if (!word || isQuote(word) || (word.pos !== 'VERB' && word.pos !== 'AUX')) continue;
    const subject = subjectBefore(passage, at, 0);
    if (!subject || subject.relative !== undefined) continue;
    if (isOneOf(words[subject.start], /^(?:that|which|this|it|there|what)$/u)) continue;
    const before = words[subject.start - 1];
    if (before?.pos !== 'ADP' || before.lower === 'as') return subject;
  }
  return null;
}
