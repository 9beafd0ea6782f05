/** The one guard: what is taken is done once, past the cool-down, through outages, and ends in a word or in the inbox. */
import { setTimeout as pause } from 'node:timers/promises';

import { describe, expect, it } from 'vitest';

import { type AcceptedRequest, BotError, DEFAULT_SETTINGS } from '#domain';

import { DiscordBusyError } from '../../src/discord/connection/rest.ts';
import { NotAcknowledgedError } from '../../src/discord/contracts/delivery.ts';
import type { Edge } from '../../src/discord/contracts/services.ts';
import {
  type Attempt,
  accept,
  acceptMessage,
  guarded,
  inboxClaim,
  type Job,
} from '../../src/discord/interactions/accept.ts';

const REQUEST: AcceptedRequest = {
  id: '1',
  guild: '10',
  channel: '100',
  member: '5',
  kind: 'message',
  isPrivate: false,
  mayPost: true,
  answer: null,
  request: '{}',
};
const away = () => new BotError('storage-unavailable', { operation: 'get' });

/** An edge that notes what happens in order. `coolDowns`: ms from now until each entry is free; 0 lets the member in. */
function room({ coolDowns = [] as number[] } = {}) {
  const happened: string[] = [];
  const open = new Set<string>();
  const stopping = new AbortController();
  const inbox = {
    async record({ id }: AcceptedRequest) {
      if (open.has(id)) return false;
      open.add(id);
      happened.push('recorded');
      return true;
    },
    async close({ id }: { readonly id: string }) {
      open.delete(id);
      happened.push('closed');
    },
  };
  const enter = async () => {
    const ms = coolDowns.shift() ?? 0;
    happened.push(ms > 0 ? 'cool-down' : 'entered');
    return ms > 0 ? { of: 'member', freesAt: Date.now() + ms } : null;
  };
  const edge = {
    services: { desk: { coolDowns: { enter } } },
    clock: Date.now,
    log: ({ outcome }: { readonly outcome?: string }) => void (outcome && happened.push(`log ${outcome}`)),
    signal: stopping.signal,
  } as unknown as Edge;
  const asked = (more: Partial<Attempt & Job> = {}) => ({
    id: '1',
    guild: '10',
    name: 'mention',
    member: '5',
    settings: DEFAULT_SETTINGS,
    claim: inboxClaim(inbox, () => REQUEST),
    isResumed: false,
    waitsOutCoolDown: false,
    place: null,
    async acknowledge() {
      happened.push('acknowledged');
      return true;
    },
    async run() {
      happened.push('done');
      return 'answered';
    },
    async say({ code }: BotError) {
      happened.push(`said ${code}`);
    },
    ...more,
  });
  const once = (more: Partial<Attempt & Job> = {}) => {
    const one = asked(more);
    return guarded(one, (standing) => accept(one, one, standing, edge), edge);
  };
  return { happened, open, stopping, edge, asked, once };
}

describe('what is asked', () => {
  it('is recorded, past the cool-down, acknowledged, done and closed, in that order', async () => {
    const { happened, once } = room();
    await once();
    expect(happened).toEqual(['recorded', 'entered', 'acknowledged', 'done', 'closed', 'log answered']);
  });

  it('is left alone when it comes again, and what the first has begun stays open', async () => {
    const { happened, open, once } = room();
    const { promise, resolve } = Promise.withResolvers<string>();
    const first = once({ run: () => promise });
    expect(await once()).toEqual({ outcome: 'repeated' });
    expect([...open]).toEqual(['1']);
    resolve('answered');
    await first;
    expect(happened.filter((one) => one === 'closed')).toHaveLength(1);
  });

  it('within a cool-down is refused before the acknowledgement', async () => {
    const { happened, once } = room({ coolDowns: [30_000] });
    await once();
    expect(happened).toEqual(['recorded', 'cool-down', 'said cool-down', 'closed', 'log cool-down']);
  });

  it('with something typed waits the cool-down out after the acknowledgement', async () => {
    const { happened, once } = room({ coolDowns: [20] });
    await once({ waitsOutCoolDown: true });
    expect(happened.slice(0, 5)).toEqual(['recorded', 'acknowledged', 'cool-down', 'entered', 'done']);
  });

  it('before a restart goes on without a record or a cool-down of its own', async () => {
    const { happened, once } = room();
    await once({ isResumed: true });
    expect(happened).toEqual(['acknowledged', 'done', 'closed', 'log answered']);
  });
});

