/** One connection to a SQLite database: its settings, its tables, and how it waits for another process. */
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';

import type { Durability } from './backend.ts';
import { PAGES_WITHOUT_THREAD } from './sqlite-checkpoints.ts';

/**
 * `node:sqlite` runs on the thread that also answers Discord, so SQLite's own waiting for a lock would stop the bot.
 * It waits this long; then we let other work go on and try again.
 */
const BLOCKING_WAIT_MS = 5;
const RETRY_PAUSE_MS = 10;
/** Primary result codes, https://www.sqlite.org/rescode.html; the low byte of an extended code. */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/** Counts up when the tables change. */
const TABLES_VERSION = 1;
// Tables with rowid: without it they were slower and three times larger with values of a few kilobytes.
// The bound of a counter is JavaScript's largest whole number: beyond it the change fails and nothing is written.
const TABLES = `
  CREATE TABLE IF NOT EXISTS entries (
    guild TEXT NOT NULL, collection TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER,
    PRIMARY KEY (guild, collection, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS counters (
    guild TEXT NOT NULL, key TEXT NOT NULL, value INTEGER NOT NULL CHECK (abs(value) <= ${Number.MAX_SAFE_INTEGER}),
    expires INTEGER, PRIMARY KEY (guild, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS states (
    guild TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (guild, key)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS health (id INTEGER PRIMARY KEY CHECK (id = 1), checked INTEGER NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS entries_expires ON entries (expires) WHERE expires IS NOT NULL;
  CREATE INDEX IF NOT EXISTS counters_expires ON counters (expires) WHERE expires IS NOT NULL;
  CREATE INDEX IF NOT EXISTS states_expires ON states (expires) WHERE expires IS NOT NULL;
  PRAGMA user_version = ${TABLES_VERSION};
`;

export interface Connection {
  readonly db: DatabaseSync;
  /** Runs one whole step (a statement or a transaction), waiting for other processes without stopping this one. */
  readonly read: <Result>(step: () => Result) => Promise<Result>;
  /** As `read`; writes happen in the order they were asked for, also when the first has to wait. */
  readonly write: <Result>(step: () => Result) => Promise<Result>;
  /** All or nothing: for use inside one step. */
  readonly transaction: <Result>(body: () => Result) => Result;
  /** After the writes already asked for. */
  close(): Promise<void>;
}

export interface ConnectionOptions {
  readonly file: string;
  readonly durability: Durability;
  /** How long an operation waits for a lock in all. */
  readonly busyMs: number;
  /** Told after each step that wrote. */
  readonly onWrite?: () => void;
}

export async function connect({ file, durability, busyMs, onWrite }: ConnectionOptions): Promise<Connection> {
  const db = new DatabaseSync(file, { timeout: BLOCKING_WAIT_MS });
  const patiently = createPatience(busyMs);
  let queue: Promise<unknown> = Promise.resolve();
  try {
    await patiently(() => prepareFile(db, durability));
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    db,
    read: patiently,
    write(step) {
      const giveUpAt = performance.now() + busyMs;
      const result = queue.then(() => patiently(step, giveUpAt));
      queue = result.then(onWrite, () => undefined);
      return result;
    },
    transaction: (body) => inTransaction(db, body),
    async close() {
      await queue;
      if (db.isOpen) db.close();
    },
  };
}

/** Tries again while another process holds the file; at least once, however long the step had to queue. */
function createPatience(busyMs: number) {
  return async <Result>(step: () => Result, giveUpAt = performance.now() + busyMs): Promise<Result> => {
    for (;;) {
      try {
        return step();
      } catch (error) {
        if (!isBusy(error) || performance.now() >= giveUpAt) throw error;
      }
      // Of random length: two processes that wait alike would keep meeting.
      await pause(RETRY_PAUSE_MS * (0.5 + Math.random()));
    }
  };
}

function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return false;
  const code = error.errcode & 0xff;
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

function prepareFile(db: DatabaseSync, durability: Durability): void {
  db.exec('PRAGMA journal_mode = WAL');
  // Per connection. A full commit also makes durable what other connections wrote to the same log before it.
  db.exec(`PRAGMA synchronous = ${durability === 'ledger' ? 'FULL' : 'NORMAL'}`);
  db.exec(`PRAGMA wal_autocheckpoint = ${PAGES_WITHOUT_THREAD}`);
  // Deleted texts are overwritten with zeros: "deleted" then also holds for a copy of the file.
  db.exec('PRAGMA secure_delete = ON');
  const version = Number(db.prepare('PRAGMA user_version').get()?.['user_version']);
  if (version > TABLES_VERSION) throw new Error(`the file was written by a newer version (tables ${version})`);
  if (version < TABLES_VERSION) inTransaction(db, () => db.exec(TABLES));
}

function inTransaction<Result>(db: DatabaseSync, body: () => Result): Result {
  // IMMEDIATE takes the write lock at once; a transaction that read first could fail half-way.
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = body();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    throw error;
  }
}
