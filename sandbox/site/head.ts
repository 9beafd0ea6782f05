/** The head of an article's page, and text made safe for HTML. */
import { STYLE } from './style.ts';

export function escaped(text: string): string {
  return text.replace(/&/gu, '&amp;').replace(/</gu, '&lt;').replace(/>/gu, '&gt;').replace(/"/gu, '&quot;');
}

/** What every article's page says about it in its head, besides JSON-LD. */
export function headTags(
  article: { title: string; outlet: string; author: string; published: string; path: string },
  origin: string,
): string {
  const { title, outlet, author, published, path } = article;
  return `<title>${escaped(title)} | ${escaped(outlet)}</title>
<meta property="og:title" content="${escaped(title)}">
<meta property="og:site_name" content="${escaped(outlet)}">
<meta property="og:type" content="article">
<meta property="article:published_time" content="${published}">
<meta name="author" content="${escaped(author)}">
<link rel="canonical" href="${origin}${path}">
<link rel="icon" href="data:,">
<style>${STYLE}</style>`;
}
