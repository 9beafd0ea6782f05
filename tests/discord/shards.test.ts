/** What discord.js is told about shards, and what it must not find out by itself. */
import { Client } from 'discord.js';
import { afterEach, describe, expect, it, vi } from 'vitest';

import { ALL_SHARDS, type ShardPlan, shardPlanOf } from '#domain';

import { shardOptions } from '../../src/discord/connection/shards.ts';
import { startErrorOf } from '../../src/discord/connection/start-error.ts';

const never = (): Promise<void> => Promise.reject(new Error('no turn was to be taken'));
const plan = (text: string): ShardPlan => shardPlanOf(text) as ShardPlan;
afterEach(() => vi.unstubAllEnvs());

describe('the variable SHARDS', () => {
  it.each(['auto', '', '0-15/64', '4', '[7]'])('%j is not read by discord.js behind our back', (text) => {
    vi.stubEnv('SHARDS', text);
    const { options } = new Client({ intents: [], ...shardOptions(ALL_SHARDS, never) });
    expect(options.shards).toBe('auto');
    const part = new Client({ intents: [], ...shardOptions(plan('2-3/4'), never) });
    expect([part.options.shards, part.options.shardCount]).toEqual([[2, 3], 4]);
  });

  it('would end the process if shards were not named', () => {
    vi.stubEnv('SHARDS', 'auto');
    expect(() => new Client({ intents: [] })).toThrow(SyntaxError);
  });
});

describe('turns to identify', () => {
  it.each([ALL_SHARDS, plan('4')])('are taken from nobody in one process with everything', async (of) => {
    const gateway = { fetchGatewayInformation: async () => ({ session_start_limit: { max_concurrency: 16 } }) };
    const throttler = await shardOptions(of, never).ws?.buildIdentifyThrottler?.(gateway as never);
    await expect(throttler?.waitForIdentify(0, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('are taken by key, which is the shard modulo max_concurrency', async () => {
    const keys: number[] = [];
    const { ws } = shardOptions(plan('16-31/64'), async (key) => void keys.push(key));
    const gateway = { fetchGatewayInformation: async () => ({ session_start_limit: { max_concurrency: 16 } }) };
    // Of the manager only what the throttler asks it for.
    const throttler = await ws?.buildIdentifyThrottler?.(gateway as never);
    for (const shard of [16, 17, 31]) await throttler?.waitForIdentify(shard, new AbortController().signal);
    expect(keys).toEqual([0, 1, 15]);
  });
});

describe('no session start left', () => {
  it('is a sentence with the time when there are some again', () => {
    const error = new Error(
      'Not enough sessions remaining to spawn 16 shards; only 3 remaining; resets at 2026-11-25T00:00:00.000Z',
    );
    expect(startErrorOf(error)?.message).toMatch(/no more sessions until 2026-11-25T00:00:00\.000Z/u);
  });
});
