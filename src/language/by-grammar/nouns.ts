/** Nouns that report: `Lee's claim that …` · `Lee made the point that …` · `her call to close the dam`. */
import { contentSpan, isQuote } from '../attribution.ts';
import { INFINITIVE_NOUNS, SPEECH_NOUNS } from '../lexicon/en/parties.ts';
import { POSSESSIVE } from '../lexicon/en/words.ts';
import { addFrame, type Context, type ParagraphState } from './context.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDeterminer, isOneOf, type Passage } from './passage.ts';
import { phraseEndingAt, type Subject } from './phrases.ts';
import { subjectBefore } from './subjects.ts';

const SPEECH_NOUN = new RegExp(`^(?:${SPEECH_NOUNS})$`, 'u');
const MAKES = /^(?:made|make|makes|making|expressed|expresses|voiced|raised|repeated|issued)$/u;

const INFINITIVE_NOUN = new RegExp(`^(?:${INFINITIVE_NOUNS})$`, 'u');

export function nounFrames(context: Context, state: ParagraphState, passage: Passage): void {
  clauseNouns(context, state, passage);
  infinitiveNouns(context, state, passage);
}

function infinitiveNouns(context: Context, state: ParagraphState, passage: Passage): void {
  const { words } = passage;
  for (let at = 1; at < words.length - 2; at++) {
    const word = words[at];
    if (!word || isQuote(word) || !INFINITIVE_NOUN.test(word.lower) || !state.claims.isFree(word)) continue;
    if (!isOneOf(words[at + 1], /^to$/u) || words[at + 2]?.pos !== 'VERB') continue;
    const subject = possessor(passage, at);
    if (!subject) continue;
    const span = contentSpan(context.source, passage, at, infinitiveEnd(passage, at + 3));
    if (!state.claims.isFree(span)) continue;
    const resolved = context.speakers.resolve(words, subject);
    addFrame(context, state, { resolved, cue: word, cueAt: at, pieces: [span], isAside: true });
  }
}

/** "her call to close the dam | drew praise": the verb of the sentence ends it, or a comma. */
function infinitiveEnd({ words }: Passage, from: number): number {
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (isComma(word) || word?.text === '.' || word?.text === ';' || word?.pos === 'AUX') return at;
    const isFinite = word?.pos === 'VERB' && /(?:ed|s|ew|aid|ld|ent|ave|ame|ook)$/u.test(word.lower);
    if (isFinite && words[at - 1]?.lower !== 'to' && !isOneOf(words[at - 1], /^(?:who|which|that|and|or)$/u)) return at;
  }
  return words.length;
}

function clauseNouns(context: Context, state: ParagraphState, passage: Passage): void {
  const { words } = passage;
  for (let at = 1; at < words.length - 2; at++) {
    const word = words[at];
    if (!word || isQuote(word) || !SPEECH_NOUN.test(word.lower) || !state.claims.isFree(word)) continue;
    if (!isOneOf(words[at + 1], /^that$/u)) continue;
    const subject = holder(passage, at);
    if (!subject) continue;
    const start = at + 2;
    const cue = { at, end: start, lemma: 'say', takesClause: true, takesPhrase: false, kind: 'verb' } as const;
    const limit = secondPredicate(passage, start);
    const end = contentEnd(context.source, passage, cue, start, 0, limit);
    const span = contentSpan(context.source, passage, start, end);
    if (end - start < 2 || !state.claims.isFree(span)) continue;
    addFrame(context, state, {
      resolved: context.speakers.resolve(words, subject),
      cue: word,
      cueAt: at,
      pieces: [span],
    });
  }
}

/** Whose claim it is: the possessor, or the subject of "made the point". */
function holder(passage: Passage, noun: number): Subject | null {
  const { words } = passage;
  const owner = possessor(passage, noun);
  if (owner) return owner;
  const before = words[noun - 1];
  const verb = isDeterminer(before) || POSSESSIVE.has(before?.lower ?? '') ? noun - 2 : noun - 1;
  if (!isOneOf(words[verb], MAKES)) return null;
  const subject = subjectBefore(passage, verb, 0);
  return subject?.relative === undefined ? subject : null;
}

function possessor({ words }: Passage, noun: number): Subject | null {
  const before = words[noun - 1];
  if (isOneOf(before, /^(?:'s|')$/u) || before?.text === '’') return phraseEndingAt(words, noun - 2, 0);
  return isOneOf(before, /^(?:his|her)$/u) ? { start: noun - 1, end: noun } : null;
}

/** "her claim that the dam is safe | was questioned": a second predicate without a joint belongs to the sentence. */
function secondPredicate({ words }: Passage, from: number): number {
  let predicates = 0;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    if (isQuote(word) || isComma(word)) continue;
    if (isOneOf(word, /^(?:and|but|or|that|which|who|because|if|when|while|as)$/u)) predicates = 0;
    if (word?.pos !== 'AUX' || words[at - 1]?.pos === 'AUX' || words[at - 1]?.pos === 'PART') continue;
    if (++predicates > 1) return at;
  }
  return words.length;
}
