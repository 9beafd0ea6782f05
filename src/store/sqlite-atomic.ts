/** Counters and states over `node:sqlite`: each change is one statement, so it is whole between processes too. */
import type { Clock } from '#domain';

import type { Atomic, Charge, Exceeded } from './backend.ts';
import { expiryOf } from './expiry.ts';
import type { Connection } from './sqlite-connection.ts';

const KEY = 'guild = ? AND key = ?';
const ALIVE = '(expires IS NULL OR expires > ?)';

/** A counter that ends later than a new one would was begun by a clock that has since been set back. */
const LIFT = `INSERT INTO counters VALUES (:guild, :key, :by, :ends) ON CONFLICT DO UPDATE SET
  value = CASE WHEN expires BETWEEN :now + 1 AND :ends THEN value + excluded.value ELSE excluded.value END,
  expires = CASE WHEN expires BETWEEN :now + 1 AND :ends THEN expires ELSE excluded.expires END`;

type Counters = Pick<Atomic, 'increment' | 'count' | 'spend'>;
type States = Pick<Atomic, 'putIfAbsent' | 'state' | 'transition'>;

/** What was spent is a ledger: give it the connection that is. */
export function createCounters({ db, read, write, transaction }: Connection, clock: Clock): Counters {
  const add = db.prepare(`INSERT INTO counters VALUES (:guild, :key, :by, :expires) ON CONFLICT DO UPDATE SET
    value = CASE WHEN expires <= :now THEN excluded.value ELSE value + excluded.value END,
    expires = CASE WHEN expires <= :now THEN excluded.expires ELSE expires END
    RETURNING value`);
  const select = db.prepare(`SELECT value, expires FROM counters WHERE ${KEY} AND ${ALIVE}`);
  const lift = db.prepare(LIFT);
  // One statement in place of a transaction of four: a pause is entered before every acknowledgement.
  const liftWithin = db.prepare(
    `${LIFT} WHERE expires NOT BETWEEN :now + 1 AND :ends OR value + excluded.value <= :limit`,
  );

  function fitsAlone([one, another]: readonly Charge[], now: number): boolean {
    if (!one || another || one.by > one.limit) return false;
    const { guild, key, by, limit, ttlMs } = one;
    return liftWithin.run({ guild, key, by, limit, now, ends: expiryOf(now, ttlMs) ?? null }).changes > 0;
  }

  /** What the counter holds of its present time, or `undefined` when the charge fits. */
  function exceeded({ guild, key, by, limit, ttlMs }: Charge, index: number, now: number): Exceeded | undefined {
    const row = select.get(guild, key, now);
    const expires = Number(row?.['expires'] ?? now + ttlMs);
    const value = expires > now + ttlMs ? 0 : Number(row?.['value'] ?? 0);
    return value + by > limit ? { index, value, expires: Math.min(expires, now + ttlMs) } : undefined;
  }

  return {
    spend: (charges) =>
      write(() => {
        const now = clock();
        if (fitsAlone(charges, now)) return [];
        return transaction(() => {
          const over = charges.flatMap((charge, index) => exceeded(charge, index, now) ?? []);
          if (over.length > 0) return over;
          for (const { guild, key, by, ttlMs } of charges)
            lift.run({ guild, key, by, now, ends: expiryOf(now, ttlMs) ?? null });
          return [];
        });
      }),
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
    value = excluded.value, expires = excluded.expires WHERE expires <= :now OR expires > :longest`);
  const select = db.prepare(`SELECT value FROM states WHERE ${KEY} AND ${ALIVE}`);
  const move = db.prepare(`UPDATE states SET value = ?, expires = coalesce(?, expires)
    WHERE ${KEY} AND value = ? AND ${ALIVE}`);
  const release = db.prepare(`DELETE FROM states WHERE ${KEY} AND value = ? AND ${ALIVE}`);
  return {
    putIfAbsent: (guild, key, value, { ttlMs, isLease = false } = {}) =>
      write(() => {
        const now = clock();
        const expires = expiryOf(now, ttlMs) ?? null;
        return claim.run({ guild, key, value, expires, now, longest: isLease ? expires : null }).changes > 0;
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
