/** Where somebody speaks: verbs, auxiliaries with a participle, and the noun phrases beside them. */
import { isQuote, type Passage, type Word } from '../attribution.ts';
import { beginsHearer, isHearerPhrase, overHearer, withClitics } from './hearers.ts';
import type { Lists } from './lists.ts';
import { isMark } from './words.ts';

export interface Cue {
  /** First word of the cue and the one behind it. */
  readonly at: number;
  readonly end: number;
  /** The subject inside an inverted cue ("a-t-|elle| dit"), or -1. */
  readonly pronoun: number;
  /** German perfect: the participle that closes the clause, or -1. */
  readonly participle: number;
  /** Its object is no clause: the verb belongs to the statement. */
  readonly isAct: boolean;
  /** May close a clause: "…, a annoncé le maire". */
  readonly closesClause: boolean;
}

/** A noun phrase: indices into the words, `end` exclusive, with what stands in apposition to it. */
export interface Phrase {
  readonly start: number;
  readonly end: number;
  readonly apposition: { readonly start: number; readonly end: number } | null;
}

/** A participle stands at most so far behind its auxiliary. */
const MAX_BRACKET_WORDS = 25;
const MAX_SUBJECT_WORDS = 12;

export function cueAt({ words }: Passage, at: number, lists: Lists): Cue | null {
  const word = words[at];
  if (!word || word.quotation >= 0 || (word.isCapital && at > 0)) return null;
  if (lists.auxiliaries.has(word.lower)) return perfectAt(words, at, lists);
  const isReflexive = /^(?:s'|se)$/u.test(words[at - 1]?.lower ?? '');
  if (isReflexive && lists.reflexiveAuxiliaries.has(word.lower)) return perfectAt(words, at, lists, lists.reflexives);
  if (lists.capitalNouns && word.lower === 'so') return soAt(words, at, lists);
  if (!lists.verbs.has(word.lower) && !(isReflexive && lists.reflexives.has(word.lower))) return null;
  // "le dijo" is a small pronoun and its verb, "le dit" a noun
  if (lists.articles.has(words[at - 1]?.lower ?? '') && !lists.dropsSubject) return null;
  if (lists.needs[word.lower]?.test(words[at + 1]?.lower ?? '') === false) return null;
  return { at, end: at + 1, pronoun: -1, participle: -1, ...kindOf(word.lower, lists) };
}

function kindOf(verb: string, lists: Lists): { isAct: boolean; closesClause: boolean } {
  const isAct = lists.acts.test(verb);
  return { isAct, closesClause: !isAct || lists.clauseActs.test(verb) };
}

/** "…, so Jana Brandt.", "…, so der Minister am Freitag." */
function soAt(words: readonly Word[], at: number, lists: Lists): Cue | null {
  if (!isMark(words[at - 1], ',–—') && !isQuote(words[at - 1])) return null;
  const next = words[at + 1];
  const isNominal = next?.isCapital || /^(?:der|die|das|ein|eine)$/u.test(next?.lower ?? '');
  if (!isNominal || lists.noVoices.test(words[at + 2]?.text ?? '') || lists.noVoices.test(next?.text ?? ''))
    return null;
  const subject = subjectAfter({ paragraph: 0, words }, at + 1, lists);
  const behind = words[subject?.end ?? -1];
  const isClosed = !behind || !behind.isWord || lists.breaks.has(behind.lower) || behind.lower === 'weiter';
  return subject && isClosed
    ? { at, end: at + 1, pronoun: -1, participle: -1, isAct: false, closesClause: true }
    : null;
}

function perfectAt(
  words: readonly Word[],
  at: number,
  lists: Lists,
  participles: ReadonlySet<string> = lists.participles,
): Cue | null {
  const pronoun = words[at + 1]?.text.startsWith('-') ? at + 1 : -1;
  for (let index = at + 1; index < Math.min(words.length, at + 4); index++) {
    const word = words[index];
    if (!word || word.quotation >= 0) return null;
    if (participles.has(word.lower))
      return { at, end: index + 1, pronoun, participle: -1, ...kindOf(word.lower, lists) };
    if (index === pronoun) continue;
    if (!/^\p{Ll}/u.test(word.text) || lists.articles.has(word.lower)) break;
  }
  if (!lists.capitalNouns) return null;
  for (let index = at + 1; index < Math.min(words.length, at + MAX_BRACKET_WORDS); index++) {
    const word = words[index];
    if (isMark(word, '.;:') || (isMark(word, ',') && !isQuote(words[index - 1]))) return null;
    if (word && lists.participles.has(word.lower))
      return { at, end: at + 1, pronoun: -1, participle: index, ...kindOf(word.lower, lists) };
  }
  return null;
}

/** The subject left of the cue, from the beginning of its clause; `null` when an adverbial stands there. */
export function subjectBefore({ words }: Passage, at: number, floor: number, lists: Lists): Phrase | null {
  let end = Math.max(floor, withClitics(words, at, lists));
  if (isMark(words[end - 1], ')')) end = bracketStart(words, end, floor); // "Petra Lang (SPD) sagte"
  if (isMark(words[end - 1], ',')) return beforeInsertion(words, end - 1, floor, lists);
  const start = clauseStart(words, end, floor, lists);
  if (isHearerPhrase(words, start, end, words[at + 1], lists)) return null;
  return nounPhrase(words, start, end, lists);
}

function bracketStart(words: readonly Word[], end: number, floor: number): number {
  for (let at = end - 1; at > floor && end - at < MAX_SUBJECT_WORDS; at--) if (isMark(words[at], '(')) return at;
  return end;
}

/** "Jana Brandt, die Chefin der Reederei, sagte" and "Die Chefin der Reederei, Jana Brandt, sagte". */
function beforeInsertion(words: readonly Word[], closer: number, floor: number, lists: Lists): Phrase | null {
  for (let open = closer - 1; open > floor && closer - open < MAX_BRACKET_WORDS; open--) {
    if (isQuote(words[open])) return null;
    if (!isMark(words[open], ',')) continue;
    const phrase = nounPhrase(words, clauseStart(words, open, floor, lists), open, lists);
    return phrase && { ...phrase, apposition: { start: open + 1, end: closer } };
  }
  return null;
}

function clauseStart(words: readonly Word[], end: number, floor: number, lists: Lists): number {
  let start = end;
  while (start > floor) {
    const before = words[start - 1];
    if (isQuote(before) || isMark(before, ',;:.!?–—()') || lists.complementisers.has(before?.lower ?? '')) break;
    if (lists.conjunctions.has(before?.lower ?? '') && !(words[start]?.isCapital && words[start - 2]?.isCapital)) break;
    start--;
  }
  return start;
}

function nounPhrase(words: readonly Word[], start: number, end: number, lists: Lists): Phrase | null {
  const first = words[start];
  if (!first || end <= start || end - start > MAX_SUBJECT_WORDS) return null;
  const isNominal =
    (first.isCapital && !lists.breaks.has(first.lower) && !lists.verbs.has(first.lower)) ||
    lists.articles.has(first.lower) ||
    first.lower in lists.pronouns;
  if (!isNominal || lists.accordingBehind.has(words[end - 1]?.lower ?? '')) return null;
  if (first.lower in lists.pronouns && end - start > 1) return null;
  return { start, end, apposition: null };
}

/** Small words inside a name: "Ursula von der Leyen". */
const PARTICLE = /^(?:von|van|de|del|der|den|zu|zur|la|le|di|da|al|el|bin|ibn|und)$/u;

/** The subject right of the cue ("sagte Jana Brandt, Chefin der Reederei, am Montag"). */
export function subjectAfter({ words }: Passage, cueEnd: number, lists: Lists): Phrase | null {
  const from = overHearer(words, cueEnd, lists);
  const first = words[from];
  if (!first || isQuote(first) || lists.objectArticles.has(first.lower)) return null;
  if (first.lower in lists.pronouns) return { start: from, end: from + 1, apposition: null };
  if (!first.isCapital && !lists.articles.has(first.lower) && !lists.roles.test(first.lower)) return null;
  const isNamed = first.isCapital && !lists.articles.has(first.lower);
  let end = from + 1;
  while (end < words.length && end - from < MAX_SUBJECT_WORDS) {
    const word = words[end];
    if (isHonorificStop(words, end, lists)) {
      end++;
      continue;
    }
    if (!word || !word.isWord || isQuote(word) || word.lower in lists.pronouns) break;
    if (lists.complementisers.has(word.lower) || lists.verbs.has(word.lower)) break;
    if (beginsHearer(words, from, end, lists)) break;
    if (lists.joints.has(word.lower) && isTied(words, end, isNamed, lists)) end++;
    else if (lists.breaks.has(word.lower) || lists.conjunctions.has(word.lower)) break;
    else if (lists.capitalNouns && isNamed && /^\p{Ll}/u.test(word.text) && !PARTICLE.test(word.lower)) break;
    else if (
      lists.articles.has(word.lower) &&
      (lists.capitalNouns ? isNamed : !lists.joints.has(words[end - 1]?.lower ?? ''))
    )
      break;
    else end++;
  }
  while (
    end > from + 1 &&
    (lists.joints.has(words[end - 1]?.lower ?? '') || lists.articles.has(words[end - 1]?.lower ?? ''))
  )
    end--;
  return { start: from, end, apposition: appositionAt(words, end, lists) };
}

/** The stop of "M." and "Sra.": the name goes on. */
export function isHonorificStop(words: readonly Word[], at: number, lists: Lists): boolean {
  return (
    isMark(words[at], '.') && (words[at - 1]?.lower ?? '') in lists.honorifics && words[at + 1]?.isCapital === true
  );
}

/** "der Chef der Reederei", "le maire de Lyon", not "Brandt der Zeitung" (a hearer). */
function isTied(words: readonly Word[], at: number, isNamed: boolean, lists: Lists): boolean {
  const word = words[at]?.lower ?? '';
  if (lists.capitalNouns && isNamed && /^(?:der|dem|den)$/u.test(word)) return false;
  if (/^(?:à|au|aux|y|e|et|und|beim|bei)$/u.test(word))
    return words[at + 1]?.isCapital === true && words[at - 1]?.isCapital !== isNamed;
  return true;
}

function appositionAt(words: readonly Word[], comma: number, lists: Lists): Phrase['apposition'] {
  if (!isMark(words[comma], ',')) return null;
  const close = words.findIndex((word, index) => index > comma && (isMark(word, ',.;:!?—–') || isQuote(word)));
  const end = close < 0 ? words.length : close;
  const first = words[comma + 1];
  const isNaming =
    first !== undefined && (first.isCapital || lists.articles.has(first.lower) || lists.roles.test(first.lower));
  const holdsVerb = words
    .slice(comma + 1, end)
    .some((word) => lists.verbs.has(word.lower) || lists.auxiliaries.has(word.lower));
  return isNaming && !holdsVerb && end > comma + 1 && end - comma <= MAX_SUBJECT_WORDS
    ? { start: comma + 1, end }
    : null;
}
