/** The whole bot over a Redis that dies, freezes or comes back empty. */
import { createClient } from '@redis/client';
import { afterEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { HAS_REDIS, type RedisServer, startRedis } from '../store/redis-server.ts';
import { honest } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

const OUTAGE_MS = 10_000;
const LONG = { timeoutMs: 90_000 };
const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const isRefusal = ({ text }: ShownMessage): boolean => text.includes('Storage is not answering');

describe.skipIf(!HAS_REDIS)('the bot over Redis', () => {
  let redis: RedisServer;
  let world: FlowWorld;
  afterEach(async () => {
    await world.close();
    await redis.close();
  });
  async function begin(): Promise<{ release(): void }> {
    redis = await startRedis();
    world = await startWorld({ hasModel: true, variables: { STORE_URL: redis.url } });
    const { promise, resolve } = Promise.withResolvers<undefined>();
    world.model.respond(async (request) => {
      await promise;
      return honest(request);
    });
    return { release: () => resolve(undefined) };
  }
  let members = 0;
  function ask(path: string, options: Readonly<Record<string, unknown>> = {}) {
    const { act, build, guild, news } = world.discord;
    members += 1;
    const user = build.addMember(guild, `Reader ${members}`);
    return act.slash({
      channel: news,
      user,
      command: 'summarise',
      options: { article: world.site.url(path), ...options },
    });
  }
  const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
  const shown = (): ShownMessage[] =>
    world.discord
      .shows(world.discord.news, world.discord.member)
      .filter(({ authorId }) => authorId === world.discord.bot.id);

  it('killed for 10 s loses no accepted request and posts nothing twice', async () => {
    const model = await begin();
    const paths = ['/news/tidemouth-ferry', '/news/orchard-water', '/news/tidemouth-ferry'];
    const accepted: ReturnType<typeof ask>[] = [];
    for (const path of paths) {
      const run = ask(path);
      await run.acknowledged(LONG);
      accepted.push(run);
    }
    world.discord.act.post({
      channel: world.discord.news,
      user: world.discord.member,
      content: `<@${world.discord.bot.id}> ${world.site.url('/news/school-phones')}`,
    });
    await expect.poll(() => world.model.calls.length, { timeout: 30_000 }).toBe(3);
    await redis.kill();
    model.release();
    const meanwhile = ask('/news/orchard-water');
    expect(await meanwhile.answered({ ...LONG, matching: isRefusal })).toMatchObject({ isEphemeral: true });
    for (const run of accepted)
      await run.answered({ ...LONG, matching: ({ text }) => text.includes('goes on by itself') });
    await pause(OUTAGE_MS);
    await redis.start();
    await Promise.all(accepted.map((run) => run.answered({ ...LONG, matching: isAnswer })));
    await expect.poll(() => shown().filter(isAnswer).length, { timeout: 60_000 }).toBe(paths.length + 1);
    await world.discord.settled();
    expect(shown().filter(isAnswer)).toHaveLength(paths.length + 1);
    // Nothing is left for the next start, which would answer it again.
    expect(await world.app().desk.inbox.open()).toEqual([]);
  });

  it('frozen for 10 s loses nothing either, and what is asked meanwhile is told so', async () => {
    const model = await begin();
    const accepted = ask('/news/tidemouth-ferry');
    await accepted.acknowledged(LONG);
    await expect.poll(() => world.model.calls.length, { timeout: 30_000 }).toBe(1);
    redis.freeze();
    model.release();
    const meanwhile = ask('/news/orchard-water');
    await meanwhile.answered({ ...LONG, matching: isRefusal });
    await pause(OUTAGE_MS);
    redis.thaw();
    await accepted.answered({ ...LONG, matching: isAnswer });
    await expect
      .poll(
        () =>
          world
            .app()
            .desk.inbox.open()
            .catch(() => null),
        { timeout: 30_000 },
      )
      .toEqual([]);
    expect(shown().filter(isAnswer)).toHaveLength(1);
  });

  it('restarted empty is a sentence for who asks and silence for who does not, until the bot is restarted', async () => {
    const model = await begin();
    model.release();
    await world.set({ field: 'mode', channel: world.discord.general.id, value: 'reply' });
    const link = (path: string) =>
      world.discord.act.post({
        channel: world.discord.general,
        user: world.discord.member,
        content: world.site.url(path),
      });
    link('/news/tidemouth-ferry');
    const inGeneral = (): number =>
      world.discord
        .shows(world.discord.general, world.discord.member)
        .filter(({ authorId }) => authorId === world.discord.bot.id).length;
    await expect.poll(inGeneral, { timeout: 60_000 }).toBe(1);
    const client = createClient({ url: redis.url });
    await client.connect();
    await client.sendCommand(['FLUSHALL']);
    await client.close();
    await ask('/news/orchard-water').answered({ ...LONG, matching: isRefusal });
    link('/news/orchard-water');
    await world.discord.settled();
    expect(inGeneral()).toBe(1);
    await expect(world.app().store.check()).rejects.toMatchObject({ code: 'storage-unavailable' });
    // By the operator's decision it begins anew: with default settings, and without answering what is past.
    await world.restart();
    await ask('/news/orchard-water').answered({ ...LONG, matching: isAnswer });
    link('/news/tidemouth-ferry');
    await world.discord.settled();
    expect(inGeneral()).toBe(1);
  });
});
