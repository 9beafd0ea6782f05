/** What the store answers when what is beneath it fails, hangs or lies. */
import { afterEach, describe, expect, it } from 'vitest';

import { BotError } from '#domain';

import type { Atomic, Backend, StorageAdapter } from '../../src/store/backend.ts';
import { openSqlite } from '../../src/store/sqlite-backend.ts';
import { createStore, type Store } from '../../src/store/store.ts';
import { plainArticle } from '../fixtures/articles.ts';

const DEADLINE_MS = 100;
const clock = Date.now;
/** In place of each answer of an adapter. */
type Fault = () => Promise<never>;
const fails: Fault = () => Promise.reject(new Error('disk I/O error'));
const hangs: Fault = () => new Promise(() => undefined);

const opened: Store[] = [];
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

/** A store over a working backend whose adapters and atomic port have methods replaced. */
async function storeWith(adapter: Partial<StorageAdapter>, atomic: Partial<Atomic> = {}, rest: Partial<Backend> = {}) {
  const backend = await openSqlite({ file: null, clock, deadlineMs: 1000 });
  const broken: Backend = {
    ...backend,
    ...rest,
    atomic: { ...backend.atomic, ...atomic },
    adapter: (...place) => ({ ...backend.adapter(...place), ...adapter }),
  };
  const store = createStore(broken, { clock, deadlineMs: DEADLINE_MS });
  opened.push(store);
  return store;
}

async function refusalOf(work: Promise<unknown>): Promise<{ operation: string; cause: string }> {
  const error: unknown = await work.then(
    (value) => new Error(`answered ${String(value)}`),
    (reason: unknown) => reason,
  );
  if (!(error instanceof BotError) || error.code !== 'storage-unavailable') throw error;
  return { operation: JSON.stringify(error.facts), cause: String(error.cause) };
}

describe.each([
  ['fails', fails, 'disk I/O error'],
  ['hangs', hangs, `no answer within ${DEADLINE_MS} ms`],
])('an adapter that %s', (_how, fault, cause) => {
  async function* brokenIterator(): AsyncGenerator<[string, string], void> {
    yield ['k', '{"version":1,"record":0}'];
    await fault();
  }
  async function* brokenGuilds(): AsyncGenerator<string, void> {
    yield '1';
    await fault();
  }
  const allBroken = { get: fault, set: fault, delete: fault, clear: fault, iterator: brokenIterator };

  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['articles get', (store) => store.articles.get('1', 'a')],
    ['articles put', (store) => store.articles.put('1', 'a', plainArticle)],
    ['articles delete', (store) => store.articles.delete('1', 'a')],
    ['articles delete all', (store) => store.articles.deleteAll('1')],
    ['articles iterate', (store) => Array.fromAsync(store.articles.keys('1'))],
  ])('makes "%s" an error that names it and its cause', async (operation, work) => {
    const refusal = await refusalOf(work(await storeWith(allBroken)));
    expect(refusal.operation).toContain(operation);
    expect(refusal.cause).toContain(cause);
  });

  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['increment', (store) => store.atomic.increment('1', 'k', 1)],
    ['count', (store) => store.atomic.count('1', 'k')],
    ['spend', (store) => store.atomic.spend([{ guild: '1', key: 'k', by: 1, limit: 1, ttlMs: 1 }])],
    ['articles update', (store) => store.articles.update('1', 'k', () => plainArticle)],
    ['articles shift', (store) => store.articles.shift('1', 1)],
    ['articles guilds', (store) => Array.fromAsync(store.articles.guilds())],
    ['put if absent', (store) => store.atomic.putIfAbsent('1', 'k', 'x')],
    ['state', (store) => store.atomic.state('1', 'k')],
    ['transition', (store) => store.atomic.transition('1', 'k', 'x', 'y')],
    ['delete guild', (store) => store.deleteGuild('1')],
    ['check', (store) => store.check()],
  ])('makes "%s" an error that names it and its cause', async (operation, work) => {
    const atomic = {
      increment: fault,
      count: fault,
      spend: fault,
      putIfAbsent: fault,
      state: fault,
      transition: fault,
    };
    const rest = { deleteGuild: fault, check: fault, replace: fault, shift: fault, guilds: brokenGuilds };
    const refusal = await refusalOf(work(await storeWith({}, atomic, rest)));
    expect(refusal.operation).toContain(operation);
    expect(refusal.cause).toContain(cause);
  });

  it('makes setting a record aside an error, so that the record is not taken for a miss', async () => {
    const store = await storeWith({ get: async () => 'damaged' }, {}, { setAside: fault });
    expect((await refusalOf(store.articles.get('1', 'a'))).operation).toContain('set aside');
  });
});

describe('an adapter that lies', () => {
  it('answers "not written": the put is an error', async () => {
    const store = await storeWith({ set: async () => false });
    expect((await refusalOf(store.articles.put('1', 'a', plainArticle))).cause).toContain('did not write');
  });
});

describe('an adapter that recovers', () => {
  it('is used again: one failure leaves nothing behind', async () => {
    let isBroken = true;
    const working = await openSqlite({ file: null, clock, deadlineMs: 1000 });
    const adapter: Backend['adapter'] = (...place) => {
      const inner = working.adapter(...place);
      return { ...inner, get: (key) => (isBroken ? fails() : inner.get(key)) };
    };
    const store = createStore({ ...working, adapter }, { clock, deadlineMs: DEADLINE_MS });
    opened.push(store);
    await store.articles.put('1', 'a', plainArticle);
    await refusalOf(store.articles.get('1', 'a'));
    isBroken = false;
    expect(await store.articles.get('1', 'a')).toEqual(plainArticle);
  });
});
