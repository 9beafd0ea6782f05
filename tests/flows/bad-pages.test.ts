/** Walls, bombs, lies and old encodings: what the reader of the channel is told, or that the article is read all the same. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, startWorld } from './world.ts';

describe('a page that is in the way of its article', () => {
  let world: FlowWorld;
  /** Asked first: their 15 s pass while the other pages are read. */
  let endless: Promise<ShownMessage[]>;
  beforeAll(async () => {
    world = await startWorld({ hasModel: false });
    endless = Promise.all(['/slow/drip', '/slow/stalled-body', '/slow/no-headers'].map(ask));
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
    ['bytes in another encoding than the header says', '/encoding/wrong-header', /arrived damaged/u],
    ['bytes that are no text in any encoding', '/encoding/broken-utf-8', /arrived damaged/u],
    ['a picture that calls itself a page', '/files/lying-type', /arrived damaged/u],
    ['data that is no page', '/files/data.json', /leads to application\/json/u],
    ['an error that calls itself a page', '/lies/status', /not an article/u],
    ['a form to sign in', '/walls/login', /not an article/u],
    ['a page shorter than it says', '/lies/length', /damaged|did not accept/u],
    ['a page that is cut off', '/cut/body', /damaged|did not accept/u],
    ['a redirect to nowhere', '/redirect/nowhere', /error of its own/u],
  ])('is told: %s', async (_what, path, sentence) => {
    const { text } = await ask(path);
    expect(text).toMatch(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
  });

  it.each([
    ['a redirect to the article', '/redirect/to-article', /Quillon/u],
    ['a PDF', '/files/article.pdf', /Quillon/u],
    ['a plain text', '/files/plain.txt', /Quillon/u],
    ['UTF-16', '/encoding/utf-16', /Éloïse Müller/u],
    ['an unknown name of an encoding', '/encoding/unknown-label', /Éloïse Müller/u],
    ['two encodings that contradict one another', '/encoding/conflict', /Éloïse Müller/u],
    ['NULs in the text', '/encoding/nul', /council voted 9 to 6 to close the ferry/u],
    ['windows-1251 in the header', '/encoding/windows-1251', /Приморска/u],
    ['windows-1251 in the page', '/encoding/windows-1251-meta', /Приморска/u],
    ['windows-1251 in the header and another in the page', '/encoding/wrong-meta', /Приморска/u],
    ['Shift JIS', '/encoding/shift_jis', /440 words read, the whole article/u],
  ])('is read all the same: %s', async (_what, path, words) => {
    const { text } = await ask(path);
    expect(text).toMatch(/\d+ words read/u);
    expect(text).toMatch(words);
  });

  it('is shown as a teaser with the reason and the next step, when the rest is for subscribers', async () => {
    const { text } = await ask('/walls/paywall');
    expect(text).toMatch(/only the teaser/u);
    expect(text).toContain('The site shows the rest to its subscribers only. If you are one, paste the whole text.');
  });

  it('is not told why, when it was read whole', async () => {
    expect((await ask('/news/school-phones')).text).not.toMatch(/paste the whole text|breaks off/u);
  });

  it('is told, when a page drips for ever, stops in the middle or never begins', async () => {
    for (const { text } of await endless) {
      expect(text).toMatch(/sent no complete page within 15 s/u);
      expect(text.trim().split('\n')).toHaveLength(1);
    }
  });
});
