/** The pages of all stories. */
import { escaped, headTags } from '../head.ts';
import type { Page } from '../page.ts';
import { FERRY_STORIES } from './ferry.ts';
import { LONG_STORY } from './minutes.ts';
import { SHAPED_STORIES } from './shapes.ts';
import type { Block, Story } from './story.ts';

export const STORIES: readonly Story[] = [...FERRY_STORIES, ...SHAPED_STORIES, LONG_STORY];

const WALLED = '/plus/harbour-tunnel';

/** The page of each story, by path. */
export function storyPages(origin: string): Record<string, Page> {
  return Object.fromEntries(
    STORIES.map((story) => [
      story.path,
      {
        body: story.path === WALLED ? walled(story, origin) : open(story, origin),
        contentType: 'text/html; charset=utf-8',
      },
    ]),
  );
}

function head(story: Story, origin: string, isFree: boolean): string {
  const data = {
    '@context': 'https://schema.org',
    '@type': story.shape === 'live' ? 'LiveBlogPosting' : 'NewsArticle',
    headline: story.title,
    datePublished: story.published,
    inLanguage: story.language,
    author: { '@type': story.shape === 'press' ? 'Organization' : 'Person', name: story.author },
    publisher: { '@type': 'Organization', name: story.outlet },
    isAccessibleForFree: isFree,
    ...(isFree ? {} : { hasPart: { '@type': 'WebPageElement', isAccessibleForFree: false, cssSelector: '.locked' } }),
  };
  return `<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
${headTags(story, origin)}
<script type="application/ld+json">${JSON.stringify(data).replace(/</gu, '\\u003c')}</script>`;
}

function block(one: Block): string {
  if (typeof one === 'string') return `<p>${escaped(one)}</p>`;
  if ('heading' in one) return `<h2>${escaped(one.heading)}</h2>`;
  if ('question' in one) return `<p class="question"><strong>${escaped(one.question)}</strong></p>`;
  if ('pull' in one) return `<blockquote class="pullquote">${escaped(one.pull)}</blockquote>`;
  return `<section class="entry"><h2><time>${one.time}</time> ${escaped(one.title)}</h2>${one.text.map(block).join('\n')}</section>`;
}

function frame(story: Story, origin: string, isFree: boolean, article: string): string {
  return `<!doctype html>
<html lang="${story.language}">
<head>
${head(story, origin, isFree)}
</head>
<body>
<header><a href="/">${escaped(story.outlet)}</a></header>
<nav><a href="/">Front page</a><a href="/news">News</a><a href="/sport">Sport</a></nav>
<main><article>
<h1>${escaped(story.title)}</h1>
${story.lead ? `<p class="lead">${escaped(story.lead)}</p>` : ''}
<p class="byline">${escaped(story.author)}</p>
<time datetime="${story.published}">${story.published.slice(0, 10)}</time>
${article}
</article></main>
<footer><p>© ${escaped(story.outlet)}</p></footer>
</body>
</html>`;
}

function open(story: Story, origin: string): string {
  return frame(story, origin, true, story.blocks.map(block).join('\n'));
}

function walled(story: Story, origin: string): string {
  const wall =
    '<div class="locked"><h2>Read on with Courier Plus</h2><p>This article is for subscribers. The first month costs 1 crown. Already a subscriber? Sign in.</p></div>';
  return frame(story, origin, false, `${story.blocks.map(block).join('\n')}\n${wall}`);
}
