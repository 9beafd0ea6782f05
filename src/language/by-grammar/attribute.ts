/** The English engine: tagged text in, frames out. The order of the rules is explained in the room's README. */
import type { Sentence, Span } from '#domain';

import {
  type ArticleSource,
  type Attributed,
  Claims,
  isQuote,
  MAX_PASSAGE_WORDS,
  resolvedTo,
  speakersOf,
  toWord,
  type Word,
} from '../attribution.ts';
import { buildRegister, type RawName, type Register, withoutGuesses } from '../names.ts';
import { beginningIn } from '../text/spans.ts';
import { createTurns } from '../turns.ts';
import { accordingFrames, noteRelays } from './according.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { declinedFrames } from './declined.ts';
import { voteGenders } from './genders.ts';
import { leadingFrames, mainSubject } from './leading.ts';
import { namesIn } from './names.ts';
import { nounFrames } from './nouns.ts';
import { type Passage } from './passage.ts';
import { noteRoles } from './roles.ts';
import { createSpeakers } from './speakers.ts';
import { foldQuotations, type Tagged, type Tagger } from './tagged.ts';
import { trailingFrames } from './trailing.ts';
import { claimUnclaimed } from './unclaimed-quotations.ts';

export function attributeByGrammar(input: ArticleSource, tagger: Tagger): Attributed {
  const opens = sentenceStarts(input);
  const tagged = input.paragraphs.map(({ start, end }, index) => {
    const from = opens.get(index) ?? start; // behind a dateline
    return tagger(input.text.slice(from, end), from);
  });
  const sentenceWords = wordsBySentence(input.sentences, tagged);
  const inQuotation = quotationTest(input.outer);
  const names: RawName[] = sentenceWords.flatMap((words) => namesIn(words, (word) => inQuotation(word.start)));
  const register = buildRegister(names);
  markSubjects(input, register);
  for (const [index, words] of sentenceWords.entries()) {
    const sentence = input.sentences[index];
    if (sentence) noteRoles(words, beginningIn(register.mentions, sentence));
  }
  voteGenders(sentenceWords, register);
  const context: Context = { source: input, register, speakers: createSpeakers(input, register), frames: [] };
  const states = paragraphStates(input, tagged);
  let current: ParagraphState | undefined;
  const turns = createTurns({
    ...input,
    register,
    of: resolvedTo,
    add: (frame) => (current ? addFrame(context, current, frame) : null),
  });
  let previous: ParagraphState | null = null;
  for (const state of states) {
    current = state;
    if (!turns.take(state.index, state.span)) {
      for (const passage of state.passages) attributePassage(context, state, passage);
      claimUnclaimed(context, state, previous);
    }
    previous = state;
  }
  return { frames: context.frames, register: withoutGuesses(register, speakersOf(context.frames)) };
}

function attributePassage(context: Context, state: ParagraphState, passage: Passage): void {
  if (passage.isOnlyQuotation) return;
  declinedFrames(context, state, passage);
  const trailing = trailingFrames(context, state, passage);
  const relays = accordingFrames(context, state, passage);
  leadingFrames(context, state, passage, trailing);
  nounFrames(context, state, passage);
  noteRelays(state.frames, relays);
  const subject = mainSubject(passage, 0);
  if (subject) context.speakers.noteSubject(context.speakers.resolve(passage.words, subject));
}

/** Where the first sentence of each paragraph begins. */
function sentenceStarts({ sentences }: ArticleSource): ReadonlyMap<number, number> {
  const starts = new Map<number, number>();
  for (const { paragraph, start } of sentences) if (!starts.has(paragraph)) starts.set(paragraph, start);
  return starts;
}

function wordsBySentence(sentences: readonly Sentence[], tagged: readonly (readonly Tagged[])[]): Word[][] {
  const cursors = tagged.map(() => 0);
  return sentences.map((sentence) => {
    const own = tagged[sentence.paragraph] ?? [];
    let at = cursors[sentence.paragraph] ?? 0;
    const words: Word[] = [];
    for (let next = own[at]; next && next.start < sentence.end; next = own[++at])
      words.push(toWord(next.text, next, next.pos));
    cursors[sentence.paragraph] = at;
    return words;
  });
}

/** Offsets must be asked for in rising order: one pass over the quotations. */
function quotationTest(outer: readonly Span[]): (offset: number) => boolean {
  let at = 0;
  return (offset) => {
    while (at < outer.length && (outer[at]?.end ?? 0) <= offset) at++;
    const span = outer[at];
    return span !== undefined && span.start <= offset;
  };
}

