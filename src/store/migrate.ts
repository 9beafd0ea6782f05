/** Everything of a SQLite store, copied into an empty Redis store and compared. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';

import type { Clock } from '#domain';

import { connectRedis, type RedisConnection } from './redis-connection.ts';
import { StoreError } from './store.ts';

/** Rows sent at once: with articles of 20 kB, a few megabytes. */
const BATCH_ROWS = 100;

/** How many of each kind were copied and found the same. */
export interface Migrated {
  readonly records: number;
  readonly counters: number;
  readonly states: number;
}

/** What each table has in the place of kind, guild, collection, key, text, expires. */
const SOURCES = [
  { kind: 'entry', count: 'records', select: 'SELECT rowid, guild, collection, key, value, expires FROM entries' },
  {
    kind: 'counter',
    count: 'counters',
    select: "SELECT rowid, guild, '' AS collection, key, value, expires FROM counters",
  },
  { kind: 'state', count: 'states', select: "SELECT rowid, guild, '' AS collection, key, value, expires FROM states" },
] as const;

/**
 * The file is only read. What has expired stays behind.
 * @throws StoreError an address of another kind, no such file, a store that is not empty, or a copy that differs
 */
export async function migrateStore(from: string, to: string, clock: Clock): Promise<Migrated> {
  const file = /^sqlite:\/\/(?<file>.+)$/u.exec(from)?.groups?.['file'];
  if (!file) throw new StoreError('The store to copy from must be sqlite:// followed by a file path.');
  if (!existsSync(file)) throw new StoreError(`There is no file "${file}" to copy from.`);
  if (!/^rediss?:\/\/.+/u.test(to) || !URL.canParse(to))
    throw new StoreError('The store to copy to must be redis:// followed by host, port and number.');
  const db = new DatabaseSync(file, { readOnly: true });
  try {
    const connection = await connected(to, clock);
    try {
      return await copy(db, connection, clock());
    } finally {
      await connection.close();
    }
  } finally {
    db.close();
  }
}

async function connected(url: string, clock: Clock): Promise<RedisConnection> {
  try {
    return await connectRedis({ url, clock });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`The store to copy to cannot be opened (${reason}).`, { cause: error });
  }
}

async function copy(db: DatabaseSync, { run }: RedisConnection, now: number): Promise<Migrated> {
  const size = Number(await run('size', []));
  if (size > 0) throw new StoreError('The store to copy to is not empty. Choose another database number, or empty it.');
  const copied = { records: 0, counters: 0, states: 0 };
  for (const source of SOURCES)
    for (const batch of batches(db, source, now)) {
      await run('load', batch.flat());
      copied[source.count] += batch.length;
    }
  // After everything is written: what was written wrongly, or over, shows only then.
  for (const source of SOURCES)
    for (const batch of batches(db, source, now)) {
      const same = Number(await run('compare', batch.flat()));
      if (same !== batch.length)
        throw new StoreError(
          `The copy differs from the file in ${batch.length - same} of ${batch.length} ${source.count}. Stop the bot, empty the target and try again.`,
        );
    }
  return copied;
}

function* batches(db: DatabaseSync, { kind, select }: (typeof SOURCES)[number], now: number): Generator<string[][]> {
  const page = db.prepare(
    `${select} WHERE rowid > ? AND (expires IS NULL OR expires > ?) ORDER BY rowid LIMIT ${BATCH_ROWS}`,
  );
  page.setReadBigInts(true);
  for (let last = 0n; ; ) {
    const rows = page.all(last, now);
    if (rows.length === 0) return;
    last = BigInt(String(rows.at(-1)?.['rowid']));
    yield rows.map((row) => [
      kind,
      ...['guild', 'collection', 'key', 'value'].map((name) => String(row[name])),
      row['expires'] === null ? '' : String(row['expires']),
    ]);
  }
}
