/** When a shard may introduce itself. */
import { setTimeout as pause } from 'node:timers/promises';

import { type IIdentifyThrottler, SimpleIdentifyThrottler, type WebSocketManagerOptions } from 'discord.js';

/** Waits until nobody else has identified under this key for as long as Discord wants. Rejects when the signal aborts. */
export type IdentifyTurn = (key: number, signal: AbortSignal) => Promise<void>;

/** After an invalid session Discord asks for a wait of 1 to 5 s, varied (gateway documentation, "Resuming"). */
const LEAST_WAIT_MS = 1000;
const MOST_WAIT_MS = 5000;

/**
 * The limit of Discord, and a wait before every introduction of a shard but its first, which discord.js leaves out.
 * @param turn where other processes serve the rest of the servers; `null`: this process is alone, and discord.js keeps the limit
 */
export function identifyThrottle(turn: IdentifyTurn | null): WebSocketManagerOptions['buildIdentifyThrottler'] {
  return async (manager): Promise<IIdentifyThrottler> => {
    const { session_start_limit: limit } = await manager.fetchGatewayInformation();
    const alone = new SimpleIdentifyThrottler(limit.max_concurrency);
    const known = new Set<number>();
    return {
      async waitForIdentify(shard, signal) {
        const isFirst = !known.has(shard);
        known.add(shard);
        if (!isFirst)
          await pause(LEAST_WAIT_MS + Math.random() * (MOST_WAIT_MS - LEAST_WAIT_MS), undefined, { signal });
        // Shards of the same rate-limit key identify one after the other (Discord, "Sharding").
        if (turn) await turn(shard % limit.max_concurrency, signal);
        else await alone.waitForIdentify(shard, signal);
      },
    };
  };
}
