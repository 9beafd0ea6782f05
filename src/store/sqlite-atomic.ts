/** Counters and states over `node:sqlite`: each change is one statement, so it is whole between processes too. */
import type { Clock } from '#domain';

import type { Atomic } from './backend.ts';
import { expiryOf } from './expiry.ts';
import type { Connection } from './sqlite-connection.ts';

const KEY = 'guild = ? AND key = ?';
const ALIVE = '(expires IS NULL OR expires > ?)';

type Counters = Pick<Atomic, 'increment' | 'count'>;
type States = Pick<Atomic, 'putIfAbsent' | 'state' | 'transition'>;

/** What was spent is a ledger: give it the connection that is. */
export function createCounters({ db, read, write }: Connection, clock: Clock): Counters {
  const add = db.prepare(`INSERT INTO counters VALUES (:guild, :key, :by, :expires) ON CONFLICT DO UPDATE SET
    value = CASE WHEN expires <= :now THEN excluded.value ELSE value + excluded.value END,
    expires = CASE WHEN expires <= :now THEN excluded.expires ELSE expires END
    RETURNING value`);
  const select = db.prepare(`SELECT value FROM counters WHERE ${KEY} AND ${ALIVE}`);
  return {
    increment: (guild, key, by, { ttlMs } = {}) =>
      write(() => {
        const now = clock();
        // `all`, not `get`: only a statement that ran to its end has committed, and says so if it could not.
        const [row] = add.all({ guild, key, by, expires: expiryOf(now, ttlMs) ?? null, now });
        return Number(row?.['value']);
      }),
    count: (guild, key) => read(() => Number(select.get(guild, key, clock())?.['value'] ?? 0)),
  };
}

export function createStates({ db, read, write }: Connection, clock: Clock): States {
  const claim = db.prepare(`INSERT INTO states VALUES (:guild, :key, :value, :expires) ON CONFLICT DO UPDATE SET
    value = excluded.value, expires = excluded.expires WHERE expires <= :now`);
  const select = db.prepare(`SELECT value FROM states WHERE ${KEY} AND ${ALIVE}`);
  const move = db.prepare(`UPDATE states SET value = ?, expires = coalesce(?, expires)
    WHERE ${KEY} AND value = ? AND ${ALIVE}`);
  const release = db.prepare(`DELETE FROM states WHERE ${KEY} AND value = ? AND ${ALIVE}`);
  return {
    putIfAbsent: (guild, key, value, { ttlMs } = {}) =>
      write(() => {
        const now = clock();
        return claim.run({ guild, key, value, expires: expiryOf(now, ttlMs) ?? null, now }).changes > 0;
      }),
    state: (guild, key) =>
      read(() => {
        const value = select.get(guild, key, clock())?.['value'];
        return typeof value === 'string' ? value : undefined;
      }),
    transition: (guild, key, from, to, { ttlMs } = {}) =>
      write(() => {
        const now = clock();
        const { changes } =
          to === null
            ? release.run(guild, key, from, now)
            : move.run(to, expiryOf(now, ttlMs) ?? null, guild, key, from, now);
        return changes > 0;
      }),
  };
}
