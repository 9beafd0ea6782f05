/** A Keyv 6 storage adapter over `node:sqlite`: no native addon, real namespaces, expiry by absolute time. */
import type { Clock } from '#domain';

import type { AdapterEntry, Namespace, StorageAdapter } from './backend.ts';
import type { Connection } from './sqlite-connection.ts';

/** Keys read at once while iterating. */
const PAGE = 200;
const PLACE = 'guild = ? AND collection = ?';
const ALIVE = '(expires IS NULL OR expires > ?)';

export interface Entries {
  adapter(namespace: Namespace): StorageAdapter;
  setAside(from: Namespace, key: string, value: string, into: string, expires: number): Promise<boolean>;
}

export function createEntries(connection: Connection, clock: Clock): Entries {
  const statements = prepare(connection);
  return {
    adapter: (namespace) => createAdapter(namespace, statements, connection, clock),
    setAside: ({ guild, collection }, key, value, into, expires) =>
      connection.write(() => statements.move.run(into, expires, guild, collection, key, value).changes > 0),
  };
}

function prepare({ db }: Connection) {
  return {
    select: db.prepare(`SELECT value FROM entries WHERE ${PLACE} AND key = ? AND ${ALIVE}`),
    upsert: db.prepare(`INSERT INTO entries VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires`),
    remove: db.prepare(`DELETE FROM entries WHERE ${PLACE} AND key = ? RETURNING ${ALIVE} AS was_alive`),
    clear: db.prepare(`DELETE FROM entries WHERE ${PLACE}`),
    page: db.prepare(
      `SELECT key, value FROM entries WHERE ${PLACE} AND key > ? AND ${ALIVE} ORDER BY key LIMIT ${PAGE}`,
    ),
    move: db.prepare(
      `UPDATE OR REPLACE entries SET collection = ?, expires = ? WHERE ${PLACE} AND key = ? AND value = ?`,
    ),
  };
}

function createAdapter(
  { guild, collection }: Namespace,
  statements: ReturnType<typeof prepare>,
  { read, write, transaction }: Connection,
  clock: Clock,
): StorageAdapter {
  const valueOf = (key: string): string | undefined => {
    const value = statements.select.get(guild, collection, key, clock())?.['value'];
    return typeof value === 'string' ? value : undefined;
  };
  const put = ({ key, value, expires }: AdapterEntry): void => {
    statements.upsert.run(guild, collection, key, value, expires ?? null);
  };
  // `all`, not `get`: only a statement that ran to its end has committed, and says so if it could not.
  const drop = (key: string): boolean => statements.remove.all(guild, collection, key, clock())[0]?.['was_alive'] === 1;
  async function* iterator(): AsyncGenerator<[string, string], void> {
    // By pages from the last key on: no statement stays open, so deleting meanwhile skips nothing.
    for (let last = ''; ; ) {
      const rows = await read(() => statements.page.all(guild, collection, last, clock()));
      for (const row of rows) {
        last = String(row['key']);
        yield [last, String(row['value'])];
      }
      if (rows.length < PAGE) return;
    }
  }
  return {
    capabilities: { expires: true },
    get: (key) => read(() => valueOf(key)),
    getMany: (keys) => read(() => keys.map(valueOf)),
    has: (key) => read(() => valueOf(key) !== undefined),
    hasMany: (keys) => read(() => keys.map((key) => valueOf(key) !== undefined)),
    async set(key, value, expires) {
      await write(() => put({ key, value, expires }));
      return true;
    },
    async setMany(entries) {
      await write(() => transaction(() => entries.forEach(put)));
      return entries.map(() => true);
    },
    delete: (key) => write(() => drop(key)),
    deleteMany: (keys) => write(() => transaction(() => keys.map(drop))),
    async clear() {
      await write(() => statements.clear.run(guild, collection));
    },
    iterator,
  };
}
