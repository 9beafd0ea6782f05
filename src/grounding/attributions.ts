/** The article's attributions by what they hold, looked up once per article. */
import type { Article, Attribution } from '#domain';

interface AttributionIndex {
  readonly byQuotation: ReadonlyMap<string, readonly Attribution[]>;
  readonly bySentence: ReadonlyMap<number, readonly Attribution[]>;
}

const indices = new WeakMap<Article, AttributionIndex>();

function push<Key>(map: Map<Key, Attribution[]>, key: Key, attribution: Attribution): void {
  const list = map.get(key);
  if (list) list.push(attribution);
  else map.set(key, [attribution]);
}

function indexOf(article: Article): AttributionIndex {
  const known = indices.get(article);
  if (known) return known;
  const byQuotation = new Map<string, Attribution[]>();
  const bySentence = new Map<number, Attribution[]>();
  for (const attribution of article.attributions) {
    for (const id of attribution.quotations) push(byQuotation, id, attribution);
    for (const number of attribution.sentences) push(bySentence, number, attribution);
  }
  const index = { byQuotation, bySentence };
  indices.set(article, index);
  return index;
}

export const attributionsOfQuotation = (article: Article, id: string): readonly Attribution[] =>
  indexOf(article).byQuotation.get(id) ?? [];

export const attributionsOfSentence = (article: Article, number: number): readonly Attribution[] =>
  indexOf(article).bySentence.get(number) ?? [];
