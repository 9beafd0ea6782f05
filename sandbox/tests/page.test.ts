/** The page's server: what it shows to whom, and whom it refuses. */
import { request } from 'node:http';

import type { Client } from 'discord.js';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { createPage, createSandbox, type Sandbox } from '../index.ts';
import type { ActResult, Behind, PageAct, PageMessage, PageUpdate, Work } from '../page/shapes.ts';
import { connect, createClient, onInteraction, register } from './bot.ts';

let sandbox: Sandbox;
let page: Awaited<ReturnType<typeof createPage>>;
let client: Client | undefined;

beforeEach(async () => {
  sandbox = await createSandbox({ validate: false });
  page = await createPage(sandbox);
});

afterEach(async () => {
  await client?.destroy();
  client = undefined;
  await page.close();
  await sandbox.close();
});

/** A request with headers that fetch does not let one set. */
function raw(path: string, headers: Record<string, string>, body?: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const method = body === undefined ? 'GET' : 'POST';
    const sent = request({ host: '127.0.0.1', port: page.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function act(wanted: PageAct, user = sandbox.discord.member.id): Promise<ActResult> {
  const response = await fetch(`${page.url}act`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user, act: wanted }),
  });
  return (await response.json()) as ActResult;
}

/** Follows the stream until `fits` is true of what is known. */
async function follow(user: string, fits: (things: Map<string, unknown>) => boolean): Promise<Map<string, unknown>> {
  const ending = new AbortController();
  const response = await fetch(`${page.url}stream?user=${user}`, { signal: ending.signal });
  const things = new Map<string, unknown>();
  let text = '';
  try {
    for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += piece;
      const events = text.split('\n\n');
      text = events.pop() ?? '';
      for (const event of events) {
        const update = JSON.parse(event.replace(/^data: /u, '')) as PageUpdate;
        for (const [key, thing] of Object.entries(update.put)) things.set(key, thing);
        for (const key of update.drop) things.delete(key);
      }
      if (fits(things)) break;
    }
  } finally {
    ending.abort();
  }
  return things;
}

const messagesIn = (things: Map<string, unknown>) =>
  [...things].filter(([key]) => key.startsWith('message:')).map(([, thing]) => thing as PageMessage);

describe('who may ask', () => {
  test.each([
    ['a name that was rebound to loopback', { host: 'evil.example' }, 403],
    ['another port', { host: '127.0.0.1:1' }, 403],
    ['a page of another site', { origin: 'https://evil.example' }, 403],
    ['a page of another port of this machine', { origin: 'http://127.0.0.1:1' }, 403],
    ['a picture or script of another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }, 403],
    ['a link on another site', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }, 200],
    ['the page itself', {}, 200],
  ])('%s', async (_who, headers, status) => {
    const host = `127.0.0.1:${page.port}`;
    expect(await raw('/', { host, ...headers })).toBe(status);
  });

  test('an act that is no JSON is refused: a form of another site could send it', async () => {
    const headers = { host: `127.0.0.1:${page.port}`, 'content-type': 'text/plain' };
    expect(await raw('/act', headers, '{}')).toBe(415);
  });

  test('nobody but the two people can be played', async () => {
    const post: PageAct = {
      kind: 'post',
      channel: sandbox.discord.news.id,
      content: 'x',
      replyTo: undefined,
      files: [],
    };
    expect((await act(post, sandbox.discord.bot.id)).error).toBeDefined();
    expect(sandbox.discord.shows(sandbox.discord.news, sandbox.discord.admin)).toEqual([]);
  });
});

test('the page, its style and its modules are served, without types and under a strict policy', async () => {
  const get = async (path: string) => fetch(new URL(path, page.url));
  const html = await get('/');
  expect(html.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await html.text()).toContain('/client/main.ts');
  const module = await get('/client/model.ts');
  expect(module.headers.get('content-type')).toContain('text/javascript');
  expect(await module.text()).not.toContain('interface');
  expect((await get('/library/directives/repeat.js')).status).toBe(200);
  for (const path of [
    '/client/..%2fserver.ts',
    '/library/..%2f..%2fpackage.json',
    '/client/tsconfig.json',
    '/files/1/x',
  ])
    expect((await get(path)).status).toBe(404);
});

test('every module that the page imports is served', async () => {
  const served = new Map<string, number>();
  const visit = async (path: string): Promise<void> => {
    if (served.has(path)) return;
    const response = await fetch(new URL(path, page.url));
    served.set(path, response.status);
    const text = await response.text();
    for (const [, target = ''] of text.matchAll(/from\s*['"](\.[^'"]+)['"]/gu))
      await visit(new URL(target, new URL(path, page.url)).pathname);
  };
  await visit('/client/main.ts');
  expect(served.size).toBeGreaterThan(15);
  expect([...served].filter(([, status]) => status !== 200)).toEqual([]);
});

test('a person sees what that person may see, and it changes as it happens', async () => {
  const { discord } = sandbox;
  const hidden = discord.build.addChannel(discord.guild, { name: 'admins' });
  discord.build.setOverwrite(hidden, discord.guild, { deny: ['VIEW_CHANNEL'] });
  discord.build.setOverwrite(hidden, discord.admin, { allow: ['VIEW_CHANNEL'] });
  discord.act.post({ channel: hidden, user: discord.admin, content: 'secret' });
  const following = follow(discord.member.id, (things) => messagesIn(things).some((one) => one.content === 'second'));
  const { messageId } = await act({
    kind: 'post',
    channel: discord.news.id,
    content: 'first',
    replyTo: undefined,
    files: [],
  });
  await act({ kind: 'edit', message: messageId ?? '', content: 'second' });
  const things = await following;
  expect(things.has(`channel:${hidden.id}`)).toBe(false);
  expect(messagesIn(things).map((one) => [one.content, one.isEdited])).toEqual([['second', true]]);
});

