/** Posted messages and the outbox: known again, and sent once. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createOutbox, createPostedMessages } from '#desk';
import type { Outbox, PostedMessage, PostedMessages, PostName } from '#domain';

import { type HeldStore, heldStore, START } from './held-store.ts';

const DAY_MS = 86_400_000;
let held: HeldStore;
beforeEach(async () => {
  held = await heldStore();
});
afterEach(() => held.store.close());

describe('posted messages', () => {
  let posted: PostedMessages;
  beforeEach(() => {
    posted = createPostedMessages(held.store, async () => 7 * DAY_MS, held.clock);
  });
  const message = (id: string, change: Partial<PostedMessage> = {}): PostedMessage => ({
    id,
    channel: 'news',
    article: 'a1',
    member: 'ann',
    source: null,
    kind: 'briefing',
    language: 'en',
    postedAt: START,
    ...change,
  });
  const ids = (messages: readonly PostedMessage[]): string[] => messages.map(({ id }) => id);

  it('are found by id, article, channel and source, newest first, in their guild only', async () => {
    await posted.add('1', message('m1', { source: 's1' }));
    await posted.add('1', message('m2', { channel: 'other' }));
    await posted.add('1', message('m3', { article: 'a2' }));
    expect(await posted.byId('1', 'm1')).toEqual(message('m1', { source: 's1' }));
    expect(ids(await posted.ofArticle('1', 'a1'))).toEqual(['m2', 'm1']);
    expect(ids(await posted.ofSource('1', 's1'))).toEqual(['m1']);
    expect((await posted.lastIn('1', 'news'))?.id).toBe('m3');
    expect([await posted.byId('2', 'm1'), await posted.lastIn('2', 'news')]).toEqual([undefined, undefined]);
  });

  it('added at once are all listed', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, index) => posted.add('1', message(`m${index}`))));
    expect(await posted.ofArticle('1', 'a1')).toHaveLength(20);
  });

  it('that are forgotten are on no list', async () => {
    await posted.add('1', message('m1', { source: 's1' }));
    await posted.add('1', message('m2'));
    await posted.forget('1', 'm2');
    await posted.forget('1', 'never there');
    expect(ids(await posted.ofArticle('1', 'a1'))).toEqual(['m1']);
    expect((await posted.lastIn('1', 'news'))?.id).toBe('m1');
    expect(await posted.byId('1', 'm2')).toBeUndefined();
  });

  it('are told apart by who asked', async () => {
    await posted.add('1', message('m1'));
    await posted.add('1', message('m2', { member: 'bo' }));
    expect(ids(await posted.ofMember('1', 'bo'))).toEqual(['m2']);
  });

  it('that are disowned stay as long as they would have, without who asked', async () => {
    await posted.add('1', message('m1'));
    held.at(6 * DAY_MS);
    await posted.disown('1', 'm1');
    await posted.disown('1', 'never there');
    expect(await posted.byId('1', 'm1')).toMatchObject({ member: null });
    held.at(7 * DAY_MS);
    expect(await posted.byId('1', 'm1')).toBeUndefined();
  });

  it('are listed up to fifty for one article', async () => {
    for (let index = 0; index < 52; index += 1) await posted.add('1', message(`m${index}`));
    expect(ids(await posted.ofArticle('1', 'a1'))).toHaveLength(50);
    expect(ids(await posted.ofArticle('1', 'a1'))[0]).toBe('m51');
  });

  it('end with the retention of the server', async () => {
    await posted.add('1', message('m1'));
    held.at(7 * DAY_MS);
    expect([await posted.byId('1', 'm1'), await posted.lastIn('1', 'news')]).toEqual([undefined, undefined]);
  });
});

describe('the outbox', () => {
  let outbox: Outbox;
  beforeEach(() => {
    outbox = createOutbox(held.store.atomic, held.clock);
  });
  const post: PostName = { guild: '1', channel: 'news', about: 'a1', kind: 'briefing' };

  it('gives a post to one of many who begin it at once', async () => {
    const states = await Promise.all(Array.from({ length: 10 }, () => outbox.begin(post)));
    expect(states.filter(({ state }) => state === 'mine')).toHaveLength(1);
    expect(states.filter(({ state }) => state === 'in-doubt')).toHaveLength(9);
  });

  it('knows what was sent, under which id', async () => {
    await outbox.begin(post);
    await outbox.sent(post, 'm1');
    expect(await outbox.begin(post)).toEqual({ state: 'sent', message: 'm1' });
    expect(await outbox.begin({ ...post, kind: 'positions' })).toEqual({ state: 'mine' });
  });

  it('row 3 and 4: leaves an attempt that was cut off in doubt, to be taken over by one', async () => {
    await outbox.begin(post);
    held.at(1000);
    expect(await outbox.begin(post)).toEqual({ state: 'in-doubt', since: START });
    const taken = await Promise.all([outbox.again(post, START), outbox.again(post, START)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
    expect(await outbox.begin(post)).toEqual({ state: 'in-doubt', since: START + 1000 });
  });

  it('is taken over by one also in the same millisecond', async () => {
    await outbox.begin(post);
    const taken = await Promise.all([outbox.again(post, START), outbox.again(post, START)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  it('frees a post that certainly did not go out, and never one that did', async () => {
    await outbox.begin(post);
    await outbox.release(post);
    expect(await outbox.begin(post)).toEqual({ state: 'mine' });
    await outbox.sent(post, 'm1');
    await outbox.release(post);
    expect(await outbox.begin(post)).toEqual({ state: 'sent', message: 'm1' });
  });

  it('row 45: sends nothing twice when the clock is set back by a day', async () => {
    held.at(DAY_MS);
    await outbox.begin(post);
    await outbox.sent(post, 'm1');
    held.at(0);
    expect(await outbox.begin(post)).toEqual({ state: 'sent', message: 'm1' });
  });
});
