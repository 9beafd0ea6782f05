/** Interactions: deadlines, acknowledgements, tokens, forms and follow-ups. */
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createSandbox, type Run, type Sandbox } from '../index.ts';
import { call, outcome, register } from './bot.ts';

let sandbox: Sandbox;

const COMMAND = {
  name: 'ask',
  description: 'Ask',
  options: [
    { name: 'question', description: 'What', type: 3, required: true, min_length: 2, max_length: 20 },
    { name: 'length', description: 'How long', type: 3, choices: [{ name: 'Short', value: 'short' }] },
    { name: 'language', description: 'Which', type: 3, autocomplete: true },
    { name: 'file', description: 'A file', type: 11 },
  ],
};

beforeEach(async () => {
  sandbox = await createSandbox();
  sandbox.discord.limits.isEnforced = false;
  await register(sandbox, [
    COMMAND,
    { name: 'Summarise', type: 3 },
    { name: 'settings', description: 'Settings', default_member_permissions: '32' },
  ]);
});

afterEach(() => sandbox.close());

function slash(options: Record<string, string> = { question: 'who?' }): Run {
  return sandbox.discord.act.slash({
    channel: sandbox.discord.news,
    user: sandbox.discord.member,
    command: 'ask',
    options,
  });
}

async function reply(run: Run, body: object, query = '') {
  const { id, token } = run.interaction;
  return call(sandbox, 'POST', `/interactions/${id}/${token}/callback${query}`, body, 'nobody');
}

async function webhook(run: Run, method: string, rest: string, body?: object) {
  return call(
    sandbox,
    method,
    `/webhooks/${sandbox.discord.applicationId}/${run.interaction.token}${rest}`,
    body,
    'nobody',
  );
}

const V2 = 1 << 15;
const EPHEMERAL = 1 << 6;
const card = { flags: V2, components: [{ type: 10, content: 'hello' }] };

describe('the initial response', () => {
  test('is taken once: a second one is 40060', async () => {
    const run = slash();
    expect(outcome(await reply(run, { type: 4, data: { content: 'a' } }))).toBe('204');
    expect(outcome(await reply(run, { type: 4, data: { content: 'b' } }))).toBe('400 40060');
    expect((await run.answered()).text).toBe('a');
  });

  test('comes within three seconds: later it is 10062, and the reader sees that the bot did not respond', async () => {
    const run = slash();
    sandbox.clock.advance(3001);
    expect(outcome(await reply(run, { type: 5 }))).toBe('404 10062');
    await expect(run.answered()).rejects.toThrow('did not respond');
  });

  test('says how long it took', async () => {
    const run = slash();
    sandbox.clock.advance(2000);
    await reply(run, { type: 5 });
    expect((await run.acknowledged()).afterMs).toBeGreaterThanOrEqual(2000);
  });

  test('a wrong token is an unknown interaction', async () => {
    const run = slash();
    const answer = await call(sandbox, 'POST', `/interactions/${run.interaction.id}/wrong/callback`, { type: 5 });
    expect(outcome(answer)).toBe('404 10062');
  });

  test('gives the message with with_response, for an answer but not for a deferral', async () => {
    const direct = await reply(slash(), { type: 4, data: { content: 'a' } }, '?with_response=true');
    expect(direct.body).toMatchObject({ resource: { type: 4, message: { content: 'a' } } });
    const deferred = await reply(slash(), { type: 5 }, '?with_response=true');
    expect(deferred.body['resource']).toEqual({ type: 5 });
  });
});

describe('a deferral', () => {
  test('carries only the EPHEMERAL flag', async () => {
    expect(outcome(await reply(slash(), { type: 5, data: { flags: V2 } }))).toBe('400 50035');
    expect(outcome(await reply(slash(), { type: 5, data: { flags: EPHEMERAL } }))).toBe('204');
  });

  test('shows “thinking…” until the edit', async () => {
    const run = slash();
    await reply(run, { type: 5 });
    expect(sandbox.discord.shows(sandbox.discord.news, sandbox.discord.admin)[0]).toMatchObject({
      isThinking: true,
      text: 'thinking…',
    });
    await webhook(run, 'PATCH', '/messages/@original', card);
    expect(await run.answered()).toMatchObject({ text: 'hello', isThinking: false, isV2: true });
  });

  test('fixes who sees the answer', async () => {
    const { discord } = sandbox;
    const run = slash();
    await reply(run, { type: 5, data: { flags: EPHEMERAL } });
    await webhook(run, 'PATCH', '/messages/@original', { content: 'secret', flags: 0 });
    expect(await run.answered()).toMatchObject({ isEphemeral: true, flags: EPHEMERAL });
    expect(discord.shows(discord.news, discord.member).map((one) => one.text)).toEqual(['secret']);
    expect(discord.shows(discord.news, discord.admin)).toEqual([]);
    const open = slash();
    await reply(open, { type: 5 });
    await webhook(open, 'PATCH', '/messages/@original', { content: 'public', flags: EPHEMERAL });
    expect(discord.shows(discord.news, discord.admin).map((one) => one.text)).toEqual(['public']);
  });

  test('is filled by the first follow-up', async () => {
    const run = slash();
    await reply(run, { type: 5 });
    await webhook(run, 'POST', '', { content: 'filled' });
    await webhook(run, 'POST', '', { content: 'second' });
    expect(await run.answered()).toMatchObject({ text: 'filled' });
    expect(await run.followedUp()).toMatchObject({ text: 'second' });
  });
});

