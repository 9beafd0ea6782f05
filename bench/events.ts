/**
 * `npm run bench:events`: what a message costs the bot that is none of its business, which is most of what a large bot hears,
 * and what a server costs that only stands there. CPU of the process and heap after collecting garbage, so that other work
 * on the machine does not count.
 */
import { setTimeout as sleep } from 'node:timers/promises';

import type { Sandbox } from '#sandbox';

import { type MeasuredBot, OURS, startBot } from './load/process.ts';

const MESSAGES = 10_000;
const WARM_UP = 2000;
const BATCH = 100;
const QUIET_MS = 1500;
const GUILDS = 1000;
const CHANNELS = 20;
const ROLES = 50;

function fill({ discord: { build } }: Sandbox): void {
  for (let guild = 0; guild < GUILDS; guild += 1) {
    const { id } = build.addGuild({ name: `Server ${guild}` });
    for (let channel = 0; channel < CHANNELS; channel += 1) build.addChannel(id, { name: `channel-${channel}` });
    for (let role = 0; role < ROLES; role += 1) build.addRole(id, { name: `role ${role}` });
  }
}

async function standing(prepare?: (sandbox: Sandbox) => void): Promise<{ heapMiB: number; rssMiB: number }> {
  const bot = await startBot({ program: OURS, ...(prepare ? { prepare } : {}) });
  await sleep(QUIET_MS);
  const figures = await bot.figures();
  await bot.close();
  return figures;
}

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

const [empty, full] = [await standing(), await standing(fill)];
console.log(
  `resident and heap of a bot with 2 servers: ${empty.rssMiB.toFixed(0)} and ${empty.heapMiB.toFixed(0)} MiB`,
);
console.log(`with ${GUILDS} more: ${full.rssMiB.toFixed(0)} and ${full.heapMiB.toFixed(0)} MiB`);
const kib = ((full.heapMiB - empty.heapMiB) * 1024) / GUILDS;
console.log(`heap for each server of ${CHANNELS} channels and ${ROLES} roles: ${kib.toFixed(0)} KiB`);
