import { describe, expect, it } from 'vitest';

import { isPart, ownerBy, type ShardPlan, shardOf, shardPlanOf } from '#domain';

const plan = (text: string): ShardPlan => {
  const found = shardPlanOf(text);
  if (typeof found === 'string') throw new Error(found);
  return found;
};
/** A server made in the nth ms of Discord's time: shards go by the id without its last 22 bits. */
const guildOfShard = (n: number): string => String((BigInt(n) << 22n) + 7n);

describe('a part of the shards', () => {
  it('is one unless it is everything', () => {
    expect(['auto', '1', '4', '0-3/4'].map((text) => isPart(plan(text)))).toEqual([false, false, false, false]);
    expect(['0/2', '1-3/4'].map((text) => isPart(plan(text)))).toEqual([true, true]);
  });

  it('owns the servers of its shards, by the rule of Discord', () => {
    expect(shardOf(guildOfShard(70), 64)).toBe(6);
    const owns = ownerBy(plan('2-3/4'));
    expect([0, 1, 2, 3, 4, 6].map((n) => owns(guildOfShard(n)))).toEqual([false, false, true, true, false, true]);
  });

  it('owns every server exactly once, over all parts', () => {
    const parts = ['0-1/6', '2/6', '3-5/6'].map((text) => ownerBy(plan(text)));
    for (let n = 0; n < 100; n += 1) expect(parts.filter((owns) => owns(guildOfShard(n * 7919)))).toHaveLength(1);
    expect(parts.map((owns) => owns('user:12345'))).toEqual([true, false, false]);
  });
});
