/** What every store must do, whatever holds its bytes. Run by the tests of each backend. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { type Collection, RESULTS_KEPT_MS, type Store, type StoreOptions } from '#store';

import { briefingRecord, plainArticle } from '../fixtures/articles.ts';
import { atomicContract } from './atomic-contract.ts';

const START = 1_800_000_000_000;
const DAY_MS = 86_400_000;
/** Names made to collide where a namespace is a prefix, a pattern, or blind to case or form. */
const HOSTILE = [
  '',
  'a',
  'A',
  'a:b',
  'a:',
  ':b',
  'a::b',
  'a%',
  'a_',
  '%',
  '_',
  '*',
  'a*',
  'a/b',
  'a\\',
  '\\',
  'a\0b',
  'a\0',
  "a'; DROP TABLE entries; --",
  'user:1',
  'é',
  'e\u0301',
  '\ud800',
  '\udfff',
  '\ufffd',
  '__proto__',
  'quarantine/notes',
  'a'.repeat(5000),
];

export function storeContract(name: string, open: (options: StoreOptions) => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let now = START;
    let store: Store;
    let notes: Collection<string>;
    beforeEach(async () => {
      now = START;
      store = await open({ clock: () => now });
      notes = store.collection({ name: 'notes', version: 1, schema: z.string(), durability: 'cache' });
    });
    afterEach(() => store.close());
    const at = (ms: number): void => {
      now = START + ms;
    };

    recordsContract(() => ({ store, notes }));
    updateContract(() => ({ store, notes, at }));
    expiryContract(() => ({ store, notes, at }));
    iterationContract(() => notes);
    atomicContract(() => ({ store, at }));
  });
}

function recordsContract(held: () => { store: Store; notes: Collection<string> }): void {
  it('gives back what was put, the last of several, and nothing after deletion', async () => {
    const { notes } = held();
    expect(await notes.get('1', 'k')).toBeUndefined();
    await notes.put('1', 'k', 'first');
    await notes.put('1', 'k', 'second');
    expect(await notes.get('1', 'k')).toBe('second');
    expect(await notes.delete('1', 'k')).toBe(true);
    expect(await notes.delete('1', 'k')).toBe(false);
    expect(await notes.get('1', 'k')).toBeUndefined();
  });

  it('gives back an article, a briefing and a link as they were put', async () => {
    const { store } = held();
    const link = { articleId: plainArticle.id, etag: '"é"', lastModified: null, readAt: START };
    await store.articles.put('1', plainArticle.id, plainArticle);
    await store.briefings.put('1', 'k', briefingRecord);
    await store.links.put('1', 'https://news.example/a', link);
    expect(await store.articles.get('1', plainArticle.id)).toEqual(plainArticle);
    expect(await store.briefings.get('1', 'k')).toEqual(briefingRecord);
    expect(await store.links.get('1', 'https://news.example/a')).toEqual(link);
  });

  it('keeps every string as it is', async () => {
    const { notes } = held();
    for (const text of HOSTILE) {
      await notes.put('1', 'k', text);
      expect(await notes.get('1', 'k')).toBe(text);
    }
  });

  it('lets no guild and no key read what another put, however they are spelt', async () => {
    const { notes } = held();
    for (const guild of HOSTILE) for (const key of HOSTILE) await notes.put(guild, key, JSON.stringify([guild, key]));
    for (const guild of HOSTILE) {
      for (const key of HOSTILE) expect(await notes.get(guild, key)).toBe(JSON.stringify([guild, key]));
      expect((await listed(notes.keys(guild))).toSorted()).toEqual(HOSTILE.toSorted());
    }
  });

  it('deletes the guild it is told to and no other, however they are spelt', async () => {
    const { store, notes } = held();
    for (const guild of HOSTILE) {
      await notes.put(guild, 'k', guild);
      await store.atomic.increment(guild, 'k', 1);
      await store.atomic.putIfAbsent(guild, 'k', guild);
    }
    const gone = new Set<string>();
    for (const guild of HOSTILE) {
      await store.deleteGuild(guild);
      gone.add(guild);
      for (const each of HOSTILE) {
        const kept = gone.has(each) ? [undefined, 0, undefined] : [each, 1, each];
        const { atomic } = store;
        expect([await notes.get(each, 'k'), await atomic.count(each, 'k'), await atomic.state(each, 'k')]).toEqual(
          kept,
        );
      }
    }
  });

  it('keeps two collections apart, also when both are in use at once', async () => {
    const { store, notes } = held();
    const others = store.collection({ name: 'note', version: 1, schema: z.string(), durability: 'cache' });
    await Promise.all([notes.put('1', 'k', 'of notes'), others.put('1', 'k', 'of others')]);
    expect(await Promise.all([notes.get('1', 'k'), others.get('1', 'k')])).toEqual(['of notes', 'of others']);
    await notes.deleteAll('1');
    expect(await Promise.all([notes.get('1', 'k'), others.get('1', 'k')])).toEqual([undefined, 'of others']);
  });

  it('refuses a second collection of the same name', () => {
    const { store } = held();
    expect(() => store.collection({ name: 'notes', version: 2, schema: z.number(), durability: 'cache' })).toThrow(
      /"notes"/u,
    );
  });

  it('lets the last of several writes win that were not waited for', async () => {
    const { notes } = held();
    await Promise.all(Array.from({ length: 50 }, (_, index) => notes.put('1', 'k', `${index}`)));
    expect(await notes.get('1', 'k')).toBe('49');
  });

  it('is healthy while it is open, and an error in every answer once it is closed', async () => {
    const { store, notes } = held();
    await notes.put('1', 'k', 'kept');
    await expect(store.check()).resolves.toBeUndefined();
    await store.close();
    const unavailable = { code: 'storage-unavailable' };
    await expect(store.check()).rejects.toMatchObject(unavailable);
    await expect(notes.get('1', 'k')).rejects.toMatchObject(unavailable);
    await expect(notes.put('1', 'k', 'x')).rejects.toMatchObject(unavailable);
    await expect(notes.delete('1', 'k')).rejects.toMatchObject(unavailable);
    await expect(listed(notes.keys('1'))).rejects.toMatchObject(unavailable);
    await expect(store.atomic.increment('1', 'k', 1)).rejects.toMatchObject(unavailable);
    await expect(store.close()).resolves.toBeUndefined();
  });
}

