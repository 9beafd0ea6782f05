/** Each rule of the stand-in, proved by a request that breaks it. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createSandboxDiscord, type SandboxDiscord } from '../../src/sandbox/index.ts';

let discord: SandboxDiscord;
beforeAll(async () => {
  discord = await createSandboxDiscord();
  await call('PUT', `/applications/${discord.world.applicationId}/commands`, [
    { name: 'x', options: [{ name: 'a', type: 3, required: true }] },
  ]);
});
afterAll(() => discord.close());

async function call(
  method: string,
  path: string,
  body: unknown,
  token = `Bot ${discord.world.token}`,
): Promise<{ status: number; code: unknown }> {
  const response = await fetch(`${discord.apiUrl}/v10${path}`, {
    method,
    headers: { 'content-type': 'application/json', authorization: token },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  return { status: response.status, code: text ? (JSON.parse(text) as { code?: unknown }).code : undefined };
}

const begin = () => discord.interact({ command: 'x', options: { a: 'b' } });
const respond = ({ id, token }: { id: string; token: string }, body: unknown) =>
  call('POST', `/interactions/${id}/${token}/callback`, body);
const edit = ({ token }: { token: string }, body: unknown) =>
  call('PATCH', `/webhooks/${discord.world.applicationId}/${token}/messages/@original`, body);
const V2 = 1 << 15;
const text = (content: string) => ({ type: 10, content });

describe('the stand-in Discord', () => {
  it('refuses a second response to one interaction', async () => {
    const interaction = begin();
    expect((await respond(interaction, { type: 5 })).status).toBe(204);
    expect((await respond(interaction, { type: 5 })).code).toBe(40060);
  });

  it('refuses a response after three seconds', async () => {
    const interaction = begin();
    discord.advance(3100);
    expect((await respond(interaction, { type: 5 })).code).toBe(10062);
  });

  it('refuses an edit when the token is a quarter of an hour old', async () => {
    const interaction = begin();
    await respond(interaction, { type: 5 });
    discord.advance(15 * 60_000 + 100);
    expect((await edit(interaction, { content: 'late' })).code).toBe(50027);
  });

  it('refuses an edit of what was never acknowledged', async () => {
    expect((await edit(begin(), { content: 'x' })).code).toBe(10015);
  });

  it('refuses a wrong token', async () => {
    expect((await call('PUT', '/gateway/bot', {}, 'Bot wrong')).status).toBe(401);
  });

  it.each([
    ['a deferral with other flags than private', { type: 5, data: { flags: V2 } }, 50035],
    ['an empty message', { type: 4, data: {} }, 50006],
    ['more than 2000 characters', { type: 4, data: { content: 'a'.repeat(2001) } }, 50035],
    ['content beside Components V2', { type: 4, data: { content: 'a', flags: V2, components: [text('b')] } }, 50035],
    [
      'more than 4000 characters of Components V2',
      { type: 4, data: { flags: V2, components: [text('a'.repeat(4001))] } },
      50035,
    ],
    [
      'more than 40 components',
      {
        type: 4,
        data: { flags: V2, components: [{ type: 17, components: Array.from({ length: 40 }, () => text('a')) }] },
      },
      50035,
    ],
    [
      'a custom id used twice',
      {
        type: 4,
        data: {
          flags: V2,
          components: [
            { type: 2, custom_id: 'a' },
            { type: 2, custom_id: 'a' },
          ],
        },
      },
      50035,
    ],
  ])('refuses %s', async (_what, body, code) => {
    expect((await respond(begin(), body)).code).toBe(code);
  });

  it('accepts what keeps the limits', async () => {
    expect(
      (await respond(begin(), { type: 4, data: { flags: V2, components: [text('a'.repeat(4000))] } })).status,
    ).toBe(204);
  });

  it('knows whom a message would ping, and that empty allowed mentions ping nobody', async () => {
    await respond(begin(), { type: 4, data: { content: 'hello @everyone' } });
    expect(discord.world.messages.at(-1)?.pinged).toEqual(['@everyone']);
    await respond(begin(), { type: 4, data: { content: 'hello @everyone', allowed_mentions: { parse: [] } } });
    expect(discord.world.messages.at(-1)?.pinged).toEqual([]);
  });
});
