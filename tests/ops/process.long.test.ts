/** The process itself: told to stop in the middle of work, failing where nobody catches, misconfigured, and what its log shows. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { afterEach, describe, expect, it, vi } from 'vitest';

import { createSandbox, type Sandbox } from '#sandbox';

import { honest } from '../flows/honest-model.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const FAIL_WHEN_TOLD = fileURLToPath(new URL('./processes/fail-when-told.ts', import.meta.url));
const PATIENCE = { timeout: 60_000, interval: 50 };
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0).reverse()) await close();
});

interface Bot {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly err: () => string;
  /** The record with this message, once it is written. */
  record(event: string): Promise<Record<string, unknown>>;
  ended(): Promise<number | null>;
}

function start(environment: Readonly<Record<string, string>>, preload: readonly string[] = []): Bot {
  const child = spawn(process.execPath, [...preload, 'src/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', STORE_URL: 'memory://', HTTP_PORT: '0', ...environment },
  });
  const closed = once(child, 'close');
  closers.push(async () => {
    child.kill('SIGKILL');
    await closed;
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (data: Buffer) => void (out += data.toString('utf8')));
  child.stderr.on('data', (data: Buffer) => void (err += data.toString('utf8')));
  const find = (event: string): string | undefined => out.split('\n').find((line) => line.includes(`"msg":"${event}"`));
  return {
    child,
    out: () => out,
    err: () => err,
    async record(event) {
      await expect.poll(() => find(event), PATIENCE).toBeDefined();
      return JSON.parse(find(event) ?? '{}') as Record<string, unknown>;
    },
    async ended() {
      await closed;
      return child.exitCode;
    },
  };
}

async function sandboxed(): Promise<Sandbox> {
  const sandbox = await createSandbox();
  closers.push(() => sandbox.close());
  return sandbox;
}
/** Pasted, so that a busy machine has no page to be late with. */
function summarise(sandbox: Sandbox, story = 0) {
  const { title, paragraphs } = sandbox.site.articles[story] ?? { title: '', paragraphs: [] };
  return sandbox.discord.act.slash({
    channel: sandbox.discord.news,
    user: sandbox.discord.member,
    command: 'summarise',
    options: { article: [title, ...paragraphs].join('\n\n') },
  });
}

/** Each test starts processes, which a busy machine does slowly. */
vi.setConfig({ testTimeout: 180_000 });

describe('SIGTERM in the middle of work', () => {
  it('turns /readyz red, takes nothing new, answers what is under way, and ends with exit 0', async () => {
    const sandbox = await sandboxed();
    let answer = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    sandbox.model.respond(async (request) => {
      await held;
      return honest(request);
    });
    const bot = start({ ...sandbox.environment(), OPENAI_MODEL: 'sandbox' });
    const { httpPort } = await bot.record('ready');
    const page = async (path: string): Promise<number> =>
      (await fetch(`http://127.0.0.1:${String(httpPort)}${path}`)).status;
    expect(await page('/readyz')).toBe(200);
    const run = summarise(sandbox);
    await expect.poll(() => sandbox.model.calls.length, PATIENCE).toBe(1);
    bot.child.kill('SIGTERM');
    await bot.record('stopping');
    expect([await page('/healthz'), await page('/readyz')]).toEqual([200, 503]);
    const late = summarise(sandbox, 2);
    answer();
    expect(await bot.ended()).toBe(0);
    expect((await run.settled({ timeoutMs: 30_000 })).text).toContain('Tidemouth');
    // Not acknowledged: Discord tells its user that the bot did not respond.
    await expect(late.acknowledged({ timeoutMs: 200 })).rejects.toThrow('not acknowledged');
  });
});

