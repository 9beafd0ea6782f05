/** The store: what the bot keeps, in collections, and the URL that says where. */
import { z } from 'zod';

import {
  type Article,
  type BriefingRecord,
  type Clock,
  type Discussion,
  type GuildSettings,
  type PostedMessage,
  REQUEST_KEPT_MS,
  type UsageEntry,
} from '#domain';

import type { Atomic, Backend } from './backend.ts';
import { type Collection, type CollectionOptions, createCollection, type Quarantined } from './collection.ts';
import { checkTtl } from './expiry.ts';
import {
  DiscussionSchema,
  GuildSettingsSchema,
  type InboxRecord,
  InboxRecordSchema,
  PostedListSchema,
  PostedMessageSchema,
  UsageEntrySchema,
} from './holding-schemas.ts';
import { readName, writeName } from './names.ts';
import { ArticleSchema, BriefingRecordSchema, type LinkRecord, LinkRecordSchema } from './record-schemas.ts';
import { openRedis } from './redis-backend.ts';
import { openSqlite } from './sqlite-backend.ts';
import { createStrict, DEADLINE_MS, type Strict } from './strict.ts';

/** Articles and results are kept 30 days unless an admin chooses otherwise. */
export const RESULTS_KEPT_MS = 30 * 86_400_000;

/** Long enough for "the last month", whatever day it is asked on. */
export const USAGE_KEPT_MS = 35 * 86_400_000;

/** A sweep is many small steps, so it may take long and still be well. */
const SWEEP_DEADLINE_MS = 10 * 60_000;

/** Every method rejects with BotError `storage-unavailable` when the storage fails or is late. */
export interface Store {
  /** By article id. */
  readonly articles: Collection<Article>;
  /** Which article an address led to when it was last read; by canonical address. */
  readonly links: Collection<LinkRecord>;
  /** By the use case's cache key. */
  readonly briefings: Collection<BriefingRecord>;
  /** Hash of the commands published last, by application. Belongs to no guild. */
  readonly published: Collection<string>;
  /** Under the one key `guild`. */
  readonly settings: Collection<GuildSettings>;
  /** By `DAY/MEMBER`. */
  readonly usage: Collection<UsageEntry>;
  /** By request id. */
  readonly inbox: Collection<InboxRecord>;
  /** By message id. */
  readonly posted: Collection<PostedMessage>;
  /** Ids of posted messages by `article/ID`, `channel/ID`, `source/ID`. */
  readonly postedLists: Collection<readonly string[]>;
  /** By the id of a thread or channel. */
  readonly discussions: Collection<Discussion>;
  readonly atomic: Atomic;
  /** @throws Error when the name is taken: two schemas would set each other's records aside. */
  collection<Value>(options: CollectionOptions<Value>): Collection<Value>;
  /** Everything of one guild: every collection but those named in `keep`, records set aside, counters and states. */
  deleteGuild(guild: string, options?: { readonly keep?: readonly string[] }): Promise<void>;
  /** Deletes what has expired; how many. Whoever owns the timers calls it. */
  sweep(): Promise<number>;
  /** Resolves when the store can be written, for `/readyz`. */
  check(): Promise<void>;
  /** After the writes already asked for. */
  close(): Promise<void>;
}

export interface StoreOptions {
  readonly clock: Clock;
  /** Called once for a record that could not be read and was set aside. */
  readonly onQuarantine?: (what: Quarantined) => void;
  readonly deadlineMs?: number;
}

/** Why the store could not be opened, in one sentence for the operator. */
export class StoreError extends Error {}

/** @throws StoreError the URL is of no supported form, or the store cannot be opened */
export async function openStore(url: string, options: StoreOptions): Promise<Store> {
  const open = openerOf(url);
  try {
    const deadlineMs = options.deadlineMs ?? open.deadlineMs;
    return createStore(await open.open({ clock: options.clock, deadlineMs }), { ...options, deadlineMs });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StoreError(`STORE_URL is "${withoutSecrets(url)}": it cannot be opened (${reason}).`, { cause: error });
  }
}

