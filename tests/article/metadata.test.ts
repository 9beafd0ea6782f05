/** What a page says about itself, and what of it is believed. */
import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../src/article/extract/extract.ts';
import { paragraphs } from './pages/page.ts';

interface Sketch {
  readonly head?: string;
  readonly body?: string;
  readonly html?: string;
}

const metadata = ({ head = '', body = '', html = '' }: Sketch) =>
  extractArticle(`<html ${html}><head>${head}</head><body>${body}<article>${paragraphs()}</article></body></html>`)
    .metadata;
const meta = (key: string, content: string): string =>
  `<meta ${key.includes(':') ? 'property' : 'name'}="${key}" content="${content}">`;
const data = (facts: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...facts })}</script>`;

describe('the title', () => {
  it.each<[string, Sketch, string]>([
    [
      'of the data',
      { head: `<title>Shop</title>${data({ headline: 'The pilots ask for a boat' })}` },
      'The pilots ask for a boat',
    ],
    [
      'without the name of the site',
      { head: `<title>The pilots ask for a boat | Tarnholm Post</title>${meta('og:site_name', 'Tarnholm Post')}` },
      'The pilots ask for a boat',
    ],
    [
      'without the name of the site before it',
      {
        head: `<title>Tarnholm Post: x</title>${meta('og:site_name', 'Tarnholm Post')}${meta('og:title', 'Tarnholm Post - The pilots ask for a boat')}`,
      },
      'The pilots ask for a boat',
    ],
    [
      'without a short last part, when the head names no site',
      { head: '<title>The pilots ask for a second boat – Tarnholm Post</title>' },
      'The pilots ask for a second boat',
    ],
    [
      'with a dash of its own',
      { head: `<title>Boat - yes or no? | Post</title>${meta('og:site_name', 'Post')}` },
      'Boat - yes or no?',
    ],
    [
      'as the heading has it, when the head adds to it',
      {
        head: '<title>The pilots ask for a boat: what we know so far</title>',
        body: '<h1>The pilots ask for a boat</h1>',
      },
      'The pilots ask for a boat',
    ],
    [
      'of the only heading, when there is no other',
      { body: '<h1>The pilots ask for a boat</h1>' },
      'The pilots ask for a boat',
    ],
    [
      'without entities written twice',
      { head: '<title>Pilots &amp;amp; boats &amp;#8211; a story of &amp;quot;no&amp;quot;</title>' },
      'Pilots & boats – a story of "no"',
    ],
    ['in one line', { head: '<title>\n  The pilots\n  ask \u200b for a boat\n</title>' }, 'The pilots ask for a boat'],
  ])('%s', (_what, sketch, title) => {
    expect(metadata(sketch).title).toBe(title);
  });

  it('is null for a page without any, and never endless', () => {
    expect(metadata({}).title).toBeNull();
    expect(metadata({ head: `<title>${'long '.repeat(500)}</title>` }).title?.length).toBeLessThanOrEqual(300);
  });
});

describe('the authors', () => {
  it.each<[string, Sketch, string[]]>([
    [
      'of the data',
      { head: data({ author: [{ '@type': 'Person', name: 'Signe Holm' }, { name: 'Ola Nord' }] }) },
      ['Signe Holm', 'Ola Nord'],
    ],
    [
      'of the data, by reference',
      {
        head: `<script type="application/ld+json">${JSON.stringify({
          '@graph': [
            { '@type': 'NewsArticle', headline: 'x', author: { '@id': '#p' } },
            { '@id': '#p', '@type': 'Person', name: 'Signe Holm' },
          ],
        })}</script>`,
      },
      ['Signe Holm'],
    ],
    ['of a meta tag, with and', { head: meta('author', 'By Signe Holm and Ola Nord') }, ['Signe Holm', 'Ola Nord']],
    ['of a meta tag, in German', { head: meta('author', 'Von Signe Holm und Ola Nord') }, ['Signe Holm', 'Ola Nord']],
    ['of a link', { body: '<a rel="author" href="/p">Signe Holm</a>' }, ['Signe Holm']],
    ['of a byline on the page', { body: '<p class="byline">By Signe Holm</p>' }, ['Signe Holm']],
    [
      'without addresses and desks',
      { head: meta('author', 'https://news-site.org/p/holm, staff, Signe Holm') },
      ['Signe Holm'],
    ],
    ['without the site itself', { head: meta('og:site_name', 'Tarnholm Post') + meta('author', 'Tarnholm Post') }, []],
  ])('%s', (_what, sketch, authors) => {
    expect(metadata(sketch).authors).toEqual(authors);
  });
});

describe('the dates', () => {
  it.each([
    ['2026-11-20T08:00:00Z', '2026-11-20T08:00:00Z'],
    ['2026-11-20T08:00:00+01:00', '2026-11-20T08:00:00+01:00'],
    ['2026-11-20T08:00:00.123-0500', '2026-11-20T08:00:00-05:00'],
    ['2026-11-20T08:00', '2026-11-20T08:00'],
    ['2026-11-20 08:00:00', '2026-11-20T08:00:00'],
    ['2026-11-20', '2026-11-20'],
    ['Fri, 20 Nov 2026 08:00:00 GMT', '2026-11-20T08:00:00.000Z'],
    ['yesterday', null],
    ['', null],
  ])('%s → %s', (given, expected) => {
    expect(metadata({ head: meta('article:published_time', given) }).publishedAt).toBe(expected);
  });

  it('are taken from the data, the meta tags and the time element, in this order', () => {
    const time = '<time datetime="2026-01-03">3 January</time>';
    const tag = meta('article:published_time', '2026-01-02');
    const body = { body: time };
    expect(
      metadata({ head: tag + data({ datePublished: '2026-01-01', dateModified: '2026-02-01' }), ...body }),
    ).toMatchObject({
      publishedAt: '2026-01-01',
      updatedAt: '2026-02-01',
    });
    expect(metadata({ head: tag, ...body }).publishedAt).toBe('2026-01-02');
    expect(metadata(body).publishedAt).toBe('2026-01-03');
  });
});

describe('the rest', () => {
  it('is the site, the section, the language and the address', () => {
    expect(
      metadata({
        html: 'lang="de-AT"',
        head: `${meta('og:site_name', 'Tarnholm Post')}${meta('article:section', 'Harbour')}<link rel="canonical" href="https://a.org/x">`,
      }),
    ).toMatchObject({ site: 'Tarnholm Post', section: 'Harbour', language: 'de', canonical: 'https://a.org/x' });
  });

  it.each<[string, string, boolean]>([
    ['false', data({ isAccessibleForFree: false }), true],
    ['"False"', data({ isAccessibleForFree: 'False' }), true],
    ['true', data({ isAccessibleForFree: true }), false],
    ['not said', data({ headline: 'x' }), false],
    ['locked by a meta tag', meta('article:content_tier', 'locked'), true],
    ['free by a meta tag', meta('article:content_tier', 'free'), false],
  ])('is a mark that the article is paid for: %s', (_what, head, isPaid) => {
    expect(metadata({ head }).isPaid).toBe(isPaid);
  });

  it('survives data that is broken, wrapped, or holds line breaks', () => {
    const json = JSON.stringify({ '@type': 'Article', headline: 'The pilots ask for a boat' });
    for (const script of [
      '{"@type": "Article", ',
      `<!--${json}-->`,
      `//<![CDATA[\n${json}\n//]]>`,
      json.replace('ask', 'ask\n'),
    ]) {
      const head = `<title>Fallback</title><script type="application/ld+json">${script}</script>`;
      expect(metadata({ head }).title).toMatch(script.endsWith(', ') ? /^Fallback$/u : /^The pilots ask for a boat$/u);
    }
  });

  it('prefers the page’s own article to the cards of others', () => {
    const own = {
      '@type': 'NewsArticle',
      headline: 'The pilots ask for a boat',
      datePublished: '2026-01-01',
      publisher: { name: 'Post' },
    };
    const card = { '@type': 'NewsArticle', headline: 'Another story', url: '/b' };
    for (const graph of [
      [own, card],
      [card, own],
    ]) {
      const head = `<script type="application/ld+json">${JSON.stringify({ '@graph': graph })}</script>`;
      expect(metadata({ head }).title).toBe('The pilots ask for a boat');
    }
  });
});
