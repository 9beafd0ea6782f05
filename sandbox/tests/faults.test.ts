/** Planted faults, rate limits, and bodies that break the official description. */
import { DiscordAPIError, type HTTPError, REST, Routes } from 'discord.js';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { call, outcome } from './bot.ts';

let sandbox: Sandbox;

beforeEach(async () => {
  sandbox = await createSandbox();
});

afterEach(() => sandbox.close());

const messages = () => `/channels/${sandbox.discord.news.id}/messages`;
const shown = () => sandbox.discord.shows(sandbox.discord.news, sandbox.discord.member).map((one) => one.text);
const post = (content: string) => call(sandbox, 'POST', messages(), { content });
const ROUTE = { method: 'POST', route: '/channels/{channel_id}/messages' };

test('two 500s, then the message: the real client posts it once', async () => {
  sandbox.discord.faults.add({ match: ROUTE, times: 2, respond: { kind: 'status', status: 500 } });
  const rest = new REST({ api: sandbox.discord.apiUrl }).setToken(sandbox.discord.token);
  await rest.post(Routes.channelMessages(sandbox.discord.news.id), { body: { content: 'once' } });
  expect(sandbox.discord.requests.map((one) => one.status)).toEqual([500, 500, 200]);
  expect(shown()).toEqual(['once']);
});

test('a 429 makes the real client wait as long as it says', async () => {
  sandbox.discord.faults.add({ match: ROUTE, respond: { kind: 'rateLimit', retryAfterS: 0.4 } });
  const rest = new REST({ api: sandbox.discord.apiUrl }).setToken(sandbox.discord.token);
  const start = performance.now();
  await rest.post(Routes.channelMessages(sandbox.discord.news.id), { body: { content: 'later' } });
  expect(performance.now() - start).toBeGreaterThanOrEqual(390);
  expect(shown()).toEqual(['later']);
});

test('a message can be taken although the connection is cut before the answer', async () => {
  sandbox.discord.faults.add({ match: ROUTE, respond: { kind: 'cut', when: 'after' } });
  await expect(post('taken')).rejects.toThrow('fetch failed');
  expect(shown()).toEqual(['taken']);
  sandbox.discord.faults.add({ match: ROUTE, respond: { kind: 'cut', when: 'before' } });
  await expect(post('lost')).rejects.toThrow('fetch failed');
  expect(shown()).toEqual(['taken']);
});

test('a body that stalls, headers that never come, and JSON that is cut', async () => {
  const { faults } = sandbox.discord;
  const request = () =>
    fetch(`${sandbox.discord.apiUrl}/v10/users/@me`, {
      headers: { authorization: `Bot ${sandbox.discord.token}` },
      signal: AbortSignal.timeout(700),
    });
  faults.add({ match: { route: '/users/@me' }, respond: { kind: 'stallBody' } });
  const stalled = await request();
  expect(stalled.status).toBe(200);
  await expect(stalled.text()).rejects.toThrow('timeout');
  faults.add({ match: { route: '/users/@me' }, respond: { kind: 'hang' } });
  await expect(request()).rejects.toThrow('timeout');
  faults.add({ match: { route: '/users/@me' }, respond: { kind: 'cutJson' } });
  await expect((await request()).json()).rejects.toThrow(SyntaxError);
  expect((await request()).status).toBe(200);
});

test('a 429 of the proxy is HTML without rate-limit headers', async () => {
  sandbox.discord.faults.add({ match: { route: '/users/@me' }, respond: { kind: 'htmlRateLimit' } });
  const answer = await fetch(`${sandbox.discord.apiUrl}/v10/users/@me`);
  expect(answer.status).toBe(429);
  expect(answer.headers.get('content-type')).toBe('text/html');
  expect(answer.headers.has('x-ratelimit-limit')).toBe(false);
});

test('a planted error carries the code that was asked for, after as many good answers as asked', async () => {
  sandbox.discord.faults.add({ match: ROUTE, after: 1, respond: { kind: 'status', status: 403, code: 50013 } });
  expect(outcome(await post('first'))).toBe('200');
  expect(outcome(await post('second'))).toBe('403 50013');
  expect(outcome(await post('third'))).toBe('200');
});

test('a bucket that is used up answers 429 with the time to wait, and says so in headers before', async () => {
  const first = await post('1');
  expect(first.headers.get('x-ratelimit-remaining')).toBe('4');
  for (const n of [2, 3, 4, 5]) expect(outcome(await post(String(n)))).toBe('200');
  const refused = await post('6');
  expect(refused.status).toBe(429);
  expect(refused.body).toMatchObject({ global: false, retry_after: expect.any(Number) as number });
  expect(refused.headers.get('x-ratelimit-scope')).toBe('user');
  expect(
    outcome(await call(sandbox, 'POST', `/channels/${sandbox.discord.general.id}/messages`, { content: 'x' })),
  ).toBe('200');
});

test('more than 50 requests a second are refused globally, interaction callbacks are not counted', async () => {
  const many = await Promise.all(
    Array.from({ length: 60 }, (_, n) => call(sandbox, 'GET', n % 2 ? '/users/@me' : '/applications/@me')),
  );
  const refused = many.filter((one) => one.status === 429);
  expect(refused.length).toBeGreaterThan(0);
  expect(refused[0]?.body['global']).toBe(true);
  const callbacks = await Promise.all(
    Array.from({ length: 60 }, () => call(sandbox, 'POST', '/interactions/1/x/callback', { type: 5 })),
  );
  expect(new Set(callbacks.map(outcome))).toEqual(new Set(['404 10062']));
});

test('the real client meets Discord’s errors as its own classes', async () => {
  const rest = new REST({ api: sandbox.discord.apiUrl, retries: 0 }).setToken(sandbox.discord.token);
  const path = Routes.channelMessages(sandbox.discord.news.id);
  await expect(rest.post(path, { body: {} })).rejects.toBeInstanceOf(DiscordAPIError);
  sandbox.discord.faults.add({ match: ROUTE, times: 9, respond: { kind: 'status', status: 503 } });
  const error = await rest.post(path, { body: { content: 'x' } }).catch((one: unknown) => one as HTTPError);
  expect(error).toMatchObject({ status: 503 });
});

test('a body that breaks the official description is reported, also when the rules here would take it', async () => {
  expect(sandbox.discord.violations).toEqual([]);
  await call(sandbox, 'POST', messages(), { content: 'x', tts: 'yes' });
  expect(sandbox.violations()[0]).toContain('/tts must be boolean');
});

test('a body that meets a planted fault is looked at all the same', async () => {
  sandbox.discord.faults.add({ match: ROUTE, respond: { kind: 'status', status: 500 } });
  await call(sandbox, 'POST', messages(), { content: 'x', tts: 'yes' });
  expect(sandbox.violations()[0]).toContain('/tts must be boolean');
});

test('default_member_permissions as digits is waived, by name', async () => {
  const path = `/applications/${sandbox.discord.applicationId}/commands`;
  await call(sandbox, 'PUT', path, [{ name: 'settings', description: 'x', default_member_permissions: '32' }]);
  expect(sandbox.violations()).toEqual([]);
  expect(sandbox.discord.waivers.map((one) => one.name)).toEqual(['default_member_permissions as digits']);
  await call(sandbox, 'PUT', path, [{ name: 'settings', description: 'x', default_member_permissions: 'all' }]);
  expect(sandbox.violations()[0]).toContain('default_member_permissions');
});
