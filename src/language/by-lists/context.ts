/** What the rules of one article share: its lists and names, the frames found so far, and who spoke last. */
import type { Span } from '#domain';

import {
  type ArticleSource,
  addFrame,
  Claims,
  type Frame,
  frameEnd,
  LastSpeaker,
  type NewFrame,
  NOBODY,
  type Passage,
  type Resolved,
  resolvedTo,
  type Word,
} from '../attribution.ts';
import { type Lists } from './lists.ts';
import { type Names } from './names.ts';

export interface Context {
  readonly source: ArticleSource;
  readonly lists: Lists;
  readonly names: Names;
  readonly frames: Frame[];
  /** Stretches of the current paragraph that are somebody's already. */
  claims: Claims;
  paragraph: number;
  readonly last: LastSpeaker;
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

export function openContext(source: ArticleSource, lists: Lists, names: Names): Context {
  const context: Context = {
    source,
    lists,
    names,
    frames: [],
    claims: new Claims(),
    paragraph: 0,
    last: new LastSpeaker(),
    lastEnd: -1,
    subject: null,
    dropped(verb) {
      const found = verb ? pronoun(context, [verb], '') : NOBODY;
      return found.speaker && { ...found, mention: null };
    },
    add(given) {
      const pieces = given.pieces
        .map((piece) => trimmed(source.text, piece))
        .filter((piece) => context.claims.isFree(piece));
      const frame = addFrame(context, { ...given, pieces });
      if (!frame) return null;
      context.lastEnd = Math.max(context.lastEnd, frameEnd(frame));
      context.last.note(frame.resolved, frameEnd(frame));
      return frame;
    },
    resolve(words, apposition = []) {
      const gender = words.length === 1 ? lists.pronouns[words[0]?.lower ?? ''] : undefined;
      if (gender !== undefined) return pronoun(context, words, gender);
      return names.resolve(words, apposition) ?? NOBODY;
    },
  };
  return context;
}

/** "sagte sie": the last speaker of that gender, unless another person has been the subject of a sentence since. */
function pronoun(context: Context, words: readonly Word[], gender: 'm' | 'f' | 'p' | ''): Resolved {
  const mention = { start: words[0]?.start ?? 0, end: words[0]?.end ?? 0 };
  const fits = ({ person, speaker }: Resolved): boolean =>
    gender === 'p' ? person === null && speaker !== null : gender === '' || !person?.gender || person.gender === gender;
  const { subject } = context;
  const last = context.last.resolved;
  if (subject && subject.at > context.lastEnd && fits(subject.resolved))
    return { ...subject.resolved, mention, isPronoun: true };
  if (last && fits(last)) return { ...last, mention, isPronoun: true };
  if (gender === 'p' || gender === '') return { ...NOBODY, mention };
  const named = context.names.register.mentions.findLast(
    (candidate) => candidate.start < mention.start && (!candidate.person.gender || candidate.person.gender === gender),
  );
  return named ? { ...resolvedTo(named.person, mention), isPronoun: true, isGuess: true } : { ...NOBODY, mention };
}

export function resolvePhrase(
  context: Context,
  { words }: Passage,
  { start, end, apposition }: { start: number; end: number; apposition: { start: number; end: number } | null },
): Resolved {
  return context.resolve(words.slice(start, end), apposition ? words.slice(apposition.start, apposition.end) : []);
}

/** Content without the commas and stops at its ends; a stop inside marks stays. */
function trimmed(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && /[\s.,;:–—]/u.test(text[from] ?? '')) from++;
  while (to > from && /[\s.,;:–—]/u.test(text[to - 1] ?? '')) to--;
  return { start: from, end: to };
}
