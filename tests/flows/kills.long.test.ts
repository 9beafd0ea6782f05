/** kill -9 of the whole bot, again and again, with hundreds of requests under way: none is lost, none answered twice. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, expect, it } from 'vitest';

import { createInbox } from '#desk';
import { createSandbox, type Sandbox } from '#sandbox';
import { openStore } from '#store';

import { honest } from './honest-model.ts';
import type { Run } from './world.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const KILLS = Number(process.env['KILLS'] ?? 20);
const GUILDS = 20;
/** Members of a guild who ask for the same link share one run: what is tested is the desk, not how fast pages are read. */
const MEMBERS = 20;
const LEAST_UNDER_WAY = 200;
/** The answers of some servers that may come between two looks: members of a server are answered together. */
const MARGIN = 160;
/** A model takes so long at most, and a kill comes so long after enough is under way at most. */
const MODEL_MS = 3000;
const KILL_MS = 1500;
const LEFT_MS = 60_000;
const CHECKED = 'Checked against the article';
const PROGRESS =
  /^thinking…$|Fetching the article|Reading (?:the text|[\d,]+ words?)|Checking the draft|in the queue|Checked so far/u;

let running: ChildProcess | null = null;
// A test that failed must not leave its bot behind.
afterEach(() => void running?.kill('SIGKILL'));

function startBot(sandbox: Sandbox, file: string): ChildProcess {
  running = spawn(process.execPath, ['src/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      PATH: process.env['PATH'] ?? '',
      ...sandbox.environment(),
      OPENAI_MODEL: 'sandbox',
      STORE_URL: `sqlite://${file}`,
      TOKENS_PER_GUILD_DAY: '1000000000',
      LOG_LEVEL: 'error',
    },
  });
  return running;
}

const isTaken = (run: Run): boolean => run.interaction.acknowledgement !== undefined;
const isAnswered = (run: Run): boolean => {
  const text = run.current()?.text;
  return text !== undefined && !PROGRESS.test(text);
};
const underWay = (runs: readonly Run[]): number => runs.filter((run) => isTaken(run) && !isAnswered(run)).length;
async function until(what: string, isSo: () => boolean): Promise<void> {
  const giveUpAt = Date.now() + 240_000;
  while (!isSo()) {
    if (Date.now() > giveUpAt) throw new Error(`not within four minutes: ${what}`);
    await pause(50);
  }
}

it(`kill -9 ${KILLS} times with at least ${LEAST_UNDER_WAY} requests under way loses none and answers none twice`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-killed-bot-'));
  const file = join(folder, 'store.sqlite');
  const sandbox = await createSandbox({ validate: false, ackDeadlineMs: 120_000 });
  const { discord, model, site } = sandbox;
  discord.limits.isEnforced = false;
  model.respond(async (request) => {
    await pause(Math.random() * MODEL_MS);
    return honest(request);
  });
  const guilds = Array.from({ length: GUILDS }, (_, number) => discord.build.addGuild({ name: `Guild ${number}` }));
  const channels = guilds.map((guild) => discord.build.addChannel(guild, { name: 'news' }));
  const runs: Run[] = [];
  const openAtKill: number[] = [];
  let asked = 0;
  function askAll(): void {
    for (const [at, channel] of channels.entries())
      for (let member = 0; member < MEMBERS; member++) {
        asked += 1;
        const user = discord.build.addMember(guilds[at]?.id ?? '', `Member ${asked}`);
        const article = `${site.url('/news/tidemouth-ferry')}?round=${openAtKill.length}`;
        runs.push(discord.act.slash({ channel, user, command: 'summarise', options: { article } }));
      }
  }

  async function startAndConnect(): Promise<() => Promise<void>> {
    const { identified } = discord.gateway.counts;
    const bot = startBot(sandbox, file);
    const ended = once(bot, 'exit');
    await until('the bot connects', () => discord.gateway.counts.identified > identified);
    return async () => {
      bot.kill('SIGKILL');
      await ended;
    };
  }

  for (let kill = 0; kill < KILLS; kill++) {
    const end = await startAndConnect();
    await discord.ready({ commands: 1, timeoutMs: 120_000 });
    // What earlier kills left is taken up first, or nothing would ever be answered.
    await until('most is answered', () => underWay(runs) < LEAST_UNDER_WAY);
    askAll();
    const round = runs.slice(-GUILDS * MEMBERS);
    await until('enough of these is under way', () => underWay(round) >= LEAST_UNDER_WAY);
    // At a random moment, but not so late that too few would be left.
    const killAt = Date.now() + Math.random() * KILL_MS;
    while (Date.now() < killAt && underWay(runs) >= LEAST_UNDER_WAY + MARGIN) await pause(5);
    openAtKill.push(underWay(runs));
    await end();
    if (kill % 3 !== 2) continue;
    // And once more while it takes up what this kill has left; of these kills nobody counts what is under way.
    const endAgain = await startAndConnect();
    await pause(Math.random() * KILL_MS);
    await endAgain();
  }
  const last = startBot(sandbox, file);
  const ended = once(last, 'exit');
  const open = (): string[] =>
    runs.filter((run) => isTaken(run) && !isAnswered(run)).map((run) => run.current()?.text ?? '');
  await until('all is answered', () => open().length === 0).catch((error: unknown) => {
    console.log(`${open().length} open: ${[...new Set(open())].join(' | ')}`);
    throw error;
  });
  // Said and closed are two steps: a kill between them leaves a request that shows its answer and is still to be closed.
  const store = await openStore(`sqlite://${file}`, { clock: Date.now });
  const inbox = createInbox(store, Date.now);
  let left = await inbox.open();
  for (const giveUpAt = Date.now() + LEFT_MS; left.length > 0 && Date.now() < giveUpAt; left = await inbox.open())
    await pause(500);
  last.kill('SIGTERM');
  await ended;

  const taken = runs.filter(isTaken);
  console.log(`${taken.length} of ${runs.length} acknowledged; under way at each kill: ${openAtKill.join(' ')}`);
  expect(Math.min(...openAtKill)).toBeGreaterThanOrEqual(LEAST_UNDER_WAY);
  const others = taken.map((run) => run.current()?.text ?? '(nothing)').filter((text) => !text.includes(CHECKED));
  // Each text once: one that is wrong would be wrong hundreds of times.
  expect([...new Set(others)]).toEqual([]);
  // A second answer would be a follow-up or a message of its own: each request has its original response and no more.
  expect(runs.flatMap((run) => run.followUps())).toEqual([]);
  const fromBot = [...discord.world.messages.values()].filter(({ author }) => author.id === discord.bot.id);
  expect(fromBot.length).toBe(taken.length);
  expect(left.map(({ id, state }) => `${id} ${state}`)).toEqual([]);
  await store.close();
  await sandbox.close();
  rmSync(folder, { recursive: true });
}, 1_500_000);
