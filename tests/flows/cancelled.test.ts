/** What nobody waits for any more is not paid for: the request to the model ends. */
import { afterEach, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#domain';
import { modelFaults } from '#sandbox';

import { honest, honestText } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});
/** A model that would take for ever, so that only a cancelled request ends. */
const start = async (): Promise<void> => {
  world = await startWorld({ hasModel: true, isKept: true, variables: { OPENAI_TIMEOUT_S: '600' } });
  world.model.respond(() => modelFaults.hang());
};
const article = (): string => world.site.url('/news/tidemouth-ferry');
const asked = () => expect.poll(() => world.model.calls.length).toBe(1);
const isAborted = (): boolean[] => world.model.calls.map((call) => call.isAborted);

it('a posted link whose message is deleted: the request ends, and nothing is shown', async () => {
  await start();
  await world.set({ field: 'mode', channel: world.discord.news.id, value: 'reply' });
  const source = world.discord.act.post({
    channel: world.discord.news,
    user: world.discord.member,
    content: article(),
  });
  await asked();
  world.discord.act.delete(source);
  await world.model.called(1);
  expect(isAborted()).toEqual([true]);
  await world.discord.settled({ quietMs: 500 });
  const own = world.discord
    .shows(world.discord.news, world.discord.member)
    .filter(({ authorId }) => authorId === world.discord.bot.id);
  expect(own).toEqual([]);
});

it('an answer that somebody deletes while it is written: the request ends, and it is not written again', async () => {
  await start();
  world.model.respond((request) => ({ text: honestText(request), chunkSize: 40, paceMs: 300 }));
  const channel = world.discord.news;
  const { member } = world.discord;
  const run = world.discord.act.slash({ channel, user: member, command: 'summarise', options: { article: article() } });
  const growing = await world.discord.appears(channel, member, ({ text }) => text.includes('Checked so far'));
  world.discord.act.delete(growing);
  await world.model.called(1);
  expect(isAborted()).toEqual([true]);
  const isOver = () => world.records.some((record) => record['interaction'] === run.interaction.id);
  await expect.poll(isOver).toBe(true);
  expect(world.discord.shows(channel, member).filter(({ authorId }) => authorId === world.discord.bot.id)).toEqual([]);
  expect(await world.app().desk.inbox.open()).toEqual([]);
});

it('a bot that stops: the request ends, and the next start asks anew', async () => {
  await start();
  const channel = world.discord.news;
  const { member } = world.discord;
  world.discord.act.slash({ channel, user: member, command: 'summarise', options: { article: article() } });
  await asked();
  await world.restart(() => {
    expect(isAborted()).toEqual([true]);
    world.model.respond(honest);
  });
  await world.discord.appears(channel, member, ({ text }) => text.includes('Worded by sandbox.'));
  expect(isAborted()).toEqual([true, false]);
});

it('a request that two people wait for goes on when one of them leaves', async () => {
  await start();
  const stop = [new AbortController(), new AbortController()] as const;
  const source = { kind: 'link', url: article() } as const;
  const runs = stop.map(({ signal }, index) =>
    world
      .app()
      .brief({ guild: '1', settings: DEFAULT_SETTINGS, member: `m${index}`, source, signal })
      .catch((error: unknown) => error),
  );
  await asked();
  stop[0].abort();
  expect(await runs[0]).toMatchObject({ code: 'cancelled' });
  expect(isAborted()).toEqual([false]);
  stop[1].abort();
  expect(await runs[1]).toMatchObject({ code: 'cancelled' });
  await world.model.called(1);
  expect(isAborted()).toEqual([true]);
});
