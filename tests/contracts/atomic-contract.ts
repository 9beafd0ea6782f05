/** Counters, leases and changes of state: part of the store's contract. */
import { expect, it } from 'vitest';

import type { Store } from '#store';

/** `at` sets the store's clock, in ms from the beginning of the test. */
export function atomicContract(held: () => { store: Store; at: (ms: number) => void }): void {
  it('counts, and loses none of 100 increments made at once', async () => {
    const { atomic } = held().store;
    expect(await atomic.count('1', 'n')).toBe(0);
    const values = await Promise.all(Array.from({ length: 100 }, () => atomic.increment('1', 'n', 1)));
    expect(values.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, index) => index + 1));
    expect(await atomic.increment('1', 'n', -30)).toBe(70);
    expect(await atomic.count('1', 'n')).toBe(70);
  });

  it('begins a counter again once its time is over, which further increments do not lengthen', async () => {
    const { store, at } = held();
    await store.atomic.increment('1', 'n', 5, { ttlMs: 1000 });
    at(999);
    expect(await store.atomic.increment('1', 'n', 1, { ttlMs: 1000 })).toBe(6);
    at(1000);
    expect(await store.atomic.count('1', 'n')).toBe(0);
    expect(await store.atomic.increment('1', 'n', 2, { ttlMs: 1000 })).toBe(2);
    at(1999);
    expect(await store.atomic.count('1', 'n')).toBe(2);
  });

  it('refuses steps that are not whole, and sums that are no longer exact, and keeps the counter', async () => {
    const { atomic } = held().store;
    await expect(atomic.increment('1', 'n', 0.5)).rejects.toThrow(RangeError);
    await atomic.increment('1', 'n', Number.MAX_SAFE_INTEGER);
    await expect(atomic.increment('1', 'n', 1)).rejects.toMatchObject({ code: 'storage-unavailable' });
    expect(await atomic.count('1', 'n')).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('gives a lease to one of many who ask at once, and to the next when it ends', async () => {
    const { store, at } = held();
    const claims = await Promise.all(
      Array.from({ length: 20 }, (_, index) => store.atomic.putIfAbsent('1', 'lease', `${index}`, { ttlMs: 1000 })),
    );
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await store.atomic.state('1', 'lease')).toBe(`${claims.indexOf(true)}`);
    at(999);
    expect(await store.atomic.putIfAbsent('1', 'lease', 'next', { ttlMs: 1000 })).toBe(false);
    at(1000);
    expect(await store.atomic.state('1', 'lease')).toBeUndefined();
    expect(await store.atomic.putIfAbsent('1', 'lease', 'next', { ttlMs: 1000 })).toBe(true);
    expect(await store.atomic.state('1', 'lease')).toBe('next');
  });

  it('moves a state for one of many who try at once', async () => {
    const { atomic } = held().store;
    expect(await atomic.transition('1', 's', 'claimed', 'sending')).toBe(false);
    await atomic.putIfAbsent('1', 's', 'claimed');
    const moves = await Promise.all(
      Array.from({ length: 20 }, () => atomic.transition('1', 's', 'claimed', 'sending')),
    );
    expect(moves.filter(Boolean)).toHaveLength(1);
    expect(await atomic.state('1', 's')).toBe('sending');
  });

  it('lets a lease be renewed and let go by its holder only, and not once it has ended', async () => {
    const { store, at } = held();
    const { atomic } = store;
    await atomic.putIfAbsent('1', 'lease', 'me', { ttlMs: 1000 });
    at(500);
    expect(await atomic.transition('1', 'lease', 'you', 'you', { ttlMs: 1000 })).toBe(false);
    expect(await atomic.transition('1', 'lease', 'me', 'me', { ttlMs: 1000 })).toBe(true);
    at(1499);
    expect(await atomic.transition('1', 'lease', 'you', null)).toBe(false);
    expect(await atomic.transition('1', 'lease', 'me', null)).toBe(true);
    expect(await atomic.putIfAbsent('1', 'lease', 'you', { ttlMs: 1 })).toBe(true);
    at(1500);
    expect(await atomic.transition('1', 'lease', 'you', 'me')).toBe(false);
  });

  it('keeps counters, states and records of the same name apart', async () => {
    const { store } = held();
    await store.atomic.putIfAbsent('1', 'k', 'state');
    expect(await store.atomic.increment('1', 'k', 1)).toBe(1);
    expect(await store.atomic.state('1', 'k')).toBe('state');
    expect(await store.articles.get('1', 'k')).toBeUndefined();
  });

  it('charges several counters, or none when one of them would pass its limit', async () => {
    const { store, at } = held();
    const charge = (guild: string, by: number, limit: number) => ({ guild, key: 'n', by, limit, ttlMs: 1000 });
    expect(await store.atomic.spend([charge('1', 6, 10), charge('', 6, 100)])).toEqual([]);
    at(400);
    const refused = await store.atomic.spend([charge('2', 5, 10), charge('1', 5, 10), charge('', 5, 100)]);
    expect(refused).toEqual([{ index: 1, value: 6, expires: expect.any(Number) as number }]);
    expect(await Promise.all(['2', '1', ''].map((guild) => store.atomic.count(guild, 'n')))).toEqual([0, 6, 6]);
    expect(await store.atomic.spend([charge('1', 4, 10)])).toEqual([]);
    at(1000);
    expect(await store.atomic.spend([charge('1', 10, 10), charge('', 94, 100)])).toEqual([]);
  });

  it('names each counter that refuses, with the time when it ends', async () => {
    const { store, at } = held();
    at(0);
    await store.atomic.spend([{ guild: '1', key: 'a', by: 1, limit: 1, ttlMs: 500 }]);
    at(100);
    await store.atomic.spend([{ guild: '1', key: 'b', by: 1, limit: 1, ttlMs: 1000 }]);
    at(200);
    const refused = await store.atomic.spend([
      { guild: '1', key: 'a', by: 1, limit: 1, ttlMs: 500 },
      { guild: '1', key: 'c', by: 1, limit: 1, ttlMs: 500 },
      { guild: '1', key: 'b', by: 1, limit: 1, ttlMs: 1000 },
    ]);
    expect(refused.map(({ index, value }) => [index, value])).toEqual([
      [0, 1],
      [2, 1],
    ]);
    expect((refused[1]?.expires ?? 0) - (refused[0]?.expires ?? 0)).toBe(600);
  });

  it('lets through exactly what fits of 100 charges made at once', async () => {
    const { atomic } = held().store;
    const outcomes = await Promise.all(
      Array.from({ length: 100 }, () => atomic.spend([{ guild: '1', key: 'n', by: 3, limit: 100, ttlMs: 1000 }])),
    );
    expect(outcomes.filter((refused) => refused.length === 0)).toHaveLength(33);
    expect(await atomic.count('1', 'n')).toBe(99);
  });

  it('refuses charges that are not whole or would take away', async () => {
    const { atomic } = held().store;
    const charge = { guild: '1', key: 'n', by: 1, limit: 10, ttlMs: 1000 };
    for (const wrong of [{ by: 0.5 }, { by: -1 }, { limit: Number.POSITIVE_INFINITY }, { ttlMs: 0 }])
      await expect(atomic.spend([{ ...charge, ...wrong }])).rejects.toThrow(RangeError);
    expect(await atomic.count('1', 'n')).toBe(0);
  });

  it('a clock set back by a day leaves no counter full and no lease held', async () => {
    const { store, at } = held();
    const charge = { guild: '1', key: 'n', by: 1, limit: 1, ttlMs: 30_000 };
    at(86_400_000);
    await store.atomic.spend([charge]);
    await store.atomic.putIfAbsent('1', 'lease', 'me', { ttlMs: 30_000, isLease: true });
    await store.atomic.putIfAbsent('1', 'claim', 'me', { ttlMs: 30_000 });
    at(0);
    expect(await store.atomic.spend([charge])).toEqual([]);
    expect(await store.atomic.spend([charge])).toHaveLength(1);
    expect(await store.atomic.putIfAbsent('1', 'lease', 'you', { ttlMs: 30_000, isLease: true })).toBe(true);
    expect(await store.atomic.putIfAbsent('1', 'claim', 'you', { ttlMs: 30_000 })).toBe(false);
    at(30_000);
    expect(await store.atomic.spend([charge])).toEqual([]);
  });
}
