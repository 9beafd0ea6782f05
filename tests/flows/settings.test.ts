/** The settings panel through the real client: each setting is changed in it and seen at the next request. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, FIRST_SETTINGS, retentionOf } from '#domain';
import { type ShownMessage } from '#sandbox';

import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
type Person = 'member' | 'admin';
const FREE = { ...FIRST_SETTINGS, settings: { ...DEFAULT_SETTINGS, coolDowns: { member: 0, channel: 0 } } };

const guild = (): string => world.discord.guild.id;
const held = () => world.app().desk.settings.get(guild());
const summarise = (as: Person = 'member', path = '/news/tidemouth-ferry') =>
  world.ask({ command: 'summarise', as, options: { article: world.site.url(path) } });
const openPanel = () => world.ask({ command: 'settings', as: 'admin' });
const selectId = (message: ShownMessage, placeholder: string): string =>
  message.selects.find((one) => one.placeholder === placeholder)?.customId ?? `no select "${placeholder}"`;
const choose = (message: ShownMessage, placeholder: string, ...values: string[]) =>
  world.served(world.discord.act.select(message, selectId(message, placeholder), values, world.discord.admin));
const goTo = (message: ShownMessage, page: string) => choose(message, 'Go to …', page);
const page = async (name: string) => goTo(await openPanel(), name);

/** Opens a form and sends it. */
async function fill(message: ShownMessage, button: string, values: Record<string, string | string[]>) {
  const opened = world.discord.act.button(message, button, world.discord.admin);
  await opened.modal();
  return world.served(world.discord.act.submitModal(opened, values));
}

beforeAll(async () => {
  world = await startWorld({ hasModel: true, isKept: true });
});
beforeEach(async () => {
  await world.app().store.settings.put(guild(), 'guild', FREE);
});
afterAll(async () => {
  await world.close();
});

describe('the settings panel', () => {
  it('shows an admin, privately, every setting in words and what to begin with', async () => {
    const panel = await openPanel();
    expect(panel.isEphemeral).toBe(true);
    expect(panel.text).toContain('### Settings of this server');
    expect(panel.text).toContain('**Posted links:** left alone in every channel');
    expect(panel.text).toContain('**Allowance of a member:** 50,000 tokens a day');
    expect(panel.text).toContain('the operator’s limit of 200,000 tokens a day');
    expect(panel.text).toContain('Nothing is missing');
    expect(panel.buttons.map(({ label }) => label)).toEqual(['Reaction in this channel']);
  });

  it('is offered to who may manage the server and to nobody else, in servers only', () => {
    const settings = world.discord.commands().find((one) => one['name'] === 'settings');
    expect(settings).toMatchObject({ default_member_permissions: '32', contexts: [0], integration_types: [0] });
    expect(() =>
      world.discord.act.slash({ channel: world.discord.news, user: world.discord.member, command: 'settings' }),
    ).toThrow('missing permissions');
  });

  it('stays one message over its pages', async () => {
    const panel = await openPanel();
    for (const name of ['answers', 'links', 'spending', 'discussion', 'keeping', 'changes', 'overview'])
      expect((await goTo(panel, name)).id).toBe(panel.id);
  });

  it('speaks the reader’s language', async () => {
    const panel = await world.ask({ command: 'settings', as: 'admin', locale: 'de' });
    expect(panel.text).toContain('### Einstellungen dieses Servers');
  });
});