function expiryContract(held: () => { store: Store; notes: Collection<string>; at: (ms: number) => void }): void {
  it('forgets results after 30 days', async () => {
    const { store, at } = held();
    await store.briefings.put('1', 'k', briefingRecord);
    at(RESULTS_KEPT_MS - 1);
    expect(await store.briefings.get('1', 'k')).toEqual(briefingRecord);
    at(RESULTS_KEPT_MS);
    expect(await store.briefings.get('1', 'k')).toBeUndefined();
    expect(await listed(store.briefings.keys('1'))).toEqual([]);
    expect(await store.briefings.delete('1', 'k')).toBe(false);
  });

  it('keeps a record for the time given with it, counted anew with each put', async () => {
    const { notes, at } = held();
    await notes.put('1', 'k', 'x', { ttlMs: 1000 });
    at(900);
    await notes.put('1', 'k', 'y', { ttlMs: 1000 });
    at(1899);
    expect(await notes.get('1', 'k')).toBe('y');
    at(1900);
    expect(await notes.get('1', 'k')).toBeUndefined();
  });

  it('counts time by the clock it was given, also where the machine is decades ahead of it', async () => {
    const { store, notes, at } = held();
    at(-20 * 365 * DAY_MS);
    await notes.put('1', 'k', 'x', { ttlMs: 1000 });
    await store.atomic.increment('1', 'k', 1, { ttlMs: 1000 });
    expect(await notes.get('1', 'k')).toBe('x');
    expect(await listed(notes.keys('1'))).toEqual(['k']);
    expect(await store.atomic.count('1', 'k')).toBe(1);
  });

  it('keeps what has no time to live, and a put without one takes the earlier one away', async () => {
    const { notes, at } = held();
    await notes.put('1', 'k', 'x', { ttlMs: 1000 });
    await notes.put('1', 'k', 'y');
    at(100 * RESULTS_KEPT_MS);
    expect(await notes.get('1', 'k')).toBe('y');
  });

  it.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('refuses a time to live of %d', async (ttlMs) => {
    const { store, notes } = held();
    await expect(notes.put('1', 'k', 'x', { ttlMs })).rejects.toThrow(RangeError);
    await expect(store.atomic.increment('1', 'k', 1, { ttlMs })).rejects.toThrow(RangeError);
    await expect(store.atomic.putIfAbsent('1', 'k', 'x', { ttlMs })).rejects.toThrow(RangeError);
    expect(await notes.get('1', 'k')).toBeUndefined();
  });

  it('sweeps what has expired, in every guild, and nothing else', async () => {
    const { store, notes, at } = held();
    for (let index = 0; index < 450; index += 1) await notes.put(`${index % 3}`, `${index}`, 'x', { ttlMs: 1000 });
    await store.atomic.increment('1', 'k', 1, { ttlMs: 1000 });
    await store.atomic.putIfAbsent('1', 'k', 'x', { ttlMs: 1000 });
    await notes.put('1', 'kept', 'x');
    await store.atomic.increment('2', 'k', 1, { ttlMs: 1001 });
    expect(await store.sweep()).toBe(0);
    at(1000);
    expect(await store.sweep()).toBe(452);
    expect(await store.sweep()).toBe(0);
    expect(await listed(notes.keys('1'))).toEqual(['kept']);
    expect(await store.atomic.count('2', 'k')).toBe(1);
  });
}

