/** What everybody sees: gone with the message that it answers, and drawn again as what it shows now. */
import { setTimeout as pause } from 'node:timers/promises';

import { expect, it } from 'vitest';

import type { PostedMessage, PostedMessages } from '#domain';

import { createPosted } from '../../src/discord/delivery/posted.ts';
import type { Wire } from '../../src/discord/delivery/wire.ts';

/** A memory of posted messages, and a Discord that refuses to remove some of them. */
function world(refused: Readonly<Record<string, 'gone' | 'closed'>> = {}) {
  const held = new Map<string, PostedMessage>();
  const removed: string[] = [];
  const store = {
    async add(_guild: string, post: PostedMessage) {
      await pause(20);
      held.set(post.id, post);
    },
    byId: async (_guild: string, id: string) => held.get(id),
    ofArticle: async () => [...held.values()],
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
  const remember = (id: string, article = 'a'): void =>
    posted.remember(
      '1',
      { id, channel: '2', member: '3', source: 'link' },
      { article, kind: 'briefing', language: 'en' },
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

it('is not drawn again as what it showed before, although that is remembered until the store has the new', async () => {
  const { posted, remember, held } = world();
  for (const id of ['changed', 'other']) remember(id);
  await expect.poll(() => held.size).toBe(2);
  remember('changed', 'newer text');
  const drawn: string[] = [];
  await posted.drawAgain('1', 'a', async ({ id }) => {
    drawn.push(id);
    return null;
  });
  expect(drawn).toEqual(['other']);
});
