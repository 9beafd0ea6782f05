/** Links that people post, as the admins of a channel want them treated. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ChannelMode } from '#domain';
import type { ShownMessage } from '#sandbox';

import { honest } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const start = async (options: Partial<Parameters<typeof startWorld>[0]> = {}): Promise<void> => {
  world = await startWorld({ hasModel: true, ...options });
};
afterEach(async () => {
  await world.close();
});

const link = (path = '/news/tidemouth-ferry'): string => world.site.url(path);
const mode = (value: ChannelMode) => world.set({ field: 'mode', channel: world.discord.news.id, value });
const post = (content: string, as: 'member' | 'admin' = 'member') =>
  world.discord.act.post({ channel: world.discord.news, user: world.discord[as], content });
const shows = (as: 'member' | 'admin' = 'member') => world.discord.shows(world.discord.news, world.discord[as]);
const fromBot = (): ShownMessage[] => shows().filter(({ authorId }) => authorId === world.discord.bot.id);
const appears = (fits: (message: ShownMessage) => boolean) =>
  world.discord.appears(
    world.discord.news,
    world.discord.member,
    (one) => one.authorId === world.discord.bot.id && fits(one),
  );
const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const quiet = () => world.discord.settled({ quietMs: 1500 });

describe('a posted link', () => {
  beforeEach(() => start());

  it('is left alone on a new server', async () => {
    post(link());
    await quiet();
    expect(fromBot()).toEqual([]);
    expect(world.site.hits('/news/tidemouth-ferry')).toBe(0);
  });

  it('gets a button with its price, which becomes the answer for whoever presses it', async () => {
    await mode('button');
    const source = post(`look: ${link()}`);
    const offer = await appears(({ buttons }) => buttons.length === 1);
    expect(offer.replyTo).toBe(source.id);
    expect(offer.text).toContain('Tidemouth council votes to close the night ferry');
    expect(offer.buttons[0]?.label).toMatch(/^Summarise · about \dk tokens$/u);
    expect(world.model.calls).toHaveLength(0);
    const answer = await world.press(offer, offer.buttons[0]?.label ?? '', 'admin');
    expect(answer.id).toBe(offer.id);
    expect(isAnswer(answer)).toBe(true);
    expect(world.model.calls).toHaveLength(1);
    // What was an offer is the answer here now: the same link again leads to it.
    const again = post(link());
    const pointer = await appears(({ replyTo }) => replyTo === again.id);
    expect(pointer.text).toContain(`/${answer.id})`);
  });

  it('says so on the button when the answer is ready, and costs nothing then', async () => {
    await mode('button');
    await world.ask({ command: 'summarise', options: { article: link(), private: true } });
    post(link());
    const offer = await appears(({ buttons }) => buttons.some(({ label }) => label === 'Summarise · ready'));
    await world.press(offer, 'Summarise · ready');
    expect(world.model.calls).toHaveLength(1);
  });

  it('shows how far it is once it is pressed', async () => {
    await mode('button');
    post(link());
    const offer = await appears(({ buttons }) => buttons.length === 1);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    world.model.respond(async (request) => {
      await promise;
      return honest(request);
    });
    const run = world.discord.act.button(offer, offer.buttons[0]?.label ?? '', world.discord.member);
    await appears(({ id, text }) => id === offer.id && text.includes('drafting'));
    resolve(undefined);
    expect(isAnswer(await world.served(run))).toBe(true);
  });

  it('is an offer again when the answer failed, and whoever pressed is told why', async () => {
    await mode('button');
    post(link());
    const offer = await appears(({ buttons }) => buttons.length === 1);
    const label = offer.buttons[0]?.label ?? '';
    const { promise, resolve } = Promise.withResolvers<undefined>();
    world.model.respond(async (request) => {
      await promise;
      return honest(request);
    });
    const waiting = Array.from({ length: 4 + 25 }, (_one, at) => {
      const text = `The council met on day ${at}. ${'It spoke about the pier and its lamps for an hour. '.repeat(12)}`;
      return world.ask({ command: 'summarise', options: { article: text }, isElsewhere: false });
    });
    await expect.poll(() => world.app().desk.queue.waiting).toBe(25);
    const run = world.discord.act.button(offer, label, world.discord.member);
    const told = await appears(({ isEphemeral, text }) => isEphemeral && text.includes('25'));
    expect(told.text).toContain('wait');
    resolve(undefined);
    await Promise.all([...waiting, world.served(run)]);
    const shown = shows().find(({ id }) => id === offer.id);
    expect(shown?.text).toBe(offer.text);
    expect(shown?.buttons.map((button) => button.label)).toEqual([label]);
    expect(isAnswer(await world.press(offer, label))).toBe(true);
  });

  it('that cannot be read any more when it is pressed says so where the offer was', async () => {
    await mode('button');
    post(link());
    const offer = await appears(({ buttons }) => buttons.length === 1);
    const { articles, links } = world.app().store;
    const guild = world.discord.guild.id;
    for await (const key of articles.keys(guild)) await articles.delete(guild, key);
    for await (const key of links.keys(guild)) await links.delete(guild, key);
    world.site.page('/news/tidemouth-ferry', { status: 410, body: 'gone' });
    await world.press(offer, offer.buttons[0]?.label ?? '');
    const shown = shows().find(({ id }) => id === offer.id);
    expect(shown?.text).toContain('has taken that page down');
    expect(shown?.buttons).toEqual([]);
  });

  it('is started once, whoever presses at the same time', async () => {
    await mode('button');
    post(link());
    const offer = await appears(({ buttons }) => buttons.length === 1);
    const name = offer.buttons[0]?.label ?? '';
    const [one, two] = await Promise.all([world.press(offer, name), world.press(offer, name, 'admin')]);
    expect([one, two].filter(isAnswer).length).toBeGreaterThan(0);
    expect(world.model.calls).toHaveLength(1);
  });

  it('is not started by somebody whose roles may not spend: they get a private line', async () => {
    await mode('button');
    const role = world.discord.build.addRole(world.discord.guild, { name: 'spenders' });
    await world.set({ field: 'spendingRoles', value: [role.id] });
    post(link());
    const offer = await appears(({ buttons }) => buttons.length === 1);
    const run = world.discord.act.button(offer, offer.buttons[0]?.label ?? '', world.discord.member);
    const line = await world.served(run);
    expect(line.isEphemeral).toBe(true);
    expect(line.text).toContain('may not spend tokens');
    expect(world.model.calls).toHaveLength(0);
  });

  it('gets a reaction, and the answer once somebody else reacts too', async () => {
    await mode('reaction');
    const source = post(link());
    await world.discord.until(() => shows().find(({ id, reactions }) => id === source.id && reactions.length === 1));
    expect(fromBot()).toEqual([]);
    world.discord.act.react(source, '📰', world.discord.admin);
    const answer = await appears(isAnswer);
    expect(answer.replyTo).toBe(source.id);
    world.discord.act.react(source, '📰', world.discord.member);
    await quiet();
    expect(fromBot()).toHaveLength(1);
  });

  it('gets one reaction for two links, and both answers', async () => {
    await mode('reaction');
    const source = post(`${link()} ${link('/news/orchard-water')}`);
    await world.discord.until(() => shows().find(({ id, reactions }) => id === source.id && reactions.length === 1));
    await quiet();
    world.discord.act.react(source, '📰', world.discord.admin);
    await appears((one) => isAnswer(one) && one.text.includes('night ferry'));
    await appears((one) => isAnswer(one) && one.text.includes('reservoir'));
    expect(fromBot()).toHaveLength(2);
  });

  it('is answered in a reply where the admins want that', async () => {
    await mode('reply');
    const source = post(link());
    const answer = await appears(isAnswer);
    expect(answer.replyTo).toBe(source.id);
    expect(answer.pinged.users).toEqual([]);
    // Nobody asked, so nobody owns it: a press gives a private copy.
    expect((await world.press(answer, 'Positions')).isEphemeral).toBe(true);
  });

  it('is answered in a thread of its own', async () => {
    await mode('thread');
    const source = post(link());
    const thread = await world.discord.until(() => shows().find(({ id }) => id === source.id)?.threadId);
    const answer = await world.discord.appears(thread, world.discord.member, isAnswer);
    expect(answer.text).toContain('night ferry');
    expect(fromBot()).toEqual([]);
  });

  it('that stands in the channel already is led to its answer', async () => {
    await mode('button');
    const answer = await world.ask({ command: 'summarise', options: { article: link() } });
    const source = post(link());
    const pointer = await appears(({ replyTo }) => replyTo === source.id);
    expect(pointer.text).toContain(`/${world.discord.news.id}/${answer.id})`);
    expect(pointer.buttons).toEqual([]);
  });

  it.each(['/walls/script-shell', '/status/404', '/files/picture.png'])(
    'to something that is no article is left alone in silence: %s',
    async (path) => {
      await mode('button');
      post(link(path));
      await expect.poll(() => world.site.hits(path)).toBeGreaterThan(0);
      await quiet();
      expect(fromBot()).toEqual([]);
    },
  );

  it.each(['button', 'reply', 'thread'] as const)(
    'that the site’s robots.txt closes is not fetched, in a channel of kind %s',
    async (kind) => {
      await mode(kind);
      post(link('/private/article'));
      await expect.poll(() => world.site.hits('/robots.txt')).toBeGreaterThan(0);
      await quiet();
      expect(fromBot()).toEqual([]);
      expect(world.site.hits('/private/article')).toBe(0);
      const answer = await world.ask({ command: 'summarise', options: { article: link('/private/article') } });
      expect(isAnswer(answer)).toBe(true);
    },
  );

  it('of an edit within minutes is offered, the arrival of a preview is not an edit', async () => {
    await mode('button');
    const source = post('nothing yet');
    world.discord.act.edit(source, `now with ${link()}`);
    await appears(({ buttons }) => buttons.length === 1);
    world.discord.act.unfurl(source, [{ title: 'preview', url: link() }]);
    world.discord.act.edit(source, `still ${link()}`);
    await quiet();
    expect(fromBot()).toHaveLength(1);
    // Of two links the one that was dealt with stays so, and the new one is offered.
    world.discord.act.edit(source, `${link()} and ${link('/news/orchard-water')}`);
    await world.discord.until(() => (fromBot().length === 2 ? true : undefined));
    await quiet();
    expect(fromBot()).toHaveLength(2);
  });

  it('takes the answer with it when its message is deleted', async () => {
    await mode('reply');
    const source = post(link());
    await appears(isAnswer);
    world.discord.act.delete(source);
    await world.discord.until(() => (fromBot().length === 0 ? true : undefined));
    expect(fromBot()).toEqual([]);
  });

  it('of a bot or a webhook starts nothing', async () => {
    await mode('reply');
    const robot = world.discord.build.addUser('Robot', { isBot: true });
    world.discord.build.addMember(world.discord.guild, robot);
    world.discord.act.post({ channel: world.discord.news, user: robot, content: link() });
    world.discord.act.post({
      channel: world.discord.news,
      user: world.discord.member,
      content: link(),
      isWebhook: true,
    });
    await quiet();
    expect(world.site.hits('/news/tidemouth-ferry')).toBe(0);
  });

  it('is left alone where the bot may not write, without a call', async () => {
    await mode('button');
    world.discord.build.setOverwrite(world.discord.news, world.discord.bot, { deny: ['SEND_MESSAGES'] });
    await world.discord.settled({ quietMs: 300 });
    const before = world.discord.requests.length;
    for (let at = 0; at < 20; at += 1) post(link(`/news/${at}`));
    await quiet();
    expect(world.discord.requests.length).toBe(before);
  });
});

describe('without the Message Content intent', () => {
  beforeEach(() => start({ hasMessageContent: false }));

  it('links are not seen, a mention with a link is answered', async () => {
    await mode('reply');
    post(link());
    await quiet();
    expect(fromBot()).toEqual([]);
    const source = post(`<@${world.discord.bot.id}> ${link()}`);
    expect((await appears(isAnswer)).replyTo).toBe(source.id);
  });
});

describe('a direct message', () => {
  beforeEach(() => start());

  it('with a link is answered there; without one it gets a sentence', async () => {
    const channel = world.discord.build.openDm(world.discord.member);
    const inDm = (fits: (message: ShownMessage) => boolean) =>
      world.discord.appears(channel, world.discord.member, (one) => one.authorId === world.discord.bot.id && fits(one));
    world.discord.act.dm(world.discord.member, link());
    expect((await inDm(isAnswer)).text).toContain('night ferry');
    world.discord.act.dm(world.discord.member, 'hello');
    expect((await inDm(({ text }) => text.includes('holds no link'))).text).toContain('holds no link');
  });
});

describe('abuse of posted links', () => {
  beforeEach(() => start({ hasModel: false }));

  it('a flood of links stays within what the channel’s cool-down and the desk allow', async () => {
    await mode('reply');
    await world.set({ field: 'coolDown', of: 'channel', value: 60 });
    for (let at = 0; at < 100; at += 1) post(`${link()}?page=${at} ${link('/news/orchard-water')}?page=${at}`);
    await appears(isAnswer);
    await quiet();
    expect(fromBot().length).toBeLessThanOrEqual(2);
    expect(world.site.log.length).toBeLessThanOrEqual(4);
  });

  it('a channel that Discord refuses is left alone after the first refusal', async () => {
    await mode('button');
    world.discord.faults.add({
      match: { method: 'POST', route: '/channels/{id}/messages' },
      times: 50,
      respond: { kind: 'status', status: 403, code: 50_013, message: 'Missing Permissions' },
    });
    const attempts = (): number =>
      world.discord.requests.filter(({ method, path }) => method === 'POST' && /channels\/\d+\/messages$/u.test(path))
        .length;
    post(link());
    await expect.poll(attempts).toBe(1);
    await quiet();
    post(link('/news/orchard-water'));
    await quiet();
    expect(attempts()).toBe(1);
  });

  it('neither tokens nor keys stand in the records', async () => {
    await mode('reply');
    post(link());
    await appears(isAnswer);
    await world.ask({ command: 'summarise', options: { article: link('/status/404') } });
    const written = JSON.stringify(world.records);
    const secrets = world.discord.requests.flatMap(({ path }) => path.split('/')).filter((part) => part.length > 40);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of [...secrets, world.discord.token]) expect(written).not.toContain(secret);
  });
});
