/** What an admin sets about links, discussions and reports in the panel is seen at the next message, without a restart. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
beforeEach(async () => {
  world = await startWorld({ hasModel: false });
});
afterEach(async () => {
  await world.close();
});

const link = (path = '/news/tidemouth-ferry'): string => world.site.url(path);
const selectId = (message: ShownMessage, placeholder: string): string =>
  message.selects.find((one) => one.placeholder === placeholder)?.customId ?? `no select "${placeholder}"`;
const choose = (message: ShownMessage, placeholder: string, ...values: string[]) =>
  world.served(world.discord.act.select(message, selectId(message, placeholder), values, world.discord.admin));
const openPanel = () => world.ask({ command: 'settings', as: 'admin' });
const page = async (name: string) => choose(await openPanel(), 'Go to …', name);
async function fill(message: ShownMessage, button: string, values: Record<string, string | string[]>) {
  const opened = world.discord.act.button(message, button, world.discord.admin);
  await opened.modal();
  return world.served(world.discord.act.submitModal(opened, values));
}
const post = (content: string) =>
  world.discord.act.post({ channel: world.discord.news, user: world.discord.member, content });
const shownNow = (id: string) =>
  world.discord.shows(world.discord.news, world.discord.member).find((message) => message.id === id);
const bySite = (id: string) => world.discord.until(() => shownNow(id)?.reactions.find(({ users }) => users.length > 0));

describe('at the next message an admin’s change is seen', () => {
  it('of what happens to links: a reaction in this channel, and its answer when somebody reacts', async () => {
    const { discord } = world;
    await world.press(await openPanel(), 'Reaction in this channel', 'admin');
    const posted = post(`read this ${link()}`);
    const reaction = await bySite(posted.id);
    discord.act.react(posted, reaction.emoji, discord.admin);
    const answer = await discord.appears(discord.news, discord.member, ({ text }) => text.includes('Who said what'));
    expect(answer.replyTo).toBe(posted.id);
  });

  it('of a reaction within a member’s pause, whose answer comes when the pause is over', async () => {
    const { discord } = world;
    await world.set({ field: 'coolDown', of: 'member', value: 3 });
    await world.press(await openPanel(), 'Reaction in this channel', 'admin');
    const posted = post(link());
    const reaction = await bySite(posted.id);
    await world.ask({ command: 'summarise', options: { article: link('/news/orchard-water'), private: true } });
    discord.act.react(posted, reaction.emoji, discord.member);
    const answer = await discord.appears(discord.news, discord.member, ({ replyTo }) => replyTo === posted.id);
    expect(answer.text).toContain('Who said what');
  });

  it('of links that are left alone again', async () => {
    const { discord } = world;
    const panel = await world.press(await openPanel(), 'Reaction in this channel', 'admin');
    await bySite(post(link()).id);
    const links = await choose(panel, 'Go to …', 'links');
    await choose(await choose(links, 'Channel …', discord.news.id), 'What happens to links there …', 'off');
    const posted = post(link('/news/orchard-water'));
    await discord.settled({ quietMs: 1000 });
    expect(shownNow(posted.id)?.reactions).toEqual([]);
  });

  it('of the sites that count', async () => {
    const { discord } = world;
    const panel = await world.press(await openPanel(), 'Reaction in this channel', 'admin');
    const links = await choose(panel, 'Go to …', 'links');
    const sites = await fill(links, 'Sites that count', { kind: ['only'], names: 'courier.example' });
    const posted = post(link());
    await discord.settled({ quietMs: 1000 });
    expect(shownNow(posted.id)?.reactions).toEqual([]);
    expect(world.site.log).toEqual([]);
    await fill(sites, 'Sites that count', { kind: ['all'], names: '' });
    await bySite(post(link()).id);
  });

  it('of where discussions take place', async () => {
    const { discord } = world;
    await choose(await page('discussion'), 'Where discussions take place …', 'here');
    const answer = await world.ask({ command: 'discuss', options: { article: link() } });
    await discord.appears(discord.news, discord.member, ({ text }) => text.includes('Let us discuss'));
    expect(shownNow(answer.id)?.threadId ?? null).toBeNull();
  });

  it('of whether every message in its threads is answered', async () => {
    const { discord } = world;
    const answer = await world.ask({ command: 'discuss', options: { article: link() } });
    const thread = await discord.until(() => shownNow(answer.id)?.threadId);
    const ask = (user: typeof discord.member, content: string) => discord.act.post({ channel: thread, user, content });
    const answerTo = ({ id }: ShownMessage) => discord.appears(thread, discord.member, ({ replyTo }) => replyTo === id);
    await answerTo(ask(discord.member, 'How many patients were sent across at night?'));
    const passedOver = ask(discord.admin, 'How many signatures has the petition?');
    await discord.settled({ quietMs: 700 });
    expect(discord.shows(thread, discord.admin).some(({ replyTo }) => replyTo === passedOver.id)).toBe(false);
    await world.press(await page('discussion'), 'Answer every message in its threads', 'admin');
    await answerTo(ask(discord.admin, 'How many signatures has the petition?'));
  });

  it('of the channel for reports', async () => {
    const { discord } = world;
    const answer = await world.ask({ command: 'summarise', options: { article: link() } });
    await choose(await page('discussion'), 'Channel for reports of mistakes …', discord.general.id);
    const opened = discord.act.button(answer, 'Wrong?', discord.member);
    await opened.modal();
    const form = discord.requests.findLast(({ body }) => (body as { type?: number } | undefined)?.type === 9);
    const [, value = ''] = /"position0".*?"value":"([^"]+)"/u.exec(JSON.stringify(form?.body)) ?? [];
    await world.served(discord.act.submitModal(opened, { position0: value, why: 'he never said that' }));
    const shown = await discord.appears(discord.general, discord.admin, ({ text }) => text.includes('Reported:'));
    expect(shown.text).toContain('he never said that');
  });
});
