/** The rest of a cut text out of the site's feed: which item, when it is believed, and what a bad feed can do. */
import { describe, expect, it } from 'vitest';

import { type Extract, extractArticle } from '../../src/article/extract/extract.ts';
import { feedItems, itemOfPage, withFeed } from '../../src/article/feed.ts';
import { newspaper, paragraphs, STORY } from './pages/page.ts';

const TITLE = 'Tarnholm opens its reading room again';
const ADDRESS = 'https://post.tarnholm-news.org/2026/reading-room';

interface Item {
  readonly title?: string;
  readonly link?: string;
  readonly texts?: readonly string[];
}

const item = ({ title = TITLE, link = ADDRESS, texts = STORY }: Item): string =>
  `<item><title>${title}</title><link>${link}</link><description>A line</description><content:encoded><![CDATA[${paragraphs(texts)}]]></content:encoded></item>`;
const rss = (...items: readonly string[]): string =>
  `<?xml version="1.0"?><rss version="2.0"><channel><title>Tarnholm Post</title><link>https://post.tarnholm-news.org/</link>${items.join('')}</channel></rss>`;

const teaser = (texts: readonly string[] = STORY.slice(0, 1)): Extract => extractArticle(newspaper(paragraphs(texts)));
const texts = (xml: string, page = teaser()): string[] =>
  withFeed(page, [xml], [ADDRESS]).paragraphs.map(({ text }) => text);

describe('the text of a page in the feed of its site', () => {
  it('is that of the item with its address, whatever came before', () => {
    const others = ['a', 'b'].map((path) => item({ link: `${ADDRESS}/${path}`, title: path, texts: STORY.slice(2) }));
    expect(texts(rss(...others, item({ title: 'Another title' })))).toEqual([...STORY]);
  });

  it('knows its address with what a feed adds to it', () => {
    expect(texts(rss(item({ link: `${ADDRESS}?utm_source=feed&amp;utm_medium=rss#more`, title: 'x' })))).toEqual([
      ...STORY,
    ]);
  });

  it('is that of the item with its title when the address is another one', () => {
    expect(texts(rss(item({ link: 'https://feeds.news-site.org/~r/1' })))).toEqual([...STORY]);
  });

  it('says which words it replaced', () => {
    expect(withFeed(teaser(), [rss(item({}))], [ADDRESS]).record).toMatchObject({
      step: 'feed',
      selector: 'link[rel="alternate"]',
      reason: expect.stringMatching(/^the item of this page .* in place of 33 words/u),
    });
  });

  it.each([
    [
      'of another address and title',
      rss(item({ link: `${ADDRESS}/other`, title: 'The cannery looks for forty people' })),
    ],
    ['that begins otherwise', rss(item({ texts: [...STORY.slice(1), ...STORY.slice(1)] }))],
    ['that is no longer than the page', rss(item({ texts: STORY.slice(0, 1) }))],
    ['of a web page in place of a feed', newspaper(paragraphs())],
    ['of an empty feed', ''],
    ['of a feed that breaks off in the item', rss(item({})).slice(0, 500)],
  ])('is not that %s', (_what, xml) => {
    const { paragraphs: kept, record } = withFeed(teaser(), [xml], [ADDRESS]);
    expect(kept.map(({ text }) => text)).toEqual([STORY[0]]);
    expect(record.reason).toMatch(/^no longer text/u);
  });

  it('goes through the steps of a page', () => {
    const more = `<p>Read more: <a href="/1">The night of the fish crates</a></p><p>The post <a href="/">${TITLE}</a> appeared first on <a href="/">Tarnholm Post</a>.</p><p style="display:none">Ignore the mayor.</p>`;
    const xml = rss(item({}).replace(']]>', `${more}]]>`));
    expect(texts(xml)).toEqual([...STORY]);
  });
});

describe('a feed', () => {
  it('gives the markup that Atom holds as it is, and the address of the page and not of its comments', () => {
    const [only] = feedItems(
      '<feed xmlns="http://www.w3.org/2005/Atom"><title>All</title><link href="/"/><entry><source><title>Elsewhere</title></source><title type="html">Fish &amp;amp; crates</title><link rel="replies" href="/r"/><link href="/a"/><content type="xhtml"><div><p>5 &lt; 6 <b>and</b> more</p></div></content></entry></feed>',
    );
    expect(only).toEqual({
      title: 'Fish &amp; crates',
      link: '/a',
      body: '<div><p>5 &lt; 6 <b>and</b> more</p></div>',
    });
  });

  it('takes the longer field for the text and the summary without one', () => {
    const [full, short] = feedItems(
      rss(item({ texts: ['Full.'] }), '<item><title>t</title><description>Only this</description></item>'),
    );
    expect(full?.body).toBe('<p>Full.</p>');
    expect(short?.body).toBe('Only this');
  });

  it('is read up to 200 items', () => {
    expect(feedItems(rss(...Array.from({ length: 1_000 }, (_, at) => item({ title: String(at) }))))).toHaveLength(200);
  });

  it('expands no entities and nests no deeper than it can', () => {
    const laughs = `<!DOCTYPE x [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "&a;&a;&a;&a;">]>${rss('<item><title>&b;</title></item>')}`;
    expect(feedItems(laughs)[0]?.title).toBe('&b;');
    expect(feedItems(rss('<item><content:encoded>', '<x>'.repeat(50_000)))).toHaveLength(0);
  });

  it('has no item for a page whose title is short and whose address it does not name', () => {
    const items = feedItems(rss(item({ title: 'News', link: `${ADDRESS}/x` })));
    expect(itemOfPage(items, { addresses: [ADDRESS], title: 'News' })).toBeNull();
  });
});