test('what cannot be done is a sentence', async () => {
  const { discord } = sandbox;
  const theirs = discord.act.post({ channel: discord.news, user: discord.admin, content: 'mine' });
  expect((await act({ kind: 'delete', message: theirs.id })).error).toContain('not those of others');
  expect((await act({ kind: 'edit', message: theirs.id, content: 'x' })).error).toContain('Only the author');
  const answer = await act({ kind: 'command', channel: discord.news.id, command: 'nothing', options: {} });
  expect(answer.error).toMatch(/^No command "nothing".*\.$/u);
});

const NOTE = {
  name: 'note',
  description: 'Write a note',
  options: [{ type: 11, name: 'file', description: 'A file' }],
};

test('a command with a file, a form, and its answer; and what stands behind it', async () => {
  const { discord } = sandbox;
  client = createClient(sandbox);
  const errors = onInteraction(client, async (interaction) => {
    if (interaction.isChatInputCommand())
      await interaction.showModal({
        title: interaction.options.getAttachment('file')?.name ?? 'no file',
        customId: 'form',
        components: [{ type: 18, label: 'Text', component: { type: 4, custom_id: 'text', style: 1 } }] as never,
      });
    else if (interaction.isModalSubmit())
      await interaction.reply(`noted: ${interaction.fields.getTextInputValue('text')}`);
  });
  await register(sandbox, [NOTE]);
  await connect(sandbox, client);
  const file = { name: 'a.txt', contentType: 'text/plain', base64: Buffer.from('words').toString('base64') };
  const opened = await act({ kind: 'command', channel: discord.news.id, command: 'note', options: { file } });
  expect(opened.form?.definition['title']).toBe('a.txt');
  const missing = await act({ kind: 'form', run: opened.form?.run ?? '', values: { text: '' } });
  expect(missing.error).toContain('required');
  await act({ kind: 'form', run: opened.form?.run ?? '', values: { text: 'hello' } });
  const shown = await discord.appears(discord.news, discord.admin, (one) => one.text === 'noted: hello');
  expect(errors).toEqual([]);

  const behind = (await (await fetch(`${page.url}behind?message=${shown.id}`)).json()) as Behind;
  expect(behind.acknowledged?.type).toBe(4);
  expect(behind.requests.map((one) => [one.method, one.status])).toEqual([['POST', 204]]);
  expect(behind.states.map((one) => one.text)).toEqual(['noted: hello']);
  expect(JSON.stringify(behind)).not.toContain(discord.world.interactions.values().next().value?.token);
});

test('a record that the bot tells is found behind the answer to what asked', async () => {
  const { discord } = sandbox;
  client = createClient(sandbox);
  onInteraction(client, async (interaction) => {
    if (interaction.isChatInputCommand()) await interaction.reply('done');
  });
  await register(sandbox, [NOTE]);
  await connect(sandbox, client);
  const run = discord.act.slash({ channel: discord.news, user: discord.member, command: 'note' });
  const answer = await run.answered();
  const work = (request: string): Work => ({
    request,
    startedAt: 0,
    durationMs: 5,
    failure: null,
    isFromCache: false,
    stages: [],
    engine: null,
    calls: [],
    article: null,
    lines: [],
    checks: [],
  });
  page.tell(work(run.interaction.id));
  page.tell(work('of another request'));
  page.tell({ not: 'a record' });
  const behind = (await (await fetch(`${page.url}behind?message=${answer.id}`)).json()) as Behind;
  expect(behind.work).toEqual([work(run.interaction.id)]);
});

test('a use that the bot does not take is shown as waiting, and then as failed', async () => {
  await page.close();
  await sandbox.close();
  sandbox = await createSandbox({ validate: false, ackDeadlineMs: 300 });
  page = await createPage(sandbox);
  client = createClient(sandbox);
  await register(sandbox, [NOTE]);
  await connect(sandbox, client);
  const { discord } = sandbox;
  const stateOf = (things: Map<string, unknown>) =>
    [...things].find(([key]) => key.startsWith('run:'))?.[1] as { state: string } | undefined;
  const failed = follow(discord.member.id, (things) => stateOf(things)?.state === 'failed');
  await act({ kind: 'command', channel: discord.news.id, command: 'note', options: {} });
  expect(stateOf(await failed)).toMatchObject({ name: 'note', kind: 'command', state: 'failed' });
});

test('a file of a message is never served as a page', async () => {
  const { discord } = sandbox;
  const files = [{ name: 'x.html', contentType: 'text/html', bytes: '<script>1</script>' }];
  const posted = discord.act.post({ channel: discord.news, user: discord.member, content: 'see', files });
  const things = await follow(discord.member.id, (known) => messagesIn(known).length > 0);
  const url = messagesIn(things)[0]?.files[0]?.url ?? '';
  expect(posted.files[0]?.name).toBe('x.html');
  const response = await fetch(new URL(url, page.url));
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(response.headers.get('content-disposition')).toBe('attachment');
});
