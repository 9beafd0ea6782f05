/** What one process at a time may do: work under a lease, and identifying with Discord's gateway in turn. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Clock } from '#domain';
import type { Store } from '#store';

/** Longer than the work takes; so long others wait for the work of a process that died in the middle. */
const LEASE_MS = 60_000;
const ASK_MS = 250;
const EVERYBODY = '';

/** Runs the work while nobody else runs work of this name; those who come meanwhile wait. */
export type Lease = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function createLease(atomic: Pick<Store['atomic'], 'putIfAbsent' | 'transition'>, leaseMs = LEASE_MS): Lease {
  return async (name, work) => {
    const me = randomUUID();
    const key = `lease/${name}`;
    while (!(await atomic.putIfAbsent(EVERYBODY, key, me, { ttlMs: leaseMs, isLease: true }))) await sleep(ASK_MS);
    try {
      return await work();
    } finally {
      // A lease that cannot be given back runs out.
      await atomic.transition(EVERYBODY, key, me, null).catch(() => false);
    }
  };
}

/** Discord takes `max_concurrency` identifies in 5 s, one for each key; the rest is for clocks that differ and for the way. */
const SPACING_MS = 5500;
/** So that those who wait for the same moment do not all ask at once. */
const JITTER_MS = 250;
/** While the store does not answer. */
const RETRY_MS = 1000;
/** Machines agree about the time far better than this; a turn taken later than that was taken by a clock set back since. */
const SKEW_MS = 60_000;

export interface IdentifyTurnsOptions {
  readonly atomic: Pick<Store['atomic'], 'putIfAbsent' | 'state' | 'transition'>;
  readonly clock: Clock;
  /** Shorter in tests. */
  readonly spacingMs?: number;
}

/**
 * Resolves when it is the caller's turn, which is then taken. Never rejects for want of the store: discord.js would
 * identify all the same. @throws the signal's reason when it aborts
 */
export function createIdentifyTurns({ atomic, clock, spacingMs = SPACING_MS }: IdentifyTurnsOptions) {
  /** 0: taken; else how long to wait before asking again, in ms. */
  async function tryTake(name: string): Promise<number> {
    const now = clock();
    // No lease: of two machines whose clocks differ by a moment, the later one would take the turn for a stuck one.
    const options = { ttlMs: spacingMs };
    if (await atomic.putIfAbsent(EVERYBODY, name, `${now}`, options)) return 0;
    const held = await atomic.state(EVERYBODY, name);
    const takenAt = Number(held ?? now - spacingMs);
    if (held !== undefined && takenAt > now + SKEW_MS)
      return (await atomic.transition(EVERYBODY, name, held, `${now}`, options)) ? 0 : spacingMs;
    return Math.max(1, takenAt + spacingMs - now) + Math.random() * JITTER_MS;
  }

  return async (key: number, signal: AbortSignal): Promise<void> => {
    for (;;) {
      signal.throwIfAborted();
      const waitMs = await tryTake(`identify/${key}`).catch(() => RETRY_MS);
      if (waitMs === 0) return;
      await sleep(waitMs, undefined, { signal });
    }
  };
}