/** The first unquoted name of a sentence is its likely subject, unless much or a preposition stands before it. */
const MAX_LEAD_WORDS = 8;

function markSubjects(input: ArticleSource, register: Register): void {
  for (const sentence of input.sentences) {
    const first = beginningIn(register.mentions, sentence).find((mention) => !mention.isQuoted);
    if (!first) continue;
    const lead = input.text.slice(sentence.start, first.start).trim();
    const isObject = /\b(?:said|told|of|for|with|against|about|by|to)$/u.test(lead);
    if (lead.split(/\s+/u).length <= MAX_LEAD_WORDS && !isObject) first.isSubject = true;
  }
}

function paragraphStates(input: ArticleSource, tagged: readonly (readonly Tagged[])[]): ParagraphState[] {
  let sentence = 0;
  let quotation = 0;
  return input.paragraphs.map((paragraph, index) => {
    while (quotation < input.outer.length && (input.outer[quotation]?.end ?? 0) <= paragraph.start) quotation++;
    const words = foldQuotations(tagged[index] ?? [], input.quotations, input.outer, quotation);
    const bounds: number[] = [];
    for (; input.sentences[sentence]?.paragraph === index; sentence++) bounds.push(input.sentences[sentence]?.end ?? 0);
    return { index, span: paragraph, passages: passagesOf(index, words, bounds), claims: new Claims(), frames: [] };
  });
}

/** Words by sentence; a sentence boundary inside a quotation is none. */
function passagesOf(paragraph: number, words: readonly Word[], bounds: readonly number[]): Passage[] {
  const passages: Passage[] = [];
  let from = 0;
  let bound = 0;
  for (let at = 0; at < words.length; at++) {
    const end = words[at]?.end ?? 0;
    while (bound < bounds.length && (bounds[bound] ?? 0) < end) bound++;
    const nextStart = words[at + 1]?.start ?? Number.POSITIVE_INFINITY;
    const isLong = at + 1 - from >= MAX_PASSAGE_WORDS;
    if (nextStart < (bounds[bound] ?? Number.POSITIVE_INFINITY) && !isLong) continue;
    if (!isLong && isBareCue(words, at + 1, bounds[bound + 1])) continue;
    passages.push(passage(paragraph, words.slice(from, at + 1)));
    from = at + 1;
  }
  if (from < words.length) passages.push(passage(paragraph, words.slice(from)));
  return passages;
}

/** Words of a cue that stands alone: "Lee asked the council at its meeting on Monday." */
const MAX_BARE_CUE_WORDS = 14;
/** So many of them may be the speaker. */
const MAX_BARE_SPEAKER_WORDS = 5;

const BARE_CUE = /^(?:said|says|added|asked|asks|wrote|replied|continued|told|explained|tweeted|shouted|demanded)$/u;

const BARE_TAIL = /^(?:at|in|on|during|before|after|from|reporters|him|her|them)$/u;

/** `“Did we win?” Lee asked.`: a cue that a stop cuts off still belongs to the quotation before it. */
function isBareCue(words: readonly Word[], from: number, end: number | undefined): boolean {
  if (!isQuote(words[from - 1])) return false;
  const stop = end ?? Number.POSITIVE_INFINITY;
  let cue = -1;
  for (let at = from; at < words.length && (words[at]?.start ?? 0) < stop; at++) {
    const word = words[at];
    if (isQuote(word) || at - from > MAX_BARE_CUE_WORDS || /^[,;:]$/u.test(word?.text ?? '')) return false;
    if (cue < 0 && BARE_CUE.test(word?.lower ?? '')) {
      const next = words[at + 1];
      const isClosed = !next || next.start >= stop || /^[.]$/u.test(next.text) || next.lower.endsWith('day');
      if (!isClosed && !BARE_TAIL.test(next?.lower ?? '')) return false;
      cue = at;
    } else if (cue >= 0 && (word?.pos === 'VERB' || word?.lower === 'that')) return false;
  }
  return cue >= 0 && cue - from <= MAX_BARE_SPEAKER_WORDS;
}

const MAX_HEADLINE_WORDS = 25;

function passage(paragraph: number, words: readonly Word[]): Passage {
  const long = words.filter((word) => word.isWord && word.text.length > 3);
  const capitals = long.filter((word) => word.isCapital).length;
  return {
    paragraph,
    words,
    isHeadline:
      long.length >= 4 &&
      long.length < MAX_HEADLINE_WORDS &&
      capitals / long.length > 0.8 &&
      words.at(-1)?.text !== '.',
    isOnlyQuotation: words.every((word) => isQuote(word) || !word.isWord),
  };
}
