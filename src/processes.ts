/** What the processes of one bot share, so that together they act as one. */
import { createIdentifyTurns, createLease } from '#desk';
import type { DiscordOptions } from '#discord';

import type { App } from './app.ts';
import type { Config } from './config.ts';

export function betweenProcesses(
  { store, clock }: Pick<App, 'store' | 'clock'>,
  { shards }: Pick<Config, 'shards'>,
): Pick<DiscordOptions, 'published' | 'shards'> {
  const lease = createLease(store.atomic);
  return {
    published: {
      get: () => store.published.get('', 'hash'),
      put: (hash) => store.published.put('', 'hash', hash),
      alone: (work) => lease('publishing', work),
    },
    shards: { plan: shards, turn: createIdentifyTurns({ atomic: store.atomic, clock }) },
  };
}
