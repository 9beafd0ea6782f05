/** Work that may call a model: refused before, booked after. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createDesk, type Desk } from '#desk';
import { DEFAULT_SETTINGS, type ModelUsage } from '#domain';
import { speak } from '#texts';

import { type HeldStore, heldStore } from './held-store.ts';

const ann = { guild: '1', member: 'ann' };
const usage = (input: number, output: number): ModelUsage => ({
  purpose: 'briefing',
  model: 'm',
  tokens: { input, output, estimated: false },
});

describe('work that may call a model', () => {
  let held: HeldStore;
  let desk: Desk;
  const faults: unknown[] = [];
  beforeEach(async () => {
    held = await heldStore();
    faults.length = 0;
    desk = deskWith(held.store);
  });
  afterEach(() => held.store.close());
  function deskWith(store: HeldStore['store']): Desk {
    const ceilings = { tokensPerDay: null, tokensPerGuildDay: 1000, allowedGuilds: null };
    return createDesk({
      store,
      ceilings,
      clock: held.clock,
      onFault: (error) => faults.push(error),
      onModelCall: () => undefined,
    });
  }
  const remaining = async (): Promise<number> => {
    const { settings } = await desk.settings.get('1');
    return (await desk.allowance.remaining(ann, settings)).guild;
  };

  it('costs what it used, and stands in the ledger', async () => {
    const answer = await desk.spending.run(
      { spender: ann, settings: DEFAULT_SETTINGS, maySpend: true, tokens: 600 },
      async ({ onUsage }) => {
        expect(await remaining()).toBe(400);
        onUsage(usage(100, 20));
        onUsage(usage(50, 10));
        return 'done';
      },
    );
    expect(answer).toBe('done');
    expect(await remaining()).toBe(820);
    expect(await desk.ledger.rows('1')).toMatchObject([{ modelCalls: 2, inputTokens: 150, outputTokens: 30 }]);
  });

  it('is booked also when it failed, and gives back the rest', async () => {
    const failing = desk.spending.run(
      { spender: ann, settings: DEFAULT_SETTINGS, maySpend: true, tokens: 600 },
      ({ onUsage }) => {
        onUsage(usage(100, 0));
        return Promise.reject(new Error('cut off'));
      },
    );
    await expect(failing).rejects.toThrow('cut off');
    expect(await remaining()).toBe(900);
    expect(await desk.ledger.rows('1')).toMatchObject([{ modelCalls: 1, inputTokens: 100 }]);
  });

  it('is refused before it begins, with the limit and when it opens', async () => {
    const facts = { guildCeiling: 1000 };
    await desk.settings.change('1', { field: 'allowance', of: 'member', value: 700 }, facts, 'admin');
    const { settings } = await desk.settings.get('1');
    const run = () =>
      desk.spending.run({ spender: ann, settings, maySpend: true, tokens: 400 }, async ({ onUsage }) =>
        onUsage(usage(400, 0)),
      );
    await run();
    const refusal: unknown = await run().catch((error: unknown) => error);
    expect(refusal).toMatchObject({
      code: 'model-allowance',
      facts: { limit: 'member', retryAfterSeconds: 14 * 3600 },
    });
    expect(speak(null).errorSentence(refusal as never)).toBe(
      'Your share of tokens for today is used up. It opens again in 14 h; until then the embedded engine answers.',
    );
  });

  it('is told whether there is room for calls that are not needed', async () => {
    const ask = (tokens: number, used: number) =>
      desk.spending.run(
        { spender: ann, settings: DEFAULT_SETTINGS, maySpend: true, tokens },
        async ({ onUsage, mayCall }) => {
          onUsage(usage(used, 0));
          return mayCall();
        },
      );
    expect(await ask(300, 250)).toBe(true);
    expect(await remaining()).toBe(750);
    // Twice as much no longer fits: there is room only where the writing took less than was thought.
    expect(await ask(400, 250)).toBe(false);
    expect(await ask(400, 100)).toBe(true);
    expect(await remaining()).toBe(400);
  });

  it('is refused to members without a role that may spend', async () => {
    let isBegun = false;
    const refused = desk.spending.run(
      { spender: ann, settings: DEFAULT_SETTINGS, maySpend: false, tokens: 1 },
      async () => {
        isBegun = true;
      },
    );
    await expect(refused).rejects.toMatchObject({ code: 'model-allowance', facts: { limit: 'role' } });
    expect(isBegun).toBe(false);
  });

  it('does not begin when the store does not answer', async () => {
    const broken = { ...held.store, atomic: { ...held.store.atomic, spend: () => Promise.reject(new Error('down')) } };
    let isBegun = false;
    const refused = deskWith(broken).spending.run(
      { spender: ann, settings: DEFAULT_SETTINGS, maySpend: true, tokens: 1 },
      async () => {
        isBegun = true;
      },
    );
    await expect(refused).rejects.toThrow('down');
    expect(isBegun).toBe(false);
  });

  it('gives its answer although booking failed, reports it, and leaves what was set aside spent', async () => {
    const atomic = { ...held.store.atomic, increment: () => Promise.reject(new Error('disk full')) };
    const answer = await deskWith({ ...held.store, atomic }).spending.run(
      { spender: ann, settings: DEFAULT_SETTINGS, maySpend: true, tokens: 600 },
      async ({ onUsage }) => {
        onUsage(usage(10, 0));
        return 'done';
      },
    );
    expect(answer).toBe('done');
    expect(faults).toHaveLength(1);
    expect(await remaining()).toBe(400);
  });
});
