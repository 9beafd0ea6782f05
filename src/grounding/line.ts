/** One line of a draft (headline, gist, point, question, statement, issue) through the gate. */
import { type Article, countWords, cut, sentenceAt } from '#domain';
import { sentencesIn } from '#language';

import { copyProblems } from './copies.ts';
import { NEAR_SOURCE_SHARE, nearestSentence, nearestSentences, sharedWithSource } from './distance.ts';
import { type ArticleFacts, type FactProblem, factsMissingNear, unknownFacts } from './facts.ts';
import { forbiddenIn, instructionsIn, isInstruction } from './forbidden.ts';
import { garbledWords } from './garbled.ts';
import { unknownGender } from './genders.ts';
import { swappedSpeakers } from './line-speaker.ts';
import { holdsWords, settleTypedQuotations } from './typed-quotations.ts';

/** Between marks, fewer words are a scare word or a name. */
const SPOKEN_WORDS = 3;

export interface LineVerdict {
  readonly text: string;
  /** Sentences that carry the line, after re-citing. */
  readonly evidence: readonly number[];
  readonly isReCited: boolean;
  readonly isCorrected: boolean;
  /** Hard faults: the line may not stand as it is. Empty when it passed. */
  readonly faults: readonly string[];
  /** What was put right on the way: names one letter off. */
  readonly corrections: readonly string[];
  /** Passed, and rules cannot tell more: far from its evidence, or a name of another language. For the judge. */
  readonly doubts: readonly string[];
}

export function existingSentences(article: Article, evidence: readonly number[]): number[] {
  return [...new Set(evidence)].filter((number) => sentenceAt(article, number) !== undefined);
}

export const textsOf = (article: Article, evidence: readonly number[]): string[] =>
  evidence
    .map((number) => sentenceAt(article, number))
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => cut(article, sentence));

const NO_COPIES = { faults: [], marks: [] } as const;

export function checkLine(
  text: string,
  evidence: readonly number[],
  facts: ArticleFacts,
  language: string,
): LineVerdict {
  const { article } = facts;
  const isTranslated = language !== article.language;
  const marked = settleTypedQuotations(text.trim(), article);
  const citation = cite(marked.text, evidence, article, isTranslated);
  const unknown = unknownFacts(marked.text, facts, language);
  const settled = isTranslated ? marked.text : corrected(marked.text, unknown);
  // A translator renders names and quoted words; figures and dates stay what they are.
  const translatable = isTranslated ? unknown.filter((problem) => problem.isName) : [];
  const foreign = isTranslated ? [] : marked.unmatched.filter((words) => !holdsWords(article, words));
  // A word or two between marks is a scare word, and loses its marks; a whole quotation that nobody spoke is a lie.
  const spoken = foreign.filter((words) => countWords(words) >= SPOKEN_WORDS);
  const quoted = marked.matches.flatMap((match) => match.quotations.map(({ id }) => id));
  const copies = isTranslated ? NO_COPIES : copyProblems(settled, citation.cited, facts);
  const faults = [
    ...(settled === '' ? ['empty'] : []),
    ...citation.faults,
    ...textFaults(settled, article, language),
    ...spoken.map((words) => `quotation-absent: ${words.slice(0, 60)}`),
    ...unknown.filter((one) => !one.correction && !translatable.includes(one)).map(({ reason }) => reason),
    ...copies.faults,
    ...(isTranslated ? [] : swappedSpeakers(settled, article, citation.cited, quoted)),
  ];
  const recited = faults.length === 0 ? recite(settled, citation.cited, facts, language) : citation.cited;
  const corrections = [
    ...unknown.filter((problem) => problem.correction).map(({ reason }) => reason),
    ...foreign.filter((words) => !spoken.includes(words)).map((words) => `quotation-absent: ${words}`),
  ];
  return {
    text: settled,
    evidence: recited,
    isReCited: recited !== citation.cited || citation.isFound,
    isCorrected: unknown.some((problem) => problem.correction !== null),
    faults,
    corrections,
    doubts:
      faults.length === 0
        ? [
            ...translatable.map(({ reason }) => reason),
            ...doubtsAbout(settled, recited, facts, language),
            ...copies.marks,
          ]
        : [],
  };
}

