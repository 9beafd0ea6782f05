/** What one process at a time may do, whichever comes first. */
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Store } from '#store';

/** Over what the work takes; so long it waits for the work of a process that died in the middle. */
const LEASE_MS = 60_000;
const ASK_MS = 250;
const EVERYBODY = '';

/** Runs the work while nobody else runs work of this name; those who come meanwhile wait. */
export type Sole = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

export function createSole(atomic: Pick<Store['atomic'], 'putIfAbsent' | 'transition'>, leaseMs = LEASE_MS): Sole {
  return async (name, work) => {
    const me = randomUUID();
    const key = `sole/${name}`;
    while (!(await atomic.putIfAbsent(EVERYBODY, key, me, { ttlMs: leaseMs, isLease: true }))) await sleep(ASK_MS);
    try {
      return await work();
    } finally {
      // A lease that cannot be given back runs out.
      await atomic.transition(EVERYBODY, key, me, null).catch(() => false);
    }
  };
}
