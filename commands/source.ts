import type { ReadRequest } from '#domain';

/** What stands in the option "article": a link, or pasted text. */
export function sourceOf(article: string): ReadRequest {
  const text = article.trim();
  return /^https?:\/\/\S+$/iu.test(text) ? { kind: 'link', url: text } : { kind: 'text', text };
}
