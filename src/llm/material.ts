/** The article as a model sees it: one JSON array of numbered sentences with marked quotations, under a random key. */
import { randomBytes } from 'node:crypto';

import {
  type Article,
  type JudgeTask,
  type Quotation,
  type Sentence,
  type ShownArticle,
  sentenceAt,
  type Turn,
  withoutHidden,
} from '#domain';

/** The marks we put around quotations: taken out of the material first, so that an article cannot forge one. */
const MARKS = /[‹›]/gu;

/** What no reader sees, no model should: zero-width, tag, bidi and control characters, selectors and fillers. */
export function visible(text: string): string {
  return withoutHidden(text).replace(MARKS, '');
}

/** A key that no article can know, so that no sentence can pretend to end the material. */
export function materialKey(): string {
  return randomBytes(6).toString('hex');
}

const openings = new WeakMap<Article, ReadonlyMap<number, readonly Quotation[]>>();

/** Quotations by the number of the sentence in which they begin. */
function opensIn(article: Article, sentence: Sentence): readonly Quotation[] {
  let known = openings.get(article);
  if (!known) {
    known = Map.groupBy(article.quotations, (quotation) => quotation.sentences[0] ?? 0);
    openings.set(article, known);
  }
  return known.get(sentence.number) ?? [];
}

/** The sentence with each quotation that begins in it marked: `‹Q3: “…”› he said.` */
function marked(article: Article, sentence: Sentence): string {
  let text = '';
  let from = sentence.start;
  for (const quotation of opensIn(article, sentence)) {
    const opening = Math.max(from, quotation.start - 1);
    const closing = Math.min(sentence.end, quotation.end + 1);
    if (closing <= from) continue;
    text += visible(article.text.slice(from, opening));
    text += `‹${quotation.id}: ${visible(article.text.slice(opening, closing))}›`;
    from = closing;
  }
  return text + visible(article.text.slice(from, sentence.end));
}

export function sentenceRow(article: Article, sentence: Sentence): string {
  return JSON.stringify({ id: sentence.number, text: marked(article, sentence) });
}

/** JSON array of `{ id, text }`, one sentence a line. `only`: these sentences instead of all. */
export function sentencesAsJson(article: Article, only?: readonly number[]): string {
  const chosen = only ? only.map((number) => sentenceAt(article, number)) : article.sentences;
  const rows = chosen.filter((sentence) => sentence !== undefined).map((sentence) => sentenceRow(article, sentence));
  return `[\n${rows.join(',\n')}\n]`;
}

/** For the judge: each claim with its cited sentences, one entry a line. */
export function claimsAsJson(tasks: readonly JudgeTask[]): string {
  const rows = tasks.map(({ claim, sentences }, index) =>
    JSON.stringify({ number: index + 1, claim: visible(claim), sentences: sentences.map(visible) }),
  );
  return `[\n${rows.join(',\n')}\n]`;
}

/** For a question: the sentences of all articles, each with the number of its article. */
export function articlesAsJson(articles: readonly ShownArticle[]): string {
  const rows = articles.flatMap(({ article, sentences }, index) =>
    (sentences ?? article.sentences.map((sentence) => sentence.number))
      .map((number) => sentenceAt(article, number))
      .filter((sentence) => sentence !== undefined)
      .map((sentence) => JSON.stringify({ id: sentence.number, text: marked(article, sentence), article: index + 1 })),
  );
  return `[\n${rows.join(',\n')}\n]`;
}

/** Titles, sites and dates, so that "the Gazette" can be told from "the Herald". */
export function sourcesAsJson(articles: readonly ShownArticle[]): string {
  const rows = articles.map(({ article }, index) => {
    const { title, site, publishedAt } = article.metadata;
    return JSON.stringify({
      article: index + 1,
      title: visible(title ?? ''),
      site: visible(site ?? ''),
      date: publishedAt?.slice(0, 10) ?? '',
    });
  });
  return `[\n${rows.join(',\n')}\n]`;
}

export function questionAsJson(question: string, history: readonly Turn[]): string {
  const before = history.map(({ who, text }) => ({ who, text: visible(text) }));
  return JSON.stringify({ before, question: visible(question) });
}
