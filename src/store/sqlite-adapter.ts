/** A Keyv 6 storage adapter over `node:sqlite`: no native addon, real namespaces, expiry by absolute time. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { type KeyvStorageAdapter, keyvStorageCapability } from 'keyv';

import type { Clock } from '#domain';

/** How long a statement waits for another process that holds the file. */
const BUSY_TIMEOUT_MS = 5000;

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS records (
    namespace TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, expires INTEGER, PRIMARY KEY (namespace, key)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_expires ON records (expires) WHERE expires IS NOT NULL;
`;

export interface SqliteDatabase {
  /** One adapter per namespace: a shared one would answer for the namespace set last. */
  adapter(namespace: string): SqliteAdapter;
  /** Deletes what has expired; returns how many records. */
  sweep(): number;
  /** Deletes every record of the namespaces that begin so. */
  deleteNamespaces(prefix: string): void;
  close(): void;
}

type SqliteAdapter = Pick<
  KeyvStorageAdapter,
  'get' | 'getMany' | 'has' | 'hasMany' | 'set' | 'setMany' | 'delete' | 'deleteMany' | 'clear'
> & { readonly namespace: string; readonly capabilities: ReturnType<typeof keyvStorageCapability> };

export function openSqlite(file: string, clock: Clock): SqliteDatabase {
  if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
  const db = new DatabaseSync(file, { timeout: BUSY_TIMEOUT_MS });
  // NORMAL survives a killed process and costs 0.2 ms a write in place of 5; only a power cut can lose the last results.
  db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; ${SCHEMA}`);
  const read = db.prepare(
    'SELECT value FROM records WHERE namespace = ? AND key = ? AND (expires IS NULL OR expires > ?)',
  );
  const write = db.prepare(
    'INSERT INTO records VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, expires = excluded.expires',
  );
  const remove = db.prepare('DELETE FROM records WHERE namespace = ? AND key = ?');
  const clear = db.prepare('DELETE FROM records WHERE namespace = ?');
  const sweep = db.prepare('DELETE FROM records WHERE expires IS NOT NULL AND expires <= ?');
  const clearPrefix = db.prepare('DELETE FROM records WHERE substr(namespace, 1, length(?)) = ?');

  const valueOf = (namespace: string, key: string): string | undefined => {
    const value = read.get(namespace, key, clock())?.['value'];
    return typeof value === 'string' ? value : undefined;
  };
  const put = (namespace: string, key: string, value: unknown, expires: number | undefined): void => {
    write.run(namespace, key, typeof value === 'string' ? value : JSON.stringify(value), expires ?? null);
  };

  return {
    adapter(namespace) {
      // Methods of the Keyv contract answer with promises; SQLite itself answers at once.
      const adapter: Omit<SqliteAdapter, 'capabilities'> = {
        namespace,
        get: async <Value>(key: string) => valueOf(namespace, key) as Value | undefined,
        getMany: async <Value>(keys: string[]) => keys.map((key) => valueOf(namespace, key) as Value | undefined),
        has: async (key) => valueOf(namespace, key) !== undefined,
        hasMany: async (keys) => keys.map((key) => valueOf(namespace, key) !== undefined),
        async set(key, value, expires) {
          put(namespace, key, value, expires);
          return true;
        },
        async setMany(entries) {
          db.exec('BEGIN IMMEDIATE');
          try {
            for (const entry of entries) put(namespace, entry.key, entry.value, entry.expires);
            db.exec('COMMIT');
          } catch (error) {
            db.exec('ROLLBACK');
            throw error;
          }
          return entries.map(() => true);
        },
        delete: async (key) => remove.run(namespace, key).changes > 0,
        deleteMany: async (keys) => keys.map((key) => remove.run(namespace, key).changes > 0),
        async clear() {
          clear.run(namespace);
        },
      };
      return Object.assign(adapter, { capabilities: keyvStorageCapability(adapter) });
    },
    sweep: () => Number(sweep.run(clock()).changes),
    deleteNamespaces: (prefix) => void clearPrefix.run(prefix, prefix),
    close: () => db.close(),
  };
}
