/** Holds a line against the sentences it may be a copy of: the cited ones first, then the nearest of the article. */
import { type Article, cut, sentenceAt } from '#domain';
import { fold, nameIndex, sameSpeaker, sentencesIn } from '#language';

import { denialsOf, deniesWhatStandsBefore } from './denial.ts';
import { nearestSentences } from './distance.ts';
import type { ArticleFacts } from './facts.ts';
import { type CopyWord, copyFaults, copyWords, type People } from './near-copy.ts';
import { partyByRole } from './speaker.ts';

const NEAREST = 3;

const sourceWords = new WeakMap<Article, (readonly CopyWord[] | undefined)[]>();

function wordsOfSentence(number: number, facts: ArticleFacts): readonly CopyWord[] {
  const { article } = facts;
  const cache = sourceWords.get(article) ?? [];
  sourceWords.set(article, cache);
  const sentence = sentenceAt(article, number);
  if (!sentence) return [];
  return (cache[number] ??= copyWords(cut(article, sentence), article.language, (word) => isNameWord(word, facts)));
}

const isNameWord = (word: string, facts: ArticleFacts): boolean =>
  facts.article.language !== 'de' && facts.nameWords.has(fold(word));

const peopleOf = (article: Article): People => ({
  isSame: meansTheSame,
  isPerson: (name) => article.parties.some((party) => party.kind === 'person' && sameSpeaker(party.name, name)),
  holderOf: (role) => partyByRole(article, role),
});

/** "Obama" and "Barack Obama", "Russian" and "Russia". */
const meansTheSame = (a: string, b: string): boolean =>
  sameSpeaker(a, b) || a.split(' ').some((word) => nameIndex(b).knows(word));

/** The cited sentences; the search for nearer ones only when none of them cleared the line. */
function* candidates(line: string, cited: readonly number[], article: Article): Generator<number> {
  yield* cited;
  for (const number of nearestSentences(line, article, NEAREST)) if (!cited.includes(number)) yield number;
}

export interface CopyProblems {
  /** Reasons why the line is a copy with a change. */
  readonly faults: readonly string[];
  /** Reasons to ask the judge: certainty that the source may not have. */
  readonly marks: readonly string[];
}

/** A sentence that the line copies faithfully clears it, whatever the others say: what is said twice in an article with different
 * figures may be repeated either way.
 */
export function copyProblems(text: string, cited: readonly number[], facts: ArticleFacts): CopyProblems {
  const people = peopleOf(facts.article);
  const found = sentencesIn(text, facts.article.language).map((line) => problemsOf(line, cited, facts, people));
  return { faults: found.flatMap(({ faults }) => faults), marks: found.flatMap(({ marks }) => marks) };
}

const NO_PROBLEMS: CopyProblems = { faults: [], marks: [] };

function problemsOf(text: string, cited: readonly number[], facts: ArticleFacts, people: People): CopyProblems {
  const { article } = facts;
  const words = copyWords(text, article.language, (word, at) =>
    at > 0 && /^\p{Lu}/u.test(word) && article.language !== 'de' ? true : isNameWord(word, facts),
  );
  let faults: readonly string[] = [];
  let marks: readonly string[] | null = null;
  for (const number of candidates(text, cited, article)) {
    const sentence = sentenceAt(article, number);
    if (!sentence) continue;
    const source = { text: cut(article, sentence), words: wordsOfSentence(number, facts) };
    const verdict = copyFaults({ text, words }, source, denialsOf(article, number), people);
    if (verdict.isCopy && verdict.faults.length === 0) {
      if (verdict.marks.length === 0) return NO_PROBLEMS;
      marks ??= verdict.marks;
    } else if (faults.length === 0) faults = verdict.faults.filter((fault) => !isKnownDenial(fault, cited, article));
  }
  // Copied with less certainty than the source, but copied: no fault of another sentence outweighs that.
  return marks ? { faults: [], marks } : { faults, marks: [] };
}

/** "…, which she denied" may put two sentences together, of which the second only says "She denied that". */
function isKnownDenial(fault: string, cited: readonly number[], article: Article): boolean {
  if (!fault.startsWith('denial-added')) return false;
  const near = new Set(cited.flatMap((number) => [number, number + 1]));
  return [...near].some((number) => {
    const sentence = sentenceAt(article, number);
    return sentence !== undefined && deniesWhatStandsBefore(cut(article, sentence));
  });
}
