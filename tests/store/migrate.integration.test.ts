/** `npm run verbatim-migrate`: from a SQLite file to a Redis server. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';

import { migrateStore, openStore } from '#store';

import { plainArticle } from '../fixtures/articles.ts';
import { HAS_REDIS, type RedisServer, startRedis } from './redis-server.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'verbatim-migrate-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;

const START = 1_800_000_000_000;
const HOSTILE = ['', 'a:b', 'a\\', 'a\0b', '\ud800', 'é', '1'];

async function filled(): Promise<string> {
  const url = `sqlite://${join(folder, `${(files += 1)}.sqlite`)}`;
  const store = await openStore(url, { clock: () => START });
  for (const guild of HOSTILE)
    for (const key of HOSTILE) await store.articles.put(guild, key, { ...plainArticle, text: `${guild}|${key}` });
  for (let number = 0; number < 250; number += 1) await store.published.put('many', `${number}`, `of ${number}`);
  await store.published.put('1', 'gone', 'x', { ttlMs: 10 });
  await store.atomic.increment('1', 'n', Number.MAX_SAFE_INTEGER);
  await store.atomic.increment('1', 'short', 7, { ttlMs: 1000 });
  await store.atomic.putIfAbsent('1', 's', 'held', { ttlMs: 1000 });
  await store.close();
  return url;
}

describe('a migration', () => {
  it.each([
    ['memory://', 'redis://127.0.0.1:1/0', /must be sqlite/u],
    ['sqlite:///nowhere/x.sqlite', 'redis://127.0.0.1:1/0', /no file/u],
  ])('from %s is refused with a sentence', async (from, to, sentence) => {
    await expect(migrateStore(from, to, Date.now)).rejects.toThrow(sentence);
  });

  it('to a server that is not there, or of another kind, is refused with a sentence', async () => {
    const from = await filled();
    await expect(migrateStore(from, 'redis://127.0.0.1:1/0', Date.now)).rejects.toThrow(/cannot be opened/u);
    await expect(migrateStore(from, 'memory://', Date.now)).rejects.toThrow(/must be redis/u);
  });

  it('without addresses prints how it is used, exit 2', () => {
    const run = spawnSync(process.execPath, ['src/cli/migrate.ts'], { cwd: ROOT, encoding: 'utf8' });
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining('Usage')]);
  });
});

describe.skipIf(!HAS_REDIS)('a migration to Redis', () => {
  let server: RedisServer;
  beforeEach(async () => {
    server = await startRedis();
  });
  afterEach(() => server.close());

  it('brings every record, counter and state with its end, whatever they are called', async () => {
    const from = await filled();
    const clock = (): number => START + 500;
    expect(await migrateStore(from, server.url, clock)).toEqual({ records: 299, counters: 2, states: 1 });
    let now = clock();
    const store = await openStore(server.url, { clock: () => now });
    for (const guild of HOSTILE)
      for (const key of HOSTILE) expect((await store.articles.get(guild, key))?.text).toBe(`${guild}|${key}`);
    expect(await Array.fromAsync(store.published.keys('many'))).toHaveLength(250);
    expect(await store.published.get('1', 'gone')).toBeUndefined();
    expect(await store.atomic.count('1', 'n')).toBe(Number.MAX_SAFE_INTEGER);
    now = START + 999;
    expect([await store.atomic.count('1', 'short'), await store.atomic.state('1', 's')]).toEqual([7, 'held']);
    now = START + 1000;
    expect([await store.atomic.count('1', 'short'), await store.atomic.state('1', 's')]).toEqual([0, undefined]);
    await store.close();
  });

  it('into a store that holds something is refused, and changes nothing', async () => {
    const from = await filled();
    const store = await openStore(server.url, { clock: () => START });
    await store.atomic.increment('1', 'n', 1);
    await expect(migrateStore(from, server.url, () => START)).rejects.toThrow(/not empty/u);
    expect(await store.atomic.count('1', 'n')).toBe(1);
    await store.close();
  });

  it('says how many were copied, as a command', async () => {
    const from = await filled();
    const run = spawnSync(process.execPath, ['src/cli/migrate.ts', from, server.url], { cwd: ROOT, encoding: 'utf8' });
    // By the clock of today: what the test gave a second to live in 2027 is alive.
    expect(run.stderr).toBe('');
    expect(run.stdout).toMatch(/^3\d\d records, 2 counters and 1 states copied, and found the same\.\n$/u);
    const client = createClient({ url: server.url });
    await client.connect();
    expect(await client.sendCommand(['EXISTS', 'verbatim:generation'])).toBe(1);
    await client.close();
  });
});
