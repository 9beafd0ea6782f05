/** The news site: every path answers as it is meant to. */
import { createServer } from 'node:net';
import { gunzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSandbox, type NewsSite, type Sandbox } from '../index.ts';

let sandbox: Sandbox;
let site: NewsSite;

beforeAll(async () => {
  sandbox = await createSandbox({ validate: false });
  site = sandbox.site;
});

afterAll(() => sandbox.close());

const get = (path: string, init: RequestInit = {}) =>
  fetch(site.url(path), { redirect: 'manual', signal: AbortSignal.timeout(15_000), ...init });
const bytes = async (path: string) => Buffer.from(await (await get(path)).arrayBuffer());

test('three articles are served, each with four speakers and all that surrounds an article', async () => {
  for (const article of site.articles) {
    const page = await (await get(article.path)).text();
    expect(page).toContain(article.paragraphs[1]);
    expect(page).toContain('Leave a Reply');
    expect(page).toContain('cookie-banner');
    expect(article.paragraphs.join(' ').split(/\s+/u).length).toBeGreaterThan(230);
  }
});

test('pages can be set up and counted', async () => {
  site.page('/mine', { body: '<p>hello</p>', headers: { 'x-mine': 'yes' } });
  site.page('/turn', (hit) => ({ body: `visit ${hit}` }));
  const answer = await get('/mine');
  expect([answer.headers.get('x-mine'), answer.headers.get('content-type')]).toEqual([
    'yes',
    'text/html; charset=utf-8',
  ]);
  expect([await (await get('/turn')).text(), await (await get('/turn')).text()]).toEqual(['visit 1', 'visit 2']);
  expect(site.hits('/turn')).toBe(2);
});

test.each([403, 404, 410, 429, 451, 500, 503])('status %i', async (status) => {
  expect((await get(`/status/${status}`)).status).toBe(status);
});

test('429 and 503 say when to come back; an unknown path is 404', async () => {
  expect((await get('/status/429')).headers.get('retry-after')).toBe('120');
  expect((await get('/status/503-later')).headers.get('retry-after')).toBe('60');
  expect((await get('/nothing')).status).toBe(404);
});

test('redirects: endless, in a chain, and to places that must not be reached', async () => {
  expect((await get('/redirect/endless')).headers.get('location')).toBe('/redirect/endless');
  const chained = await get('/redirect/chain/3', { redirect: 'follow' });
  expect(chained.url).toBe(site.url('/news/tidemouth-ferry'));
  expect((await get('/redirect/to-metadata')).headers.get('location')).toContain('169.254.169.254');
  expect((await get('/redirect/to-loopback')).headers.get('location')).toBe('http://127.0.0.1:1/');
});

describe('slow and broken answers', () => {
  const timed = (path: string) => get(path, { signal: AbortSignal.timeout(700) });

  test('headers never come', async () => {
    await expect(timed('/slow/no-headers')).rejects.toThrow('timeout');
  });

  test.each(['/slow/stalled-body', '/slow/drip'])('%s never ends', async (path) => {
    const answer = await timed(path);
    expect(answer.status).toBe(200);
    await expect(answer.text()).rejects.toThrow('timeout');
  });

  test.each(['/cut/body', '/lies/length'])('%s ends too early', async (path) => {
    await expect((await get(path)).text()).rejects.toThrow('terminated');
  });

  test('/lies/encoding cannot be unpacked', async () => {
    await expect((await get('/lies/encoding')).text()).rejects.toThrow('terminated');
  });

  test('/cut/before-headers is a lost connection', async () => {
    await expect(get('/cut/before-headers')).rejects.toThrow('fetch failed');
  });
});

