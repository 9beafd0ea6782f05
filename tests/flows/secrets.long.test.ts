/** Secrets planted where they turn up, and looked for in everything that the process lets out: log, pages, Discord. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { expect, it } from 'vitest';

import { createSandbox } from '#sandbox';

const ROOT = join(import.meta.dirname, '..', '..');
const PATIENCE = { timeout: 25_000, interval: 50 };
// Made up here; put together so that no scanner takes this file for a leak.
const BOT_TOKEN = ['MTIzNDU2Nzg5MDEyMzQ1Njc4', 'GhIjKl', 'mnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'].join('.');
const API_KEY = ['sk', 'proj', 'Planted0Key0of0the0Operator'].join('-');
const PASSWORD = 'hunter2planted';
const SESSION = 'session0of0a0reader';

it('none of them comes out, whatever fails', async () => {
  const sandbox = await createSandbox({ token: BOT_TOKEN, apiKey: API_KEY, ackDeadlineMs: 10_000 });
  const { discord, model, site } = sandbox;
  // As providers do it: the key stands in the words of the refusal.
  model.respond(() => ({
    status: 401,
    error: {
      message: `Incorrect API key provided: ${API_KEY}.`,
      type: 'invalid_request_error',
      code: 'invalid_api_key',
    },
  }));
  const bot = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    env: {
      PATH: process.env['PATH'] ?? '',
      ...sandbox.environment(),
      OPENAI_MODEL: 'sandbox',
      STORE_URL: 'memory://',
      HTTP_PORT: '0',
      LOG_LEVEL: 'trace',
    },
  });
  const closed = once(bot, 'close');
  let out = '';
  for (const stream of [bot.stdout, bot.stderr])
    stream.on('data', (data: Buffer) => void (out += data.toString('utf8')));
  await expect.poll(() => out, PATIENCE).toContain('"msg":"ready"');
  const { httpPort } = JSON.parse(out.split('\n').find((line) => line.includes('"msg":"ready"')) ?? '{}') as {
    readonly httpPort: number;
  };
  let members = 0;
  const ask = (article: string) => {
    members += 1;
    const user = discord.build.addMember(discord.guild, `Member ${members}`);
    return discord.act.slash({ channel: discord.news, user, command: 'summarise', options: { article } });
  };
  const CALLBACK = { method: 'POST', route: /callback$/u };
  const EDIT = { method: 'PATCH', route: /@original$/u };
  const { origin } = new URL(site.origin);
  const withPassword = `${origin.replace('://', `://reader:${PASSWORD}@`)}/news/tidemouth-ferry?sid=${SESSION}`;
  await ask(withPassword).answered({ timeoutMs: 25_000 });
  await ask(`${site.url('/status/500')}?sid=${SESSION}`).settled({ timeoutMs: 25_000 });
  await ask(`${site.url('/slow/none')}?sid=${SESSION}`).settled({ timeoutMs: 25_000 });
  await ask(`${site.url('/news/orchard-water')}?sid=${SESSION}`).settled({ timeoutMs: 25_000 });
  discord.faults.add({ match: CALLBACK, respond: { kind: 'status', status: 404, code: 10_062 } });
  const late = ask(site.url('/news/school-phones'));
  discord.faults.add({ match: EDIT, times: 9, respond: { kind: 'status', status: 400, code: 50_035 } });
  await expect.poll(() => out, PATIENCE).toContain('"outcome":"late"');
  const refused = ask(site.url('/news/school-phones'));
  await expect.poll(() => out, PATIENCE).toContain('"outcome":"unanswered"');
  const pages = await Promise.all(
    ['/metrics', '/readyz', '/healthz', '/nothing'].map(async (path) =>
      (await fetch(`http://127.0.0.1:${httpPort}${path}?token=${SESSION}`)).text(),
    ),
  );
  discord.faults.add({
    match: {},
    times: 99,
    respond: { kind: 'status', status: 401, message: `401 for ${BOT_TOKEN}` },
  });
  bot.kill('SIGTERM');
  await closed;

  const tokens = [late, refused].map(({ interaction }) => interaction.token);
  expect(tokens.every((token) => token.length > 20)).toBe(true);
  const secrets = [BOT_TOKEN, API_KEY, PASSWORD, ...tokens];
  const inside = (text: string, planted: readonly string[]): string[] => planted.filter((one) => text.includes(one));
  expect(out).toContain('"msg":"request"');
  expect(inside(out + pages.join(''), [...secrets, SESSION])).toEqual([]);
  // What people see may hold the address that they gave, its parameters included: it is how they open the article.
  const shown = JSON.stringify([discord.timeline, discord.requests.map(({ body }) => body)]);
  expect(shown).toContain('orchard-water');
  expect(inside(shown, secrets)).toEqual([]);
  await sandbox.close();
});
