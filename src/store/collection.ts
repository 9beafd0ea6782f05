/** Records of one kind, kept per guild, versioned and checked by schema on reading. */
import { Keyv, type KeyvStorageAdapter } from 'keyv';
import { z } from 'zod';

import { BotError, type Clock } from '#domain';

/** A store that does not answer in time is an error, never a miss. */
const DEADLINE_MS = 5000;

export interface Collection<Value> {
  /** `undefined`: not kept. @throws BotError `storage-unavailable` */
  get(guild: string, key: string): Promise<Value | undefined>;
  /** @throws BotError `storage-unavailable` */
  put(guild: string, key: string, value: Value): Promise<void>;
  delete(guild: string, key: string): Promise<void>;
}

export interface CollectionOptions<Value> {
  readonly name: string;
  /** Counts up when the shape changes; older records then read as not kept. */
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  readonly ttlMs: number;
  readonly clock: Clock;
  /** A storage adapter for one namespace. */
  readonly open: (namespace: string) => Pick<KeyvStorageAdapter, 'get' | 'set' | 'delete'>;
  readonly onQuarantine: (what: { collection: string; key: string; reason: string }) => void;
}

/** Length first, so that no guild or name can be written to look like another pair. */
export function namespaceOf(guild: string, collection = ''): string {
  return `${guild.length}:${guild}/${collection}`;
}

export function createCollection<Value>(options: CollectionOptions<Value>): Collection<Value> {
  const stores = new Map<string, Keyv>();
  const envelope = z.object({ version: z.number(), record: z.unknown() });

  function storeOf(guild: string): Keyv {
    const namespace = namespaceOf(guild, options.name);
    let store = stores.get(namespace);
    if (!store) {
      const adapter = options.open(namespace);
      store = new Keyv({ store: adapter, namespace });
      stores.set(namespace, store);
    }
    return store;
  }

  async function guarded<Result>(operation: string, work: () => Promise<Result>): Promise<Result> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`${operation} took over ${DEADLINE_MS} ms`)), DEADLINE_MS);
    });
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      throw new BotError('storage-unavailable', { operation: `${options.name} ${operation}` }, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  /** Keyv counts from the machine's clock; the record expires by ours. */
  const ttlFromNow = (): number => options.clock() + options.ttlMs - Date.now();

  async function setAside(guild: string, key: string, reason: string): Promise<undefined> {
    options.onQuarantine({ collection: options.name, key, reason });
    await guarded('delete', () => storeOf(guild).delete(key));
    return undefined;
  }

  return {
    async get(guild, key) {
      const raw: unknown = await guarded('get', () => storeOf(guild).get(key));
      if (raw === undefined) return undefined;
      const opened = envelope.safeParse(raw);
      if (!opened.success || opened.data.version !== options.version) return setAside(guild, key, 'another version');
      const record = options.schema.safeParse(opened.data.record);
      return record.success ? record.data : setAside(guild, key, z.prettifyError(record.error));
    },
    async put(guild, key, value) {
      const isWritten = await guarded('set', () =>
        storeOf(guild).set(key, { version: options.version, record: value }, ttlFromNow()),
      );
      if (!isWritten) throw new BotError('storage-unavailable', { operation: `${options.name} set` });
    },
    async delete(guild, key) {
      await guarded('delete', () => storeOf(guild).delete(key));
    },
  };
}