describe('what fails', () => {
  const failing = (error: unknown) => async (): Promise<string> => {
    throw error;
  };

  it('is said and closed', async () => {
    const { happened, open, once } = room();
    await once({ run: failing(new BotError('article-missing', {})) });
    expect(happened.slice(-3)).toEqual(['said article-missing', 'closed', 'log article-missing']);
    expect(open.size).toBe(0);
  });

  it('is closed unanswered when not even the error can be said', async () => {
    const { open, once } = room();
    const say = failing(new Error('no'));
    expect(await once({ run: failing(new BotError('article-missing', {})), say })).toEqual({ outcome: 'unanswered' });
    expect(open.size).toBe(0);
  });

  it('for want of the store is done when the store is back, and the wait is told once', async () => {
    const { happened, once } = room();
    let tries = 0;
    const run = async (): Promise<string> => {
      tries += 1;
      if (tries < 3) throw away();
      return 'answered';
    };
    const onOutage = async () => void happened.push('told of the outage');
    expect(await once({ run, onOutage })).toEqual({ outcome: 'answered' });
    expect(happened.filter((one) => one === 'told of the outage')).toHaveLength(1);
    expect(happened.filter((one) => one === 'recorded')).toHaveLength(1);
  });

  it('while the process stops stays in the inbox, without a word', async () => {
    const { happened, open, stopping, once } = room();
    stopping.abort();
    expect(await once({ run: failing(new Error('cut off')) })).toEqual({ outcome: 'left' });
    expect([...open]).toEqual(['1']);
    expect(happened.some((one) => one.startsWith('said'))).toBe(false);
  });

  it('after the answer was deleted is closed without a word', async () => {
    const { happened, open, once } = room();
    const place = { isAcknowledged: true, gone: AbortSignal.abort() };
    expect(await once({ place, run: failing(new BotError('cancelled', {})) })).toEqual({ outcome: 'answered' });
    expect(open.size).toBe(0);
    expect(happened.some((one) => one.startsWith('said'))).toBe(false);
  });

  it('since Discord no longer takes the acknowledgement is closed as such', async () => {
    const { open, once } = room();
    const acknowledge = async (): Promise<boolean> => {
      throw new NotAcknowledgedError('late', {});
    };
    expect(await once({ acknowledge })).toEqual({ outcome: 'late' });
    expect(open.size).toBe(0);
  });

  it('since Discord is busy is put back with a time, or in doubt when it may not have been acknowledged', async () => {
    const busy = failing(new DiscordBusyError(7000));
    const one = room();
    expect(await one.once({ run: busy })).toEqual({ outcome: 'put back', againInMs: 7000 });
    expect([...one.open]).toEqual(['1']);
    const other = room();
    const place = { isAcknowledged: false, gone: new AbortController().signal };
    expect(await other.once({ place, run: busy })).toEqual({ outcome: 'in doubt', againInMs: 7000 });
  });

  it('as a message, since Discord is busy, is tried again by itself', async () => {
    const { happened, open, edge, asked } = room();
    let tries = 0;
    const run = async (): Promise<string> => {
      tries += 1;
      if (tries === 1) throw new DiscordBusyError(20);
      return 'answered';
    };
    await acceptMessage(asked({ run }), edge);
    expect(open.size).toBe(1);
    await expect.poll(() => open.size).toBe(0);
    await pause(50);
    expect(happened.filter((entry) => entry.startsWith('log'))).toEqual(['log put back', 'log answered']);
  });
});
