/** Pages that show the beginning of an article, and feeds that have the rest of it, or say so. Paths are stable: tests name them. */
import { ARTICLES, type InventedArticle } from './articles.ts';
import { escaped, headTags } from './head.ts';
import type { Page } from './page.ts';

const OUTLET = 'The Sound Courier';
/** Over the reader's limit for feeds, which is 2 MB. */
const HUGE_CHARACTERS = 3_000_000;

interface Teaser {
  readonly path: string;
  readonly feed: string;
  readonly isFree?: boolean;
}

export function feedPages(origin: string): Record<string, Page | (() => Page)> {
  const article = ARTICLES[1];
  const other = ARTICLES[2];
  if (!article || !other) throw new Error('there are too few articles');
  const teaser = (page: Teaser): [string, Page] => [page.path, { body: teaserPage(article, page, origin) }];
  const xml = (body: string, type = 'application/rss+xml'): Page => ({ body, contentType: `${type}; charset=utf-8` });
  return Object.fromEntries([
    teaser({ path: '/feeds/rss', feed: '/feeds/rss.xml' }),
    teaser({ path: '/feeds/atom', feed: '/feeds/atom.xml' }),
    teaser({ path: '/feeds/paid', feed: '/feeds/paid.xml', isFree: false }),
    teaser({ path: '/feeds/other-text', feed: '/feeds/other-text.xml' }),
    teaser({ path: '/feeds/huge', feed: '/feeds/huge.xml' }),
    teaser({ path: '/feeds/inside', feed: 'http://10.0.0.1/feed.xml' }),
    teaser({ path: '/feeds/missing', feed: '/feeds/missing.xml' }),
    ['/feeds/rss.xml', xml(rss([item(other, '/elsewhere', origin), item(article, '/feeds/rss', origin)]))],
    ['/feeds/atom.xml', xml(atom(article, `${origin}/feeds/atom`), 'application/atom+xml')],
    ['/feeds/paid.xml', xml(rss([item(article, '/feeds/paid', origin)]))],
    ['/feeds/other-text.xml', xml(rss([item({ ...other, title: article.title }, '/feeds/other-text', origin)]))],
    ['/feeds/huge.xml', () => xml(rss([item(article, '/feeds/huge', origin), 'x'.repeat(HUGE_CHARACTERS)]))],
  ] satisfies [string, Page | (() => Page)][]);
}

/** The first paragraph, and the link to the rest that leads to the same page. */
function teaserPage(article: InventedArticle, { path, feed, isFree = true }: Teaser, origin: string): string {
  const metadata = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: article.title,
    isAccessibleForFree: isFree,
  };
  return `<!doctype html><html lang="en"><head>${headTags({ ...article, path, outlet: OUTLET }, origin)}
<link rel="alternate" type="application/rss+xml" title="Comments" href="/feeds/comments.xml">
<link rel="alternate" type="application/rss+xml" title="${OUTLET}" href="${feed}">
<script type="application/ld+json">${JSON.stringify(metadata)}</script></head>
<body><article><h1>${article.title}</h1><p>${article.paragraphs[0]}</p><p><a href="${path}">Continue reading</a></p></article></body></html>`;
}

const markup = ({ paragraphs }: InventedArticle): string =>
  paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join('');

function item(article: InventedArticle, path: string, origin: string): string {
  const link = `${origin}${path}`;
  const tail = `<p>The post <a href="${link}">${article.title}</a> appeared first on <a href="${origin}">${OUTLET}</a>.</p>`;
  return `<item><title>${escaped(article.title)}</title><link>${link}?utm_source=rss</link><description>${escaped(article.paragraphs[0] ?? '')} […]</description>
<content:encoded><![CDATA[${markup(article)}${tail}]]></content:encoded></item>`;
}

const rss = (items: readonly string[]): string =>
  `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>${OUTLET}</title>${items.join('\n')}</channel></rss>`;

const atom = (article: InventedArticle, link: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>${OUTLET}</title><entry><title>${escaped(article.title)}</title><link rel="replies" href="${link}/replies"/><link href="${link}"/><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">${markup(article)}</div></content></entry></feed>`;
