/** Records of one kind, kept per guild, versioned and checked by schema on reading. */
import { Keyv } from 'keyv';
import { z } from 'zod';

import { BotError, type Clock } from '#domain';

import type { Backend, Durability, Namespace } from './backend.ts';
import { checkTtl, expiryOf } from './expiry.ts';
import { readName, writeName } from './names.ts';
import { openRecord, writeRecord } from './record.ts';
import type { Strict } from './strict.ts';

/** A record set aside is kept this long for whoever wants to know why, then goes. */
const QUARANTINE_KEPT_MS = 7 * 86_400_000;
/** Each failed try is another's success, so this many in a row means that something else is wrong. */
const UPDATE_TRIES = 200;

/**
 * Every method rejects with BotError `storage-unavailable` when the storage fails or is late. `guild` is a guild's id,
 * `user:ID` outside guilds, or '' for what belongs to none; what one guild put no other guild reads.
 */
export interface Collection<Value> {
  /** `undefined`: not kept, expired, or set aside. */
  get(guild: string, key: string): Promise<Value | undefined>;
  /** The collection's time to live unless another is given. */
  put(guild: string, key: string, value: Value, options?: { readonly ttlMs?: number }): Promise<void>;
  /** Puts a record where none lives, in one step; `false`: there is one. */
  create(guild: string, key: string, value: Value, options?: { readonly ttlMs?: number }): Promise<boolean>;
  /**
   * Changes a record by what it holds (`undefined`: nothing), so that of several changes at once none is lost: `change`
   * is called again with the newer value when another was written meanwhile. What it returns is put; `undefined` leaves
   * the record as it is. Returns what the record then holds.
   */
  update(
    guild: string,
    key: string,
    change: (current: Value | undefined) => Value | undefined,
    options?: { readonly ttlMs?: number },
  ): Promise<Value | undefined>;
  /** Whether it was there. */
  delete(guild: string, key: string): Promise<boolean>;
  /** Empties the guild's part, records set aside included. */
  deleteAll(guild: string): Promise<void>;
  /** Each key that is there throughout comes once, whatever is put or deleted meanwhile. */
  keys(guild: string): AsyncGenerator<string, void>;
  entries(guild: string): AsyncGenerator<[string, Value], void>;
  /** Lets the guild's records end earlier or later than they would; what is kept until deleted stays so. */
  shift(guild: string, byMs: number): Promise<void>;
  /** The guilds that hold a record, each once, in no order. */
  guilds(): AsyncGenerator<string, void>;
}

export interface CollectionOptions<Value> {
  /** Unique in the store. */
  readonly name: string;
  /** Counts up when the shape changes; records of another version are set aside. */
  readonly version: number;
  readonly schema: z.ZodType<Value>;
  /** Absent: kept until deleted. */
  readonly ttlMs?: number;
  readonly durability: Durability;
}

/** A record that could not be read: another version, or damaged. */
export interface Quarantined {
  readonly guild: string;
  readonly collection: string;
  readonly key: string;
  readonly reason: string;
}

export interface CollectionDependencies {
  readonly backend: Backend;
  readonly strict: Strict;
  readonly clock: Clock;
  readonly onQuarantine: (what: Quarantined) => void;
}

/**
 * Keyv must neither judge what it reads (a damaged record would look like a miss) nor count time by the machine's clock.
 * So it carries our text both ways untouched. It must also have no 'error' listener: with one, its failures turn into
 * misses and `false`; without, they reject.
 */
const PASS_THROUGH = {
  checkExpired: false,
  serialization: {
    stringify: (envelope: unknown): string => z.object({ value: z.string() }).parse(envelope).value,
    // The contract lets the caller name the type; ours is always the text.
    parse: <Envelope>(text: string): Envelope => ({ value: text }) as Envelope,
  },
};

