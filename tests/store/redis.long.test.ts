/** The store on Redis: the same contract as on SQLite, and what a server of its own may do to it. */
import { createClient } from '@redis/client';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { openStore, type Store } from '#store';

import { openRedis } from '../../src/store/redis-backend.ts';
import { adapterContract } from '../contracts/adapter-contract.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { plainArticle } from '../fixtures/articles.ts';
import { HAS_REDIS, type RedisServer, startRedis } from './redis-server.ts';

/** Sends one command past the store. */
async function command(server: RedisServer, ...words: string[]): Promise<unknown> {
  const client = createClient({ url: server.url });
  await client.connect();
  const reply: unknown = await client.sendCommand(words);
  await client.close();
  return reply;
}

describe.skipIf(!HAS_REDIS)('Redis', () => {
  let shared: RedisServer;
  beforeAll(async () => {
    shared = await startRedis();
  });
  afterAll(() => shared.close());
  const emptied = async (): Promise<string> => {
    await command(shared, 'FLUSHALL');
    return shared.url;
  };
  storeContract('Redis', async (options) => openStore(await emptied(), { deadlineMs: 60_000, ...options }));
  adapterContract('Redis', async (clock) => openRedis({ url: await emptied(), clock }));
});

describe.skipIf(!HAS_REDIS)('a Redis server', () => {
  const servers: RedisServer[] = [];
  const stores: Store[] = [];
  afterEach(async () => {
    for (const store of stores.splice(0)) await store.close();
    for (const server of servers.splice(0)) await server.close();
  });
  async function serve(settings?: readonly string[]): Promise<RedisServer> {
    const server = await startRedis(settings);
    servers.push(server);
    return server;
  }
  async function open(url: string): Promise<Store> {
    const store = await openStore(url, { clock: Date.now });
    stores.push(store);
    return store;
  }
  const refused = { code: 'storage-unavailable' };

  it('without a log of writes is refused with a sentence, unless that is allowed', async () => {
    const server = await serve(['--appendonly', 'no']);
    await expect(open(server.url)).rejects.toThrow(/^STORE_URL is "redis:.*no log of writes.*volatile=allowed/u);
    const store = await open(`${server.url}?volatile=allowed`);
    await store.articles.put('1', 'a', plainArticle);
    expect(await store.articles.get('1', 'a')).toEqual(plainArticle);
  });

  it('that throws records out to make room is refused', async () => {
    const server = await serve(['--appendonly', 'yes', '--maxmemory', '100mb', '--maxmemory-policy', 'allkeys-lru']);
    await expect(open(server.url)).rejects.toThrow(/noeviction/u);
  });

  it('that is not there is refused without its password', async () => {
    const refusal = await openStore('redis://user:hunter2@127.0.0.1:1/0', { clock: Date.now }).catch(String);
    expect(refusal).toContain('STORE_URL is "redis://…@127.0.0.1:1/0"');
    expect(refusal).not.toContain('hunter2');
  });

  it('killed and started again still holds every acknowledged write, and is used again', async () => {
    const server = await serve();
    const store = await open(server.url);
    for (let number = 0; number < 50; number += 1) {
      await store.articles.put('1', `${number}`, plainArticle);
      await store.atomic.increment('1', 'n', 1);
    }
    await server.kill();
    await expect(store.articles.get('1', '0')).rejects.toMatchObject(refused);
    await expect(store.atomic.increment('1', 'n', 1)).rejects.toMatchObject(refused);
    await expect(store.check()).rejects.toMatchObject(refused);
    await server.start();
    await expect.poll(() => store.atomic.count('1', 'n').catch(() => null), { timeout: 20_000 }).toBe(50);
    expect(await Array.fromAsync(store.articles.keys('1'))).toHaveLength(50);
    expect(await store.atomic.increment('1', 'n', 1)).toBe(51);
  });

  it('restarted empty is noticed: no read is a miss, no write goes on as if nothing had been', async () => {
    const server = await serve();
    const store = await open(server.url);
    await store.articles.put('1', 'a', plainArticle);
    await command(server, 'FLUSHALL');
    for (const work of [
      () => store.articles.get('1', 'a'),
      () => store.articles.put('1', 'b', plainArticle),
      () => store.atomic.putIfAbsent('1', 'claim', 'me'),
      () => store.atomic.spend([{ guild: '1', key: 'k', by: 1, limit: 1, ttlMs: 1000 }]),
      () => Array.fromAsync(store.articles.keys('1')),
      () => store.check(),
    ])
      await expect(work()).rejects.toMatchObject({
        ...refused,
        cause: { message: expect.stringContaining('EMPTIED') as string },
      });
    // Opened again it begins anew, by somebody's decision.
    const next = await open(server.url);
    expect(await next.articles.get('1', 'a')).toBeUndefined();
  });

  it('frozen is an error within the deadline, and used again when it goes on', async () => {
    const server = await serve();
    const store = await openStore(server.url, { clock: Date.now, deadlineMs: 500 });
    stores.push(store);
    await store.articles.put('1', 'a', plainArticle);
    server.freeze();
    await expect(store.articles.get('1', 'a')).rejects.toMatchObject(refused);
    await expect(store.atomic.increment('1', 'n', 1)).rejects.toMatchObject(refused);
    server.thaw();
    await expect.poll(() => store.articles.get('1', 'a').catch(() => null), { timeout: 20_000 }).toEqual(plainArticle);
  });

  it('shared by two processes gives each claim to one of them and counts for both', async () => {
    const server = await serve();
    const [first, second] = [await open(server.url), await open(server.url)];
    const claims = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const store = index % 2 ? first : second;
        await store.atomic.increment('1', 'n', 1);
        return store.atomic.putIfAbsent('1', `claim ${index >> 1}`, `${index}`);
      }),
    );
    expect(claims.filter(Boolean)).toHaveLength(50);
    expect(await first.atomic.count('1', 'n')).toBe(100);
  });

  it('holds nothing of a deleted guild under any key', async () => {
    const server = await serve();
    const store = await open(server.url);
    await store.articles.put('gone', 'a', { ...plainArticle, text: 'WALRUS' });
    await store.atomic.increment('gone', 'n', 1, { ttlMs: 1000 });
    await store.atomic.putIfAbsent('gone', 's', 'x', { ttlMs: 1000 });
    const everything = async (): Promise<string> => {
      const keys = (await command(server, 'KEYS', '*')) as string[];
      const values = keys.map((key) => command(server, 'DUMP', key).then(String));
      const index = await command(server, 'ZRANGE', 'verbatim:x', '0', '-1');
      return [...keys, ...(await Promise.all(values)), String(index)].join();
    };
    expect(await everything()).toMatch(/gone/u);
    await store.deleteGuild('gone');
    expect(await everything()).not.toMatch(/gone|WALRUS/u);
  });
});
