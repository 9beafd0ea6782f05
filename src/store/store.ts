/** Opens the store that `STORE_URL` names. */
import type { KeyvStorageAdapter } from 'keyv';
import { z } from 'zod';

import type { Article, BriefingRecord, Clock } from '#domain';

import { type Collection, type CollectionOptions, createCollection, namespaceOf } from './collection.ts';
import { ArticleSchema, BriefingRecordSchema } from './record-schemas.ts';
import { openSqlite } from './sqlite-adapter.ts';

const DAY_MS = 86_400_000;
/** Results are kept 30 days (DESIGN section 6). */
const RESULTS_KEPT_MS = 30 * DAY_MS;
const SWEEP_EVERY_MS = 3_600_000;

export interface Store {
  readonly articles: Collection<Article>;
  readonly briefings: Collection<BriefingRecord>;
  /** Hash of the commands published last, by application. Belongs to no guild. */
  readonly published: Collection<string>;
  /** Everything of one guild, in every collection. */
  deleteGuild(guild: string): Promise<void>;
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly clock: Clock;
  /** A record that could not be read was set aside. */
  readonly onQuarantine?: CollectionOptions<unknown>['onQuarantine'];
}

/** @throws Error with a sentence that names the supported forms. */
export function openStore(url: string, options: StoreOptions): Store {
  const file = fileOf(url);
  const database = openSqlite(file, options.clock);
  const open = (namespace: string): Pick<KeyvStorageAdapter, 'get' | 'set' | 'delete'> => database.adapter(namespace);
  const onQuarantine = options.onQuarantine ?? (() => undefined);
  const shared = { open, clock: options.clock, onQuarantine, version: 1, ttlMs: RESULTS_KEPT_MS };
  const sweeper = setInterval(() => database.sweep(), SWEEP_EVERY_MS);
  sweeper.unref();
  return {
    articles: createCollection({ ...shared, name: 'articles', schema: ArticleSchema }),
    briefings: createCollection({ ...shared, name: 'briefings', schema: BriefingRecordSchema }),
    published: createCollection({ ...shared, name: 'published', schema: z.string() }),
    async deleteGuild(guild) {
      database.deleteNamespaces(namespaceOf(guild));
    },
    async close() {
      clearInterval(sweeper);
      database.close();
    },
  };
}

/** `memory://` is SQLite's own memory database, so that both run the same code. */
function fileOf(url: string): string {
  if (url === 'memory://') return ':memory:';
  const file = /^sqlite:\/\/(?<file>.+)$/u.exec(url)?.groups?.['file'];
  if (file) return file;
  throw new Error(`STORE_URL is "${url}": supported are memory:// and sqlite:// followed by a file path.`);
}
