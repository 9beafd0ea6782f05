/** Redis as the store's backend, for bots that share one store between processes. */
import type { AdapterEntry, Atomic, Backend, Charge, Namespace, StorageAdapter } from './backend.ts';
import { expiryOf } from './expiry.ts';
import { connectRedis, type RedisConnection, type RedisOptions, type RedisReply } from './redis-connection.ts';

const SWEEP_RECORDS = 200;

export async function openRedis(options: RedisOptions): Promise<Backend> {
  const connection = await connectRedis(options);
  const { run } = connection;
  const isDone = async (reply: Promise<RedisReply>): Promise<boolean> => (await reply) === 1;
  return {
    atomic: createAtomic(connection, options),
    // Redis presses its log to disk for all alike (`appendfsync`).
    adapter: (namespace) => createAdapter(namespace, connection),
    setAside: ({ guild, collection }, key, value, into, expires) =>
      isDone(run('setAside', [guild, collection, key, value, into, `${expires}`])),
    replace: ({ guild, collection }, _durability, key, { from, to, expires }) =>
      isDone(run('replace', [guild, collection, key, from === null ? '0' : '1', from ?? '', to, written(expires)])),
    async shift({ guild, collection }, byMs) {
      // A scan may show a field twice while the hash grows; it is moved once.
      const done = new Set<string>();
      for (let cursor = '0'; ; ) {
        const [next = '0', ...moved] = texts(await run('shift', [guild, collection, `${byMs}`, cursor, ...done]));
        for (const field of moved) done.add(field);
        cursor = next;
        if (cursor === '0') return;
      }
    },
    async *guilds(collection) {
      const seen = new Set<string>();
      for (let cursor = '0'; ; ) {
        const [next = '0', ...guilds] = texts(await run('guilds', [collection, cursor]));
        for (const guild of guilds) {
          if (seen.has(guild)) continue;
          seen.add(guild);
          yield guild;
        }
        cursor = next;
        if (cursor === '0') return;
      }
    },
    async deleteGuild(guild, keep) {
      await run('deleteGuild', [guild, ...keep]);
    },
    async sweep() {
      for (let swept = 0; ; ) {
        const [looked = 0, deleted = 0] = texts(await run('sweep', [`${SWEEP_RECORDS}`])).map(Number);
        swept += deleted;
        if (looked < SWEEP_RECORDS) return swept;
      }
    },
    async check() {
      await run('check', []);
      await connection.checkLog();
    },
    close: () => connection.close(),
  };
}

const texts = (reply: RedisReply): string[] => (Array.isArray(reply) ? reply.map(String) : []);
const written = (expires: number | undefined): string => (expires === undefined ? '' : `${expires}`);

function createAdapter({ guild, collection }: Namespace, { run }: RedisConnection): StorageAdapter {
  async function getMany(keys: string[]): Promise<(string | undefined)[]> {
    if (keys.length === 0) return [];
    const found = await run('get', [guild, collection, ...keys]);
    return Array.isArray(found) ? found.map((text: RedisReply) => (typeof text === 'string' ? text : undefined)) : [];
  }
  async function setMany(entries: readonly AdapterEntry[]): Promise<boolean[]> {
    for (const { expires } of entries)
      if (expires !== undefined && !Number.isSafeInteger(expires))
        throw new RangeError(`an expiry is a whole number of ms, not ${expires}`);
    const args = entries.flatMap(({ key, value, expires }) => [key, value, written(expires)]);
    if (entries.length > 0) await run('put', [guild, collection, ...args]);
    return entries.map(() => true);
  }
  async function deleteMany(keys: string[]): Promise<boolean[]> {
    if (keys.length === 0) return [];
    return texts(await run('delete', [guild, collection, ...keys])).map((was) => was === '1');
  }
  async function* iterator(): AsyncGenerator<[string, string], void> {
    // A scan shows what stays throughout at least once, and now and then twice.
    const seen = new Set<string>();
    for (let cursor = '0'; ; ) {
      const [next = '0', ...found] = texts(await run('page', [guild, collection, cursor]));
      for (let index = 0; index + 1 < found.length; index += 2) {
        const key = found[index] ?? '';
        if (seen.has(key)) continue;
        seen.add(key);
        yield [key, found[index + 1] ?? ''];
      }
      cursor = next;
      if (cursor === '0') return;
    }
  }
  return {
    capabilities: { expires: true },
    get: async (key) => (await getMany([key]))[0],
    getMany,
    has: async (key) => (await getMany([key]))[0] !== undefined,
    hasMany: async (keys) => (await getMany(keys)).map((value) => value !== undefined),
    async set(key, value, expires) {
      await setMany([{ key, value, expires }]);
      return true;
    },
    setMany,
    delete: async (key) => (await deleteMany([key]))[0] === true,
    deleteMany,
    async clear() {
      await run('clear', [guild, collection]);
    },
    iterator,
  };
}

function createAtomic({ run }: RedisConnection, { clock }: RedisOptions): Atomic {
  const ends = (ttlMs: number | undefined): string => written(expiryOf(clock(), ttlMs));
  const argsOf = ({ guild, key, by, limit, ttlMs }: Charge): string[] => [guild, key, `${by}`, `${limit}`, ends(ttlMs)];
  return {
    increment: async (guild, key, by, { ttlMs } = {}) =>
      Number(await run('increment', [guild, key, `${by}`, ends(ttlMs)])),
    count: async (guild, key) => Number(await run('count', [guild, key])),
    async spend(charges) {
      if (charges.length === 0) return [];
      const over = texts(await run('spend', charges.flatMap(argsOf))).map(Number);
      return Array.from({ length: over.length / 3 }, (_, at) => {
        const [index = 0, value = 0, expires = 0] = over.slice(at * 3, at * 3 + 3);
        return { index, value, expires };
      });
    },
    putIfAbsent: async (guild, key, value, { ttlMs, isLease = false } = {}) =>
      (await run('putIfAbsent', [guild, key, value, ends(ttlMs), isLease ? '1' : '0'])) === 1,
    async state(guild, key) {
      const value = await run('state', [guild, key]);
      return typeof value === 'string' ? value : undefined;
    },
    transition: async (guild, key, from, to, { ttlMs } = {}) =>
      (await run('transition', [guild, key, from, to === null ? '0' : '1', to ?? '', ends(ttlMs)])) === 1,
  };
}
