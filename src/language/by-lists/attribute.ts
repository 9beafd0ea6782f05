/**
 * Who said what in German, French and Spanish, by marks and lists of verbs; in any other language by marks and colons
 * alone. The same frames as for English, with fewer forms: see the room's README.
 */
import type { Paragraph, Quotation, Sentence, Span } from '#domain';

import { Claims, type Frame, frameEnd, type Resolved, speakersOf } from '../attribution.ts';
import { type Register, withoutGuesses } from '../names.ts';
import { within } from '../text/spans.ts';
import { createTurns } from '../turns.ts';
import { accordingAt } from './according.ts';
import { type Found, leadingFrame, trailingFrame } from './clauses.ts';
import { cueAt, subjectAfter, subjectBefore } from './cues.ts';
import { type Lists, listsFor } from './lists.ts';
import { findNames, type Names, speakerOf } from './names.ts';
import { looseFrames } from './unclaimed-quotations.ts';
import { isQuoted, type Passage, passagesOf, type Word } from './words.ts';

export interface OtherInput {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
  readonly sentences: readonly Sentence[];
  readonly quotations: readonly Quotation[];
  readonly outer: readonly Span[];
  readonly isTitle: readonly boolean[];
  readonly title: string | null;
}

export interface NewFrame {
  readonly resolved: Resolved;
  readonly cue: Span | null;
  readonly pieces: readonly Span[];
  readonly certain?: boolean;
  readonly manner?: Frame['manner'];
}

/** What the rules of one article share. */
export interface Desk {
  readonly input: OtherInput;
  readonly lists: Lists;
  readonly names: Names;
  readonly frames: Frame[];
  /** Stretches of the current paragraph that are somebody's already. */
  claims: Claims;
  paragraph: number;
  last: Resolved | null;
  /** Where the last statement ends, -1 before the first. */
  lastEnd: number;
  /** Who opened the sentence before as its subject, and where: a pronoun may mean him rather than the last speaker. */
  subject: { readonly resolved: Resolved; readonly at: number } | null;
  add(frame: NewFrame): Frame | null;
  /** Whom a verb without a subject means ("dijo"), or `null`. */
  dropped(verb: Word | undefined): Resolved | null;
  /** Whom a phrase at a cue means; pronouns look back. */
  resolve(words: readonly Word[], apposition?: readonly Word[]): Resolved;
}

export const NOBODY: Resolved = { speaker: null, mention: null, person: null, isPronoun: false, isGuess: true };

export function attributeOther(input: OtherInput, language: string): { frames: readonly Frame[]; register: Register } {
  const lists = listsFor(language);
  const passages = passagesOf(input.text, input.sentences, input.quotations, input.outer);
  const names = findNames(input.text, passages, input.quotations, lists);
  const desk = openDesk(input, lists, names);
  const turns = createTurns({
    ...input,
    register: names.register,
    of: (person, mention) => ({ speaker: speakerOf(person), mention, person, isPronoun: false, isGuess: false }),
    add: (given) => desk.add(given),
  });
  let next = 0;
  for (const [index, paragraph] of input.paragraphs.entries()) {
    const own: Passage[] = [];
    for (; passages[next]?.paragraph === index; next++) own.push(passages[next] as Passage);
    desk.claims = new Claims();
    desk.paragraph = index;
    if (turns.take(index, paragraph)) continue;
    for (const passage of own) {
      attributePassage(desk, passage);
      noteSubject(desk, passage);
    }
    looseFrames(desk, own);
  }
  return { frames: desk.frames, register: withoutGuesses(names.register, speakersOf(desk.frames)) };
}

function openDesk(input: OtherInput, lists: Lists, names: Names): Desk {
  const desk: Desk = {
    input,
    lists,
    names,
    frames: [],
    claims: new Claims(),
    paragraph: 0,
    last: null,
    lastEnd: -1,
    subject: null,
    dropped(verb) {
      const found = verb ? pronoun(desk, [verb], '') : NOBODY;
      return found.speaker && { ...found, mention: null };
    },
    add({ resolved, cue, pieces, certain, manner }) {
      const free = pieces
        .map((piece) => trimmed(input.text, piece))
        .filter((piece) => piece.end > piece.start && desk.claims.isFree(piece));
      if (free.length === 0) return null;
      for (const piece of free) desk.claims.take(piece);
      const frame: Frame = {
        resolved,
        cue,
        cueAt: -1,
        pieces: free,
        manner: manner ?? null,
        certain: certain ?? (resolved.speaker !== null && !resolved.isGuess),
        relayedBy: null,
        paragraph: desk.paragraph,
      };
      desk.frames.push(frame);
      desk.lastEnd = Math.max(desk.lastEnd, frameEnd(frame));
      if (resolved.speaker) desk.last = resolved;
      return frame;
    },
    resolve(words, apposition = []) {
      const gender = words.length === 1 ? lists.pronouns[words[0]?.lower ?? ''] : undefined;
      if (gender !== undefined) return pronoun(desk, words, gender);
      const found = names.resolve(words, apposition);
      return found ? { ...found, isPronoun: false, isGuess: false } : NOBODY;
    },
  };
  return desk;
}

