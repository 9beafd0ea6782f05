/** The gateway: intents, shards, resumes, heartbeats and closes. */
import { Events } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { call, connect, createClient, register } from './bot.ts';
import { GUILD_MESSAGES, GUILDS, identify, MESSAGE_CONTENT, openSocket, ready } from './socket.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.close());

describe('IDENTIFY', () => {
  test.each<[string, object, number]>([
    ['a wrong token', { token: 'wrong' }, 4004],
    ['an intent that is not switched on', { intents: GUILDS | (1 << 1) }, 4014],
    ['an intent that does not exist', { intents: 1 << 30 }, 4013],
    ['a shard beyond the count', { shard: [2, 2] }, 4010],
  ])('with %s is closed with its code', async (_what, more, code) => {
    const session = await openSocket(sandbox);
    identify(sandbox, session, more);
    expect(await session.closed).toBe(code);
  });

  test('twice is 4005, and anything before it is 4003', async () => {
    const session = await ready(sandbox);
    identify(sandbox, session);
    expect(await session.closed).toBe(4005);
    const early = await openSocket(sandbox);
    early.send({ op: 8, d: {} });
    expect(await early.closed).toBe(4003);
  });

  test('a payload of more than 4096 bytes is 4002, more than 120 sends a minute are 4008', async () => {
    const session = await openSocket(sandbox);
    identify(sandbox, session, { padding: 'x'.repeat(4096) });
    expect(await session.closed).toBe(4002);
    const busy = await ready(sandbox);
    for (let n = 0; n < 125; n++) busy.send({ op: 1, d: null });
    expect(await busy.closed).toBe(4008);
  });

  test('the real client rejects its login on 4004 and 4014', async () => {
    const stranger = createClient(sandbox);
    await expect(stranger.login('wrong')).rejects.toThrow('token');
    await stranger.destroy();
    sandbox.discord.world.application.privilegedIntents = 0;
    const curious = createClient(sandbox);
    await expect(curious.login(sandbox.discord.token)).rejects.toThrow('intents');
    await curious.destroy();
  });
});

