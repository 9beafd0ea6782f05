/** What an article reports as denied, refused or not said: taken out of its sentence, it would read as a fact. */
import { type Article, countWords, cut, type Span, sentenceAt } from '#domain';
import { denialIn, type Polarity, patternOfAll, wholeWord } from '#language';

import { attributionsOfSentence } from './attributions.ts';

/** Denied words of a sentence: offsets into the sentence, and the words that deny them. */
export interface Denial extends Span {
  readonly cue: string;
}

const ofAll = (list: Exclude<keyof Polarity['denials'], 'negatedBy'>): string =>
  patternOfAll(({ polarity }) => polarity?.denials[list]);

/** Verbs that take back what follows. */
const CUE = new RegExp(String.raw`(?<!\p{L})(?:${ofAll('cues')})`, 'giu');
/** The bare verb, for a line that speaks of a denial in whatever construction. */
const ANY_DENIAL = wholeWord(ofAll('verbs'));
/** What says of a whole statement that it is not so; a refusal or a failure is an act, and writers put it in many ways. */
const DENIAL = wholeWord(ofAll('ofStatements'));
/** "did not deny", "has never ruled out". */
const NEGATED = new RegExp(
  String.raw`(?:${patternOfAll(({ polarity }) => polarity?.denials.negatedBy)}) (?:\p{Ll}+ )?$`,
  'iu',
);
/** Where a clause ends, and with it what is denied. */
const CLAUSE_END = new RegExp(
  String.raw`[.;!?](?=\s|$)|,? (?:${ofAll('clauseEnds')}) |, (?:${ofAll('commaEnds')}) `,
  'iu',
);
/** What is refused is one act: it ends with the next. */
const ACT_END = new RegExp(String.raw`[,.;!?]|\s(?:${ofAll('actEnds')})\s`, 'iu');
/** "declined to say how many people were hurt": that some were is not denied. */
const GRANTED = new RegExp(String.raw`^\s*(?:${ofAll('granted')})\b`, 'iu');

/** The verb by which a text says that something is not so, or `null`. */
export function statesDenial(text: string): string | null {
  return DENIAL.exec(text)?.[0] ?? null;
}

/** Any word of denial, refusal or failure in a text, or `null`. */
export function denies(text: string): string | null {
  return ANY_DENIAL.exec(text)?.[0] ?? null;
}

/** "She denied that", "He rejected the accusation": hardly a word behind the verb. */
const BARE_WORDS = 3;

export function deniesWhatStandsBefore(sentence: string): boolean {
  const match = ANY_DENIAL.exec(sentence);
  if (!match || NEGATED.test(sentence.slice(0, match.index))) return false;
  const rest = sentence.slice(match.index + match[0].length);
  return countWords(rest.slice(0, CLAUSE_END.exec(rest)?.index ?? rest.length)) <= BARE_WORDS;
}

const prepared = new WeakMap<Article, Map<number, readonly Denial[]>>();

export function denialsOf(article: Article, number: number): readonly Denial[] {
  const ofArticle = prepared.get(article) ?? new Map<number, readonly Denial[]>();
  prepared.set(article, ofArticle);
  const known = ofArticle.get(number) ?? find(article, number);
  ofArticle.set(number, known);
  return known;
}

function find(article: Article, number: number): Denial[] {
  const sentence = sentenceAt(article, number);
  if (!sentence) return [];
  const text = cut(article, sentence);
  const denials: Denial[] = [];
  for (const match of text.matchAll(CUE)) {
    if (NEGATED.test(text.slice(0, match.index))) continue;
    const start = match.index + match[0].length;
    const rest = text.slice(start);
    if (GRANTED.test(rest)) continue;
    const isAct = match[0].endsWith(' to ');
    const length = (isAct ? ACT_END : CLAUSE_END).exec(rest)?.index ?? rest.length;
    denials.push({
      start,
      end: start + length,
      cue: match[0].replace(/[\s,]+$/u, ''),
    });
  }
  for (const attribution of attributionsOfSentence(article, number)) {
    const unsaid = denialIn(article.text, attribution);
    const [content] = attribution.content;
    if (!unsaid || !content || content.start < sentence.start || content.start >= sentence.end) continue;
    // "did not deny that the river was poisoned" denies nothing.
    if (GRANTED.test(cut(article, content)) || (attribution.cue && denies(cut(article, attribution.cue)))) continue;
    const cue = article.text.slice(unsaid.start, content.start).trim();
    denials.push({
      start: content.start - sentence.start,
      end: Math.min(content.end, sentence.end) - sentence.start,
      cue,
    });
  }
  return denials;
}