describe('the token', () => {
  test('lives for fifteen minutes', async () => {
    const run = slash();
    await reply(run, { type: 5 });
    sandbox.clock.advance(14 * 60_000);
    expect(outcome(await webhook(run, 'PATCH', '/messages/@original', { content: 'in time' }))).toBe('200');
    sandbox.clock.advance(61_000);
    expect(outcome(await webhook(run, 'PATCH', '/messages/@original', { content: 'late' }))).toBe('401 50027');
    expect(run.current()?.text).toBe('in time');
  });

  test('does nothing before the initial response', async () => {
    expect(outcome(await webhook(slash(), 'POST', '', { content: 'x' }))).toBe('404 10015');
  });

  test('reaches only its own messages', async () => {
    const [one, other] = [slash(), slash()];
    await reply(one, { type: 4, data: { content: 'a' } });
    await reply(other, { type: 4, data: { content: 'b' } });
    const id = (await other.answered()).id;
    expect(outcome(await webhook(one, 'PATCH', `/messages/${id}`, { content: 'x' }))).toBe('404 10008');
  });
});

describe('an ephemeral message', () => {
  test('is out of reach of the channel routes', async () => {
    const { discord } = sandbox;
    const run = slash();
    await reply(run, { type: 4, data: { content: 'secret', flags: EPHEMERAL } });
    const { id } = await run.answered();
    const path = `/channels/${discord.news.id}/messages/${id}`;
    expect(outcome(await call(sandbox, 'GET', path))).toBe('404 10008');
    expect(outcome(await call(sandbox, 'PUT', `${path}/reactions/${encodeURIComponent('👍')}/@me`))).toBe('404 10008');
    expect(outcome(await call(sandbox, 'POST', `${path}/threads`, { name: 'x' }))).toBe('404 10008');
    expect(outcome(await webhook(run, 'GET', '/messages/@original'))).toBe('200');
  });

  test('has buttons for its reader only', async () => {
    const { discord } = sandbox;
    const run = slash();
    const components = [{ type: 1, components: [{ type: 2, style: 1, label: 'Go', custom_id: 'go' }] }];
    await reply(run, { type: 4, data: { content: 'secret', flags: EPHEMERAL, components } });
    const answer = await run.answered();
    expect(() => discord.act.button(answer, 'Go', discord.admin)).toThrow('does not see');
    expect(discord.act.button(answer, 'Go', discord.member).interaction.sourceMessageId).toBe(answer.id);
  });
});