/** The store over any backend. */
export function createStore(backend: Backend, options: StoreOptions): Store {
  const { clock, onQuarantine = () => undefined, deadlineMs = DEADLINE_MS } = options;
  const strict = createStrict(deadlineMs);
  const names = new Set<string>();

  function collection<Value>(of: CollectionOptions<Value>): Collection<Value> {
    if (names.has(of.name)) throw new Error(`The store has a collection "${of.name}" already.`);
    names.add(of.name);
    return createCollection(of, { backend, strict, clock, onQuarantine });
  }
  const results = { version: 1, ttlMs: RESULTS_KEPT_MS, durability: 'cache' } as const;

  return {
    articles: collection({ ...results, name: 'articles', schema: ArticleSchema }),
    links: collection({ ...results, name: 'links', schema: LinkRecordSchema }),
    briefings: collection({ ...results, name: 'briefings', schema: BriefingRecordSchema }),
    published: collection({ name: 'published', version: 1, schema: z.string(), durability: 'cache' }),
    settings: collection({ name: 'settings', version: 1, schema: GuildSettingsSchema, durability: 'ledger' }),
    usage: collection({
      name: 'usage',
      version: 1,
      schema: UsageEntrySchema,
      ttlMs: USAGE_KEPT_MS,
      durability: 'ledger',
    }),
    inbox: collection({
      name: 'inbox',
      version: 1,
      schema: InboxRecordSchema,
      ttlMs: REQUEST_KEPT_MS,
      durability: 'cache',
    }),
    posted: collection({ ...results, name: 'posted', schema: PostedMessageSchema }),
    postedLists: collection({ ...results, name: 'posted-lists', schema: PostedListSchema }),
    discussions: collection({ ...results, name: 'discussions', schema: DiscussionSchema }),
    atomic: createAtomic(backend.atomic, strict),
    collection,
    deleteGuild: (guild, { keep = [] } = {}) =>
      strict.run('delete guild', () => backend.deleteGuild(writeName(guild), keep)),
    sweep: () => strict.run('sweep', () => backend.sweep(), SWEEP_DEADLINE_MS),
    check: () => strict.run('check', () => backend.check()),
    async close() {
      await strict.settled();
      await backend.close();
    },
  };
}

/** The backend's atomic port under the deadline, with names and states written so that any string is safe. */
function createAtomic(atomic: Atomic, strict: Strict): Atomic {
  return {
    async increment(guild, key, by, options) {
      if (!Number.isSafeInteger(by)) throw new RangeError(`a counter counts in whole numbers, not by ${by}`);
      checkTtl(options?.ttlMs);
      return strict.run('increment', () => atomic.increment(writeName(guild), writeName(key), by, options));
    },
    async spend(charges, durability) {
      for (const { by, limit, ttlMs } of charges) {
        if (!Number.isSafeInteger(by) || !Number.isSafeInteger(limit) || by < 0)
          throw new RangeError(`a charge is of whole numbers, not ${by} within ${limit}`);
        checkTtl(ttlMs);
      }
      const written = charges.map((charge) => ({
        ...charge,
        guild: writeName(charge.guild),
        key: writeName(charge.key),
      }));
      return strict.run('spend', () => atomic.spend(written, durability));
    },
    count: (guild, key) => strict.run('count', () => atomic.count(writeName(guild), writeName(key))),
    async putIfAbsent(guild, key, value, options) {
      checkTtl(options?.ttlMs);
      return strict.run('put if absent', () =>
        atomic.putIfAbsent(writeName(guild), writeName(key), writeName(value), options),
      );
    },
    async state(guild, key) {
      const written = await strict.run('state', () => atomic.state(writeName(guild), writeName(key)));
      return written === undefined ? undefined : readName(written);
    },
    async transition(guild, key, from, to, options) {
      checkTtl(options?.ttlMs);
      const target = to === null ? null : writeName(to);
      return strict.run('transition', () =>
        atomic.transition(writeName(guild), writeName(key), writeName(from), target, options),
      );
    },
  };
}

interface Opener {
  readonly deadlineMs: number;
  readonly open: (options: { readonly clock: Clock; readonly deadlineMs: number }) => Promise<Backend>;
}

/** Over what a busy server takes, under what Discord waits for an acknowledgement. */
const REDIS_DEADLINE_MS = 2000;

/** @throws StoreError that names the supported forms */
function openerOf(url: string): Opener {
  const sqlite = (file: string | null): Opener => ({
    deadlineMs: DEADLINE_MS,
    open: (options) => openSqlite({ file, ...options }),
  });
  if (url === 'memory://') return sqlite(null);
  const file = /^sqlite:\/\/(?<file>.+)$/u.exec(url)?.groups?.['file'];
  if (file) return sqlite(file);
  if (/^rediss?:\/\/.+/u.test(url) && URL.canParse(url))
    return { deadlineMs: REDIS_DEADLINE_MS, open: ({ clock }) => openRedis({ url, clock }) };
  throw new StoreError(
    `STORE_URL is "${withoutSecrets(url)}": supported are memory://, sqlite:// followed by a file path, and redis:// followed by host, port and number.`,
  );
}

/** An address may carry a password. */
function withoutSecrets(url: string): string {
  return url.replace(/\/\/[^/]*@/u, '//…@');
}
