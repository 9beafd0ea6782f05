/** A link that was read before: from what is kept, by asking whether it changed, or anew. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { createArticleReader, type Reader } from '#article';
import { type Article, DEFAULT_SETTINGS } from '#domain';
import { createSandbox, type Sandbox } from '#sandbox';

import { type LinkNote, readSource, type SourceRequest } from '../../src/briefing/read-source.ts';

const MINUTE_MS = 60_000;

function collection<Value>() {
  const values = new Map<string, Value>();
  return {
    get: (guild: string, key: string) => Promise.resolve(values.get(`${guild} ${key}`)),
    put: async (guild: string, key: string, value: Value) => void values.set(`${guild} ${key}`, value),
  };
}

let sandbox: Sandbox;
let reader: Reader;
let now = Date.parse('2026-11-24T08:00:00Z');
let store: { articles: ReturnType<typeof collection<Article>>; links: ReturnType<typeof collection<LinkNote>> };

beforeAll(async () => {
  sandbox = await createSandbox();
  reader = createArticleReader({ allowPrivateHosts: [sandbox.site.host], clock: () => now, threads: 1 });
});
afterAll(async () => {
  await reader.close();
  await sandbox.close();
});
beforeEach(() => {
  store = { articles: collection(), links: collection() };
});

const read = (path: string, change: Partial<SourceRequest> = {}) =>
  readSource(
    { reader, store, clock: () => now },
    { guild: '1', settings: DEFAULT_SETTINGS, source: { kind: 'link', url: sandbox.site.url(path) }, ...change },
  );
/** Status of each request for a path, in order. */
const statuses = (path: string): number[] =>
  sandbox.site.log.filter((hit) => hit.path === path).map(({ status }) => status);

describe('a link that was read before', () => {
  it('is not fetched again within 30 minutes, and after them only if it changed', async () => {
    const before = statuses('/cached').length;
    const first = await read('/cached');
    now += 30 * MINUTE_MS;
    expect(await read('/cached')).toEqual({ ...first, readAt: now - 30 * MINUTE_MS });
    expect(statuses('/cached').slice(before)).toEqual([200]);
    now += MINUTE_MS;
    expect(await read('/cached')).toEqual({ ...first, readAt: now });
    expect(statuses('/cached').slice(before)).toEqual([200, 304]);
    // That it had not changed counts as a reading.
    now += 29 * MINUTE_MS;
    await read('/cached');
    expect(statuses('/cached').slice(before)).toEqual([200, 304]);
  });

  it('is asked for with the marks of the version that is kept, and without any when none is', async () => {
    const headers = () => sandbox.site.log.findLast(({ path }) => path === '/cached')?.headers;
    await read('/cached');
    expect(headers()?.['if-none-match']).toBeUndefined();
    await read('/cached', { isFresh: true });
    expect(headers()).toMatchObject({ 'if-none-match': '"courier-1"' });
    await read('/cached', { guild: '2' });
    expect(headers()?.['if-none-match']).toBeUndefined();
  });

  it('is another article when its text changed', async () => {
    const first = await read('/changing');
    now += 31 * MINUTE_MS;
    const second = await read('/changing');
    expect(second.id).not.toBe(first.id);
    expect(second.text).toContain('withdrew the trial');
  });
});

describe('a link that nobody asked for', () => {
  it('is not read where the site closes it to programs, and is when somebody asks', async () => {
    const before = statuses('/private/article').length;
    await expect(read('/private/article', { isUnasked: true })).rejects.toMatchObject({ code: 'link-robots' });
    expect(statuses('/private/article')).toHaveLength(before);
    await expect(read('/private/article')).resolves.toMatchObject({ coverage: { extent: 'whole' } });
  });
});
