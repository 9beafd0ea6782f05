/** Walls, bombs, lies and old encodings: what the reader of the channel is told, or that the article is read all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

describe('a page that is in the way of its article', () => {
  let world: FlowWorld;
  beforeAll(async () => {
    world = await startWorld({ hasModel: false });
  });
  afterAll(async () => {
    await world.close();
  });
  const ask = (path: string) => world.ask({ command: 'summarise', options: { article: world.site.url(path) } });

  it.each([
    ['a consent page', '/walls/consent', /consent page/u],
    ['a test for people', '/walls/bot', /does not let me in/u],
    ['a test for people that calls itself a page', '/walls/bot-200', /proof that I am a person/u],
    ['50 MB', '/big/50mb', /larger than 5 MB/u],
    ['a bomb in brotli', '/bomb/brotli', /larger than 5 MB/u],
    ['a page packed six times', '/bomb/nested-gzip', /damaged/u],
    ['headers without end', '/bomb/headers', /did not accept the connection/u],
    ['a page that is not packed as it says', '/lies/encoding', /damaged/u],
    ['a connection that is cut', '/cut/before-headers', /did not accept the connection/u],
    ['a redirect to the cloud’s own address', '/redirect/to-metadata', /not a public web address/u],
    ['a redirect to a file of the machine', '/redirect/to-file', /not a public web address/u],
    ['two pages that redirect to each other', '/redirect/ping', /passed me on more than/u],
    ['a broken PDF', '/files/broken.pdf', /damaged/u],
    ['a list of links', '/listing', /not an article/u],
    ['a page that drips for ever', '/slow/drip', /sent no complete page within 15 s/u],
  ])('is told: %s', async (_what, path, sentence) => {
    const { text } = await ask(path);
    expect(text).toMatch(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a redirect to the article', '/redirect/to-article'],
    ['a PDF', '/files/article.pdf'],
    ['a plain text', '/files/plain.txt'],
    ['UTF-16', '/encoding/utf-16'],
    ['an unknown name of an encoding', '/encoding/unknown-label'],
    ['NULs in the text', '/encoding/nul'],
    ['windows-1251 in the header', '/encoding/windows-1251'],
    ['windows-1251 in the page', '/encoding/windows-1251-meta'],
  ])('is read all the same: %s', async (_what, path) => {
    expect((await ask(path)).text).toMatch(/\d+ words read/u);
  });

  it('is shown as a teaser, when the rest is for subscribers', async () => {
    expect((await ask('/walls/paywall')).text).toMatch(/teaser|subscription/u);
  });
});
