/** `„…“, sagte X` · `« … », a déclaré X` · `X dijo que …`: content beside its cue. */
import { contentSpan, type Frame, isQuote, type Passage, type Resolved, type Word } from '../attribution.ts';
import { type Context, resolvePhrase } from './context.ts';
import { type Cue, cueAt, type Phrase, subjectAfter, subjectBefore } from './cues.ts';
import { overHearer, withClitics } from './hearers.ts';
import { isMark } from './words.ts';

export interface Found {
  readonly frame: Frame;
  /** Word after everything the cue and its content cover. */
  readonly end: number;
}

/** Fewer words before ", sagte X" are no statement. */
const MIN_CLAUSE_WORDS = 3;
/** "dass", a colon or a quotation stands at most so far behind its cue. */
const COMPLEMENT_LOOK_AHEAD = 14;
const CONTINUATION_LOOK_AHEAD = 12;

export function trailingFrame(context: Context, passage: Passage, cue: Cue, floor: number): Found | null {
  const { words } = passage;
  const opening = withClitics(words, cue.at, context.lists);
  const isBehindContent = closesQuotation(words, opening) || (cue.closesClause && closesClause(words, opening, floor));
  const inverted = isBehindContent ? invertedSubject(context, passage, cue) : null;
  const before = inverted ? null : subjectBefore(passage, cue.at, floor, context.lists);
  const isBehindQuote = before !== null && before.start > floor && closesQuotation(words, before.start);
  const behind = overHearer(words, cue.end, context.lists);
  const isDropped =
    !inverted &&
    !isBehindQuote &&
    context.lists.dropsSubject &&
    closesQuotation(words, opening) &&
    isEnd(words[behind]);
  if (!inverted && !isBehindQuote && !isDropped) return null;
  const subject = inverted ?? before;
  const opens = inverted || isDropped ? opening : (before?.start ?? opening);
  const left = lastContent(words, opens);
  if (left < floor) return null;
  const resolved = isDropped ? context.dropped(words[cue.at]) : subject && resolvePhrase(context, passage, subject);
  if (!resolved) return null;
  const right = inverted ? Math.max(cue.end, subject?.apposition?.end ?? subject?.end ?? 0) : cue.end;
  const pieces = [contentSpan(context.source, passage, contentStart(words, left, floor), left + 1)];
  const more = continuation(context, passage, right);
  if (more > 0) pieces.push(contentSpan(context.source, passage, more, more + 1));
  const frame = context.add({ resolved, cue: spanOf(words, cue), pieces });
  return frame && { frame, end: Math.max(right, more + 1) };
}

function invertedSubject(context: Context, passage: Passage, cue: Cue): Phrase | null {
  if (cue.pronoun < 0) return subjectAfter(passage, cue.end, context.lists);
  const isKnown = (passage.words[cue.pronoun]?.lower ?? '') in context.lists.pronouns; // "a-t-on appris": nobody
  return isKnown ? { start: cue.pronoun, end: cue.pronoun + 1, apposition: null } : null;
}

const spanOf = (words: readonly Word[], cue: Cue): { start: number; end: number } => ({
  start: words[cue.at]?.start ?? 0,
  end: words[cue.end - 1]?.end ?? 0,
});
const isEnd = (word: Word | undefined): boolean => word === undefined || isMark(word, '.,;:!?') || isQuote(word);

/** Does a clause and a comma end right before this word? */
function closesClause(words: readonly Word[], at: number, floor: number): boolean {
  if (!isMark(words[at - 1], ',')) return false;
  return words.slice(floor, at).filter((word) => word.isWord).length >= MIN_CLAUSE_WORDS;
}

function closesQuotation(words: readonly Word[], at: number): boolean {
  let before = at - 1;
  while (isMark(words[before], ',–—')) before--;
  return isQuote(words[before]);
}

function lastContent(words: readonly Word[], opens: number): number {
  let left = opens - 1;
  while (left >= 0 && !words[left]?.isWord && !isQuote(words[left])) left--;
  return left;
}

function contentStart(words: readonly Word[], left: number, floor: number): number {
  let start = floor;
  while (start < left && !words[start]?.isWord && !isQuote(words[start])) start++;
  return start;
}

/** Word where the quotation goes on behind its cue, or 0. */
function continuation(context: Context, passage: Passage, right: number): number {
  const { words } = passage;
  for (let at = right; at < Math.min(words.length, right + CONTINUATION_LOOK_AHEAD); at++) {
    if (isQuote(words[at])) return isMark(words[at - 1], ',:.') || at === right ? at : 0;
    if (cueAt(passage, at, context.lists)) return 0;
  }
  return 0;
}

