/** One line of a draft (headline, gist, point, question, statement, issue) through the gate. */
import { type Article, countWords, cut, sentenceAt } from '#domain';

import { claimSentences } from './claim-sentences.ts';
import { copyProblems } from './copies.ts';
import { NEAR_SOURCE_SHARE, nearestSentence, nearestSentences, sharedWithSource } from './distance.ts';
import { type ArticleFacts, factsMissingNear, unknownFacts } from './facts.ts';
import { forbiddenIn, isInstruction } from './forbidden.ts';
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

export function checkLine(
  text: string,
  evidence: readonly number[],
  facts: ArticleFacts,
  language: string,
): LineVerdict {
  const { article } = facts;
  const faults: string[] = [];
  const isTranslated = language !== article.language;
  const marked = settleTypedQuotations(text.trim(), article);
  let settled = marked.text;
  const cited = existingSentences(article, evidence);
  if (settled === '') faults.push('empty');
  if (evidence.length === 0) faults.push('evidence-missing');
  else if (cited.length === 0) faults.push(`evidence-unknown: ${evidence.join(', ')}`);
  faults.push(...forbiddenIn(settled, article));
  if (cited.length > 0 && cited.every((number) => isInstruction(article, number)))
    faults.push('evidence-is-instruction');
  const garbled = garbledWords(settled, article.text, article.language);
  if (garbled) faults.push(`garbled: ${garbled}`);
  const gender = language === 'en' && article.language === 'en' ? unknownGender(settled, article.text) : null;
  if (gender) faults.push(`gender-absent: ${gender}`);
  const foreign = isTranslated ? [] : marked.unmatched.filter((words) => !holdsWords(article, words));
  // A word or two between marks is a scare word, and loses its marks; a whole quotation that nobody spoke is a lie.
  faults.push(
    ...foreign
      .filter((words) => countWords(words) >= SPOKEN_WORDS)
      .map((words) => `quotation-absent: ${words.slice(0, 60)}`),
  );
  const unknown = unknownFacts(settled, facts, language);
  for (const { correction } of isTranslated ? [] : unknown)
    if (correction) settled = settled.replaceAll(correction.from, correction.to);
  // What a translator may render: names and quoted words. Figures and dates stay what they are.
  const doubts = isTranslated ? unknown.filter((problem) => problem.isName).map((problem) => problem.reason) : [];
  for (const { correction, isName, reason } of unknown)
    if (!correction && !(isTranslated && isName)) faults.push(reason);
  if (!isTranslated) faults.push(...copyProblems(settled, cited, facts), ...swappedSpeakers(settled, article, cited));
  const recited = faults.length === 0 ? recite(settled, cited, facts, language) : cited;
  return {
    text: settled,
    evidence: recited,
    isReCited: recited !== cited,
    isCorrected: unknown.some((problem) => problem.correction !== null),
    faults,
    corrections: [
      ...unknown.filter((problem) => problem.correction !== null).map((problem) => problem.reason),
      ...foreign.filter((words) => countWords(words) < SPOKEN_WORDS).map((words) => `quotation-absent: ${words}`),
    ],
    doubts: faults.length === 0 ? [...doubts, ...doubtsAbout(settled, recited, facts, language)] : [],
  };
}

/** Distance can be measured only within one language; each sentence of the line for itself. */
function doubtsAbout(text: string, evidence: readonly number[], facts: ArticleFacts, language: string): string[] {
  if (language !== facts.article.language) return [];
  const far = claimSentences(text)
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