describe('a change holds from the next request on', () => {
  it('of length', async () => {
    expect((await summarise()).text).toContain('### Who said what');
    const saved = await choose(await page('answers'), 'Length of answers …', 'short');
    expect(saved.text).toContain('Saved: **Length:** short');
    expect((await summarise()).text).not.toContain('### Who said what');
  });

  it('of language, chosen or written', async () => {
    const panel = await page('answers');
    const saved = await choose(panel, 'Language of answers …', 'fr');
    expect(saved.text).toContain('**Language:** French');
    const calls = world.model.calls.length;
    await summarise();
    expect(world.model.calls.length).toBeGreaterThan(calls);
    expect(JSON.stringify(world.model.calls.at(calls))).toContain('in this language: fr');
    expect((await fill(saved, 'Another language', { value: 'Cymraeg?' })).text).toContain('Not saved.');
    expect((await fill(saved, 'Another language', { value: 'gaeilge' })).text).toContain('**Language:** Irish');
  });

  it('of who writes', async () => {
    await choose(await page('answers'), 'Who writes …', 'extractive');
    expect((await summarise('member', '/news/orchard-water')).text).toContain('by rules, no model');
  });

  it('of the roles that may spend', async () => {
    const role = world.discord.build.addRole(guild(), { name: 'Editors' });
    const saved = await choose(await page('spending'), 'Roles that may spend tokens …', role.id);
    expect(saved.text).toContain(`**Who may spend tokens:** members with <@&${role.id}>`);
    expect((await summarise('member', '/news/school-phones')).text).toContain('Without the model:');
    const open = await world.press(saved, 'Everybody may spend', 'admin');
    expect(open.text).toContain('**Who may spend tokens:** everybody');
  });

  it('of the allowances, under the operator’s ceiling', async () => {
    const panel = await page('spending');
    const refused = await fill(panel, 'Allowance of the server', { value: '300000' });
    expect(refused.text).toContain('Not saved. 300000 tokens a day are not possible here.');
    expect((await held()).settings).toEqual(FREE.settings);
    const saved = await fill(panel, 'Allowance of a member', { value: '0' });
    expect(saved.text).toContain('Saved: **Allowance of a member:** 0 tokens a day');
    expect((await summarise('member', '/news/school-phones')).text).toContain('Without the model:');
    expect((await fill(saved, 'Allowance of a member', { value: '' })).text).toContain('as much as the server has');
  });

  it('of the pauses', async () => {
    const saved = await fill(await page('spending'), 'Pause of a member', { value: '600' });
    expect(saved.text).toContain('**Pause between two requests of a member:** 10 minutes');
    await summarise('member', '/status/404');
    expect((await summarise('member', '/status/404')).text).toContain('a moment ago');
    expect((await fill(saved, 'Pause of a channel', { value: 'soon' })).text).toContain('"soon" is not a whole number');
  });

  it('of how long results are kept', async () => {
    await summarise();
    const saved = await fill(await page('keeping'), 'Days that results are kept', { value: '7' });
    expect(saved.text).toContain('**Articles and results are kept:** 7 days');
    expect(retentionOf((await world.app().desk.settings.get(guild())).settings).ttlMs).toBe(7 * 86_400_000);
    expect((await fill(saved, 'Days that results are kept', { value: '400' })).text).toContain('from 1 to 30');
  });

  it('of what happens to links in a channel, of sites, of discussions and reports', async () => {
    const { news, general } = world.discord;
    const here = await world.press(await openPanel(), 'Reaction in this channel', 'admin');
    expect(here.text).toContain(`Saved: **Posted links:** a reaction in <#${news.id}>`);
    const picked = await choose(await goTo(here, 'links'), 'Channel …', general.id);
    const button = await choose(picked, 'What happens to links there …', 'button');
    expect(button.text).toContain(`a button in <#${general.id}>`);
    const sites = await fill(button, 'Sites that count', {
      kind: ['only'],
      names: 'https://www.Example.org/x, b.example',
    });
    expect(sites.text).toContain('only links to b.example and example.org count');
    const talk = await goTo(sites, 'discussion');
    await choose(talk, 'Where discussions take place …', 'here');
    await world.press(talk, 'Answer every message in its threads', 'admin');
    await choose(talk, 'Channel for reports of mistakes …', general.id);
    expect((await held()).settings).toMatchObject({
      modes: { [news.id]: 'reaction', [general.id]: 'button' },
      domains: { kind: 'only', names: ['b.example', 'example.org'] },
      discussion: 'here',
      answersEveryMessage: true,
      reportChannel: general.id,
    });
    const nowhere = await world.press(await goTo(talk, 'discussion'), 'No channel for reports', 'admin');
    expect(nowhere.text).toContain('go to whoever reported');
  });
});

describe('changes', () => {
  it('are listed with who and when, and taken back one step', async () => {
    const changed = await choose(await page('answers'), 'Length of answers …', 'detailed');
    const list = await goTo(changed, 'changes');
    expect(list.text).toMatch(
      new RegExp(`<t:\\d+:f>, <@${world.discord.admin.id}>: \\*\\*Length:\\*\\* detailed`, 'u'),
    );
    const undone = await world.press(list, 'Undo the last change', 'admin');
    expect(undone.text).toContain('The last change was taken back.');
    expect((await held()).settings.length).toBe('standard');
    expect(undone.buttons.map(({ label }) => label)).not.toContain('Undo the last change');
  });

  it('of another admin are not taken back by an undo that was on the screen before', async () => {
    const changed = await choose(await page('answers'), 'Length of answers …', 'detailed');
    await world
      .app()
      .desk.settings.change(guild(), { field: 'language', value: 'de' }, { guildCeiling: null }, '99999');
    const refused = await world.press(changed, 'Undo the last change', 'admin');
    expect(refused.text).toContain('Somebody changed the settings after you opened this panel.');
    // The panel now shows what holds.
    expect(refused.text).toContain('**Language:** German');
    expect((await held()).settings).toMatchObject({ length: 'detailed', language: 'de' });
  });

  it('of two admins at once are all kept, also within one list', async () => {
    const { discord } = world;
    const second = discord.build.addMember(guild(), 'Bo Boss', { permissions: ['MANAGE_GUILD'] });
    const [one, two, three] = ['One', 'Two', 'Three'].map((name) => discord.build.addRole(guild(), { name }));
    await choose(await page('spending'), 'Roles that may spend tokens …', one?.id ?? '');
    const mine = await page('spending');
    const theirs = await world.served(discord.act.slash({ channel: discord.news, user: second, command: 'settings' }));
    const theirPage = await world.served(discord.act.select(theirs, selectId(theirs, 'Go to …'), ['spending'], second));
    const roles = 'Roles that may spend tokens …';
    await Promise.all([
      choose(mine, roles, one?.id ?? '', two?.id ?? ''),
      world.served(discord.act.select(theirPage, selectId(theirPage, roles), [three?.id ?? ''], second)),
      choose(mine, 'Go to …', 'spending'),
    ]);
    const { settings, changes } = await held();
    expect(settings.spendingRoles.toSorted()).toEqual([two?.id ?? '', three?.id ?? ''].toSorted());
    expect(new Set(changes.map(({ by }) => by))).toEqual(new Set([discord.admin.id, second.id]));
  });
});