export function leadingFrame(
  context: Context,
  passage: Passage,
  cue: Cue,
  floor: number,
  before: Frame | null,
): Found | null {
  const { words } = passage;
  const subject = subjectOf(context, passage, cue, floor, before);
  if (!subject) return null;
  const range = contentOf(context, passage, cue, subject.end);
  if (!range || range.to <= range.from) return null;
  const pieces = [contentSpan(context.source, passage, range.from, range.to)];
  const frame = context.add({ resolved: subject.resolved, cue: spanOf(words, cue), pieces });
  return frame && { frame, end: range.to };
}

/** The subject left of the cue, the one right of it, or that of the cue before ("… und forderte"). */
function subjectOf(
  context: Context,
  passage: Passage,
  cue: Cue,
  floor: number,
  before: Frame | null,
): { resolved: Resolved; end: number } | null {
  const { words } = passage;
  const { lists } = context;
  if (before && lists.conjunctions.has(words[cue.at - 1]?.lower ?? ''))
    return { resolved: before.resolved, end: cue.end };
  const left = subjectBefore(passage, cue.at, floor, lists);
  if (left) return { resolved: resolvePhrase(context, passage, left), end: cue.end };
  if (words[cue.at]?.lower === 'so') return null;
  const right: Phrase | null = subjectAfter(passage, cue.end, lists);
  const resolved = right && resolvePhrase(context, passage, right);
  // "Pidió un aplazamiento": what follows an act is its object, unless it is a person
  const isObject = cue.isAct && lists.dropsSubject && !resolved?.person;
  if ((!right || isObject) && lists.dropsSubject && opensClause(context, words, cue.at)) {
    const dropped = context.dropped(words[cue.at]);
    return dropped && { resolved: dropped, end: cue.end };
  }
  if (!right || !resolved || isObject || (!lists.capitalNouns && !lists.dropsSubject)) return null;
  // "sagte Jana Brandt, die Brücke halte": what runs to the end is no apposition
  const isOpen = lists.capitalNouns && (right.apposition?.end ?? 0) >= words.length - 1;
  return { resolved, end: isOpen ? right.end : (right.apposition?.end ?? right.end) };
}

/** "También anunció que …": nothing but an adverb stands before the verb. */
function opensClause(context: Context, words: readonly Word[], at: number): boolean {
  return at <= 2 && words.slice(0, at).every((word) => !word.isWord || context.lists.breaks.has(word.lower));
}

const INFINITIVE = { fr: /^(?:ne|\p{Ll}+(?:er|ir|oir|re))$/u, es: /^\p{Ll}+(?:ar|er|ir)(?:se|lo|la|les?)?$/u } as const;

function contentOf(context: Context, passage: Passage, cue: Cue, from: number): { from: number; to: number } | null {
  const { words } = passage;
  const { lists } = context;
  if (cue.participle > 0 && cue.isAct) return { from: cue.at, to: cue.participle + 1 };
  const begin = cue.participle > 0 ? cue.participle + 1 : from;
  const stop = Math.min(words.length, begin + COMPLEMENT_LOOK_AHEAD);
  for (let at = begin; at < stop; at++) {
    const word = words[at];
    if (isMark(word, ':')) return { from: at + 1, to: isQuote(words[at + 1]) ? at + 2 : words.length };
    if (lists.complementisers.has(word?.lower ?? '')) return { from: at + 1, to: clauseEnd(context, passage, at + 1) };
    if (isQuote(word) && at === begin) return { from: at, to: clauseEnd(context, passage, at) };
    if (isQuote(word) || (at > begin && cueAt(passage, at, lists))) break;
    if (lists.capitalNouns && isMark(word, ',') && !cue.isAct) {
      const next = lists.complementisers.has(words[at + 1]?.lower ?? '') ? at + 2 : at + 1;
      return { from: next, to: clauseEnd(context, passage, next) };
    }
  }
  // "a indiqué |avoir traversé", "dijo |estar cansado"
  if (!cue.isAct && INFINITIVE[lists.dropsSubject ? 'es' : 'fr'].test(words[begin]?.text ?? '') && !lists.capitalNouns)
    return { from: begin, to: clauseEnd(context, passage, begin) };
  const end = clauseEnd(context, passage, begin);
  const holdsQuotation = words.slice(begin, end).some(isQuote);
  if (!cue.isAct && !holdsQuotation) return null;
  return words.slice(begin, end).some((word) => word.isWord || isQuote(word))
    ? { from: cue.isAct ? cue.at : begin, to: end }
    : null;
}

/** The clause ends before ";", or before a joint and the next cue. */
function clauseEnd(context: Context, passage: Passage, from: number): number {
  const { words } = passage;
  for (let at = from + 1; at < words.length; at++) {
    const word = words[at];
    if (isMark(word, ';')) return at;
    if (!word || !context.lists.conjunctions.has(word.lower)) continue;
    const joint = isMark(words[at - 1], ',') ? at - 1 : at;
    for (let next = at + 1; next < Math.min(words.length, at + 5); next++) {
      if (isQuote(words[next]) || isMark(words[next], ',')) break;
      if (cueAt(passage, next, context.lists)) return joint;
    }
  }
  return words.length;
}
