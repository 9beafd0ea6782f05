/** Work that a restart cuts off: each accepted request is answered once, and what stood half done is finished. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { honest } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await startWorld({ hasModel: true, isKept: true });
});
afterEach(async () => {
  await world.close();
});

const article = (): string => world.site.url('/news/tidemouth-ferry');
const slash = () =>
  world.discord.act.slash({
    channel: world.discord.news,
    user: world.discord.member,
    command: 'summarise',
    options: { article: article() },
  });
const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const shows = (channel = world.discord.news.id): ShownMessage[] =>
  world.discord.shows(channel, world.discord.member).filter(({ authorId }) => authorId === world.discord.bot.id);
const appears = (fits: (message: ShownMessage) => boolean, channel: string = world.discord.news.id) =>
  world.discord.appears(channel, world.discord.member, (one) => one.authorId === world.discord.bot.id && fits(one));

/** The model holds its breath until what this gives is called. */
function holdModel(): () => void {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  world.model.respond(async (request) => {
    await promise;
    return honest(request);
  });
  return () => resolve(undefined);
}

/** The model holds its breath until the bot has been started again. */
async function restartInMidWork(begin: () => void, until: () => unknown = () => true): Promise<void> {
  const resolve = holdModel();
  const before = world.model.calls.length;
  begin();
  await expect.poll(() => world.model.calls.length).toBe(before + 1);
  await expect.poll(until).toBeTruthy();
  const restarted = world.restart();
  resolve();
  await restarted;
}

describe('a restart in mid-work', () => {
  it('loses no accepted request: the next start answers it', async () => {
    const run = slash();
    await run.acknowledged();
    await restartInMidWork(() => undefined);
    const answer = await run.answered({ matching: isAnswer });
    expect(answer.text).toContain('**Tomas Wray**');
  });

  it('finishes what it took up from the run before when it is stopped again soon after', async () => {
    const run = slash();
    await run.acknowledged();
    const resolve = holdModel();
    await world.restart();
    await expect.poll(() => world.model.calls.length).toBeGreaterThan(0);
    const drained = world.session().drain(20_000);
    resolve();
    await drained;
    expect(isAnswer(run.current() ?? ({ text: '' } as ShownMessage))).toBe(true);
  });

  it('finishes the message under a mention, which had said how far it was', async () => {
    const { discord } = world;
    await restartInMidWork(
      () =>
        void discord.act.post({
          channel: discord.news,
          user: discord.member,
          content: `<@${discord.bot.id}> ${article()}`,
        }),
      () => shows().some(({ text }) => text.includes('drafting')),
    );
    await appears(isAnswer);
    expect(shows()).toHaveLength(1);
  });

  it('answers a direct message that nothing had been said to yet', async () => {
    const { discord } = world;
    const channel = discord.build.openDm(discord.member);
    await restartInMidWork(() => void discord.act.dm(discord.member, article()));
    await appears(isAnswer, channel.id);
    expect(shows(channel.id)).toHaveLength(1);
  });

  it('answers a question in a discussion once', async () => {
    const { discord } = world;
    const briefing = await world.ask({ command: 'discuss', options: { article: article() } });
    const thread = await discord.until(
      () => discord.shows(discord.news, discord.member).find(({ id }) => id === briefing.id)?.threadId,
    );
    await appears(({ text }) => text.includes('Let us discuss'), thread);
    const before = shows(thread).length;
    await restartInMidWork(
      () => void discord.act.post({ channel: thread, user: discord.member, content: 'How did the council vote?' }),
    );
    await expect.poll(() => shows(thread).length).toBe(before + 1);
    await discord.settled({ quietMs: 300 });
    expect(shows(thread)).toHaveLength(before + 1);
  });

  it('leaves a message alone that was deleted meanwhile', async () => {
    const { discord } = world;
    const resolve = holdModel();
    const posted = discord.act.post({
      channel: discord.news,
      user: discord.member,
      content: `<@${discord.bot.id}> ${article()}`,
    });
    await expect.poll(() => world.model.calls.length).toBe(1);
    await world.restart(() => {
      discord.act.delete(posted);
      resolve();
    });
    await discord.settled({ quietMs: 500 });
    expect(shows().filter(isAnswer)).toEqual([]);
    expect(await world.app().desk.inbox.open()).toEqual([]);
  });

  it.each(['stopped', 'killed'])('goes on with a pressed offer, for whoever pressed it: %s', async (how) => {
    const { discord } = world;
    await world.set({ field: 'mode', channel: discord.news.id, value: 'button' });
    discord.act.post({ channel: discord.news, user: discord.member, content: article() });
    const offer = await appears(({ buttons }) => buttons.length === 1);
    // Who is killed gives nothing back.
    if (how === 'killed') Object.assign(world.app().desk.outbox, { release: async () => undefined });
    await restartInMidWork(() => void discord.act.button(offer, offer.buttons[0]?.label ?? '', discord.member));
    expect((await appears(isAnswer)).id).toBe(offer.id);
  });
});
