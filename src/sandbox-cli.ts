/** `npm run sandbox`: the real bot on a Discord that lives on this machine. A line typed here is a slash command. */
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

import { createSandbox } from './sandbox/index.ts';

const MAIN = fileURLToPath(new URL('main.ts', import.meta.url));
/** `/name`, then `option:value` pairs anywhere, then the article. */
const COMMAND = /^\/?(?<command>[a-z]+)\s*(?<rest>.*)$/u;
const OPTION = /(?:^|\s)(?<name>length|private):(?<value>\w+)/gu;

const sandbox = await createSandbox();
const { discord, site } = sandbox;
const { OPENAI_API_KEY: _key, OPENAI_BASE_URL: _url, ...variables } = sandbox.environment();
const bot = spawn(process.execPath, [MAIN], {
  stdio: ['ignore', 'ignore', 'inherit'],
  env: { ...variables, STORE_URL: 'memory://' },
});
bot.once('exit', (code) => process.exit(code ?? 1));
await discord.ready({ commands: 1 });
const articles = site.articles.map(({ path }) => site.url(path));
console.log(
  `The bot is connected. Type a command, for example:\n  /summarise ${articles[0]}\n  /positions ${articles[1]} private:true\n  /help\nEnd with Ctrl-D.\n`,
);

async function type(line: string): Promise<string> {
  const { command = '', rest = '' } = COMMAND.exec(line.trim())?.groups ?? {};
  if (command === '') return '';
  const options: Record<string, string | boolean> = {};
  for (const { groups } of rest.matchAll(OPTION))
    options[groups?.['name'] ?? ''] =
      groups?.['name'] === 'private' ? groups['value'] === 'true' : (groups?.['value'] ?? '');
  const article = rest.replace(OPTION, '').trim();
  if (article !== '') options['article'] = article;
  const run = discord.act.slash({ channel: discord.news, user: discord.member, command, options });
  const { text, isEphemeral } = await run.settled();
  return isEphemeral ? `${text}\n(only you see this)` : text;
}

for await (const line of createInterface({ input: process.stdin })) {
  try {
    console.log(`${await type(line)}\n`);
  } catch (error) {
    console.log(`${error instanceof Error ? error.message : String(error)}\n`);
  }
}
bot.removeAllListeners('exit');
bot.kill('SIGTERM');
await sandbox.close();
