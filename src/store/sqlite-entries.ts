/** A Keyv 6 storage adapter over `node:sqlite`: no native addon, real namespaces, expiry by absolute time. */
import type { Clock } from '#domain';

import type { AdapterEntry, Backend, Namespace, StorageAdapter } from './backend.ts';
import type { Connection } from './sqlite-connection.ts';

/** Keys read at once while iterating. */
const PAGE = 200;
const PLACE = 'guild = ? AND collection = ?';
const ALIVE = '(expires IS NULL OR expires > ?)';

export interface Entries extends Pick<Backend, 'guilds' | 'shift'> {
  adapter(namespace: Namespace): StorageAdapter;
  setAside(from: Namespace, key: string, value: string, into: string, expires: number): Promise<boolean>;
  replace(at: Namespace, key: string, change: Parameters<Backend['replace']>[3]): Promise<boolean>;
}

/** `reader`: where records are looked up; the connection itself, or one to the same file whose pages are at hand more often. */
export function createEntries(connection: Connection, clock: Clock, reader: Connection = connection): Entries {
  const statements = { ...prepare(connection), ...prepareReading(reader) };
  return {
    adapter: (namespace) => createAdapter(namespace, statements, { ...connection, read: reader.read }, clock),
    setAside: ({ guild, collection }, key, value, into, expires) =>
      connection.write(() => statements.move.run(into, expires, guild, collection, key, value).changes > 0),
    replace: ({ guild, collection }, key, { from, to, expires = null }) =>
      connection.write(() => {
        const now = clock();
        const { changes } =
          from === null
            ? statements.create.run(guild, collection, key, to, expires, now)
            : statements.exchange.run(to, expires, guild, collection, key, from, now);
        return changes > 0;
      }),
    async shift({ guild, collection }, byMs) {
      await connection.write(() => statements.shift.run(byMs, guild, collection));
    },
    async *guilds(collection) {
      for (let last = ''; ; ) {
        const rows = await reader.read(() => statements.guilds.all(last, collection, clock()));
        for (const row of rows) {
          last = String(row['guild']);
          if (row['is_holder'] === 1) yield last;
        }
        if (rows.length < PAGE) return;
      }
    },
  };
}

function prepareReading({ db }: Connection) {
  return {
    select: db.prepare(`SELECT value FROM entries WHERE ${PLACE} AND key = ? AND ${ALIVE}`),
    page: db.prepare(
      `SELECT key, value FROM entries WHERE ${PLACE} AND key > ? AND ${ALIVE} ORDER BY key LIMIT ${PAGE}`,
    ),
    // From one guild to the next along the primary key: what a guild holds is never read, however much it is.
    guilds: db.prepare(`WITH RECURSIVE step(guild) AS (
        SELECT min(guild) FROM entries WHERE guild > ?
        UNION ALL SELECT (SELECT min(guild) FROM entries WHERE guild > step.guild) FROM step
        WHERE step.guild IS NOT NULL LIMIT ${PAGE})
      SELECT guild, EXISTS (SELECT 1 FROM entries AS e WHERE e.guild = step.guild AND e.collection = ? AND ${ALIVE})
        AS is_holder FROM step WHERE guild IS NOT NULL`),
  };
}

function prepare({ db }: Connection) {
  return {
    upsert: db.prepare(`INSERT INTO entries VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires`),
    remove: db.prepare(`DELETE FROM entries WHERE ${PLACE} AND key = ? RETURNING ${ALIVE} AS was_alive`),
    clear: db.prepare(`DELETE FROM entries WHERE ${PLACE}`),
    create: db.prepare(`INSERT INTO entries VALUES (?, ?, ?, ?, ?)
      ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires WHERE expires <= ?`),
    exchange: db.prepare(
      `UPDATE entries SET value = ?, expires = ? WHERE ${PLACE} AND key = ? AND value = ? AND ${ALIVE}`,
    ),
    shift: db.prepare(`UPDATE entries SET expires = expires + ? WHERE ${PLACE} AND expires IS NOT NULL`),
    move: db.prepare(
      `UPDATE OR REPLACE entries SET collection = ?, expires = ? WHERE ${PLACE} AND key = ? AND value = ?`,
    ),
  };
}

function createAdapter(
  { guild, collection }: Namespace,
  statements: ReturnType<typeof prepare> & ReturnType<typeof prepareReading>,
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