describe('callback types', () => {
  test('6 and 7 are for components, not for commands', async () => {
    expect(outcome(await reply(slash(), { type: 6 }))).toBe('400 50035');
    expect(outcome(await reply(slash(), { type: 7, data: { content: 'x' } }))).toBe('400 50035');
  });

  const form = {
    custom_id: 'f',
    title: 'Form',
    components: [{ type: 18, label: 'Text', component: { type: 4, custom_id: 't', style: 2, max_length: 10 } }],
  };

  test('a form opens from a command, and not from a form', async () => {
    const run = slash();
    expect(outcome(await reply(run, { type: 9, data: form }))).toBe('204');
    expect((await run.modal()).fields[0]).toMatchObject({ label: 'Text', customId: 't' });
    const submitted = sandbox.discord.act.submitModal(run, { Text: 'hello' });
    expect(outcome(await reply(submitted, { type: 9, data: form }))).toBe('400 50035');
    expect(outcome(await reply(submitted, { type: 7, data: { content: 'x' } }))).toBe('400 50035');
    expect(outcome(await reply(submitted, { type: 4, data: { content: 'x' } }))).toBe('204');
  });

  test('a form is filled as the client allows it', async () => {
    const run = slash();
    await reply(run, { type: 9, data: form });
    expect(() => sandbox.discord.act.submitModal(run, { Text: 'x'.repeat(11) })).toThrow('too long');
    expect(() => sandbox.discord.act.submitModal(run, {})).toThrow('required');
    expect(() => sandbox.discord.act.submitModal(run, { Text: 'a', Other: 'x' })).toThrow('no field');
  });

  test.each<[string, object]>([
    ['a title of 46 characters', { ...form, title: 'x'.repeat(46) }],
    ['six components', { ...form, components: Array(6).fill(form.components[0]) }],
    ['a label of 46 characters', { ...form, components: [{ ...form.components[0], label: 'x'.repeat(46) }] }],
    ['no components', { ...form, components: [] }],
  ])('a form with %s is refused', async (_what, data) => {
    expect(outcome(await reply(slash(), { type: 9, data }))).toBe('400 50035');
  });

  test('autocomplete takes 25 choices, and nothing else', async () => {
    const { discord } = sandbox;
    const type = () =>
      discord.act.autocomplete({
        channel: discord.news,
        user: discord.member,
        command: 'ask',
        option: 'language',
        typed: 'ge',
      });
    const choices = (count: number) => Array.from({ length: count }, (_, n) => ({ name: `n${n}`, value: `v${n}` }));
    expect(outcome(await reply(type(), { type: 8, data: { choices: choices(26) } }))).toBe('400 50035');
    expect(outcome(await reply(type(), { type: 4, data: { content: 'x' } }))).toBe('400 50035');
    const run = type();
    expect(outcome(await reply(run, { type: 8, data: { choices: choices(25) } }))).toBe('204');
    expect(await run.choices()).toHaveLength(25);
  });
});

describe('what the client checks before it sends a command', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a required option', {}, 'is required'],
    ['the length of a text', { question: 'x'.repeat(21) }, '2 to 20 characters'],
    ['choices', { question: 'who?', length: 'long' }, 'must be one of Short'],
    ['names of options', { question: 'who?', colour: 'red' }, 'unknown option colour'],
  ])('%s', (_what, options, message) => {
    expect(() => slash(options)).toThrow(message);
  });

  test('new lines in a text option arrive as spaces', () => {
    expect(slash({ question: 'who\nsaid it?' }).interaction.data).toMatchObject({
      options: [{ value: 'who said it?' }],
    });
  });

  test('a command with default_member_permissions is not offered to members', () => {
    const { discord } = sandbox;
    expect(() => discord.act.slash({ channel: discord.news, user: discord.member, command: 'settings' })).toThrow(
      'not offered',
    );
    expect(
      discord.act.slash({ channel: discord.news, user: discord.admin, command: 'settings' }).interaction.commandName,
    ).toBe('settings');
  });

  test('a menu entry carries its message whole, and a file can be fetched', async () => {
    const { discord } = sandbox;
    const post = discord.act.post({ channel: discord.news, user: discord.member, content: 'a link' });
    const run = discord.act.messageCommand({
      channel: discord.news,
      user: discord.admin,
      command: 'Summarise',
      message: post,
    });
    expect(run.interaction.data).toMatchObject({ resolved: { messages: { [post.id]: { content: 'a link' } } } });
    const withFile = discord.act.slash({
      channel: discord.news,
      user: discord.member,
      command: 'ask',
      options: { question: 'who?', file: { name: 'a.txt', bytes: 'inside' } },
    });
    const resolved = withFile.interaction.data['resolved'] as { attachments: Record<string, { url: string }> };
    expect(await (await fetch(Object.values(resolved.attachments)[0]?.url ?? '')).text()).toBe('inside');
  });
});

describe('an app that only the user has installed', () => {
  test('has no channel routes and five follow-ups', async () => {
    const { discord } = sandbox;
    const abroad = discord.build.addGuild({ name: 'Abroad', isBotPresent: false });
    const channel = discord.build.addChannel(abroad, { name: 'talk' });
    discord.build.addMember(abroad, discord.member);
    await register(sandbox, [{ ...COMMAND, integration_types: [0, 1], contexts: [0, 1, 2] }]);
    const run = discord.act.slash({ channel, user: discord.member, command: 'ask', options: { question: 'who?' } });
    expect(outcome(await reply(run, { type: 4, data: { content: 'here' } }))).toBe('204');
    expect(outcome(await call(sandbox, 'POST', `/channels/${channel.id}/messages`, { content: 'x' }))).toBe(
      '403 50001',
    );
    const outcomes: string[] = [];
    for (let n = 0; n < 6; n++) outcomes.push(outcome(await webhook(run, 'POST', '', { content: `f${n}` })));
    expect(outcomes).toEqual(['200', '200', '200', '200', '200', '400 40094']);
  });
});
