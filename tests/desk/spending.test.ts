/** Allowances, cool-downs and the ledger: what may be spent, and what was. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createAllowance, createCoolDowns, createUsageLedger } from '#desk';
import { type Allowance, type Ceilings, DEFAULT_SETTINGS, type Reservation, type Settings } from '#domain';

import { type HeldStore, heldStore, START } from './held-store.ts';

const HOUR_MS = 3_600_000;
/** The tests begin at 10 in the morning, UTC. */
const MIDNIGHT = START + 14 * HOUR_MS;
const ann = { guild: '1', member: 'ann' };
const bo = { guild: '1', member: 'bo' };
const CEILINGS: Ceilings = { tokensPerDay: null, tokensPerGuildDay: 1000, allowedGuilds: null };
const allowances = (member: number | null, guild: number | null): Settings => ({
  ...DEFAULT_SETTINGS,
  allowances: { member, guild },
});
const OPEN = allowances(null, null);

let held: HeldStore;
beforeEach(async () => {
  held = await heldStore();
});
afterEach(() => held.store.close());

function allowanceWith(ceilings: Partial<Ceilings> = {}): Allowance {
  return createAllowance({ atomic: held.store.atomic, ceilings: { ...CEILINGS, ...ceilings }, clock: held.clock });
}
async function granted(allowance: Allowance, spender = ann, settings = OPEN, tokens = 100): Promise<Reservation> {
  const outcome = await allowance.reserve(spender, settings, tokens);
  if ('refusal' in outcome) throw new Error(`refused by ${outcome.refusal.limit}`);
  return outcome.reservation;
}

describe('an allowance', () => {
  it.each([
    ['member', allowances(300, null), CEILINGS],
    ['guild', allowances(null, 300), CEILINGS],
    ['guild', OPEN, { ...CEILINGS, tokensPerGuildDay: 300 }],
    ['overall', OPEN, { ...CEILINGS, tokensPerDay: 300 }],
  ] as const)(
    'refuses before it is overdrawn and names the limit (%s), until the day ends',
    async (limit, settings, ceilings) => {
      const allowance = allowanceWith(ceilings);
      for (let index = 0; index < 3; index += 1) await granted(allowance, ann, settings);
      expect(await allowance.reserve(ann, settings, 100)).toEqual({ refusal: { limit, freesAt: MIDNIGHT } });
      held.at(MIDNIGHT - START);
      await granted(allowance, ann, settings);
    },
  );

  it('takes nothing from any limit when one of them refuses', async () => {
    const allowance = allowanceWith({ tokensPerDay: 10_000 });
    await allowance.reserve(ann, allowances(50, null), 100);
    expect(await allowance.remaining(bo, OPEN)).toMatchObject({ member: 1000, guild: 1000 });
  });

  it('lets through exactly what fits of 50 requests at once', async () => {
    const allowance = allowanceWith();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_, index) => allowance.reserve({ guild: '1', member: `${index}` }, OPEN, 90)),
    );
    expect(outcomes.filter((outcome) => 'reservation' in outcome)).toHaveLength(11);
  });

  it('is one for each server, under one for all', async () => {
    const allowance = allowanceWith({ tokensPerDay: 1500 });
    await granted(allowance, ann, OPEN, 1000);
    await granted(allowance, { guild: '2', member: 'ann' }, OPEN, 500);
    expect(await allowance.reserve({ guild: '3', member: 'x' }, OPEN, 1)).toMatchObject({
      refusal: { limit: 'overall' },
    });
  });

  it('holds what was used in place of what was set aside, once', async () => {
    const allowance = allowanceWith();
    const reservation = await granted(allowance, ann, OPEN, 600);
    expect(await allowance.remaining(ann, OPEN)).toMatchObject({ member: 400, guild: 400 });
    await reservation.settle(250);
    await reservation.settle(0);
    expect(await allowance.remaining(ann, OPEN)).toMatchObject({ member: 750, guild: 750 });
  });

  it('books more than was set aside when more was used, and then shows nothing left', async () => {
    const allowance = allowanceWith();
    await (await granted(allowance, ann, OPEN, 900)).settle(1200);
    expect(await allowance.remaining(ann, OPEN)).toMatchObject({ member: 0, guild: 0 });
    expect(await allowance.reserve(bo, OPEN, 1)).toMatchObject({ refusal: { limit: 'guild' } });
  });

  it('gives back to the day it was taken from, also past midnight', async () => {
    const allowance = allowanceWith();
    const late = await granted(allowance, ann, OPEN, 900);
    held.at(MIDNIGHT - START + 1000);
    await granted(allowance, ann, OPEN, 500);
    await late.settle(0);
    expect(await allowance.remaining(ann, OPEN)).toMatchObject({ guild: 500 });
  });

  it('says that waiting does not help where one piece of work is more than a whole day allows', async () => {
    const allowance = allowanceWith();
    expect(await allowance.reserve(ann, allowances(50, null), 100)).toEqual({
      refusal: { limit: 'member', freesAt: null },
    });
  });

  it('never lets a server go over the ceiling of the operator', async () => {
    const allowance = allowanceWith({ tokensPerGuildDay: 100 });
    expect(await allowance.reserve(ann, allowances(5000, 5000), 101)).toMatchObject({ refusal: { limit: 'guild' } });
  });

  it('is closed to servers outside the list of the operator, and to nobody else', async () => {
    const allowance = allowanceWith({ allowedGuilds: ['1'] });
    await granted(allowance);
    for (const guild of ['2', 'user:ann'])
      expect(await allowance.reserve({ guild, member: 'ann' }, OPEN, 1)).toEqual({
        refusal: { limit: 'not-allowed', freesAt: null },
      });
    expect(await allowance.remaining({ guild: '2', member: 'ann' }, OPEN)).toMatchObject({ member: 0, guild: 0 });
  });

  it('is small for people outside servers', async () => {
    const allowance = allowanceWith({ tokensPerGuildDay: 200_000 });
    expect(await allowance.remaining({ guild: 'user:9', member: '9' }, OPEN)).toMatchObject({ member: 20_000 });
  });

  it('does not begin anew when the server deletes everything it has', async () => {
    const allowance = allowanceWith();
    await granted(allowance, ann, OPEN, 800);
    await held.store.deleteGuild('1');
    expect(await allowance.remaining(ann, OPEN)).toMatchObject({ guild: 200 });
  });
});

