/** What the store asks of whatever holds the bytes. SQLite is the first; another backend (Redis) implements the same. */

/** `ledger`: survives a power cut once acknowledged. `cache`: survives a killed process; a power cut may take the last writes. */
export type Durability = 'cache' | 'ledger';

/** Where records live: one guild's part of one collection. Two namespaces never share a key. */
export interface Namespace {
  readonly guild: string;
  readonly collection: string;
}

export interface AdapterEntry {
  readonly key: string;
  readonly value: string;
  /** ms since the epoch; absent: kept for ever. */
  readonly expires?: number | undefined;
}

/**
 * Keyv's storage contract (v6), without its event emitter: Keyv turns errors into misses as soon as something listens
 * for them, so there is nothing to listen to. Each method rejects when it fails.
 */
export interface StorageAdapter {
  /** Tells Keyv that `expires` is an absolute time; without it Keyv wraps the adapter and passes durations. */
  readonly capabilities: { readonly expires: true };
  get(key: string): Promise<string | undefined>;
  getMany(keys: string[]): Promise<(string | undefined)[]>;
  has(key: string): Promise<boolean>;
  hasMany(keys: string[]): Promise<boolean[]>;
  set(key: string, value: string, expires?: number): Promise<boolean>;
  /** All or none. */
  setMany(entries: readonly AdapterEntry[]): Promise<boolean[]>;
  delete(key: string): Promise<boolean>;
  deleteMany(keys: string[]): Promise<boolean[]>;
  /** Empties this namespace. */
  clear(): Promise<void>;
  /** Every key that is there from beginning to end comes once, whatever is deleted or added meanwhile. */
  iterator(): AsyncGenerator<[string, string], void>;
}

interface AtomicOptions {
  /** Counted from when the key comes into being; absent: for ever. */
  readonly ttlMs?: number;
}

interface ClaimOptions extends AtomicOptions {
  /**
   * Everybody takes this key for the same time, so one that would be held for longer was taken by a clock that has since
   * been set back, and is free. Not for what must stay claimed at any price.
   */
  readonly isLease?: boolean;
}

/** A counter that may grow by `by` as long as it stays within `limit`. */
export interface Charge {
  readonly guild: string;
  readonly key: string;
  readonly by: number;
  readonly limit: number;
  /**
   * Counted from when the counter begins; the same for every charge on it. A counter that would live longer than this
   * from now was begun by a clock that has since been set back, and begins again.
   */
  readonly ttlMs: number;
}

/** A charge that does not fit: its place in what was asked for, what the counter holds, and when that ends (ms since the epoch). */
export interface Exceeded {
  readonly index: number;
  readonly value: number;
  readonly expires: number;
}

/**
 * Changes that read and write in one step, whole also between processes. Keyv has none: 100 concurrent get-and-set of a
 * counter end at 1. Counters and states are apart: the same key may name one of each.
 */
export interface Atomic {
  /** Adds to a counter, which begins at 0; the new value. An expired counter begins again. Durable as a ledger. */
  increment(guild: string, key: string, by: number, options?: AtomicOptions): Promise<number>;
  /** The counter as it stands, 0 when there is none. */
  count(guild: string, key: string): Promise<number>;
  /**
   * Adds every charge, or none of them when one does not fit; those that do not. Durable as a ledger unless `cache` will
   * do: a power cut may give back a pause, but no tokens. The same counter is always spent from in the same way.
   */
  spend(charges: readonly Charge[], durability?: Durability): Promise<readonly Exceeded[]>;
  /** Takes a key that nobody holds (a lease, a claim). `false`: somebody does. */
  putIfAbsent(guild: string, key: string, value: string, options?: ClaimOptions): Promise<boolean>;
  /** The state as it stands. */
  state(guild: string, key: string): Promise<string | undefined>;
  /**
   * Moves a state from one value to another; `to: null` lets it go. `false`: it was not (or no longer) `from`. Keeps its
   * time to live unless a new one is given (a lease renewed: from me to me).
   */
  transition(guild: string, key: string, from: string, to: string | null, options?: AtomicOptions): Promise<boolean>;
}

export interface Backend {
  readonly atomic: Atomic;
  /** Cheap to call: one for each use, so that nothing grows with the number of guilds. */
  adapter(namespace: Namespace, durability: Durability): StorageAdapter;
  /**
   * Moves a record into another collection of its guild if it still holds `value`. One step, so that a good record
   * written in the meantime is not lost and only one of several readers reports the bad one.
   */
  setAside(from: Namespace, key: string, value: string, into: string, expires: number): Promise<boolean>;
  /** Writes a record if the key still holds `from` (`null`: nothing that lives); `false`: it does not. One step. */
  replace(
    at: Namespace,
    durability: Durability,
    key: string,
    change: { readonly from: string | null; readonly to: string; readonly expires: number | undefined },
  ): Promise<boolean>;
  /** Lets what a namespace holds end earlier or later than it would; what is kept for ever stays so. */
  shift(at: Namespace, byMs: number): Promise<void>;
  /** The guilds that hold something in a collection, each once, in no order. */
  guilds(collection: string): AsyncGenerator<string, void>;
  /** Removes all records, counters and states of a guild, but the records of the collections named. */
  deleteGuild(guild: string, keep: readonly string[]): Promise<void>;
  /** Deletes what has expired; how many. */
  sweep(): Promise<number>;
  /** Rejects when nothing can be written. */
  check(): Promise<void>;
  close(): Promise<void>;
}
