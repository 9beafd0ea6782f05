/**
 * Which sentences say most: degree centrality over TF-IDF similarity (the method of LexRank: Erkan & Radev 2004), a
 * bonus for standing early as news does, and maximal marginal relevance (Carbonell & Goldstein 1998) against repetition.
 */
import { type Article, cut, type Sentence } from '#domain';
import { functionWords, stem, tokensOf } from '#language';

/** Similarity from which two sentences count as neighbours; the value of the LexRank paper. */
const NEIGHBOUR_SIMILARITY = 0.1;
/** Weight of a sentence's place against its centrality: news tells the main thing first. */
const POSITION_WEIGHT = 0.6;
/** Share of relevance against novelty when the next sentence is picked. */
const RELEVANCE_WEIGHT = 0.7;
/** What somebody says is listed among the positions anyway: points prefer what the article reports itself. */
const ATTRIBUTED_WEIGHT = 0.5;
const SHORTEST_POINT_WORDS = 6;
const LONGEST_POINT_WORDS = 60;
/** Beyond this many sentences only the first are compared with each other: keeps a 200,000-word text linear. */
const COMPARED_SENTENCES = 400;

type Vector = ReadonlyMap<string, number>;

function vectorsOf(article: Article, sentences: readonly Sentence[]): Vector[] {
  const stop = functionWords(article.language);
  const bags = sentences.map((sentence) =>
    tokensOf(cut(article, sentence))
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

/** A sentence that leans on the one before it cannot be shown alone. */
const LEANING = new RegExp(
  String.raw`^["“„«‘'\s]*(?:and|but|so|yet|or|then|also|however|meanwhile|still|instead|moreover|nevertheless|that|this|these|those|such|` +
    String.raw`he|she|they|it|his|her|their|its|him|them|here|there|er|sie|es|dies|diese|dieser|dieses|das|aber|und|doch|auch|il|elle|ils|elles|` +
    String.raw`mais|et|ce|cela|él|ella|ellos|pero|y|esto|eso)(?!\p{L})`,
  'iu',
);

/** Whole, of a fair length, and understandable without its neighbours. */
export function standsAlone(article: Article, sentence: Sentence): boolean {
  const text = cut(article, sentence);
  const words = tokensOf(text).length;
  const kind = article.paragraphs[sentence.paragraph]?.kind;
  if (kind === 'heading' || words < SHORTEST_POINT_WORDS || words > LONGEST_POINT_WORDS) return false;
  if (!/[.!?…。！？]["”»“’)]*$/u.test(text) || LEANING.test(text)) return false;
  return !isMostlyQuotation(article, sentence);
}

/** "“We will see.”" alone says nothing without its speaker. */
function isMostlyQuotation(article: Article, sentence: Sentence): boolean {
  const inside = article.quotations.reduce(
    (sum, quotation) =>
      sum + Math.max(0, Math.min(quotation.end, sentence.end) - Math.max(quotation.start, sentence.start)),
    0,
  );
  return inside > 0.8 * (sentence.end - sentence.start);
}

/** Numbers of the sentences that say most, the most important first. */
export function rankSentences(article: Article, limit: number): number[] {
  const candidates = article.sentences.slice(0, COMPARED_SENTENCES);
  const vectors = vectorsOf(article, candidates);
  const degrees = vectors.map((vector) =>
    vectors.reduce((count, other) => count + (similarity(vector, other) > NEIGHBOUR_SIMILARITY ? 1 : 0), 0),
  );
  const highest = Math.max(1, ...degrees);
  const attributed = new Set(article.attributions.flatMap((attribution) => attribution.sentences));
  const scores = degrees.map((degree, index) => {
    const score = degree / highest + POSITION_WEIGHT / Math.sqrt(index + 1);
    return attributed.has(index + 1) ? score * ATTRIBUTED_WEIGHT : score;
  });
  const open = candidates
    .map((sentence, index) => ({ sentence, index }))
    .filter(({ sentence }) => standsAlone(article, sentence));
  const chosen: { sentence: Sentence; index: number }[] = [];
  while (chosen.length < limit && open.length > 0) {
    const gain = ({ index }: { index: number }): number =>
      RELEVANCE_WEIGHT * (scores[index] ?? 0) -
      (1 - RELEVANCE_WEIGHT) *
        Math.max(
          0,
          ...chosen.map((other) => similarity(vectors[index] ?? new Map(), vectors[other.index] ?? new Map())),
        ) *
        2;
    const best = open.reduce((a, b) => (gain(b) > gain(a) ? b : a));
    open.splice(open.indexOf(best), 1);
    chosen.push(best);
  }
  return chosen.map(({ sentence }) => sentence.number);
}
