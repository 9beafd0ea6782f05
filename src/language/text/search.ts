/**
 * Which sentences answer a question: BM25 (Robertson & Zaragoza 2009) over stems, with the sentences around each hit
 * counting a little, since an answer often names its subject one sentence earlier.
 */
import { type Article, cut } from '#domain';

import { wordsOfAll } from '../lexicon/index.ts';
import { functionWords } from './function-words.ts';
import { stem } from './stems.ts';
import { tokensOf } from './tokens.ts';

/** BM25: how fast repeated terms stop counting, and how much long sentences are discounted (the usual values). */
const SATURATION = 1.2;
const LENGTH_DISCOUNT = 0.75;
/** Share of a neighbour's score that a sentence of the same paragraph inherits. */
const NEIGHBOUR_SHARE = 0.2;
/** Under this share of the best score a sentence is no answer. */
const LOWEST_SHARE = 0.25;

/** Words of a question that ask and name nothing. */
const ASKING = wordsOfAll(({ topics }) => topics?.asking);

export interface SentenceHit {
  /** Number of the sentence, from 1. */
  readonly sentence: number;
  /** BM25 score; comparable within one question only. */
  readonly score: number;
}

/** The best sentences for a question, best first; [] when no word of the question occurs. Pure; never throws. */
export function searchSentences(article: Article, question: string, limit: number): SentenceHit[] {
  const terms = termsOf(question, article.language).filter((term) => !ASKING.has(term));
  const wanted = new Set(terms);
  if (wanted.size === 0 || article.sentences.length === 0) return [];
  const bags = article.sentences.map((sentence) => termsOf(cut(article, sentence), article.language));
  const own = scores(bags, wanted);
  const spread = own.map((score, index) => score + NEIGHBOUR_SHARE * neighbours(article, own, index));
  const hits = spread
    .map((score, index) => ({ sentence: index + 1, score, own: own[index] ?? 0 }))
    .filter(({ own: score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || a.sentence - b.sentence);
  const least = (hits[0]?.score ?? 0) * LOWEST_SHARE;
  return hits
    .filter(({ score }) => score >= least)
    .slice(0, limit)
    .map(({ sentence, score }) => ({ sentence, score }));
}

function termsOf(text: string, language: string): string[] {
  const stop = functionWords(language);
  return tokensOf(text)
    .filter((token) => !stop.has(token.folded) && !ASKING.has(token.folded))
    .map((token) => stem(token.text, language));
}

function scores(bags: readonly (readonly string[])[], wanted: ReadonlySet<string>): number[] {
  const holders = new Map<string, number>();
  for (const bag of bags)
    for (const term of new Set(bag)) if (wanted.has(term)) holders.set(term, (holders.get(term) ?? 0) + 1);
  const average = bags.reduce((sum, bag) => sum + bag.length, 0) / Math.max(1, bags.length) || 1;
  return bags.map((bag) => {
    const counts = new Map<string, number>();
    for (const term of bag) if (wanted.has(term)) counts.set(term, (counts.get(term) ?? 0) + 1);
    let score = 0;
    for (const [term, count] of counts) {
      const rarity = Math.log(1 + (bags.length - (holders.get(term) ?? 0) + 0.5) / ((holders.get(term) ?? 0) + 0.5));
      const discount = SATURATION * (1 - LENGTH_DISCOUNT + (LENGTH_DISCOUNT * bag.length) / average);
      score += (rarity * count * (SATURATION + 1)) / (count + discount);
    }
    return score;
  });
}

/** Scores of the sentences right before and behind in the same paragraph. */
function neighbours(article: Article, own: readonly number[], index: number): number {
  const paragraph = article.sentences[index]?.paragraph;
  const isSame = (other: number): boolean => article.sentences[other]?.paragraph === paragraph;
  return (isSame(index - 1) ? (own[index - 1] ?? 0) : 0) + (isSame(index + 1) ? (own[index + 1] ?? 0) : 0);
}

/** Words of a question that none of the articles has in any form, as they were asked: a search cannot have found them. */
export function wordsMissing(articles: readonly Article[], question: string): string[] {
  const found = new Set(articles.flatMap((article) => termsOf(article.text, article.language)));
  const language = articles[0]?.language ?? 'und';
  const stop = functionWords(language);
  const asked = tokensOf(question).filter(({ folded }) => !stop.has(folded) && !ASKING.has(folded));
  return [...new Set(asked.map(({ text }) => text))].filter((word) => !found.has(stem(word, language)));
}
