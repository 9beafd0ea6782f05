/** Permissions in channels and threads: what the bot and people may do. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { call, outcome } from './bot.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
  sandbox.discord.limits.isEnforced = false;
});

afterEach(() => sandbox.close());

const post = async (channel: { id: string }, body: object = { content: 'x' }) =>
  outcome(await call(sandbox, 'POST', `/channels/${channel.id}/messages`, body));

test('a channel that the bot cannot see is 50001, one in which it cannot write is 50013', async () => {
  const { discord } = sandbox;
  expect(await post(discord.news)).toBe('200');
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES'] });
  expect(await post(discord.news)).toBe('403 50013');
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['VIEW_CHANNEL'] });
  expect(await post(discord.news)).toBe('403 50001');
  expect(await post(discord.general)).toBe('200');
});

test('a member overwrite wins over the role’s, and the role’s over that of @everyone', async () => {
  const { discord } = sandbox;
  const role = [...(discord.guild.members.get(discord.bot.id)?.roleIds ?? [])][0] ?? '';
  discord.build.setOverwrite(discord.news, discord.guild, { deny: ['SEND_MESSAGES'] });
  expect(await post(discord.news)).toBe('403 50013');
  discord.build.setOverwrite(discord.news, role, { allow: ['SEND_MESSAGES'] });
  expect(await post(discord.news)).toBe('200');
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES'] });
  expect(await post(discord.news)).toBe('403 50013');
});

test('an unknown channel is 10003, an unknown message 10008, an unknown route 404', async () => {
  const { discord } = sandbox;
  expect(await post({ id: '123456789012345678' })).toBe('404 10003');
  const message = `/channels/${discord.news.id}/messages/123456789012345678`;
  expect(outcome(await call(sandbox, 'GET', message))).toBe('404 10008');
  expect(outcome(await call(sandbox, 'GET', '/nothing/here'))).toBe('404 0');
});

test('a wrong token is 401 everywhere but under an interaction token', async () => {
  expect(outcome(await call(sandbox, 'GET', '/users/@me', undefined, 'wrong'))).toBe('401 0');
  expect(outcome(await call(sandbox, 'GET', '/users/@me'))).toBe('200');
});

test('a new reaction needs ADD_REACTIONS, joining one does not', async () => {
  const { discord } = sandbox;
  const message = discord.act.post({ channel: discord.news, user: discord.member, content: 'x' });
  discord.build.setRolePermissions(discord.guild, discord.guild, [
    'VIEW_CHANNEL',
    'READ_MESSAGE_HISTORY',
    'SEND_MESSAGES',
  ]);
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['ADD_REACTIONS'] });
  const react = async () =>
    outcome(
      await call(
        sandbox,
        'PUT',
        `/channels/${discord.news.id}/messages/${message.id}/reactions/${encodeURIComponent('📰')}/@me`,
      ),
    );
  expect(await react()).toBe('403 50013');
  discord.act.react(message, '📰', discord.member);
  expect(await react()).toBe('204');
  expect(discord.shows(discord.news, discord.admin)[0]?.reactions).toEqual([
    { emoji: '📰', users: ['Mira Member', 'Verbatim'] },
  ]);
});

test('history needs READ_MESSAGE_HISTORY: the list is empty without it, a single message is 50013', async () => {
  const { discord } = sandbox;
  const message = discord.act.post({ channel: discord.news, user: discord.member, content: 'x' });
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['READ_MESSAGE_HISTORY'] });
  const list = await fetch(`${discord.apiUrl}/v10/channels/${discord.news.id}/messages`, {
    headers: { authorization: `Bot ${discord.token}` },
  });
  expect(await list.json()).toEqual([]);
  expect(outcome(await call(sandbox, 'GET', `/channels/${discord.news.id}/messages/${message.id}`))).toBe('403 50013');
});

test('files need ATTACH_FILES, and can be fetched again', async () => {
  const { discord } = sandbox;
  const send = async () => {
    const form = new FormData();
    form.append(
      'payload_json',
      JSON.stringify({ attachments: [{ id: '0', filename: 'brief.md', description: 'All of it' }] }),
    );
    form.append('files[0]', new Blob(['# Briefing'], { type: 'text/markdown' }), 'brief.md');
    return fetch(`${discord.apiUrl}/v10/channels/${discord.news.id}/messages`, {
      method: 'POST',
      body: form,
      headers: { authorization: `Bot ${discord.token}` },
    });
  };
  const sent = (await (await send()).json()) as { attachments: { url: string }[] };
  expect(await (await fetch(sent.attachments[0]?.url ?? '')).text()).toBe('# Briefing');
  expect(discord.shows(discord.news, discord.member)[0]).toMatchObject({
    text: '(file: brief.md)',
    files: [{ text: '# Briefing' }],
  });
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['ATTACH_FILES'] });
  expect((await send()).status).toBe(403);
});

test('embeds need EMBED_LINKS', async () => {
  const { discord } = sandbox;
  expect(await post(discord.news, { embeds: [{ title: 'x' }] })).toBe('200');
  discord.build.setOverwrite(discord.news, discord.bot, { deny: ['EMBED_LINKS'] });
  expect(await post(discord.news, { embeds: [{ title: 'x' }] })).toBe('403 50013');
  expect(await post(discord.news)).toBe('200');
});

describe('threads', () => {
  test('one thread per message, with the message’s id', async () => {
    const { discord } = sandbox;
    const message = discord.act.post({ channel: discord.news, user: discord.member, content: 'x' });
    const path = `/channels/${discord.news.id}/messages/${message.id}/threads`;
    expect(outcome(await call(sandbox, 'POST', path, { name: '' }))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'POST', path, { name: 'x'.repeat(101) }))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'POST', path, { name: 'x', auto_archive_duration: 61 }))).toBe('400 50035');
    const opened = await call(sandbox, 'POST', path, { name: 'Talk', auto_archive_duration: 1440 });
    expect(opened.body).toMatchObject({ id: message.id, type: 11, parent_id: discord.news.id });
    expect(outcome(await call(sandbox, 'POST', path, { name: 'Again' }))).toBe('400 160004');
  });

  test('writing in one needs SEND_MESSAGES_IN_THREADS, and SEND_MESSAGES has no effect there', async () => {
    const { discord } = sandbox;
    const thread = discord.act.openThread({ channel: discord.news, user: discord.member, name: 'Talk' });
    discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES'] });
    expect(await post(thread)).toBe('200');
    discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES_IN_THREADS'] });
    expect(await post(thread)).toBe('403 50013');
    discord.build.setOverwrite(discord.news, discord.bot, { deny: ['VIEW_CHANNEL'] });
    expect(await post(thread)).toBe('403 50001');
  });

  test('an archived one opens by writing, a locked one stays shut, editing in an archived one is 50083', async () => {
    const { discord } = sandbox;
    const thread = discord.act.openThread({ channel: discord.news, user: discord.member, name: 'Talk' });
    const first = await call(sandbox, 'POST', `/channels/${thread.id}/messages`, { content: 'x' });
    discord.act.archive(thread);
    expect(
      outcome(
        await call(sandbox, 'PATCH', `/channels/${thread.id}/messages/${String(first.body['id'])}`, { content: 'y' }),
      ),
    ).toBe('400 50083');
    expect(await post(thread)).toBe('200');
    expect(thread.thread?.isArchived).toBe(false);
    discord.act.archive(thread, { isLocked: true });
    expect(await post(thread)).toBe('400 160005');
  });

  test('opening one needs CREATE_PUBLIC_THREADS', async () => {
    const { discord } = sandbox;
    const message = discord.act.post({ channel: discord.news, user: discord.member, content: 'x' });
    discord.build.setOverwrite(discord.news, discord.bot, { deny: ['CREATE_PUBLIC_THREADS'] });
    expect(
      outcome(
        await call(sandbox, 'POST', `/channels/${discord.news.id}/messages/${message.id}/threads`, { name: 'x' }),
      ),
    ).toBe('403 50013');
  });

  test('a deleted one is 10003', async () => {
    const { discord } = sandbox;
    const thread = discord.act.openThread({ channel: discord.news, user: discord.member, name: 'Talk' });
    discord.act.deleteChannel(thread);
    expect(await post(thread)).toBe('404 10003');
  });
});

test('a guild that the bot has left is 50001', async () => {
  const { discord } = sandbox;
  discord.build.removeBot(discord.guild);
  expect(await post(discord.news)).toBe('403 50001');
  expect(outcome(await call(sandbox, 'GET', `/guilds/${discord.guild.id}`))).toBe('403 50001');
});

test('people cannot do what their client would not offer', () => {
  const { discord } = sandbox;
  discord.build.setOverwrite(discord.news, discord.guild, { deny: ['SEND_MESSAGES'] });
  expect(() => discord.act.post({ channel: discord.news, user: discord.member, content: 'x' })).toThrow(
    'lacks SEND_MESSAGES',
  );
  discord.build.setOverwrite(discord.news, discord.member, { deny: ['VIEW_CHANNEL'] });
  expect(() => discord.act.post({ channel: discord.news, user: discord.member, content: 'x' })).toThrow('does not see');
  expect(discord.shows(discord.news, discord.member)).toEqual([]);
});
