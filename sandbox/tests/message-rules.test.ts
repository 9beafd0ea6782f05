/** Messages: each rule with a body that breaks it, and its twin that does not. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { call, outcome } from './bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ validate: false });
  sandbox.discord.limits.isEnforced = false;
});

afterAll(() => sandbox.close());

const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });
const button = (id: string, more: object = {}) => ({ type: 2, style: 1, label: 'Go', custom_id: id, ...more });
const link = (more: object) => ({ type: 2, style: 5, label: 'Site', url: 'https://example.org', ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'A', value: 'a' }],
  ...more,
});
const options = (count: number, make = (n: number) => ({ label: `L${n}`, value: `v${n}` })) =>
  Array.from({ length: count }, (_, n) => make(n));
const v2 = (...components: object[]) => ({ flags: V2, components });
const buttons = (count: number, from = 0) => Array.from({ length: count }, (_, n) => button(`b${from + n}`));

type Case = [rule: string, bad: object, good: object, code?: string];

const CASES: Case[] = [
  ['content holds 2000 characters', { content: 'x'.repeat(2001) }, { content: 'x'.repeat(2000) }],
  ['content counts code points, not UTF-16 units', { content: '😀'.repeat(2001) }, { content: '😀'.repeat(2000) }],
  ['a message must not be empty', {}, { content: 'x' }, '400 50006'],
  ['white space is empty', { content: ' \n ' }, { content: ' x ' }, '400 50006'],
  [
    'a message holds ten embeds',
    { embeds: Array(11).fill({ title: 'x' }) },
    { embeds: Array(10).fill({ title: 'x' }) },
  ],
  [
    'an embed title holds 256 characters',
    { embeds: [{ title: 'x'.repeat(257) }] },
    { embeds: [{ title: 'x'.repeat(256) }] },
  ],
  [
    'a description holds 4096',
    { embeds: [{ description: 'x'.repeat(4097) }] },
    { embeds: [{ description: 'x'.repeat(4096) }] },
  ],
  [
    'all embeds together hold 6000',
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2001) }] },
    { embeds: [{ description: 'x'.repeat(4000) }, { description: 'x'.repeat(2000) }] },
  ],
  [
    'a field value holds 1024',
    { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1025) }] }] },
    { embeds: [{ fields: [{ name: 'n', value: 'x'.repeat(1024) }] }] },
  ],
  [
    'a field needs a value',
    { embeds: [{ fields: [{ name: 'n', value: '' }] }] },
    { embeds: [{ fields: [{ name: 'n', value: 'v' }] }] },
  ],
  [
    'an embed has 25 fields',
    { embeds: [{ fields: options(26, () => ({ label: '', value: 'v', name: 'n' })) }] },
    { embeds: [{ fields: options(25, () => ({ label: '', value: 'v', name: 'n' })) }] },
  ],
  [
    'a footer holds 2048',
    { embeds: [{ footer: { text: 'x'.repeat(2049) } }] },
    { embeds: [{ footer: { text: 'x'.repeat(2048) } }] },
  ],
  [
    'there are five rows',
    { components: options(6).map((_, n) => row(button(`r${n}`))) },
    { components: options(5).map((_, n) => row(button(`r${n}`))) },
  ],
  ['a row holds five buttons', { components: [row(...buttons(6))] }, { components: [row(...buttons(5))] }],
  ['a row is not empty', { components: [row()] }, { components: [row(button('a'))] }],
  ['a select stands alone in its row', { components: [row(select(), button('a'))] }, { components: [row(select())] }],
  [
    'custom ids are unique in a message',
    { components: [row(button('a'), button('a'))] },
    { components: [row(button('a'), button('b'))] },
  ],
  [
    'a custom id has 1 to 100 characters',
    { components: [row(button('x'.repeat(101)))] },
    { components: [row(button('x'.repeat(100)))] },
  ],
  ['a custom id is not empty', { components: [row(button(''))] }, { components: [row(button('x'))] }],
  [
    'a label holds 80 characters',
    { components: [row(button('a', { label: 'x'.repeat(81) }))] },
    { components: [row(button('a', { label: 'x'.repeat(80) }))] },
  ],
  [
    'a button needs a label or an emoji',
    { components: [row(button('a', { label: undefined }))] },
    { components: [row(button('a', { label: undefined, emoji: { name: '📰' } }))] },
  ],
  ['a link has no custom id', { components: [row(link({ custom_id: 'a' }))] }, { components: [row(link({}))] }],
  [
    'a link has 512 characters',
    { components: [row(link({ url: `https://e.org/${'x'.repeat(500)}` }))] },
    { components: [row(link({ url: `https://e.org/${'x'.repeat(490)}` }))] },
  ],
  [
    'a link is http',
    { components: [row(link({ url: 'javascript:alert(1)' }))] },
    { components: [row(link({ url: 'http://e.org' }))] },
  ],
  [
    'a select offers 25 options',
    { components: [row(select({ options: options(26) }))] },
    { components: [row(select({ options: options(25) }))] },
  ],
  [
    'option values are unique',
    { components: [row(select({ options: options(2, () => ({ label: 'A', value: 'a' })) }))] },
    { components: [row(select({ options: options(2) }))] },
  ],
  [
    'an option label holds 100',
    { components: [row(select({ options: [{ label: 'x'.repeat(101), value: 'a' }] }))] },
    { components: [row(select({ options: [{ label: 'x'.repeat(100), value: 'a' }] }))] },
  ],
  [
    'a placeholder holds 150',
    { components: [row(select({ placeholder: 'x'.repeat(151) }))] },
    { components: [row(select({ placeholder: 'x'.repeat(150) }))] },
  ],
  [
    'max_values is not above the options',
    { components: [row(select({ max_values: 2 }))] },
    { components: [row(select({ max_values: 1 }))] },
  ],
  ['text displays need the V2 flag', { components: [text('x')] }, v2(text('x'))],
  ['V2 has no content', { ...v2(text('x')), content: 'x' }, v2(text('x'))],
  ['V2 has no embeds', { ...v2(text('x')), embeds: [{ title: 'x' }] }, { ...v2(text('x')), embeds: [] }],
  ['V2 is not empty', { flags: V2 }, v2(text('x')), '400 50006'],
  ['V2 holds 40 components at the top', v2(...Array(41).fill(text('x'))), v2(...Array(40).fill(text('x')))],
  [
    'nested components count among the 40',
    v2({ type: 17, components: Array(40).fill(text('x')) }),
    v2({ type: 17, components: Array(39).fill(text('x')) }),
  ],
  [
    'buttons in rows count among the 40',
    v2(...Array(35).fill(text('x')), row(...buttons(5))),
    v2(...Array(34).fill(text('x')), row(...buttons(5))),
  ],
  [
    'an accessory counts among the 40',
    v2(...Array(38).fill(text('x')), { type: 9, components: [text('y')], accessory: button('a') }),
    v2(...Array(37).fill(text('x')), { type: 9, components: [text('y')], accessory: button('a') }),
  ],
  [
    'all text displays hold 4000 together',
    v2(text('x'.repeat(2000)), text('x'.repeat(2001))),
    v2(text('x'.repeat(2000)), text('x'.repeat(2000))),
  ],
  ['a text display is not empty', v2(text('')), v2(text('x'))],
  [
    'a section has one to three texts',
    v2({ type: 9, components: Array(4).fill(text('x')), accessory: button('a') }),
    v2({ type: 9, components: Array(3).fill(text('x')), accessory: button('a') }),
  ],
  [
    'a section needs an accessory',
    v2({ type: 9, components: [text('x')] }),
    v2({ type: 9, components: [text('x')], accessory: button('a') }),
  ],
  ['a button stands in a row, not at the top', v2(button('a')), v2(row(button('a')))],
  [
    'a container holds no container',
    v2({ type: 17, components: [{ type: 17, components: [text('x')] }] }),
    v2({ type: 17, components: [text('x')] }),
  ],
  [
    'a gallery has one to ten pictures',
    v2({ type: 12, items: [] }),
    v2({ type: 12, items: [{ media: { url: 'https://e.org/a.png' } }] }),
  ],
  ['a nonce holds 25 characters', { content: 'x', nonce: 'n'.repeat(26) }, { content: 'x', nonce: 'n'.repeat(25) }],
  [
    'parse and users exclude one another',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['123456789012345678'] } },
    { content: 'x', allowed_mentions: { parse: [], users: ['123456789012345678'] } },
  ],
  [
    'a reply needs its message',
    { content: 'x', message_reference: { message_id: '123456789012345678' } },
    { content: 'x', message_reference: { message_id: '123456789012345678', fail_if_not_exists: false } },
  ],
];

test.each(CASES)('%s: what breaks it is refused, its twin is taken', async (_rule, bad, good, code = '400 50035') => {
  const path = `/channels/${sandbox.discord.news.id}/messages`;
  expect(outcome(await call(sandbox, 'POST', path, bad))).toBe(code);
  expect(outcome(await call(sandbox, 'POST', path, good))).toBe('200');
});

test('an error names the field, in the shape that Discord uses', async () => {
  const path = `/channels/${sandbox.discord.news.id}/messages`;
  const answer = await call(sandbox, 'POST', path, { components: [row(button('a', { label: 'x'.repeat(81) }))] });
  expect(answer.body).toEqual({
    message: 'Invalid Form Body',
    code: 50035,
    errors: {
      components: {
        0: {
          components: {
            0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH', message: 'Must be 80 or fewer in length.' }] } },
          },
        },
      },
    },
  });
});

describe('edits', () => {
  async function posted(body: object): Promise<string> {
    const path = `/channels/${sandbox.discord.news.id}/messages`;
    const answer = await call(sandbox, 'POST', path, body);
    return `${path}/${String(answer.body['id'])}`;
  }

  test('a text becomes V2 only when content is sent as null', async () => {
    const path = await posted({ content: 'reading' });
    expect(outcome(await call(sandbox, 'PATCH', path, v2(text('x'))))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'PATCH', path, { ...v2(text('x')), content: null }))).toBe('200');
  });

  test('embeds must be emptied for V2', async () => {
    const path = await posted({ embeds: [{ title: 'x' }] });
    expect(outcome(await call(sandbox, 'PATCH', path, v2(text('x'))))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'PATCH', path, { ...v2(text('x')), embeds: [] }))).toBe('200');
  });

  test('the V2 flag cannot be taken back, and content cannot return', async () => {
    const path = await posted(v2(text('x')));
    expect(outcome(await call(sandbox, 'PATCH', path, { flags: 0, content: 'x', components: [] }))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'PATCH', path, { content: 'x' }))).toBe('400 50035');
    expect(outcome(await call(sandbox, 'PATCH', path, { components: [text('y')] }))).toBe('200');
  });

  test('somebody else’s message cannot be edited', async () => {
    const { discord } = sandbox;
    const foreign = discord.act.post({ channel: discord.news, user: discord.member, content: 'mine' });
    const path = `/channels/${discord.news.id}/messages/${foreign.id}`;
    expect(outcome(await call(sandbox, 'PATCH', path, { content: 'yours' }))).toBe('403 50005');
    expect(outcome(await call(sandbox, 'DELETE', path))).toBe('403 50013');
  });
});

describe('whom a message pings', () => {
  const post = async (body: object) => {
    const answer = await call(sandbox, 'POST', `/channels/${sandbox.discord.news.id}/messages`, body);
    return sandbox.discord
      .shows(sandbox.discord.news, sandbox.discord.member)
      .find((one) => one.id === answer.body['id'])?.pinged;
  };

  test('without allowed_mentions the users in the text are pinged', async () => {
    const { member } = sandbox.discord;
    expect(await post({ content: `hello <@${member.id}>` })).toMatchObject({ users: [member.id] });
  });

  test('an empty parse list pings nobody', async () => {
    const { member } = sandbox.discord;
    const pinged = await post({ content: `@everyone <@${member.id}>`, allowed_mentions: { parse: [] } });
    expect(pinged).toEqual({ everyone: false, users: [], roles: [] });
  });

  test('V2 text displays ping like content, embeds and code never do', async () => {
    const { member } = sandbox.discord;
    expect(await post(v2(text(`<@${member.id}>`)))).toMatchObject({ users: [member.id] });
    expect(await post({ embeds: [{ description: `<@${member.id}>` }] })).toMatchObject({ users: [] });
    expect(await post({ content: `\`<@${member.id}>\`` })).toMatchObject({ users: [] });
  });

  test('everyone is pinged only by who may do it', async () => {
    const { discord } = sandbox;
    expect(await post({ content: '@everyone' })).toMatchObject({ everyone: false });
    discord.build.setOverwrite(discord.news, discord.bot, { allow: ['MENTION_EVERYONE'] });
    expect(await post({ content: '@everyone' })).toMatchObject({ everyone: true });
    discord.build.setOverwrite(discord.news, discord.bot, {});
  });

  test('a reply pings its author unless that is switched off', async () => {
    const { discord } = sandbox;
    const asked = discord.act.post({ channel: discord.news, user: discord.member, content: 'a question' });
    const reply = { content: 'an answer', message_reference: { message_id: asked.id } };
    expect(await post(reply)).toMatchObject({ users: [discord.member.id] });
    expect(await post({ ...reply, allowed_mentions: { parse: [], replied_user: false } })).toMatchObject({ users: [] });
  });
});

describe('nonces', () => {
  test('enforce_nonce gives the earlier message back, until its window is over', async () => {
    const path = `/channels/${sandbox.discord.general.id}/messages`;
    const body = { content: 'once', nonce: 'abc', enforce_nonce: true };
    const first = await call(sandbox, 'POST', path, body);
    const again = await call(sandbox, 'POST', path, body);
    expect(again.body['id']).toBe(first.body['id']);
    sandbox.clock.advance(6 * 60_000);
    const later = await call(sandbox, 'POST', path, body);
    expect(later.body['id']).not.toBe(first.body['id']);
  });

  test('without enforce_nonce the same nonce makes two messages', async () => {
    const path = `/channels/${sandbox.discord.general.id}/messages`;
    const first = await call(sandbox, 'POST', path, { content: 'twice', nonce: 'def' });
    const again = await call(sandbox, 'POST', path, { content: 'twice', nonce: 'def' });
    expect(again.body['id']).not.toBe(first.body['id']);
  });
});
