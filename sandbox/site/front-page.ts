/** The front page of the news site: everything that there is to try the bot with. */
import { ARTICLES } from './articles.ts';
import type { Page } from './page.ts';
import { STORIES } from './stories/pages.ts';
import { STYLE } from './style.ts';

/** Something to try the bot with: a page of the site, and what is special about it. */
export interface Offer {
  path: string;
  title: string;
  note: string;
}

export const OFFERS: readonly Offer[] = [
  ...ARTICLES.map(({ path, title }) => ({ path, title, note: 'The Sound Courier' })),
  ...STORIES.map(({ path, title, note, outlet }) => ({ path, title, note: `${outlet} · ${note}` })),
  { path: '/walls/consent', title: 'Before you continue', note: 'A consent page in place of an article' },
  { path: '/files/article.pdf', title: 'The night ferry, as a PDF', note: 'A file in place of a page' },
  { path: '/status/404', title: 'A page that is gone', note: 'Answers 404' },
  { path: '/redirect/to-private', title: 'A link that leads into a private network', note: 'Refused' },
];

/** The site's own list of what there is. */
export function frontPage(): Page {
  const items = OFFERS.map(
    ({ path, title, note }) =>
      `<li><a href="${path}">${title.replace(/</gu, '&lt;')}</a><br><small>${note}</small></li>`,
  );
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>News from the sound</title><link rel="icon" href="data:,"><style>${STYLE}</style></head><body><h1>News from the sound</h1><p>Invented stories, to try the bot with.</p><ul>${items.join('\n')}</ul></body></html>`,
  };
}
