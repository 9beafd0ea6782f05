/** One interaction through its definition: an answer that is ready at once, or late. */
import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { type BotError, DEFAULT_SETTINGS } from '#domain';

import type { InteractionPlace } from '../../src/discord/contracts/delivery.ts';
import type { Handling } from '../../src/discord/contracts/handling.ts';
import { notice } from '../../src/discord/contracts/view.ts';
import type { Incoming } from '../../src/discord/interactions/incoming.ts';
import { type ServeDependencies, serve } from '../../src/discord/interactions/serve.ts';
import { speak } from '../../src/texts/texts.ts';

const incoming = { ref: { id: '1', guild: '10' }, userId: '5', roles: [], locale: 'en-GB', guildLocale: null };

async function served(ready: Handling<unknown>['ready']) {
  const happened: string[] = [];
  const note = (what: string) => async () => void happened.push(what);
  const place = {
    isAcknowledged: false,
    gone: new AbortController().signal,
    choose: () => undefined,
    acknowledge: note('acknowledged'),
    show: note('shown'),
    aside: note('said aside'),
  } as unknown as InteractionPlace;
  const dependencies = {
    services: { desk: { settings: { get: async () => ({ settings: DEFAULT_SETTINGS }) } } },
    commands: [],
    speak,
    clock: Date.now,
    log: () => undefined,
    signal: new AbortController().signal,
  } as unknown as ServeDependencies;
  const handling: Handling<unknown> = { acknowledge: () => 'private', ...(ready ? { ready } : {}) };
  const what = { name: 'test', handling, input: async () => null };
  const { outcome } = await serve(incoming as unknown as Incoming, what, place, dependencies);
  return { happened, outcome };
}

describe('an answer that fetches nothing', () => {
  it('is shown at once when it is there', async () => {
    expect(await served(async () => notice('here'))).toEqual({ happened: ['shown'], outcome: 'answered' });
  });

  it('is shown after the acknowledgement when it comes late', async () => {
    const late = async () => {
      await pause(100);
      return notice('here');
    };
    expect(await served(late)).toEqual({ happened: ['acknowledged', 'shown'], outcome: 'answered' });
  });

  it('that is kept no longer ends in words', async () => {
    const gone: BotError['code'] = 'control-expired';
    expect((await served(async () => null)).outcome).toBe(gone);
  });
});
