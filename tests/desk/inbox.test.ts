/** Accepted requests: recorded before Discord is told, closed when answered, found again after a restart. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createInbox } from '#desk';
import { type AcceptedRequest, type Inbox, type OpenRequest, resumptionOf } from '#domain';

import { type HeldStore, heldStore, START } from './held-store.ts';

const MINUTE_MS = 60_000;
const REQUEST: AcceptedRequest = {
  id: '100',
  guild: '1',
  channel: '5',
  member: 'ann',
  kind: 'command',
  isPrivate: false,
  mayPost: true,
  answer: { application: '7', token: 'aW50ZXJhY3Rpb24=' },
  request: '{"command":"summarise"}',
};

describe('the inbox', () => {
  let held: HeldStore;
  let inbox: Inbox;
  beforeEach(async () => {
    held = await heldStore();
    inbox = createInbox(held.store, held.clock);
  });
  afterEach(() => held.store.close());

  it('holds a request until it is closed', async () => {
    expect(await inbox.record(REQUEST)).toBe(true);
    expect(await inbox.open()).toEqual([{ ...REQUEST, state: 'recorded', acceptedAt: START }]);
    expect(await inbox.answering(REQUEST)).toBe(true);
    expect((await inbox.open())[0]?.state).toBe('answering');
    await inbox.close(REQUEST);
    expect(await inbox.open()).toEqual([]);
  });

  it('lists what is open in every guild, oldest first', async () => {
    const guilds = ['9', 'user:ann', '1'];
    for (const [index, guild] of guilds.entries()) {
      held.at(index);
      await inbox.record({ ...REQUEST, guild, id: `${index}` });
    }
    expect((await inbox.open()).map(({ guild }) => guild)).toEqual(guilds);
  });

  it('takes a request that comes again for the same one, open or closed', async () => {
    await inbox.record(REQUEST);
    expect(await inbox.record(REQUEST)).toBe(false);
    await inbox.close(REQUEST);
    expect(await inbox.record(REQUEST)).toBe(false);
    expect(await inbox.answering(REQUEST)).toBe(false);
    expect(await inbox.open()).toEqual([]);
  });

  it('takes two at once for one', async () => {
    const taken = await Promise.all([inbox.record(REQUEST), inbox.record(REQUEST)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('keeps no token and no word of a closed request', async () => {
    await inbox.record(REQUEST);
    await inbox.close(REQUEST);
    expect(await held.store.inbox.get('1', '100')).toEqual({ state: 'closed' });
  });

  it('says within its deadline that storage does not answer, and closes what comes through late', async () => {
    let letThrough = (): void => undefined;
    const gate = new Promise<void>((resolve) => {
      letThrough = resolve;
    });
    const slow: HeldStore['store']['inbox'] = {
      ...held.store.inbox,
      async create(...change) {
        await gate;
        return held.store.inbox.create(...change);
      },
    };
    const slowInbox = createInbox({ inbox: slow }, held.clock, { deadlineMs: 20 });
    await expect(slowInbox.record(REQUEST)).rejects.toMatchObject({ code: 'storage-unavailable' });
    letThrough();
    await expect.poll(() => held.store.inbox.get('1', '100')).toEqual({ state: 'closed' });
  });

  it('is an error when the store fails, not a request that was there before', async () => {
    const broken = { ...held.store.inbox, create: () => Promise.reject(new Error('disk I/O error')) };
    await expect(createInbox({ inbox: broken }, held.clock).record(REQUEST)).rejects.toThrow('disk');
  });
});

describe('the inbox of a process that was killed', () => {
  it('is found again by the next', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-inbox-'));
    const url = `sqlite://${join(folder, 'inbox.sqlite')}`;
    const first = await heldStore(url);
    await createInbox(first.store, first.clock).record(REQUEST);
    const second = await heldStore(url);
    expect(await createInbox(second.store, second.clock).open()).toHaveLength(1);
    await first.store.close();
    await second.store.close();
    rmSync(folder, { recursive: true });
  });
});

describe('a request left open by a restart', () => {
  const open: OpenRequest = { ...REQUEST, state: 'answering', acceptedAt: START };
  const at = (minutes: number, change: Partial<OpenRequest> = {}) =>
    resumptionOf({ ...open, ...change }, START + minutes * MINUTE_MS);

  it.each<[string, ReturnType<typeof resumptionOf>, ReturnType<typeof resumptionOf>]>([
    ['is finished through its token while that lives', at(13), { do: 'finish', lookFirst: false }],
    ['is finished so when an answer had begun', at(13, { state: 'answering' }), { do: 'finish', lookFirst: false }],
    ['is posted once the token has run out', at(15), { do: 'post' }],
    ['is posted when it came as a message', at(1, { answer: null }), { do: 'post' }],
    [
      'is looked for when Discord may never have been told',
      at(1, { state: 'recorded' }),
      { do: 'finish', lookFirst: true },
    ],
    [
      'is closed when that can no longer be asked',
      at(15, { state: 'recorded' }),
      { do: 'close', reason: 'never-acknowledged' },
    ],
    [
      'is posted when it came as a message and was only recorded',
      at(1, { state: 'recorded', answer: null }),
      { do: 'post' },
    ],
    [
      'is closed when it was private and late',
      at(15, { isPrivate: true }),
      { do: 'close', reason: 'private-too-late' },
    ],
    ['is finished when it is private and in time', at(1, { isPrivate: true }), { do: 'finish', lookFirst: false }],
    ['is closed where the bot may not write', at(15, { mayPost: false }), { do: 'close', reason: 'may-not-post' }],
    ['is closed after a day', at(24 * 60), { do: 'close', reason: 'too-old' }],
  ])('%s', (_what, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});
