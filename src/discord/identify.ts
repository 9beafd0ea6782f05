/** When a shard may introduce itself. */
import { setTimeout as pause } from 'node:timers/promises';

import { type IIdentifyThrottler, SimpleIdentifyThrottler, type WebSocketManagerOptions } from 'discord.js';

/** After an invalid session Discord asks for a wait of 1 to 5 s, varied (gateway documentation, "Resuming"). */
const LEAST_WAIT_MS = 1000;
const MOST_WAIT_MS = 5000;

/** discord.js's throttle, and a wait before every introduction of a shard but its first, which discord.js leaves out. */
export async function createIdentifyThrottle(
  manager: Parameters<WebSocketManagerOptions['buildIdentifyThrottler']>[0],
): Promise<IIdentifyThrottler> {
  const { session_start_limit: limit } = await manager.fetchGatewayInformation();
  const throttle = new SimpleIdentifyThrottler(limit.max_concurrency);
  const known = new Set<number>();
  return {
    async waitForIdentify(shardId, signal) {
      const isFirst = !known.has(shardId);
      known.add(shardId);
      if (!isFirst) await pause(LEAST_WAIT_MS + Math.random() * (MOST_WAIT_MS - LEAST_WAIT_MS), undefined, { signal });
      await throttle.waitForIdentify(shardId, signal);
    },
  };
}
