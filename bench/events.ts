/**
 * `npm run bench:events`: what a message costs the bot that is none of its business, which is most of what a large bot hears.
 * CPU of the process, so that other work on the machine does not count.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import { type MeasuredBot, OURS, startBot } from './load/process.ts';

const MESSAGES = 10_000;
const WARM_UP = 2000;
const BATCH = 100;
const QUIET_MS = 1500;

async function hear({ sandbox: { discord } }: MeasuredBot, count: number): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    discord.act.post({
      channel: discord.general,
      user: discord.member,
      content: `Nothing to brief here, line ${sent}.`,
    });
    if (sent % BATCH === BATCH - 1) await sleep(1);
  }
  await sleep(QUIET_MS);
}

const bot = await startBot({ program: OURS });
try {
  await hear(bot, WARM_UP);
  const idleFrom = await bot.figures();
  await sleep(QUIET_MS);
  const idleMs = (await bot.figures()).cpuMs - idleFrom.cpuMs;
  const before = await bot.figures();
  await hear(bot, MESSAGES);
  const { cpuMs } = await bot.figures();
  console.log(
    `CPU per message that is none of its business: ${((cpuMs - before.cpuMs - idleMs) / MESSAGES).toFixed(3)} ms`,
  );
} finally {
  await bot.close();
}