/** Where a collection's records are, and what is read of them. */
function createReading<Value>(
  { name, version, schema, durability }: CollectionOptions<Value>,
  { backend, strict, clock, onQuarantine }: CollectionDependencies,
) {
  const quarantine = `quarantine/${name}`;

  const placeOf = (guild: string, collection = name): Namespace => ({ guild: writeName(guild), collection });

  function keyvOf(guild: string, collection = name): Keyv<string> {
    const store = backend.adapter(placeOf(guild, collection), durability);
    return new Keyv<string>({ store, ...PASS_THROUGH });
  }

  /** Past Keyv, which adds nothing to a text that it hands through, and takes as long again as the reading itself. */
  function textOf(guild: string, written: string): Promise<string | undefined> {
    return strict.run(`${name} get`, () => backend.adapter(placeOf(guild), durability).get(written));
  }

  /** The value, or `undefined` after setting aside what cannot be read. */
  async function openOrSetAside(guild: string, written: string, text: string): Promise<Value | undefined> {
    const opened = openRecord(text, version, schema);
    if ('value' in opened) return opened.value;
    const isOurs = await strict.run(`${name} set aside`, () =>
      backend.setAside(placeOf(guild), written, text, quarantine, clock() + QUARANTINE_KEPT_MS),
    );
    if (isOurs) onQuarantine({ guild, collection: name, key: readName(written), reason: opened.reason });
    return undefined;
  }

  async function* guilds(): AsyncGenerator<string, void> {
    const rows = backend.guilds(name);
    for (;;) {
      const next = await strict.run(`${name} guilds`, () => rows.next());
      if (next.done) return;
      yield readName(next.value);
    }
  }

  async function* pairs(guild: string): AsyncGenerator<[string, string], void> {
    const rows: AsyncGenerator<[string, string], void> = keyvOf(guild).iterator();
    for (;;) {
      const next = await strict.run(`${name} iterate`, () => rows.next());
      if (next.done) return;
      yield next.value;
    }
  }

  return { quarantine, placeOf, keyvOf, textOf, openOrSetAside, guilds, pairs };
}

export function createCollection<Value>(
  options: CollectionOptions<Value>,
  dependencies: CollectionDependencies,
): Collection<Value> {
  const { name, version, durability } = options;
  const { backend, strict, clock } = dependencies;
  const { quarantine, placeOf, keyvOf, textOf, openOrSetAside, guilds, pairs } = createReading(options, dependencies);
  checkTtl(options.ttlMs);

  /** One try of `update`: `undefined` when another was faster. */
  async function tryUpdate(
    guild: string,
    written: string,
    change: (current: Value | undefined) => Value | undefined,
    ttlMs: number | undefined,
  ): Promise<{ readonly value: Value | undefined } | undefined> {
    const from = await textOf(guild, written);
    const current = from === undefined ? undefined : await openOrSetAside(guild, written, from);
    const value = change(current);
    if (value === undefined) return { value: current };
    const to = writeRecord(version, value);
    const isWritten = await strict.run(`${name} update`, () =>
      backend.replace(placeOf(guild), durability, written, {
        // A record set aside is gone from its place.
        from: current === undefined ? null : (from ?? null),
        to,
        expires: expiryOf(clock(), ttlMs),
      }),
    );
    return isWritten ? { value } : undefined;
  }

  return {
    async get(guild, key) {
      const written = writeName(key);
      const text = await textOf(guild, written);
      return text === undefined ? undefined : openOrSetAside(guild, written, text);
    },
    create(guild, key, value, { ttlMs = options.ttlMs } = {}) {
      checkTtl(ttlMs);
      const change = { from: null, to: writeRecord(version, value), expires: expiryOf(clock(), ttlMs) };
      return strict.run(`${name} create`, () => backend.replace(placeOf(guild), durability, writeName(key), change));
    },
    async update(guild, key, change, { ttlMs = options.ttlMs } = {}) {
      checkTtl(ttlMs);
      for (let tries = 0; tries < UPDATE_TRIES; tries += 1) {
        const done = await tryUpdate(guild, writeName(key), change, ttlMs);
        if (done) return done.value;
      }
      throw new BotError('storage-unavailable', { operation: `${name} update` });
    },
    guilds,
    shift: (guild, byMs) => strict.run(`${name} shift`, () => backend.shift(placeOf(guild), byMs)),
    async put(guild, key, value, { ttlMs = options.ttlMs } = {}) {
      checkTtl(ttlMs);
      const text = writeRecord(version, value);
      const expires = expiryOf(clock(), ttlMs);
      await strict.run(`${name} put`, async () => {
        const isWritten = await keyvOf(guild).setRaw(writeName(key), { value: text, ...(expires && { expires }) });
        if (!isWritten) throw new Error('the adapter did not write');
      });
    },
    delete: (guild, key) => strict.run(`${name} delete`, () => keyvOf(guild).delete(writeName(key))),
    async deleteAll(guild) {
      await strict.run(`${name} delete all`, async () => {
        await keyvOf(guild).clear();
        await keyvOf(guild, quarantine).clear();
      });
    },
    async *keys(guild) {
      for await (const [written] of pairs(guild)) yield readName(written);
    },
    async *entries(guild) {
      for await (const [written, text] of pairs(guild)) {
        const value = await openOrSetAside(guild, written, text);
        if (value !== undefined) yield [readName(written), value];
      }
    },
  };
}
