/** What several processes do in turn, once, or within one limit: over one store. */
import { describe, expect, it } from 'vitest';

import { createIdentifyTurns, createLease, createProviderLimits } from '#desk';
import { BotError } from '#domain';
import { openStore } from '#store';

import { heldStore } from './held-store.ts';

const signal = new AbortController().signal;

describe('turns to identify', () => {
  it('of one key are apart, whoever asks; another key does not wait', async () => {
    const store = await openStore('memory://', { clock: Date.now });
    const SPACING_MS = 300;
    const options = { atomic: store.atomic, clock: Date.now, spacingMs: SPACING_MS };
    const [one, other] = [createIdentifyTurns(options), createIdentifyTurns(options)];
    const times: number[] = [];
    const take = async (turn: typeof one) => {
      await turn(0, signal);
      times.push(Date.now());
    };
    await Promise.all([take(one), take(other), take(one), take(other)]);
    const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    // A timer may fire a millisecond early.
    expect(gaps.every((gap) => gap >= SPACING_MS - 5)).toBe(true);
    await one(1, signal);
    await store.close();
  });

  it('are waited for through a store that does not answer, and end with the signal', async () => {
    const { store, clock } = await heldStore();
    let failures = 1;
    const atomic = {
      ...store.atomic,
      putIfAbsent: (...given: Parameters<typeof store.atomic.putIfAbsent>) =>
        failures-- > 0 ? Promise.reject(new Error('gone')) : store.atomic.putIfAbsent(...given),
    };
    await createIdentifyTurns({ atomic, clock })(0, signal);
    const controller = new AbortController();
    const waiting = createIdentifyTurns({ atomic: store.atomic, clock })(0, controller.signal);
    controller.abort();
    await expect(waiting).rejects.toThrow(/abort/iu);
    await store.close();
  });

  it('a turn taken by a clock that was set back since holds nobody up', async () => {
    const held = await heldStore();
    const turn = createIdentifyTurns({ atomic: held.store.atomic, clock: held.clock });
    held.at(86_400_000);
    await turn(0, signal);
    held.at(0);
    await expect(turn(0, signal)).resolves.toBeUndefined();
    await held.store.close();
  });
});

describe('work of one process at a time', () => {
  it('is done one after the other, and by the next when the first failed', async () => {
    const { store } = await heldStore();
    let running = 0;
    const most: number[] = [];
    const work = async () => {
      most.push((running += 1));
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
    };
    const [one, other] = [createLease(store.atomic), createLease(store.atomic)];
    const failing = one('publishing', () => Promise.reject(new Error('refused')));
    await expect(failing).rejects.toThrow('refused');
    await Promise.all([one('publishing', work), other('publishing', work), other('publishing', work)]);
    expect(most).toEqual([1, 1, 1]);
    await store.close();
  });

  it('is taken over from a process that died in the middle, once its lease has run out', async () => {
    const store = await openStore('memory://', { clock: Date.now });
    const LEASE_MS = 300;
    const startedAt = Date.now();
    void createLease(store.atomic, LEASE_MS)('publishing', () => new Promise(() => undefined));
    expect(await createLease(store.atomic, LEASE_MS)('publishing', async () => 'done')).toBe('done');
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(LEASE_MS - 5);
    await store.close();
  });
});

describe('limits of the model provider', () => {
  const limits = { requestsPerMinute: 3, tokensPerMinute: 1000 };

  it('hold for all processes together, and say when there is room again', async () => {
    const held = await heldStore();
    const options = { atomic: held.store.atomic, clock: held.clock, limits };
    const [one, other] = [createProviderLimits(options), createProviderLimits(options)];
    await one(400, signal);
    await other(400, signal);
    held.at(20_000);
    const refusal = await one(400, signal).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(BotError);
    expect(refusal).toMatchObject({ code: 'model-busy', facts: { retryAfterSeconds: 40 } });
    // What was refused has taken nothing: a smaller one fits.
    await other(200, signal);
    await expect(one(1, signal)).rejects.toMatchObject({ code: 'model-busy' });
    held.at(61_000);
    await one(400, signal);
    await held.store.close();
  });

  it('let a call larger than a minute through alone', async () => {
    const held = await heldStore();
    const admit = createProviderLimits({ atomic: held.store.atomic, clock: held.clock, limits });
    await admit(5000, signal);
    await expect(admit(1, signal)).rejects.toMatchObject({ code: 'model-busy' });
    await held.store.close();
  });

  it('are waited for when the minute is nearly over', async () => {
    const held = await heldStore();
    const admit = createProviderLimits({ atomic: held.store.atomic, clock: held.clock, limits });
    await admit(1000, signal);
    held.at(59_900);
    const waiting = admit(10, signal);
    setTimeout(() => held.at(61_000), 50);
    await expect(waiting).resolves.toBeUndefined();
    await held.store.close();
  });
});