describe('what a session hears', () => {
  test('READY, then its guilds with channels', async () => {
    const session = await ready(sandbox);
    const guild = await session.frame((frame) => frame.t === 'GUILD_CREATE');
    expect(guild.d).toMatchObject({ name: 'Harbour News Club' });
    expect((guild.d['channels'] as { name: string }[]).map((one) => one.name)).toEqual(['news', 'general']);
  });

  test('content is empty without the intent, except in mentions of the bot, its own messages and direct messages', async () => {
    const { discord } = sandbox;
    const session = await ready(sandbox, { intents: GUILDS | GUILD_MESSAGES | (1 << 12) });
    discord.act.post({ channel: discord.news, user: discord.member, content: 'plain' });
    discord.act.post({ channel: discord.news, user: discord.member, content: `<@${discord.bot.id}> asked` });
    discord.act.dm(discord.member, 'direct');
    await call(sandbox, 'POST', `/channels/${discord.news.id}/messages`, { content: 'own' });
    await session.frame((frame) => frame.t === 'MESSAGE_CREATE' && frame.d['content'] === 'own');
    const heard = session.frames.filter((frame) => frame.t === 'MESSAGE_CREATE').map((frame) => frame.d['content']);
    expect(heard).toEqual(['', `<@${discord.bot.id}> asked`, 'direct', 'own']);
  });

  test('content is there with the intent', async () => {
    const { discord } = sandbox;
    const session = await ready(sandbox, { intents: GUILDS | GUILD_MESSAGES | MESSAGE_CONTENT });
    discord.act.post({ channel: discord.news, user: discord.member, content: 'plain' });
    const heard = await session.frame((frame) => frame.t === 'MESSAGE_CREATE');
    expect(heard.d['content']).toBe('plain');
  });

  test('no messages without GUILD_MESSAGES, and none from channels that the bot cannot see', async () => {
    const { discord } = sandbox;
    const [deaf, listening] = [await ready(sandbox, { intents: GUILDS }), await ready(sandbox)];
    discord.build.setOverwrite(discord.general, discord.bot, { deny: ['VIEW_CHANNEL'] });
    discord.act.post({ channel: discord.general, user: discord.member, content: 'hidden' });
    const seen = discord.act.post({ channel: discord.news, user: discord.member, content: 'seen' });
    await listening.frame((frame) => frame.t === 'MESSAGE_CREATE');
    expect(listening.frames.filter((frame) => frame.t === 'MESSAGE_CREATE').map((frame) => frame.d['id'])).toEqual([
      seen.id,
    ]);
    expect(deaf.frames.some((frame) => frame.t === 'MESSAGE_CREATE')).toBe(false);
  });

  test('a preview of a link comes as an update without an edit time', async () => {
    const { discord } = sandbox;
    const session = await ready(sandbox, { intents: GUILDS | GUILD_MESSAGES | MESSAGE_CONTENT });
    const post = discord.act.post({ channel: discord.news, user: discord.member, content: 'https://e.org/a' });
    discord.act.unfurl(post, [{ type: 'article', title: 'A' }]);
    const update = await session.frame((frame) => frame.t === 'MESSAGE_UPDATE');
    expect(update.d).toMatchObject({ edited_timestamp: null, embeds: [{ title: 'A' }] });
  });

  test('removal from a guild and an outage differ by one word', async () => {
    const { discord } = sandbox;
    const session = await ready(sandbox);
    discord.build.startOutage(discord.guild);
    discord.build.removeBot(discord.otherGuild);
    await session.frame((frame) => frame.t === 'GUILD_DELETE' && frame.d['id'] === discord.otherGuild.id);
    expect(session.frames.filter((frame) => frame.t === 'GUILD_DELETE').map((frame) => frame.d)).toEqual([
      { id: discord.guild.id, unavailable: true },
      { id: discord.otherGuild.id },
    ]);
  });

  test('a guild belongs to one shard: (id >> 22) % count', async () => {
    const { discord } = sandbox;
    const shards = await Promise.all([ready(sandbox, { shard: [0, 2] }), ready(sandbox, { shard: [1, 2] })]);
    await Promise.all(shards.map((shard) => shard.frame((frame) => frame.t === 'GUILD_CREATE')));
    const guilds = shards.map((shard) =>
      shard.frames.filter((frame) => frame.t === 'GUILD_CREATE').map((frame) => String(frame.d['id'])),
    );
    expect(guilds.flat().toSorted()).toEqual([discord.guild.id, discord.otherGuild.id].toSorted());
    guilds.forEach((ids, shard) => {
      for (const id of ids) expect(Number((BigInt(id) >> 22n) % 2n)).toBe(shard);
    });
  });
});

describe('coming back', () => {
  test('a resume replays what was missed, and nothing else', async () => {
    const { discord } = sandbox;
    const first = await ready(sandbox);
    const { d } = await first.frame((frame) => frame.t === 'READY');
    discord.act.post({ channel: discord.news, user: discord.member, content: 'heard' });
    const heard = await first.frame((frame) => frame.t === 'MESSAGE_CREATE');
    first.end();
    await first.closed;
    const missed = discord.act.post({ channel: discord.news, user: discord.member, content: 'missed' });
    const second = await openSocket(sandbox);
    second.send({ op: 6, d: { token: discord.token, session_id: d['session_id'], seq: heard.s } });
    await second.frame((frame) => frame.t === 'RESUMED');
    expect(second.frames.filter((frame) => frame.op === 0).map((frame) => [frame.t, frame.d['id']])).toEqual([
      ['MESSAGE_CREATE', missed.id],
      ['RESUMED', undefined],
    ]);
  });

  test('a session that nobody knows, or that was closed with 1000, is op 9', async () => {
    const session = await ready(sandbox);
    const { d } = await session.frame((frame) => frame.t === 'READY');
    session.end(1000);
    await session.closed;
    await sandbox.discord.until(() => (sandbox.discord.gateway.connected().length === 0 ? true : undefined));
    const again = await openSocket(sandbox);
    again.send({ op: 6, d: { token: sandbox.discord.token, session_id: d['session_id'], seq: 1 } });
    expect((await again.frame((frame) => frame.op === 9)).d).toBe(false);
  });

  test('an event can be replayed, as after a faulty resume', async () => {
    const { discord } = sandbox;
    const session = await ready(sandbox);
    const post = discord.act.post({ channel: discord.news, user: discord.member, content: 'x' });
    discord.gateway.replay('MESSAGE_CREATE');
    await session.frame(
      (frame) => frame.t === 'MESSAGE_CREATE' && frame !== session.frames.find((one) => one.t === 'MESSAGE_CREATE'),
    );
    expect(session.frames.filter((frame) => frame.t === 'MESSAGE_CREATE').map((frame) => frame.d['id'])).toEqual([
      post.id,
      post.id,
    ]);
  });
});

