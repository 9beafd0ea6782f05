/** `npm run sandbox`: the real bot on a Discord that lives on this machine. A line typed here is a slash command. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { createSandboxDiscord, createSandboxSite, textOf } from './sandbox/index.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));

const [discord, site] = await Promise.all([createSandboxDiscord(), createSandboxSite()]);
const bot = spawn(process.execPath, [MAIN], {
  stdio: ['ignore', 'pipe', 'inherit'],
  env: {
    PATH: undefined,
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.apiUrl,
    ALLOW_PRIVATE_HOSTS: site.host,
    STORE_URL: 'memory://',
  },
});
await new Promise<void>((resolve) => {
  bot.stdout.on('data', (data: Buffer) => {
    if (data.toString('utf8').includes('"ready"')) resolve();
  });
});
console.log(
  `The bot is connected. Type a command, for example:\n  /summarise ${site.url('/ferry')}\n  /positions ${site.url('/ferry')}\n  /help\nEnd with Ctrl-D.\n`,
);
const input = createInterface({ input: process.stdin });
for await (const line of input) {
  const match = /^\/?(?<command>[a-z]+)\s*(?<article>.*)$/u.exec(line.trim());
  if (!match?.groups) continue;
  const { command = '', article = '' } = match.groups;
  try {
    console.log(`${textOf(await discord.slash({ command, options: article ? { article } : {} }))}\n`);
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
bot.kill('SIGTERM');
await Promise.all([discord.close(), site.close()]);
