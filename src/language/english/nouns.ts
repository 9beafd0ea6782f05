/** Nouns that report: `Lee's claim that …` · `her warning that …` · `Lee made the point that …`. */
import { addFrame, type Context, contentSpan, type ParagraphState } from './context.ts';
import { contentEnd } from './extents.ts';
import { isComma, isDeterminer, isOneOf, isQuote, type Passage } from './passage.ts';
import { phraseEndingAt, type Subject } from './phrases.ts';
import { subjectBefore } from './subjects.ts';
import { POSSESSIVE } from './words.ts';

const SPEECH_NOUN =
  /^(?:claims?|statement|assertions?|argument|allegations?|accusations?|view|belief|suggestions?|warnings?|promise|pledge|vow|admission|contention|remarks?|comments?|insistence|prediction|fears?|concerns?|hope|conclusion|opinion|acknowledg?ment|announcement|complaint|point|case)$/u;
const MAKES = /^(?:made|make|makes|making|expressed|expresses|voiced|raised|repeated|issued)$/u;

export function nounFrames(context: Context, state: ParagraphState, passage: Passage): void {
  const { tokens } = passage;
  for (let at = 1; at < tokens.length - 2; at++) {
    const token = tokens[at];
    if (!token || isQuote(token) || !SPEECH_NOUN.test(token.lower) || !state.claims.isFree(token)) continue;
    if (!isOneOf(tokens[at + 1], /^that$/u)) continue;
    const subject = holder(passage, at);
    if (!subject) continue;
    const start = at + 2;
    const cue = { at, end: start, lemma: 'say', takesClause: true, takesPhrase: false, kind: 'verb' } as const;
    const limit = secondPredicate(passage, start);
    const end = contentEnd(context.source, passage, cue, start, 0, limit);
    const span = contentSpan(context.source, passage, start, end);
    if (end - start < 2 || !state.claims.isFree(span)) continue;
    addFrame(context, state, {
      resolved: context.speakers.resolve(tokens, subject),
      cue: token,
      cueAt: at,
      pieces: [span],
    });
  }
}

/** Whose claim it is: the possessor, or the subject of "made the point". */
function holder(passage: Passage, noun: number): Subject | null {
  const { tokens } = passage;
  const before = tokens[noun - 1];
  if (isOneOf(before, /^(?:'s|')$/u) || before?.text === '’') return phraseEndingAt(tokens, noun - 2, 0);
  if (isOneOf(before, /^(?:his|her)$/u)) return { start: noun - 1, end: noun };
  const verb = isDeterminer(before) || POSSESSIVE.has(before?.lower ?? '') ? noun - 2 : noun - 1;
  if (!isOneOf(tokens[verb], MAKES)) return null;
  const subject = subjectBefore(passage, verb, 0);
  return subject?.relative === undefined ? subject : null;
}

/** "her claim that the dam is safe | was questioned": a second predicate without a joint belongs to the sentence. */
function secondPredicate({ tokens }: Passage, from: number): number {
  let predicates = 0;
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at];
    if (isQuote(token) || isComma(token)) continue;
    if (isOneOf(token, /^(?:and|but|or|that|which|who|because|if|when|while|as)$/u)) predicates = 0;
    if (token?.pos !== 'AUX' || tokens[at - 1]?.pos === 'AUX' || tokens[at - 1]?.pos === 'PART') continue;
    if (++predicates > 1) return at;
  }
  return tokens.length;
}
