import { type Article, type CutQuotation, cut, quotationById } from '#domain';

/** The words of a quotation, cut out of the article by offset. `null` when the article has no quotation of that id. */
export function cutQuotation(article: Article, id: string): CutQuotation | null {
  const quotation = quotationById(article, id);
  if (!quotation) return null;
  return { id: quotation.id, words: cut(article, quotation), sentence: quotation.sentences[0] ?? 1 };
}