describe('a failure that nobody catches', () => {
  it.each([
    ['reject', 'unhandledRejection'],
    ['throw', 'uncaughtException'],
  ])('(%s) is one line without secrets and a non-zero end, and the next start is clean', async (how, event) => {
    const sandbox = await sandboxed();
    const { token } = sandbox.discord;
    const environment = sandbox.environment();
    const words = `broken while sending Bot ${token} to https://x.example/a?sid=secret0session`;
    const bot = start({ ...environment, FAIL_WITH: words, FAIL_HOW: how }, ['--import', FAIL_WHEN_TOLD]);
    await bot.record('ready');
    bot.child.kill('SIGUSR2');
    const record = await bot.record(event);
    expect(record).toMatchObject({ level: 60, cause: { message: expect.stringContaining('broken while') as string } });
    expect(await bot.ended()).toBe(1);
    expect(bot.out() + bot.err()).not.toContain(token);
    expect(bot.out() + bot.err()).not.toContain('secret0session');
    await start(environment).record('ready');
  });
});

describe('a bad configuration', () => {
  it('lists every fault at once and starts nothing', async () => {
    const bot = start({
      DISCORD_TOKEN: 'x',
      DISCORD_API_URL: 'nonsense',
      TOKENS_PER_DAY: 'many',
      TOKENS_PER_GUILD_DAY: '-1',
      ALLOWED_GUILDS: 'mine',
      PRICE_INPUT: 'cheap',
      HTTP_PORT: '99999',
      STORE_URL: 'mysql://x',
      LOG_LEVEL: 'loud',
    });
    expect(await bot.ended()).toBe(1);
    const lines = bot.err().trim().split('\n');
    const named = [
      'DISCORD_API_URL',
      'TOKENS_PER_DAY',
      'TOKENS_PER_GUILD_DAY',
      'ALLOWED_GUILDS',
      'PRICE_INPUT',
      'HTTP_PORT',
      'STORE_URL',
      'LOG_LEVEL',
    ];
    expect(lines).toHaveLength(named.length);
    for (const name of named) expect(lines.some((line) => line.startsWith(`${name} must`))).toBe(true);
    expect(bot.out()).toBe('');
  });

  it('with a store that cannot be opened is one sentence', async () => {
    const bot = start({ DISCORD_TOKEN: 'x', STORE_URL: `sqlite://${ROOT}` });
    expect(await bot.ended()).toBe(1);
    expect(bot.err().trim().split('\n')).toEqual([expect.stringContaining('cannot be opened')]);
  });
});

describe('the record of a request', () => {
  it('tells the whole story in one line, and none of its words', async () => {
    const sandbox = await sandboxed();
    sandbox.model.respond(honest);
    const bot = start({ ...sandbox.environment(), OPENAI_MODEL: 'sandbox', LOG_LEVEL: 'trace' });
    const { httpPort } = await bot.record('ready');
    await summarise(sandbox).settled({ timeoutMs: 30_000 });
    const record = await bot.record('request');
    expect(record).toMatchObject({
      command: 'summarise',
      outcome: 'answered',
      engine: 'openai',
      model: 'sandbox',
      coverage: 'whole',
      cache: 'miss',
      source: 'text',
      modelCalls: expect.any(Number) as number,
      inputTokens: expect.any(Number) as number,
      durationMs: expect.any(Number) as number,
      stagesMs: { fetching: expect.any(Number) as number, drafting: expect.any(Number) as number },
    });
    expect(bot.out()).not.toMatch(/Tidemouth|Wray/u);
    expect(bot.out()).not.toContain(sandbox.discord.token);
    const metrics = await (await fetch(`http://127.0.0.1:${String(httpPort)}/metrics`)).text();
    expect(metrics).toContain('verbatim_requests_total{command="summarise",outcome="answered"} 1');
    expect(metrics).toContain('verbatim_briefings_total{engine="openai",cache="miss",extent="whole"} 1');
    expect(metrics).toMatch(/verbatim_model_tokens_total\{direction="input"\} [1-9]/u);
    expect(metrics).toContain('verbatim_shards_ready 1');
  });
});
