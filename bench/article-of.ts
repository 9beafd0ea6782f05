/** A text of a public corpus as an article: analysed as the reader does it, kept for the claims that follow on the same text. */
import { createHash } from 'node:crypto';

import { type Article, countWords } from '#domain';
import { createAnalyser } from '#language';

import { detectLanguage } from '../src/article/detect-language.ts';
import { textLines } from '../src/article/text-lines.ts';

/** Rows on one text usually stand together; more is not kept. */
const KEPT_ARTICLES = 64;

export async function createArticleMaker(): Promise<(text: string) => Article> {
  const analyser = await createAnalyser();
  const kept = new Map<string, Article>();
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const language = detectLanguage(text, null);
    const paragraphs = textLines(text).map((line) => ({ text: line, kind: 'prose' as const }));
    const analysis = analyser.analyse({ paragraphs, title: null, language });
    const article: Article = {
      ...analysis,
      id: createHash('sha256').update(analysis.text).digest('hex'),
      language,
      source: { kind: 'text' },
      metadata: { title: null, site: null, authors: [], publishedAt: null, updatedAt: null, section: null },
      coverage: { extent: 'whole', words: countWords(analysis.text), reasons: [] },
      readAt: 0,
    };
    if (kept.size >= KEPT_ARTICLES) kept.delete(kept.keys().next().value ?? '');
    kept.set(text, article);
    return article;
  };
}