function iterationContract(notes: () => Collection<string>): void {
  const KEYS = Array.from({ length: 500 }, (_, index) => `k${index}`);
  const fill = async (): Promise<void> => {
    for (const key of KEYS) await notes().put('1', key, `of ${key}`);
  };

  it('lists every key with its value', async () => {
    await fill();
    const entries = await listed(notes().entries('1'));
    expect(new Map(entries)).toEqual(new Map(KEYS.map((key) => [key, `of ${key}`])));
    expect(entries).toHaveLength(KEYS.length);
  });

  it('visits every key once while each is deleted as it comes', async () => {
    await fill();
    const visited: string[] = [];
    for await (const key of notes().keys('1')) {
      visited.push(key);
      await notes().delete('1', key);
    }
    expect(visited.toSorted()).toEqual(KEYS.toSorted());
    expect(await listed(notes().keys('1'))).toEqual([]);
  });

  it('visits every key that stays once while others come and go', async () => {
    await fill();
    const visited: string[] = [];
    for await (const key of notes().keys('1')) {
      visited.push(key);
      await notes().put('1', `new ${key}`, 'x');
      await notes().delete('1', `new ${visited[visited.length - 5]}`);
    }
    for (const key of KEYS) expect(visited.filter((each) => each === key)).toHaveLength(1);
  });
}

async function listed<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const list: Item[] = [];
  for await (const item of items) list.push(item);
  return list;
}

function updateContract(held: () => { store: Store; notes: Collection<string>; at: (ms: number) => void }): void {
  it('loses none of 50 updates of one record made at once', async () => {
    const { notes } = held();
    await Promise.all(
      Array.from({ length: 50 }, (_, index) => notes.update('1', 'k', (current = '') => `${current}${index},`)),
    );
    const written = (await notes.get('1', 'k'))?.split(',').filter(Boolean).map(Number);
    expect(written?.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index));
  });

  it('updates nothing when the change says so, and gives what the record then holds', async () => {
    const { notes } = held();
    expect(await notes.update('1', 'k', () => undefined)).toBeUndefined();
    expect(await Array.fromAsync(notes.keys('1'))).toEqual([]);
    await notes.put('1', 'k', 'x');
    expect(await notes.update('1', 'k', () => undefined)).toBe('x');
    expect(await notes.update('1', 'k', (current) => `${current}y`)).toBe('xy');
    expect(await notes.get('2', 'k')).toBeUndefined();
  });

  it('updates a record past its time as if it were not there, with a new time to live', async () => {
    const { notes, at } = held();
    await notes.put('1', 'k', 'old', { ttlMs: 1000 });
    at(1000);
    expect(await notes.update('1', 'k', (current) => current ?? 'new', { ttlMs: 1000 })).toBe('new');
    at(1999);
    expect(await notes.get('1', 'k')).toBe('new');
    at(2000);
    expect(await notes.get('1', 'k')).toBeUndefined();
  });

  it('names the guilds that hold a record of a collection, each once', async () => {
    const { store, notes, at } = held();
    const guilds = Array.from({ length: 450 }, (_, index) => `${index}`);
    for (const guild of guilds) await notes.put(guild, 'k', 'x');
    await notes.put('7', 'another', 'x');
    await notes.put('', 'k', 'x');
    await notes.put('short', 'k', 'x', { ttlMs: 10 });
    await notes.delete('8', 'k');
    await store.published.put('elsewhere', 'k', 'x');
    at(10);
    const named = await Array.fromAsync(notes.guilds());
    expect(named.toSorted()).toEqual([...guilds.filter((guild) => guild !== '8'), ''].toSorted());
  });

  it('lets the records of one guild end earlier or later, and those kept until deleted never', async () => {
    const { store, notes, at } = held();
    for (const guild of ['1', '2']) await notes.put(guild, 'k', 'x', { ttlMs: 1000 });
    await notes.put('1', 'kept', 'x');
    await store.published.put('1', 'k', 'x', { ttlMs: 1000 });
    await notes.shift('1', -400);
    await notes.shift('2', 400);
    at(600);
    expect([await notes.get('1', 'k'), await store.published.get('1', 'k')]).toEqual([undefined, 'x']);
    at(1399);
    expect(await notes.get('2', 'k')).toBe('x');
    at(1400);
    expect([await notes.get('2', 'k'), await notes.get('1', 'kept')]).toEqual([undefined, 'x']);
  });
}
