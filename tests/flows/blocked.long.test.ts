/** A process that stands still: seen by whoever watches it, and over when it goes on. */
import { setTimeout as pause } from 'node:timers/promises';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { createSandbox, type Sandbox } from '#sandbox';

import { type BotProcess, botProcess } from './bot-process.ts';
import type { Run } from './world.ts';

const BLOCKED_MS = 10_500;
const PATIENCE = { timeout: 90_000, interval: 250 };
const CHECKED = /Checked against the article/u;

let sandbox: Sandbox;
let bot: BotProcess;
beforeEach(async () => {
  sandbox = await createSandbox();
  bot = botProcess(sandbox, { STORE_URL: 'memory://', HTTP_PORT: '0' });
  await bot.start();
});
afterEach(async () => {
  await bot.kill('SIGTERM');
  await sandbox.close();
});

const portOf = (): unknown => bot.records.find(({ msg }) => msg === 'ready')?.['httpPort'];
const readiness = async (): Promise<{ readonly status: number; readonly text: string }> => {
  const answer = await fetch(`http://127.0.0.1:${String(portOf())}/readyz`);
  return { status: answer.status, text: await answer.text() };
};

function ask(): Run {
  const { discord, site } = sandbox;
  const user = discord.build.addMember(discord.guild, `Member ${Math.random()}`);
  const options = { article: site.url('/news/tidemouth-ferry') };
  return discord.act.slash({ channel: discord.news, user, command: 'summarise', options });
}

// Stopped by a signal rather than by a loop of its own: the process itself stays what runs in production, and the timers,
// the sockets and the gateway find on waking what they find after a blocked loop, ten seconds of backlog at once.
it('a process blocked for 10 s is red, then green, still connected, and answers what comes afterwards once', async () => {
  await expect.poll(async () => (await readiness()).status, PATIENCE).toBe(200);
  bot.freeze();
  const missed = ask();
  await pause(BLOCKED_MS);
  bot.thaw();
  const { status, text } = await readiness();
  expect(status).toBe(503);
  expect(text).toContain('stood still');

  // Discord waits 3 s; what it gave up is answered by nobody, and ends nothing.
  const after = ask();
  await after.answered({ matching: (shown) => CHECKED.test(shown.text), timeoutMs: 60_000 });
  await expect.poll(async () => (await readiness()).status, PATIENCE).toBe(200);
  expect(missed.current()).toBeUndefined();
  expect(after.followUps()).toEqual([]);
  expect(bot.isRunning()).toBe(true);
  const fromBot = [...sandbox.discord.world.messages.values()].filter(
    ({ author }) => author.id === sandbox.discord.bot.id,
  );
  expect(fromBot).toHaveLength(1);
}, 240_000);
