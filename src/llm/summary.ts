/**
 * Which sentences say most. A sentence's worth is the sum of three features of extractive summarising: centrality (degree
 * over TF-IDF similarity, LexRank: Erkan & Radev 2004), place (Edmundson 1969: news tells the main thing first) and names
 * and numbers (the uppercase-word feature of Kupiec, Pedersen & Chen 1995: who, where, how many). Sentences are then taken
 * one after another by maximal marginal relevance (Carbonell & Goldstein 1998), so that none repeats another.
 */
import { type Article, cut, type Sentence } from '#domain';
import { functionWords, numbersIn, stem, tokensOf } from '#language';

import { standsAlone } from './stands-alone.ts';

/** Similarity from which two sentences count as neighbours; the value of the LexRank paper. */
const NEIGHBOUR_SIMILARITY = 0.1;
const CENTRALITY_WEIGHT = 1;
const PLACE_WEIGHT = 0.6;
const NAMES_WEIGHT = 0.8;
/** From so many different names and numbers on a sentence gains nothing more. */
const MANY_NAMES = 6;
/** Words of the title in the sentence: what the writer holds for the main thing. */
const TITLE_WEIGHT = 0.4;
/** Share of relevance against novelty when the next sentence is picked. */
const RELEVANCE_WEIGHT = 0.6;
/** What somebody says is listed among the positions as well: points prefer what the article reports itself. */
const ATTRIBUTED_WEIGHT = 0.9;
/** A sentence that is mostly quotation is a voice, not a summary. */
const QUOTED_WEIGHT = 0.6;
/** "did not respond" matters where the positions stand, not among the points. */
const DECLINED_WEIGHT = 0.4;
/** A sentence of fewer words says little: its worth falls with its length. */
const FULL_POINT_WORDS = 12;
/** Beyond this many sentences only the first are compared with each other: keeps a 200,000-word text linear. */
const COMPARED_SENTENCES = 400;

type Vector = ReadonlyMap<string, number>;

function vectorsOf(article: Article, texts: readonly string[]): Vector[] {
  const stop = functionWords(article.language);
  const bags = texts.map((text) =>
    tokensOf(text)
      .filter((token) => !stop.has(token.folded))
      .map((token) => stem(token.text, article.language)),
  );
  const documents = new Map<string, number>();
  for (const bag of bags) for (const term of new Set(bag)) documents.set(term, (documents.get(term) ?? 0) + 1);
  return bags.map((bag) => {
    const counts = new Map<string, number>();
    for (const term of bag) counts.set(term, (counts.get(term) ?? 0) + 1);
    const weighted = [...counts].map(([term, count]): [string, number] => [
      term,
      count * Math.log(1 + bags.length / (documents.get(term) ?? 1)),
    ]);
    const norm = Math.hypot(...weighted.map(([, weight]) => weight)) || 1;
    return new Map(weighted.map(([term, weight]) => [term, weight / norm]));
  });
}

function similarity(a: Vector, b: Vector): number {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  let sum = 0;
  for (const [term, weight] of short) sum += weight * (long.get(term) ?? 0);
  return sum;
}

/** Different names and numbers of a sentence, against a ceiling: 0 to 1. */
function namesShare(article: Article, sentence: Sentence): number {
  const text = cut(article, sentence);
  const names = new Set<string>();
  for (const [index, token] of tokensOf(text).entries())
    if (/^\p{Lu}/u.test(token.text) && index > 0) names.add(token.folded);
  const numbers = numbersIn(text).filter((number) => !number.inWords).length;
  return Math.min(MANY_NAMES, names.size + numbers) / MANY_NAMES;
}

/** Share of a sentence's characters that lie inside quotation marks. */
function quotedShare(article: Article, sentence: Sentence): number {
  let inside = 0;
  for (const { start, end } of article.quotations)
    inside += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
  return inside / Math.max(1, sentence.end - sentence.start);
}

function worthOf(
  article: Article,
  candidates: readonly Sentence[],
  vectors: readonly Vector[],
  title: Vector,
): number[] {
  const degrees = vectors.map((vector) =>
    vectors.reduce((count, other) => count + (similarity(vector, other) > NEIGHBOUR_SIMILARITY ? 1 : 0), 0),
  );
  const highest = Math.max(1, ...degrees);
  const attributed = new Set(article.attributions.flatMap((attribution) => attribution.sentences));
  const declined = new Set(
    article.attributions.filter(({ manner }) => manner === 'declined').flatMap((attribution) => attribution.sentences),
  );
  return candidates.map((sentence, index) => {
    const worth =
      (CENTRALITY_WEIGHT * (degrees[index] ?? 0)) / highest +
      PLACE_WEIGHT / Math.sqrt(index + 1) +
      // German writes every noun with a capital: there the feature says nothing.
      (article.language === 'de' ? 0 : NAMES_WEIGHT * namesShare(article, sentence)) +
      TITLE_WEIGHT * similarity(vectors[index] ?? new Map(), title);
    const voice = quotedShare(article, sentence) > 0.4 ? QUOTED_WEIGHT : 1;
    const length = Math.min(1, tokensOf(cut(article, sentence)).length / FULL_POINT_WORDS);
    const refusal = declined.has(sentence.number) ? DECLINED_WEIGHT : 1;
    return worth * voice * length * refusal * (attributed.has(sentence.number) ? ATTRIBUTED_WEIGHT : 1);
  });
}

/**
 * Numbers of the sentences that say most, the most important first.
 * @param shown sentences that the reader sees anyway: what repeats them is of no use
 */
export function rankSentences(article: Article, limit: number, shown: readonly number[] = []): number[] {
  const candidates = article.sentences.slice(0, COMPARED_SENTENCES);
  const title = article.metadata.title ?? '';
  const vectors = vectorsOf(article, [...candidates.map((sentence) => cut(article, sentence)), title]);
  const titleVector = vectors.pop() ?? new Map<string, number>();
  const worth = worthOf(article, candidates, vectors, titleVector);
  const taken = candidates.flatMap(({ number }, index) =>
    shown.includes(number) ? [vectors[index] ?? new Map()] : [],
  );
  const open = candidates
    .map((sentence, index) => ({ sentence, worth: worth[index] ?? 0, vector: vectors[index] ?? new Map() }))
    .filter(({ sentence }) => !shown.includes(sentence.number) && standsAlone(article, sentence));
  const chosen: number[] = [];
  while (chosen.length < limit && open.length > 0) {
    const gains = open.map(({ worth: own, vector }) => {
      const repeated = taken.reduce((most, other) => Math.max(most, similarity(vector, other)), 0);
      return RELEVANCE_WEIGHT * own - (1 - RELEVANCE_WEIGHT) * 2 * repeated;
    });
    const [best] = open.splice(gains.indexOf(Math.max(...gains)), 1);
    if (!best) break;
    taken.push(best.vector);
    chosen.push(best.sentence.number);
  }
  return chosen;
}