describe('the real client', () => {
  test('identifies anew after op 9, and resumes after a lost socket and after close 4000', async () => {
    const { gateway } = sandbox.discord;
    const client = createClient(sandbox);
    await connect(sandbox, client);
    // The client must have taken each resume in before the next blow: it falls over its own feet otherwise.
    const resumed = () => new Promise((resolve) => client.once(Events.ShardResume, resolve));
    const identified = () => new Promise((resolve) => client.once(Events.ShardReady, resolve));
    let back = resumed();
    gateway.cut();
    await back;
    back = resumed();
    gateway.close(4000);
    await back;
    back = identified();
    gateway.invalidSession(false);
    await back;
    expect(gateway.counts).toMatchObject({ identified: 2, resumed: 2 });
    await client.destroy();
  });

  test('notices that heartbeats are no longer answered, and resumes', async () => {
    const quick = await createSandbox({ heartbeatMs: 300 });
    const client = createClient(quick);
    await connect(quick, client);
    quick.discord.gateway.stopAcks();
    await quick.discord.until(() => (quick.discord.gateway.counts.resumed > 0 ? true : undefined));
    expect(quick.discord.gateway.counts.identified).toBe(1);
    await client.destroy();
    await quick.close();
  });

  test('hears of an interaction that came while it was away', async () => {
    const { discord } = sandbox;
    const client = createClient(sandbox);
    await register(sandbox, [{ name: 'ask', description: 'Ask' }]);
    await connect(sandbox, client);
    const heard = new Promise<string>((resolve) => client.on(Events.InteractionCreate, (one) => resolve(one.id)));
    discord.gateway.refuseConnections();
    discord.gateway.cut();
    await discord.until(() => (discord.gateway.connected().length === 0 ? true : undefined));
    const run = discord.act.slash({ channel: discord.news, user: discord.member, command: 'ask' });
    discord.gateway.allowConnections();
    expect(await heard).toBe(run.interaction.id);
    await client.destroy();
  });

  test('keeps channels, members’ rights and reactions as the sandbox has them', async () => {
    const { discord } = sandbox;
    const client = createClient(sandbox);
    await connect(sandbox, client);
    const guild = await client.guilds.fetch(discord.guild.id);
    const channel = guild.channels.cache.get(discord.news.id);
    expect(channel?.permissionsFor(discord.bot.id)?.has('SendMessages')).toBe(true);
    const changed = new Promise((resolve) => client.once(Events.ChannelUpdate, resolve));
    discord.build.setOverwrite(discord.news, discord.bot, { deny: ['SEND_MESSAGES'] });
    await changed;
    expect(channel?.permissionsFor(discord.bot.id)?.has('SendMessages')).toBe(false);
    const post = discord.act.post({ channel: discord.general, user: discord.member, content: 'x' });
    const reacted = new Promise<string | null>((resolve) =>
      client.once(Events.MessageReactionAdd, (reaction) => resolve(reaction.emoji.name)),
    );
    discord.act.react(post, '📰', discord.member);
    expect(await reacted).toBe('📰');
    await client.destroy();
  });
});
