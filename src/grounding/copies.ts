/** Holds a line against the sentences it may be a copy of: the cited ones first, then the nearest of the article. */
import { type Article, cut, sentenceAt } from '#domain';
import { fold, nameIndex, sameSpeaker } from '#language';

import { claimSentences } from './claim-sentences.ts';
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

/**
 * Reasons why the line is a copy with a change. A sentence that the line copies faithfully clears it, whatever the
 * others say: what is said twice in an article with different figures may be repeated either way.
 */
export function copyProblems(text: string, cited: readonly number[], facts: ArticleFacts): string[] {
  const { article } = facts;
  const people = peopleOf(article);
  return claimSentences(text).flatMap((line) => {
    const words = copyWords(line, article.language, (word, at) =>
      at > 0 && /^\p{Lu}/u.test(word) && article.language !== 'de' ? true : isNameWord(word, facts),
    );
    let found: string[] = [];
    for (const number of candidates(line, cited, article)) {
      const sentence = sentenceAt(article, number);
      if (!sentence) continue;
      const verdict = copyFaults(line, words, cut(article, sentence), wordsOfSentence(number, facts), people);
      if (verdict.isCopy && verdict.faults.length === 0) return [];
      if (verdict.faults.length > 0 && found.length === 0) found = [...verdict.faults];
    }
    return found;
  });
}
