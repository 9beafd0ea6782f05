/**
 * SQLite as the store's backend: one file, so that a backup, a deletion and an integrity check are each one thing, and
 * two connections to it, since how hard a commit is pressed to disk is a property of the connection.
 */
import { mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';

import type { Clock } from '#domain';

import type { Backend } from './backend.ts';
import { createCounters, createStates } from './sqlite-atomic.ts';
import { createCheckpoints } from './sqlite-checkpoints.ts';
import { type Connection, connect } from './sqlite-connection.ts';
import { createEntries } from './sqlite-entries.ts';

/** How long a statement waits for another process that holds the file. */
const BUSY_MS = 5000;
/** Waiting ends before the caller's deadline, so that nothing is written after its caller was told it failed. */
const BUSY_SHARE = 5 / 6;
/** Rows deleted in one statement while sweeping: a few milliseconds, in which nothing else runs. */
const SWEEP_ROWS = 200;
/** A quarter of a second; where another process reads without a pause, its own next deletion or end empties the log. */
const EMPTY_TRIES = 25;
const EMPTY_PAUSE_MS = 10;
const TABLES = ['entries', 'counters', 'states'] as const;

export interface SqliteOptions {
  /** A path as it is, or `null` for a database in memory that lives as long as the process. */
  readonly file: string | null;
  readonly clock: Clock;
  readonly deadlineMs: number;
}

export async function openSqlite({ file, clock, deadlineMs }: SqliteOptions): Promise<Backend> {
  const busyMs = Math.min(BUSY_MS, deadlineMs * BUSY_SHARE);
  const path = file === null ? ':memory:' : resolve(file);
  if (file !== null) mkdirSync(dirname(path), { recursive: true });
  const checkpoints = file === null ? null : createCheckpoints(path);
  const place = { file: path, busyMs, ...(checkpoints ? { onWrite: checkpoints.written } : {}) };
  const ledger = await connect({ ...place, durability: 'ledger' });
  // A second connection to memory would be a second database.
  const cache = file === null ? ledger : await connect({ ...place, durability: 'cache' });
  // What a ledger has committed every connection sees, and the pages of this one are in use all the time.
  const entries = { ledger: createEntries(ledger, clock, cache), cache: createEntries(cache, clock) };
  const check = cache.db.prepare(
    'INSERT INTO health VALUES (1, ?) ON CONFLICT DO UPDATE SET checked = excluded.checked',
  );
  const counters = { ledger: createCounters(ledger, clock), cache: createCounters(cache, clock) };
  return {
    atomic: {
      ...counters.ledger,
      ...createStates(cache, clock),
      spend: (charges, durability = 'ledger') => counters[durability].spend(charges),
    },
    adapter: (namespace, durability) => entries[durability].adapter(namespace),
    setAside: (...record) => entries.cache.setAside(...record),
    replace: (at, durability, key, change) => entries[durability].replace(at, key, change),
    shift: (at, byMs) => entries.cache.shift(at, byMs),
    guilds: (collection) => entries.cache.guilds(collection),
    deleteGuild: createDeleteGuild(ledger),
    sweep: createSweep(cache, clock),
    async check() {
      await cache.write(() => check.run(clock()));
    },
    async close() {
      // First: the last connection to close empties the log.
      await checkpoints?.close();
      await cache.close();
      await ledger.close();
    },
  };
}

function createDeleteGuild({ db, write, transaction }: Connection): Backend['deleteGuild'] {
  const entries = db.prepare(
    'DELETE FROM entries WHERE guild = ? AND collection NOT IN (SELECT value FROM json_each(?))',
  );
  const others = ['counters', 'states'].map((table) => db.prepare(`DELETE FROM ${table} WHERE guild = ?`));
  const checkpoint = db.prepare('PRAGMA wal_checkpoint(TRUNCATE)');

  /** The log still holds the pages as they were. Whoever reads or moves it at this moment is done in some milliseconds. */
  async function emptyLog(): Promise<void> {
    for (let tries = 1; tries <= EMPTY_TRIES; tries++) {
      const state = await write(() => checkpoint.get());
      if (state?.['busy'] !== 1) return;
      await pause(EMPTY_PAUSE_MS);
    }
  }

  return async (guild, keep) => {
    await write(() =>
      transaction(() => {
        entries.run(guild, JSON.stringify(keep));
        for (const statement of others) statement.run(guild);
      }),
    );
    await emptyLog();
  };
}

function createSweep({ db, write }: Connection, clock: Clock): Backend['sweep'] {
  const statements = TABLES.map((table) =>
    db.prepare(`DELETE FROM ${table} WHERE rowid IN
      (SELECT rowid FROM ${table} WHERE expires <= ? ORDER BY expires LIMIT ${SWEEP_ROWS})`),
  );
  return async () => {
    let swept = 0;
    for (const statement of statements) {
      for (;;) {
        const changes = Number(await write(() => statement.run(clock()).changes));
        swept += changes;
        if (changes < SWEEP_ROWS) break;
        await turn();
      }
    }
    return swept;
  };
}
