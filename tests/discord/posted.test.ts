/** What everybody sees, as far as it goes with the message that it answers. */
import { expect, it } from 'vitest';

import type { PostedMessage, PostedMessages } from '#domain';

import { createPosted } from '../../src/discord/delivery/posted.ts';
import type { Wire } from '../../src/discord/delivery/wire.ts';

/** A memory of posted messages, and a Discord that refuses to remove some of them. */
function world(refused: Readonly<Record<string, 'gone' | 'closed'>> = {}) {
  const held = new Map<string, PostedMessage>();
  const removed: string[] = [];
  const store = {
    add: async (_guild: string, post: PostedMessage) => void held.set(post.id, post),
    byId: async (_guild: string, id: string) => held.get(id),
    ofSource: async (_guild: string, source: string) => [...held.values()].filter((post) => post.source === source),
    forget: async (_guild: string, id: string) => void held.delete(id),
  } as unknown as PostedMessages;
  const wire = {
    async remove(_channel: string, id: string) {
      removed.push(id);
      return refused[id] ?? null;
    },
  } as unknown as Wire;
  const posted = createPosted({ wire, posted: store, clock: () => 0, log: () => undefined });
  const remember = (id: string): void =>
    posted.remember(
      '1',
      { id, channel: '2', member: '3', source: 'link' },
      { article: 'a', kind: 'briefing', language: 'en' },
    );
  return { posted, remember, held, removed };
}

it('goes with the message that it answers; what the bot may not remove still stands, and stays remembered', async () => {
  const { posted, remember, held, removed } = world({ b: 'closed', c: 'gone' });
  for (const id of ['a', 'b', 'c']) remember(id);
  await expect.poll(() => held.size).toBe(3);
  await posted.removeAnswers('1', 'link');
  expect(removed).toEqual(['a', 'b', 'c']);
  expect([...held.keys()]).toEqual(['b']);
});

it('goes when it arrives, if the message was deleted while it was on its way', async () => {
  const { posted, remember, held, removed } = world();
  await posted.removeAnswers('1', 'link');
  remember('late');
  await expect.poll(() => removed).toEqual(['late']);
  await expect.poll(() => held.size).toBe(0);
});