describe('what is missing', () => {
  it('is said with what to do: rights, hidden channels, the Message Content intent', async () => {
    const { discord } = world;
    const mute = discord.build.addChannel(guild(), { name: 'mute' });
    const saved = await choose(
      await choose(await page('links'), 'Channel …', mute.id),
      'What happens to links there …',
      'thread',
    );
    expect(saved.text).not.toContain('Add Reactions');
    discord.build.setOverwrite(mute, discord.bot, { deny: ['CREATE_PUBLIC_THREADS', 'ATTACH_FILES'] });
    await discord.settled({ quietMs: 100 });
    expect((await openPanel()).text).toContain(
      `In <#${mute.id}> the bot lacks “Attach Files” and “Create Public Threads”.`,
    );
    discord.build.setOverwrite(mute, discord.bot, { deny: ['VIEW_CHANNEL'] });
    await discord.settled({ quietMs: 100 });
    expect((await openPanel()).text).toContain(`<#${mute.id}> is gone, or the bot may not see it.`);
  });
});

describe('abuse of the panel', () => {
  /** Takes "Manage Server" away, or gives it back. */
  const setAdmin = (may: boolean) => {
    const { discord } = world;
    const role = [...(discord.guild.members.get(discord.admin.id)?.roleIds ?? [])][0] ?? '';
    discord.build.setRolePermissions(guild(), role, may ? ['MANAGE_GUILD'] : ['MANAGE_MESSAGES']);
  };

  it('a press by somebody without the right is refused, and nothing changes', async () => {
    const panel = await openPanel();
    const id = panel.buttons.find(({ label }) => label === 'Reaction in this channel')?.customId ?? '';
    const refused = await world.served(world.discord.act.forgedButton(panel, id, world.discord.member));
    expect(refused.isEphemeral).toBe(true);
    expect(refused.text).toContain('"Manage Server"');
    expect(await held()).toEqual(FREE);
  });

  it('a former admin’s open panel and open form are refused with a sentence', async () => {
    const panel = await page('spending');
    const opened = world.discord.act.button(panel, 'Pause of a member', world.discord.admin);
    await opened.modal();
    setAdmin(false);
    const pressed = await world.press(panel, 'Allowance of a member', 'admin');
    expect(pressed.text).toContain('"Manage Server"');
    const submitted = await world.served(world.discord.act.submitModal(opened, { value: '5' }));
    expect(submitted.id).not.toBe(panel.id);
    expect(submitted.text).toContain('Ask somebody who has it.');
    expect(await held()).toEqual(FREE);
    setAdmin(true);
  });

  it('an id from another server leads nowhere', async () => {
    const here = await openPanel();
    const there = await world.served(
      world.discord.act.slash({
        channel: world.discord.otherNews,
        user: world.discord.admin,
        command: 'settings',
      }),
    );
    const id = there.buttons.find(({ label }) => label === 'Reaction in this channel')?.customId ?? '';
    const refused = await world.served(world.discord.act.forgedButton(here, id, world.discord.admin));
    expect(refused.text).toContain('no longer kept');
    expect(await held()).toEqual(FREE);
    expect((await world.app().desk.settings.get(world.discord.otherGuild.id)).settings.modes).toEqual({});
  });

  it('a panel from before a restart works', async () => {
    const panel = await page('answers');
    await world.restart();
    const pressed = await choose(panel, 'Length of answers …', 'short');
    expect(pressed.text).toContain('Saved: **Length:** short');
    expect((await held()).settings.length).toBe('short');
  });

  it('a channel that the admin or the bot may not write in is refused, for links and for reports', async () => {
    const { discord } = world;
    const closed = discord.build.addChannel(guild(), { name: 'closed' });
    const choosing = async () =>
      choose(await choose(await page('links'), 'Channel …', closed.id), 'What happens to links there …', 'reply');
    discord.build.setOverwrite(closed, discord.admin, { deny: ['SEND_MESSAGES'] });
    await discord.settled({ quietMs: 100 });
    expect((await choosing()).text).toContain(`Not saved. You may not see or write in`);
    const reports = await choose(await page('discussion'), 'Channel for reports of mistakes …', closed.id);
    expect(reports.text).toContain('Not saved. You may not see or write in');
    discord.build.setOverwrite(closed, discord.admin, {});
    discord.build.setOverwrite(closed, discord.bot, { deny: ['VIEW_CHANNEL'] });
    await discord.settled({ quietMs: 100 });
    expect((await choosing()).text).toContain('Not saved. I may not see or write in');
    expect(await held()).toEqual(FREE);
  });
});
