/**
 * Who said what in German, French and Spanish, by marks and lists of verbs; in any other language by marks and colons
 * alone. The same frames as for English, with fewer forms: see the room's README.
 */
import {
  type ArticleSource,
  type Attributed,
  Claims,
  type Frame,
  isQuote,
  type Passage,
  resolvedTo,
  speakersOf,
} from '../attribution.ts';
import { withoutGuesses } from '../names.ts';
import { within } from '../text/spans.ts';
import { createTurns } from '../turns.ts';
import { accordingAt } from './according.ts';
import { type Found, leadingFrame, trailingFrame } from './clauses.ts';
import { type Context, openContext, resolvePhrase } from './context.ts';
import { cueAt, subjectAfter, subjectBefore } from './cues.ts';
import { listsFor } from './lists.ts';
import { findNames } from './names.ts';
import { claimUnclaimed } from './unclaimed-quotations.ts';
import { passagesOf } from './words.ts';

export function attributeByLists(source: ArticleSource, language: string): Attributed {
  const lists = listsFor(language);
  const passages = passagesOf(source.text, source.sentences, source.quotations, source.outer);
  const names = findNames(source.text, passages, source.quotations, lists);
  const context = openContext(source, lists, names);
  const turns = createTurns({
    ...source,
    register: names.register,
    of: resolvedTo,
    add: (given) => context.add(given),
  });
  let next = 0;
  for (const [index, paragraph] of source.paragraphs.entries()) {
    const own: Passage[] = [];
    for (; passages[next]?.paragraph === index; next++) own.push(passages[next] as Passage);
    context.claims = new Claims();
    context.paragraph = index;
    if (turns.take(index, paragraph)) continue;
    for (const passage of own) {
      attributePassage(context, passage);
      noteSubject(context, passage);
    }
    claimUnclaimed(context, own);
  }
  return { frames: context.frames, register: withoutGuesses(names.register, speakersOf(context.frames)) };
}

/** So many words may stand before the name in the subject of a sentence: "L'élu de l'île, Tomas Wray, a voté …". */
const MAX_SUBJECT_LEAD_WORDS = 9;

function noteSubject(context: Context, { words }: Passage): void {
  const first = words.find((word) => word.isWord);
  if (!first || isQuote(words[0]) || context.lists.breaks.has(first.lower) || first.lower in context.lists.pronouns)
    return;
  const stop = words[MAX_SUBJECT_LEAD_WORDS]?.start ?? words.at(-1)?.end ?? 0;
  const named = within(context.names.register.mentions, { start: first.start, end: stop })[0];
  const at = named ? words.findIndex((word) => word.start >= named.start) : 0;
  const isLed = words.slice(0, at).every((word) => !isQuote(word) && !context.lists.verbs.has(word.lower));
  if (named && isLed) {
    const { person, start, end } = named;
    const mention = { start, end };
    context.subject = { resolved: resolvedTo(person, mention), at: start };
  } else if (context.lists.articles.has(first.lower) && context.lists.roles.test(words[1]?.lower ?? '')) {
    context.subject = { resolved: context.resolve(words.slice(0, 2)), at: first.start };
  } else context.subject = null;
}

function attributePassage(context: Context, passage: Passage): void {
  const { words } = passage;
  if (words.every((word) => isQuote(word) || !word.isWord)) return;
  if (declinedFrame(context, passage)) return;
  let floor = 0;
  let before: Frame | null = null;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (!word || isQuote(word) || !context.claims.isFree(word)) continue;
    const according = accordingAt(context, passage, at, floor);
    if (according) {
      at = according;
      continue;
    }
    const cue = cueAt(passage, at, context.lists);
    if (!cue) continue;
    const found: Found | null =
      trailingFrame(context, passage, cue, floor) ?? leadingFrame(context, passage, cue, floor, before);
    if (!found) continue;
    before = found.frame;
    floor = found.end;
    at = Math.max(at, found.end - 1);
  }
  if (!before) continuedFrame(context, passage);
}

/** "Eine Stadt dieser Größe könne das nicht tragen.": German goes on with what somebody said in the subjunctive alone. */
function continuedFrame(context: Context, { words }: Passage): void {
  const last = context.frames.at(-1);
  if (!last?.resolved.speaker || last.paragraph !== context.paragraph) return;
  if (last.manner === 'declined' || words.some((word) => isQuote(word) || word.lower === 'ich')) return;
  const isReported = words.some(
    (word, at) => context.lists.subjunctives.has(word.text) && !/^(?:als|es)$/u.test(words[at - 1]?.lower ?? ''),
  );
  const [first, end] = [words[0], words.at(-1)];
  if (!isReported || !first || !end) return;
  context.add({
    resolved: last.resolved,
    cue: null,
    pieces: [{ start: first.start, end: end.end }],
    certain: last.certain,
  });
}

/** "wollte sich nicht äußern", "n'a pas répondu", "no quiso comentar". */
function declinedFrame(context: Context, passage: Passage): boolean {
  const { words } = passage;
  const start = words[0]?.start ?? 0;
  const end = words.at(-1)?.end ?? 0;
  const match = context.lists.declined.exec(context.source.text.slice(start, end));
  if (!match) return false;
  const at = words.findIndex((word) => word.start >= start + match.index && !isQuote(word));
  if (at < 0) return false;
  const subject = subjectBefore(passage, at, 0, context.lists) ?? subjectAfter(passage, at + 1, context.lists);
  if (!subject) return false;
  const cue = { start: start + match.index, end: start + match.index + match[0].length };
  const content = { start: cue.start, end: Math.max(cue.end, words.at(-1)?.start ?? 0) };
  return (
    context.add({ resolved: resolvePhrase(context, passage, subject), cue, pieces: [content], manner: 'declined' }) !==
    null
  );
}
