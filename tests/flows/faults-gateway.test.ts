/** What Discord's gateway does wrong, and a token that is no longer known. */
import { afterEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, type Run, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});
const start = async (options = {}): Promise<void> => {
  world = await startWorld({ hasModel: false, ...options });
};

const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const answers = (): ShownMessage[] => world.discord.shows(world.discord.news, world.discord.member).filter(isAnswer);
const slash = (path = '/news/tidemouth-ferry'): Run =>
  world.discord.act.slash({
    channel: world.discord.news,
    user: world.discord.member,
    command: 'summarise',
    options: { article: world.site.url(path) },
  });
async function postLink(): Promise<void> {
  await world.set({ field: 'mode', channel: world.discord.news.id, value: 'reply' });
  const content = world.site.url('/news/tidemouth-ferry');
  world.discord.act.post({ channel: world.discord.news, user: world.discord.member, content });
}
const served = (run: Run) => world.records.filter((one) => one['interaction'] === run.interaction.id);
const counts = () => world.discord.gateway.counts;
const isReady = () =>
  world
    .session()
    .shards()
    .every((shard) => shard.isReady);

describe('a connection that', () => {
  it('Discord asks to renew is resumed, and no event is handled twice', async () => {
    await start();
    const first = slash();
    await world.served(first);
    world.discord.gateway.reconnect();
    await expect.poll(() => counts().resumed).toBe(1);
    const second = slash('/news/orchard-water');
    await world.served(second);
    expect([served(first).length, served(second).length]).toEqual([1, 1]);
    expect(counts().identified).toBe(1);
  });

  it('was cut in mid-event is resumed, and what happened meanwhile is answered', async () => {
    await start();
    world.discord.gateway.cut();
    const run = slash();
    expect(isAnswer(await world.served(run))).toBe(true);
    expect(counts()).toMatchObject({ identified: 1, resumed: 1 });
    expect(served(run)).toHaveLength(1);
  });

  it('has an invalid session is begun anew after 1 to 5 s, with what the bot knows built again', async () => {
    await start();
    await postLink();
    await expect.poll(answers).toHaveLength(1);
    const before = counts().identified;
    const startedAt = performance.now();
    world.discord.gateway.invalidSession(false);
    await expect.poll(() => counts().identified).toBe(before + 1);
    expect(performance.now() - startedAt).toBeGreaterThan(950);
    await expect.poll(isReady).toBe(true);
    expect(world.session().guilds()).toBe(2);
    expect(isAnswer(await world.served(slash()))).toBe(true);
  });

  it('no longer acknowledges heartbeats is closed and resumed', async () => {
    await start({ heartbeatMs: 1000 });
    world.discord.gateway.stopAcks();
    await expect.poll(() => counts().resumed).toBe(1);
    expect(isAnswer(await world.served(slash()))).toBe(true);
    expect(counts().identified).toBe(1);
  });

  it.each([
    [4004, 'DISCORD_TOKEN'],
    [4013, 'intents'],
    [4014, 'MESSAGE_CONTENT_INTENT'],
  ])('Discord closes with %i ends the bot, once, with a sentence that names %s', async (code, name) => {
    await start();
    world.discord.gateway.close(code);
    await expect.poll(() => world.ends).toEqual([expect.stringContaining(name)]);
    expect(counts()).toMatchObject({ identified: 1, resumed: 0 });
  });
});

describe('the same event again', () => {
  it('a posted link after a resume is answered once', async () => {
    await start();
    await postLink();
    await expect.poll(answers).toHaveLength(1);
    world.discord.gateway.replay('MESSAGE_CREATE');
    world.discord.gateway.replay('MESSAGE_CREATE');
    await world.discord.settled({ quietMs: 1000 });
    expect(answers()).toHaveLength(1);
    expect(world.site.hits('/news/tidemouth-ferry')).toBe(1);
  });

  it('a command after a resume is answered once', async () => {
    await start();
    const run = slash();
    await world.served(run);
    world.discord.gateway.replay('INTERACTION_CREATE');
    await expect.poll(() => served(run).map(({ outcome }) => outcome)).toEqual(['answered', 'repeated']);
    expect(answers()).toHaveLength(1);
  });
});

describe('a token that Discord no longer knows', () => {
  it('ends the bot at the first refusal, with one sentence, and no further request is made with it', async () => {
    await start();
    const refusal = { kind: 'status', status: 401, code: 0, message: '401: Unauthorized' } as const;
    world.discord.faults.add({
      match: { method: 'POST', route: '/channels/{id}/messages' },
      times: 99,
      respond: refusal,
    });
    await postLink();
    await expect.poll(() => world.ends).toEqual([expect.stringContaining('DISCORD_TOKEN')]);
    await world.discord.settled({ quietMs: 800 });
    expect(world.discord.requests.filter(({ status }) => status === 401)).toHaveLength(1);
  });
});

describe('an outage of a server', () => {
  it('deletes nothing', async () => {
    await start();
    await world.served(slash());
    const kept = async (): Promise<number> => {
      const { store } = world.app();
      const guild = world.discord.guild.id;
      const all = [store.articles, store.briefings, store.settings];
      return (await Promise.all(all.map((one) => Array.fromAsync(one.keys(guild))))).flat().length;
    };
    const before = await kept();
    expect(before).toBeGreaterThan(2);
    world.discord.build.startOutage(world.discord.guild);
    await world.discord.settled({ quietMs: 500 });
    world.discord.build.endOutage(world.discord.guild);
    await world.discord.settled({ quietMs: 500 });
    expect(await kept()).toBe(before);
  });
});
