import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openStore, type Quarantined, type Store, type StoreOptions } from '#store';

import { openSqlite } from '../../src/store/sqlite-backend.ts';
import { connect } from '../../src/store/sqlite-connection.ts';
import { createEntries } from '../../src/store/sqlite-entries.ts';
import { adapterContract } from '../contracts/adapter-contract.ts';
import { storeContract } from '../contracts/store-contract.ts';
import { plainArticle } from '../fixtures/articles.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-store-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let files = 0;
const freshFileIn = (place: string): string => join(place, `${(files += 1)}.sqlite`);
const freshFile = (): string => join(folder, `${(files += 1)}`, 'store.sqlite');

storeContract('memory', (options) => openStore('memory://', options));
storeContract('SQLite', (options) => openStore(`sqlite://${freshFile()}`, options));
adapterContract('memory', (clock) => openSqlite({ file: null, clock, deadlineMs: 6000 }));
adapterContract('SQLite', (clock) => openSqlite({ file: freshFile(), clock, deadlineMs: 6000 }));

describe('the address of a store', () => {
  const opened: Store[] = [];
  const open = async (url: string): Promise<Store> => {
    const store = await openStore(url, { clock: Date.now });
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  it.each(['redis://', 'mysql://x', 'sqlite://', 'sqlite:data/x.sqlite', ''])(
    'refuses "%s" and names the forms it knows',
    async (url) => {
      await expect(openStore(url, { clock: Date.now })).rejects.toThrow(
        /supported are memory:\/\/, sqlite:\/\/ .* redis:\/\//u,
      );
    },
  );

  it('does not repeat the password of an address it refuses', async () => {
    const refusal = await openStore('mysql://user:hunter2@host/0', { clock: Date.now }).catch(String);
    expect(refusal).toContain('mysql://…@host/0');
    expect(refusal).not.toContain('hunter2');
  });

  it('takes a relative path as it is and makes its folder', async () => {
    const file = freshFile();
    const store = await open(`sqlite://${relative(process.cwd(), file)}`);
    await store.articles.put('1', 'a', plainArticle);
    expect(readdirSync(join(file, '..'))).toContain('store.sqlite');
  });

  it('takes a path with a query mark and a percent sign as it is', async () => {
    const file = join(folder, 'odd', 'a%20b?mode=ro#x.sqlite');
    await open(`sqlite://${file}`);
    expect(readdirSync(join(folder, 'odd'))).toContain('a%20b?mode=ro#x.sqlite');
  });

  it('says which file cannot be opened', async () => {
    await expect(open(`sqlite://${folder}`)).rejects.toThrow(/^STORE_URL is "sqlite:.*cannot be opened/u);
  });

  it('refuses a file written by a newer version', async () => {
    const file = freshFile();
    await (await open(`sqlite://${file}`)).close();
    change(file, 'PRAGMA user_version = 99');
    await expect(open(`sqlite://${file}`)).rejects.toThrow(/newer version/u);
  });
});

describe('a SQLite file', () => {
  const opened: Store[] = [];
  const open = async (file: string, options: Partial<StoreOptions> = {}): Promise<Store> => {
    const store = await openStore(`sqlite://${file}`, { clock: Date.now, ...options });
    opened.push(store);
    return store;
  };
  afterEach(async () => {
    for (const store of opened.splice(0)) await store.close();
  });

  it('still holds its records, counters and states when it is opened again', async () => {
    const file = freshFile();
    const first = await open(file);
    await first.articles.put('1', 'a', plainArticle);
    await first.atomic.increment('1', 'n', 3);
    await first.atomic.putIfAbsent('1', 's', 'mine');
    await first.close();
    const second = await open(file);
    expect(await second.articles.get('1', 'a')).toEqual(plainArticle);
    expect(await second.atomic.count('1', 'n')).toBe(3);
    expect(await second.atomic.state('1', 's')).toBe('mine');
  });

  it('closes after the writes already asked for', async () => {
    const file = freshFile();
    const first = await open(file);
    const writing = first.articles.put('1', 'a', plainArticle);
    await first.close();
    await writing;
    expect(await (await open(file)).articles.get('1', 'a')).toEqual(plainArticle);
  });

  it('holds nothing of a deleted guild, in no byte of it or of its log', async () => {
    const file = freshFile();
    const store = await open(file);
    const notes = store.collection({ name: 'notes', version: 1, schema: z.string(), durability: 'cache' });
    for (let number = 0; number < 50; number += 1) await notes.put('gone', `k${number}`, `WALRUS ${'x'.repeat(900)}`);
    const bytes = (): string => ['', '-wal'].map((suffix) => readFileSync(file + suffix, 'latin1')).join('');
    expect(bytes()).toContain('WALRUS');
    await store.deleteGuild('gone');
    expect(bytes()).not.toContain('WALRUS');
  });

  it('sets the log pressed to disk at each commit for ledgers and not for caches', async () => {
    // Seen from outside only by cutting the power; here by what the pragma says on each connection.
    const modes = await Promise.all(
      (['ledger', 'cache'] as const).map(async (durability) => {
        const connection = await connect({ file: freshFileIn(folder), durability, busyMs: 1000 });
        const mode = connection.db.prepare('PRAGMA synchronous').get()?.['synchronous'];
        const journal = connection.db.prepare('PRAGMA journal_mode').get()?.['journal_mode'];
        await connection.close();
        return [durability, mode, journal];
      }),
    );
    expect(modes).toEqual([
      ['ledger', 2, 'wal'],
      ['cache', 1, 'wal'],
    ]);
  });

  it.each([
    ['a schema that no longer fits', `UPDATE entries SET value = replace(value, '"sentences"', '"sentence"')`],
    ['text that is not JSON', `UPDATE entries SET value = substr(value, 1, 40)`],
    ['JSON that is no record', `UPDATE entries SET value = '[1,2]'`],
    ['another version', `UPDATE entries SET value = replace(value, '"version":1', '"version":7')`],
  ])('sets a record aside for %s, reports it once, and reads it as not kept', async (_what, damage) => {
    const file = freshFile();
    const reports: unknown[] = [];
    const store = await open(file, { onQuarantine: (report) => reports.push(report) });
    await store.articles.put('1', 'a', plainArticle);
    change(file, damage);
    const answers = await Promise.all([store.articles.get('1', 'a'), store.articles.get('1', 'a')]);
    expect([...answers, await store.articles.get('1', 'a')]).toEqual([undefined, undefined, undefined]);
    expect(reports).toEqual([{ guild: '1', collection: 'articles', key: 'a', reason: expect.any(String) }]);
    expect(rows(file, 'SELECT collection FROM entries')).toEqual([{ collection: 'quarantine/articles' }]);
  });

  it('skips a damaged record while listing entries, and sets it aside', async () => {
    const file = freshFile();
    const reports: Quarantined[] = [];
    const store = await open(file, { onQuarantine: (report) => reports.push(report) });
    for (const key of ['a', 'b', 'c']) await store.articles.put('1', key, plainArticle);
    change(file, `UPDATE entries SET value = '{' WHERE key = 'b'`);
    const entries = await Array.fromAsync(store.articles.entries('1'));
    expect(entries.map(([key]) => key)).toEqual(['a', 'c']);
    expect(reports.map(({ key }) => key)).toEqual(['b']);
  });

  it.each<[string, (store: Store) => Promise<unknown>]>([
    ['emptying the collection', (store) => store.articles.deleteAll('1')],
    ['deleting the guild', (store) => store.deleteGuild('1')],
  ])('keeps no record set aside after %s', async (_what, remove) => {
    const file = freshFile();
    const store = await open(file);
    for (const guild of ['1', '2']) await store.articles.put(guild, 'a', plainArticle);
    change(file, `UPDATE entries SET value = '{'`);
    for (const guild of ['1', '2']) expect(await store.articles.get(guild, 'a')).toBeUndefined();
    await remove(store);
    expect(rows(file, 'SELECT guild FROM entries')).toEqual([{ guild: '2' }]);
  });

  it('that can grow no more refuses the write, keeps what it holds, and works again', async () => {
    const connection = await connect({ file: freshFileIn(folder), durability: 'cache', busyMs: 1000 });
    const adapter = createEntries(connection, Date.now).adapter({ guild: '1', collection: 'c' });
    await adapter.set('k', 'kept');
    connection.db.exec('PRAGMA max_page_count = 1');
    await expect(adapter.set('k', 'x'.repeat(1_000_000))).rejects.toThrow(/full/u);
    expect(await adapter.get('k')).toBe('kept');
    connection.db.exec('PRAGMA max_page_count = 100000');
    await adapter.set('k', 'x'.repeat(1_000_000));
    expect(await adapter.get('k')).toHaveLength(1_000_000);
    await connection.close();
  });
});

/** Does to a file what only another hand would do. */
function change(file: string, sql: string): void {
  const db = new DatabaseSync(file, { timeout: 5000 });
  db.exec(sql);
  db.close();
}

function rows(file: string, sql: string): unknown[] {
  const db = new DatabaseSync(file, { timeout: 5000 });
  const found = db.prepare(sql).all();
  db.close();
  return found.map((row) => ({ ...row }));
}