describe('sizes', () => {
  test('50 MB come, and only when they are read', async () => {
    const answer = await get('/big/50mb');
    let seen = 0;
    for await (const piece of answer.body ?? []) {
      seen += piece.length;
      if (seen > 6_000_000) break;
    }
    expect(seen).toBeGreaterThan(6_000_000);
  });

  test.each(['gzip', 'brotli'])('a %s bomb is small on the wire and 50 MB unpacked', async (kind) => {
    expect(await rawLength(`/bomb/${kind}`)).toBeLessThan(400_000);
    expect((await bytes(`/bomb/${kind}`)).length).toBeGreaterThan(50_000_000);
  });

  test('gzip in six layers', async () => {
    let body = await rawBody('/bomb/nested-gzip');
    for (let layer = 0; layer < 6; layer++) body = gunzipSync(body);
    expect(body.toString('utf8')).toContain('Tidemouth council');
  });
});

describe('encodings', () => {
  test.each([
    ['/encoding/windows-1251', 'windows-1251', 'Городской совет'],
    ['/encoding/shift_jis', 'shift_jis', '港町の議会'],
    ['/encoding/utf-16', 'utf-16le', 'Éloïse'],
  ])('%s holds its text in %s', async (path, label, words) => {
    expect(new TextDecoder(label).decode(await bytes(path))).toContain(words);
  });

  test('a header and a meta element contradict one another', async () => {
    const answer = await get('/encoding/wrong-header');
    expect(answer.headers.get('content-type')).toContain('utf-8');
    expect(new TextDecoder('windows-1251').decode(await answer.arrayBuffer())).toContain(
      '<meta charset="windows-1251">',
    );
  });

  test('NUL bytes are really there', async () => {
    expect((await bytes('/encoding/nul')).includes(0)).toBe(true);
  });
});

test('other kinds of files are what they say', async () => {
  expect((await bytes('/files/picture.png')).subarray(1, 4).toString()).toBe('PNG');
  const pdf = (await bytes('/files/article.pdf')).toString('latin1');
  expect(pdf.match(/\/Type \/Page /gu)).toHaveLength(2);
  expect(pdf).toContain('(TIDEMOUTH - The town council');
  expect(await bytes('/files/empty')).toHaveLength(0);
});

test('walls: a teaser that says it is not free, a consent page, a bot wall, a script shell', async () => {
  expect(await (await get('/walls/paywall')).text()).toContain('"isAccessibleForFree":false');
  expect(await (await get('/walls/consent')).text()).toContain('Accept all');
  expect((await get('/walls/bot')).status).toBe(403);
  expect(await (await get('/walls/script-shell')).text()).toContain('<div id="root"></div>');
});

test('a page is 304 for whoever has it, by tag or by date', async () => {
  const first = await get('/cached');
  const tag = first.headers.get('etag') ?? '';
  const date = first.headers.get('last-modified') ?? '';
  expect((await get('/cached', { headers: { 'if-none-match': tag } })).status).toBe(304);
  expect((await get('/cached', { headers: { 'if-modified-since': date } })).status).toBe(304);
  expect((await get('/cached', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
});

test('a text changes between two reads', async () => {
  const [before, after] = [await (await get('/changing')).text(), await (await get('/changing')).text()];
  expect(before).not.toContain('withdrew');
  expect(after).toContain('withdrew the trial');
});

test('robots.txt closes one folder', async () => {
  expect(await (await get('/robots.txt')).text()).toContain('Disallow: /private/');
  expect((await get('/private/article')).status).toBe(200);
});

test('everything listens on loopback only, and the ports are free again after close', async () => {
  const other = await createSandbox({ validate: false });
  const { DISCORD_API_URL, OPENAI_BASE_URL, ALLOW_PRIVATE_HOSTS } = other.environment();
  for (const address of [DISCORD_API_URL, OPENAI_BASE_URL, `http://${ALLOW_PRIVATE_HOSTS ?? ''}`]) {
    expect(new URL(address ?? '').hostname).toBe('127.0.0.1');
  }
  await other.close();
  const probe = createServer();
  await new Promise<void>((resolve) =>
    probe.listen(Number(new URL(other.site.origin).port), '127.0.0.1', () => resolve()),
  );
  await new Promise((resolve) => probe.close(resolve));
});

/** The body as it is on the wire, not unpacked. */
async function rawBody(path: string): Promise<Buffer> {
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const asked = request(site.url(path), (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve(Buffer.concat(parts)));
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function rawLength(path: string): Promise<number> {
  return (await rawBody(path)).length;
}