describe('a cool-down', () => {
  const COOL = { ...DEFAULT_SETTINGS, coolDowns: { member: 30, channel: 60 } };

  it('makes the same member wait, and nobody else', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    expect(await coolDowns.enter(ann, COOL)).toBeNull();
    held.at(10_000);
    expect(await coolDowns.enter(ann, COOL)).toEqual({ of: 'member', freesAt: START + 30_000 });
    expect(await coolDowns.enter(bo, COOL)).toBeNull();
    expect(await coolDowns.enter({ guild: '2', member: 'ann' }, COOL)).toBeNull();
    held.at(30_000);
    expect(await coolDowns.enter(ann, COOL)).toBeNull();
  });

  it('is not lengthened by asking again while it runs', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    for (let second = 0; second < 30; second += 1) {
      held.at(second * 1000);
      expect((await coolDowns.enter(ann, COOL)) === null).toBe(second === 0);
    }
    held.at(30_000);
    expect(await coolDowns.enter(ann, COOL)).toBeNull();
  });

  it('of a channel counts for offers only, and then takes nothing from the member', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    expect(await coolDowns.enter(ann, COOL, 'news')).toBeNull();
    held.at(1000);
    expect(await coolDowns.enter(bo, COOL, 'news')).toEqual({ of: 'channel', freesAt: START + 60_000 });
    expect(await coolDowns.enter(bo, COOL)).toBeNull();
  });

  it('names the one that lasts longest', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    await coolDowns.enter(ann, COOL, 'news');
    expect(await coolDowns.enter(ann, COOL, 'news')).toEqual({ of: 'channel', freesAt: START + 60_000 });
  });

  it('of no seconds is none, and one made shorter counts at once', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    const none = { ...DEFAULT_SETTINGS, coolDowns: { member: 0, channel: 0 } };
    expect(await coolDowns.enter(ann, none, 'news')).toBeNull();
    expect(await coolDowns.enter(ann, none, 'news')).toBeNull();
    await coolDowns.enter(ann, { coolDowns: { member: 3600, channel: 0 } });
    expect(await coolDowns.enter(ann, { coolDowns: { member: 5, channel: 0 } })).toBeNull();
  });

  it('does not stick when the clock is set back by a day', async () => {
    const coolDowns = createCoolDowns(held.store.atomic);
    held.at(24 * HOUR_MS);
    await coolDowns.enter(ann, COOL);
    held.at(0);
    expect(await coolDowns.enter(ann, COOL)).toBeNull();
  });
});

describe('the ledger', () => {
  it('sums by day and member, and loses nothing that comes at once', async () => {
    const ledger = createUsageLedger(held.store, held.clock);
    await Promise.all(Array.from({ length: 25 }, () => ledger.add(ann, { requests: 1, inputTokens: 10 })));
    await ledger.add(bo, { requests: 1, cacheHits: 1, savedTokens: 3000 });
    await ledger.add({ guild: '2', member: 'ann' }, { requests: 1 });
    held.at(14 * HOUR_MS);
    await ledger.add(ann, { requests: 1, modelCalls: 2, outputTokens: 5 });
    const none = { modelCalls: 0, outputTokens: 0, cacheHits: 0, savedTokens: 0 };
    expect(await ledger.rows('1')).toEqual([
      { ...none, day: '2026-11-24', member: 'ann', requests: 25, inputTokens: 250 },
      { ...none, day: '2026-11-24', member: 'bo', requests: 1, inputTokens: 0, cacheHits: 1, savedTokens: 3000 },
      { ...none, day: '2026-11-25', member: 'ann', requests: 1, inputTokens: 0, modelCalls: 2, outputTokens: 5 },
    ]);
    expect(await ledger.rows('1', 'bo')).toHaveLength(1);
  });

  it('forgets a member and nobody else', async () => {
    const ledger = createUsageLedger(held.store, held.clock);
    await ledger.add(ann, { requests: 1 });
    await ledger.add(bo, { requests: 1 });
    await ledger.forget('1', 'ann');
    expect((await ledger.rows('1')).map(({ member }) => member)).toEqual(['bo']);
  });
});