/** "sagte sie": the last speaker of that gender, unless another person has been the subject of a sentence since. */
function pronoun(desk: Desk, words: readonly Word[], gender: 'm' | 'f' | 'p' | ''): Resolved {
  const mention = { start: words[0]?.start ?? 0, end: words[0]?.end ?? 0 };
  const fits = ({ person, speaker }: Resolved): boolean =>
    gender === 'p' ? person === null && speaker !== null : gender === '' || !person?.gender || person.gender === gender;
  const { last, subject } = desk;
  if (subject && subject.at > desk.lastEnd && fits(subject.resolved))
    return { ...subject.resolved, mention, isPronoun: true };
  if (last && fits(last)) return { ...last, mention, isPronoun: true };
  if (gender === 'p' || gender === '') return { ...NOBODY, mention };
  const named = desk.names.register.mentions.findLast(
    (candidate) => candidate.start < mention.start && (!candidate.person.gender || candidate.person.gender === gender),
  );
  return named
    ? { speaker: speakerOf(named.person), mention, person: named.person, isPronoun: true, isGuess: true }
    : { ...NOBODY, mention };
}

/** So many words may stand before the name in the subject of a sentence: "L'élu de l'île, Tomas Wray, a voté …". */
const MAX_SUBJECT_LEAD_WORDS = 9;

function noteSubject(desk: Desk, { words }: Passage): void {
  const first = words.find((word) => word.isWord);
  if (!first || isQuoted(words[0]) || desk.lists.breaks.has(first.lower) || first.lower in desk.lists.pronouns) return;
  const stop = words[MAX_SUBJECT_LEAD_WORDS]?.start ?? words.at(-1)?.end ?? 0;
  const named = within(desk.names.register.mentions, { start: first.start, end: stop })[0];
  const at = named ? words.findIndex((word) => word.start >= named.start) : 0;
  const isLed = words.slice(0, at).every((word) => !isQuoted(word) && !desk.lists.verbs.has(word.lower));
  if (named && isLed) {
    const { person, start, end } = named;
    const mention = { start, end };
    desk.subject = {
      resolved: { speaker: speakerOf(person), mention, person, isPronoun: false, isGuess: false },
      at: start,
    };
  } else if (desk.lists.articles.has(first.lower) && desk.lists.roles.test(words[1]?.lower ?? '')) {
    desk.subject = { resolved: desk.resolve(words.slice(0, 2)), at: first.start };
  } else desk.subject = null;
}

function attributePassage(desk: Desk, passage: Passage): void {
  const { words } = passage;
  if (words.every((word) => isQuoted(word) || !word.isWord)) return;
  if (declinedFrame(desk, passage)) return;
  let floor = 0;
  let before: Frame | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || isQuoted(word) || !desk.claims.isFree(word)) continue;
    const according = accordingAt(desk, passage, at, floor);
    if (according) {
      at = according;
      continue;
    }
    const cue = cueAt(passage, at, desk.lists);
    if (!cue) continue;
    const found: Found | null =
      trailingFrame(desk, passage, cue, floor) ?? leadingFrame(desk, passage, cue, floor, before);
    if (!found) continue;
    before = found.frame;
    floor = found.end;
    at = Math.max(at, found.end - 1);
  }
  if (!before) continuedFrame(desk, passage);
}

/** "Eine Stadt dieser Größe könne das nicht tragen.": German goes on with what somebody said in the subjunctive alone. */
function continuedFrame(desk: Desk, { words }: Passage): void {
  const last = desk.frames.at(-1);
  if (!desk.lists.capitalNouns || !last?.resolved.speaker || last.paragraph !== desk.paragraph) return;
  if (last.manner === 'declined' || words.some((word) => isQuoted(word) || word.lower === 'ich')) return;
  const isReported = words.some(
    (word, at) => SUBJUNCTIVE.test(word.text) && !/^(?:als|es)$/u.test(words[at - 1]?.lower ?? ''),
  );
  const [first, end] = [words[0], words.at(-1)];
  if (!isReported || !first || !end) return;
  desk.add({
    resolved: last.resolved,
    cue: null,
    pieces: [{ start: first.start, end: end.end }],
    certain: last.certain,
  });
}
/** Forms that the indicative does not have (third person). */
const SUBJUNCTIVE =
  /^(?:könne|müsse|dürfe|solle|wolle|möge|sei|seien|habe|werde|gebe|komme|gehe|stehe|lasse|bleibe|wisse|brauche|mache|nehme|sehe|fahre|trage|liege|halte|bringe|finde|koste|reiche|zahle|helfe|führe|drohe|fehle|bestehe|gelte|laufe|arbeite|bedeute|gehöre)$/u;

/** "wollte sich nicht äußern", "n'a pas répondu", "no quiso comentar". */
function declinedFrame(desk: Desk, passage: Passage): boolean {
  const { words } = passage;
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  const match = desk.lists.declined.exec(desk.input.text.slice(start, end));
  if (!match) return false;
  const at = words.findIndex((word) => word.start >= start + match.index && !isQuoted(word));
  if (at < 0) return false;
  const subject = subjectBefore(passage, at, 0, desk.lists) ?? subjectAfter(passage, at + 1, desk.lists);
  if (!subject) return false;
  const cue = { start: start + match.index, end: start + match.index + match[0].length };
  const content = { start: cue.start, end: Math.max(cue.end, words.at(-1)?.start ?? 0) };
  return (
    desk.add({ resolved: resolvePhrase(desk, passage, subject), cue, pieces: [content], manner: 'declined' }) !== null
  );
}

export function resolvePhrase(
  desk: Desk,
  { words }: Passage,
  { start, end, apposition }: { start: number; end: number; apposition: { start: number; end: number } | null },
): Resolved {
  return desk.resolve(words.slice(start, end), apposition ? words.slice(apposition.start, apposition.end) : []);
}

/** Content without the commas and stops at its ends; a stop inside marks stays. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s.,;:–—]/u.test(text[from] ?? '')) from++;
  while (to > from && /[\s.,;:–—]/u.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
