/** Which shards a session opens, and when it may identify for each. */
import type { ClientOptions } from 'discord.js';

import { isPart, type ShardPlan } from '#domain';

/** Waits until nobody else has identified under this key for as long as Discord wants. Rejects when the signal aborts. */
export type IdentifyTurn = (key: number, signal: AbortSignal) => Promise<void>;

/**
 * Always names the shards: without them discord.js reads `SHARDS` from the environment by itself, as JSON, and ends at
 * `auto` or `0-15/64`. Where other processes serve the rest, they and this one take turns; else discord.js keeps the
 * limit by itself.
 */
export function shardOptions(plan: ShardPlan, turn: IdentifyTurn): Pick<ClientOptions, 'shards' | 'shardCount' | 'ws'> {
  const { ids, count } = plan;
  if (ids === 'auto' || count === null) return { shards: 'auto' };
  const shards = { shards: [...ids], shardCount: count };
  if (!isPart(plan)) return shards;
  return {
    ...shards,
    ws: {
      async buildIdentifyThrottler(manager) {
        const { session_start_limit: limit } = await manager.fetchGatewayInformation();
        // Shards of the same rate-limit key identify one after the other (Discord, "Sharding").
        const keyOf = (shard: number): number => shard % limit.max_concurrency;
        return { waitForIdentify: (shard, signal) => turn(keyOf(shard), signal) };
      },
    },
  };
}
