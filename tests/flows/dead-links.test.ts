/** Each kind of bad link ends in its own sentence. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { type FlowWorld, startWorld } from './world.ts';

describe('a link that cannot be read', () => {
  let world: FlowWorld;
  beforeAll(async () => {
    world = await startWorld({ hasModel: false });
  });
  afterAll(async () => {
    await world.close();
  });

  it.each([
    ['a dead link', '/status/404', /has no page at that link/u],
    ['a forbidden page', '/status/403', /does not let me in/u],
    ['a page that is gone', '/status/410', /taken that page down/u],
    ['a page withheld for legal reasons', '/status/451', /legal reasons/u],
    ['a broken site', '/status/500', /error of its own/u],
    ['an endless redirect', '/redirect/endless', /passed me on more than/u],
    ['a redirect to a private address', '/redirect/to-private', /not a public web address/u],
    ['a redirect to the machine itself', '/redirect/to-loopback', /not a public web address/u],
    ['an empty page', '/files/empty', /empty page/u],
    ['a picture', '/files/picture.png', /image\/png/u],
    ['a page that is only a script', '/walls/script-shell', /runs its scripts/u],
    ['a compression bomb', '/bomb/gzip', /larger than 5 MB/u],
    // Last: from here on the site is left alone for the time it asked for.
    ['a busy site', '/status/503-later', /busy/u],
  ])('answers %s with its sentence', async (_what, path, sentence) => {
    const { text } = await world.ask({ command: 'summarise', options: { article: world.site.url(path) } });
    expect(text).toMatch(sentence);
    expect(text.trim().split('\n')).toHaveLength(1);
  });
});
