/** The news site: articles, walls, feeds, files, and everything that a site can do wrong. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { listenOnLoopback } from '../common/http.ts';
import { ARTICLES, articlePage, type InventedArticle } from './articles.ts';
import { feedPages } from './feed-pages.ts';
import { frontPage, OFFERS, type Offer } from './front-page.ts';
import type { Page } from './page.ts';
import { storyPages } from './stories/pages.ts';
import { behaviourFor } from './trouble.ts';
import { readyPages } from './trouble-pages.ts';

interface SiteHit {
  path: string;
  method: string;
  status: number;
  headers: Record<string, string>;
  at: number;
}

export interface NewsSite {
  /** `http://127.0.0.1:PORT`, without a slash. */
  origin: string;
  /** For `ALLOW_PRIVATE_HOSTS`. */
  host: string;
  articles: InventedArticle[];
  /** What there is to try the bot with, in order. */
  offers: readonly Offer[];
  /** The address of a path on this site. */
  url(path: string): string;
  /** Serves a page, or what a function gives for each request. */
  page(path: string, page: Page | ((hit: number) => Page)): void;
  /** How often a path was asked for. */
  hits(path: string): number;
  log: SiteHit[];
  /** Every path that is served without being set up, for tests that go over all of them. */
  paths(): string[];
  close(): Promise<void>;
}

export async function createNewsSite(options: { port?: number | undefined }): Promise<NewsSite> {
  const log: SiteHit[] = [];
  const pages = new Map<string, Page | ((hit: number) => Page)>();
  const listening = await listenOnLoopback((request, response) => handle(request, response), options.port);
  const origin = `http://127.0.0.1:${listening.port}`;
  const ready = readyPages(origin);
  for (const [path, page] of Object.entries(ready)) pages.set(path, page);
  for (const [path, page] of Object.entries(storyPages(origin))) pages.set(path, page);
  for (const [path, page] of Object.entries(feedPages(origin))) pages.set(path, page);
  pages.set('/', frontPage());
  pages.set('/changing', changing(origin));
  const hits = (path: string) => log.filter((hit) => hit.path === path).length;

  const handle = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origin);
    const path = url.pathname;
    const hit: SiteHit = {
      path,
      method: request.method ?? 'GET',
      status: 0,
      headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
      at: Date.now(),
    };
    log.push(hit);
    response.on('close', () => {
      hit.status = response.headersSent ? response.statusCode : 0;
    });
    request.resume();
    const page = pages.get(path);
    if (page) return sendPage(request, response, typeof page === 'function' ? page(hits(path)) : page);
    if (path === '/cached') return conditional(request, response, origin);
    const behaviour = behaviourFor(path);
    if (behaviour) return behaviour(request, response, url);
    sendPage(request, response, {
      status: 404,
      body: '<!doctype html><title>Not found</title><p>There is no such page.</p>',
    });
  };

  return {
    origin,
    host: `127.0.0.1:${listening.port}`,
    articles: ARTICLES,
    offers: OFFERS,
    url: (path) => `${origin}${path}`,
    page: (path, page) => void pages.set(path, page),
    hits,
    log,
    paths: () => [...pages.keys(), '/cached'],
    close: listening.close,
  };
}

function sendPage(request: IncomingMessage, response: ServerResponse, page: Page): void {
  const type = page.contentType ?? `text/html; charset=${page.charset ?? 'utf-8'}`;
  const body = Buffer.from(page.body);
  response.writeHead(page.status ?? 200, {
    'content-type': type,
    'content-length': String(body.length),
    ...page.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

const ETAG = '"courier-1"';
const LAST_MODIFIED = 'Sat, 14 Mar 2026 08:30:00 GMT';

/** An article that answers 304 to whoever has it already. */
function conditional(request: IncomingMessage, response: ServerResponse, origin: string): void {
  const headers = { etag: ETAG, 'last-modified': LAST_MODIFIED };
  const tag = request.headers['if-none-match'];
  const since = request.headers['if-modified-since'];
  const isKnown =
    tag === undefined ? since !== undefined && Date.parse(since) >= Date.parse(LAST_MODIFIED) : tag.includes(ETAG);
  if (isKnown) {
    response.writeHead(304, headers).end();
    return;
  }
  const article = ARTICLES[0];
  if (article) sendPage(request, response, { body: articlePage(article, origin), headers });
}

/** An article whose second paragraph is another one after the first read. */
function changing(origin: string): (hit: number) => Page {
  return (hit) => {
    const article = ARTICLES[2];
    if (!article) throw new Error('there are too few articles');
    const changed = article.paragraphs.map((paragraph, at) =>
      at === 1
        ? `The head of the school authority, Beatrix Lindqvist-Moore, withdrew the trial on Wednesday. “We have listened to the parents,” she said at visit ${hit}.`
        : paragraph,
    );
    return { body: articlePage({ ...article, paragraphs: hit <= 1 ? article.paragraphs : changed }, origin) };
  };
}
