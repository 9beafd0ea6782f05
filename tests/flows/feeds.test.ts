/** A page that shows the beginning only: the site's own feed may have the rest. Never for what is sold. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

describe('a page with the beginning of its article', () => {
  let world: FlowWorld;
  beforeAll(async () => {
    world = await startWorld({ hasModel: false });
  });
  afterAll(async () => {
    await world.close();
  });
  const ask = async (path: string): Promise<string> =>
    (await world.ask({ command: 'summarise', options: { article: world.site.url(path) } })).text;
  const wordsRead = (text: string): number => Number(/(\d+) words read/u.exec(text)?.[1]);
  const ALL_WORDS = 250;
  /** The beginning alone is below the floor, and is shown as it stands. */
  const TEASER = /only the teaser/u;

  it.each([
    ['RSS', '/feeds/rss'],
    ['Atom with markup in it', '/feeds/atom'],
  ])('is read whole where the feed has it: %s', async (_what, path) => {
    const text = await ask(path);
    expect(wordsRead(text)).toBeGreaterThan(ALL_WORDS);
    expect(text).not.toMatch(TEASER);
    expect(text).not.toMatch(/appeared first/u);
    expect(world.site.hits(`${path}.xml`)).toBe(1);
  });

  it('is not completed when it is for subscribers, and the feed is not even asked for', async () => {
    const text = await ask('/feeds/paid');
    expect(text).toMatch(TEASER);
    expect(text).not.toMatch(/Professor Ilya Marchetti/u);
    expect(world.site.hits('/feeds/paid.xml')).toBe(0);
  });

  it.each([
    ['the item is another text under the same title', '/feeds/other-text'],
    ['the feed is larger than 2 MB', '/feeds/huge'],
    ['the feed stands behind a private address', '/feeds/inside'],
    ['there is no feed', '/feeds/missing'],
  ])('stays the beginning when %s', async (_what, path) => {
    const text = await ask(path);
    expect(text).toMatch(TEASER);
    expect(text).not.toMatch(/Marchetti|Lindqvist/u);
  });

  it('asked for the feeds that it did not use', () => {
    for (const path of ['/feeds/other-text.xml', '/feeds/huge.xml']) expect(world.site.hits(path)).toBe(1);
  });

  it('never asks for the feed of the comments', () => {
    expect(world.site.hits('/feeds/comments.xml')).toBe(0);
  });
});
