import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, describe, expect, it } from 'vitest';

import { openStore, type Store } from '#store';

import { briefingRecord, plainArticle } from '../fixtures/articles.ts';

const DAY_MS = 86_400_000;
const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
const open: Store[] = [];
const set = (url: string, options: Parameters<typeof openStore>[1]): Store => {
  const store = openStore(url, options);
  open.push(store);
  return store;
};
afterEach(async () => {
  for (const store of open.splice(0)) await store.close();
});

describe.each(['memory://', `sqlite://${join(folder, 'a', 'contract.sqlite')}`])('the store at %s', (url) => {
  it('gives back what was put, and only to the same guild', async () => {
    const store = set(url, { clock: Date.now });
    await store.articles.put('1', 'a', plainArticle);
    expect(await store.articles.get('1', 'a')).toEqual(plainArticle);
    expect(await store.articles.get('2', 'a')).toBeUndefined();
  });

  it('keeps guilds apart whose names are made to collide', async () => {
    const store = set(url, { clock: Date.now });
    for (const guild of ['x', 'X', 'x/', 'x%', 'x_', '1:x', 'x:articles'])
      await store.articles.put(guild, guild, plainArticle);
    await store.deleteGuild('x');
    expect(await store.articles.get('x', 'x')).toBeUndefined();
    for (const guild of ['X', 'x/', 'x%', 'x_', '1:x', 'x:articles'])
      expect(await store.articles.get(guild, guild)).toBeDefined();
  });

  it('forgets a result after 30 days', async () => {
    let now = 1_800_000_000_000;
    const store = set(url, { clock: () => now });
    await store.briefings.put('expiry', 'k', briefingRecord);
    now += 29 * DAY_MS;
    expect(await store.briefings.get('expiry', 'k')).toEqual(briefingRecord);
    now += 2 * DAY_MS;
    expect(await store.briefings.get('expiry', 'k')).toBeUndefined();
  });
});

describe('a SQLite file', () => {
  it('still holds its records when it is opened again', async () => {
    const url = `sqlite://${join(folder, 'again.sqlite')}`;
    const first = openStore(url, { clock: Date.now });
    await first.articles.put('1', 'a', plainArticle);
    await first.close();
    expect(await set(url, { clock: Date.now }).articles.get('1', 'a')).toEqual(plainArticle);
  });

  it('sets a record aside whose shape is wrong, says so, and reads it as not kept', async () => {
    const file = join(folder, 'corrupt.sqlite');
    const quarantined: string[] = [];
    const store = set(`sqlite://${file}`, { clock: Date.now, onQuarantine: ({ key }) => quarantined.push(key) });
    await store.articles.put('1', 'a', plainArticle);
    const other = new DatabaseSync(file);
    other.exec(`UPDATE records SET value = replace(value, '"sentences"', '"sentence"')`);
    other.close();
    expect(await store.articles.get('1', 'a')).toBeUndefined();
    expect(quarantined).toEqual(['a']);
  });

  it('turns a failing read into storage-unavailable and never into a miss', async () => {
    const store = openStore(`sqlite://${join(folder, 'closed.sqlite')}`, { clock: Date.now });
    await store.close();
    await expect(store.articles.get('1', 'a')).rejects.toMatchObject({ code: 'storage-unavailable' });
    await expect(store.articles.put('1', 'a', plainArticle)).rejects.toMatchObject({ code: 'storage-unavailable' });
  });

  it('refuses an address it does not know and names those it does', () => {
    expect(() => openStore('mysql://x', { clock: Date.now })).toThrow(/memory:\/\/ and sqlite:\/\//u);
  });
});

process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
