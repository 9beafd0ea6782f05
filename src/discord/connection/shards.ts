/** Which shards a session opens. */
import type { ClientOptions } from 'discord.js';

import { isPart, type ShardPlan } from '#domain';

import { type IdentifyTurn, identifyThrottle } from './identify.ts';

/**
 * Always names the shards: without them discord.js reads `SHARDS` from the environment by itself, as JSON, and ends at
 * `auto` or `0-15/64`. Where other processes serve the rest, they and this one take turns to identify.
 */
export function shardOptions(plan: ShardPlan, turn: IdentifyTurn): Pick<ClientOptions, 'shards' | 'shardCount' | 'ws'> {
  const { ids, count } = plan;
  const ws = { buildIdentifyThrottler: identifyThrottle(isPart(plan) ? turn : null) };
  return ids === 'auto' || count === null ? { shards: 'auto', ws } : { shards: [...ids], shardCount: count, ws };
}