interface Citation {
  /** Sentences that exist and are no orders to the model. */
  readonly cited: readonly number[];
  /** Nothing that exists was cited, and the line is plainly one sentence of the article. */
  readonly isFound: boolean;
  readonly faults: readonly string[];
}

/** Share of a line's words from which a sentence is plainly its source, though another or none was cited. */
const PLAIN_SOURCE_SHARE = 0.8;

function cite(text: string, evidence: readonly number[], article: Article, isTranslated: boolean): Citation {
  const existing = existingSentences(article, evidence);
  const cited = existing.filter((number) => !isInstruction(article, number));
  if (!isTranslated && repeatsInstruction(text, article, cited))
    return { cited, isFound: false, faults: ['repeats-instruction'] };
  if (cited.length > 0) return { cited, isFound: false, faults: [] };
  if (existing.length > 0) return { cited, isFound: false, faults: ['evidence-is-instruction'] };
  const [nearest] = isTranslated ? [] : nearestSentences(text, article, 1);
  if (nearest !== undefined && sharedWithSource(text, article, [nearest]) >= PLAIN_SOURCE_SHARE)
    return { cited: [nearest], isFound: true, faults: [] };
  const fault = evidence.length === 0 ? 'evidence-missing' : `evidence-unknown: ${evidence.join(', ')}`;
  return { cited, isFound: false, faults: [fault] };
}

const SAME_WORDS_SHARE = 0.5;

/** Is the line nearer to an order that stands in the page than to what it cites? */
function repeatsInstruction(text: string, article: Article, cited: readonly number[]): boolean {
  const orders = instructionsIn(article);
  if (orders.length === 0) return false;
  return sentencesIn(text, article.language).some((sentence) => {
    const share = sharedWithSource(sentence, article, orders);
    return share >= SAME_WORDS_SHARE && share > sharedWithSource(sentence, article, cited);
  });
}

function textFaults(text: string, article: Article, language: string): string[] {
  const garbled = garbledWords(text, article);
  const gender = language === 'en' && article.language === 'en' ? unknownGender(text, article.text) : null;
  return [
    ...forbiddenIn(text, article),
    ...(garbled ? [`garbled: ${garbled}`] : []),
    ...(gender ? [`gender-absent: ${gender}`] : []),
  ];
}

/** Names one letter off take the article's spelling. */
function corrected(text: string, problems: readonly FactProblem[]): string {
  return problems.reduce(
    (settled, { correction }) => (correction ? settled.replaceAll(correction.from, correction.to) : settled),
    text,
  );
}

/** Distance can be measured only within one language; each sentence of the line for itself. */
function doubtsAbout(text: string, evidence: readonly number[], facts: ArticleFacts, language: string): string[] {
  if (language !== facts.article.language) return [];
  const far = sentencesIn(text, facts.article.language)
    .map((sentence) => sharedWithSource(sentence, facts.article, evidence))
    .filter((share) => share < NEAR_SOURCE_SHARE);
  return far.length > 0 ? [`far-from-evidence: ${Math.round(100 * Math.min(...far))} % shared`] : [];
}

/** Facts that stand elsewhere in the article than cited: the citation moves to the sentence that holds most of the line. */
function recite(text: string, cited: readonly number[], facts: ArticleFacts, language: string): readonly number[] {
  const { article } = facts;
  if (factsMissingNear(text, facts, cited, language).length === 0) return cited;
  const [nearest] = nearestSentences(text, article, 1);
  if (nearest === undefined || cited.includes(nearest)) return cited;
  return factsMissingNear(text, facts, [nearest], language).length === 0 ? [nearest] : cited;
}

/** A sentence of the page may hold a link or an order to the model: then not even it may be shown. */
export function isPostable(article: Article, number: number): boolean {
  const sentence = sentenceAt(article, number);
  return (
    sentence !== undefined &&
    forbiddenIn(cut(article, sentence), article).length === 0 &&
    !isInstruction(article, number)
  );
}

/** The cited sentence itself, for a line that failed twice. `null` when nothing that may be shown was cited. */
export function citedSentence(
  article: Article,
  evidence: readonly number[],
  near: string,
): { number: number; text: string } | null {
  const postable = existingSentences(article, evidence).filter((number) => isPostable(article, number));
  const number = nearestSentence(near, article, postable);
  const sentence = number === null ? undefined : sentenceAt(article, number);
  return sentence ? { number: sentence.number, text: cut(article, sentence) } : null;
}
