/** `npm run sandbox`: the real bot on a Discord that lives on this machine, and a page to try it on. */
import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import {
  BOT_STORE,
  createPage,
  createSandbox,
  forgetState,
  freePort,
  furnishForPage,
  keepState,
  readState,
  type Sandbox,
} from '../index.ts';
import { type Bot, startBot } from './bot.ts';
import { furnishBot } from './furnish-bot.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = join(ROOT, 'data', 'sandbox');
/** Where the page is unless another program is there; news site and Discord follow. */
const PAGE_PORT = 4600;
const USAGE = `Usage: npm run sandbox -- [options]

Starts the bot on a Discord of this machine, and prints the address of a page to try it on.
With OPENAI_API_KEY or OPENAI_BASE_URL set, the model of that server writes; else the embedded engine.

  --fresh      forget what an earlier run left in data/sandbox
  --port N     where the page is, instead of ${PAGE_PORT}; 0 for any free port
  --folder F   where the state is kept, instead of data/sandbox
  --help
`;

function options() {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean', default: false },
      port: { type: 'string' },
      folder: { type: 'string', default: FOLDER },
      help: { type: 'boolean', default: false },
    },
  });
  const port = values.port === undefined ? PAGE_PORT : Number(values.port);
  if (!(Number.isInteger(port) && port >= 0 && port < 65_536))
    throw new Error(`--port takes a number from 0 to 65535, and is "${String(values.port)}".`);
  return { ...values, port, folder: resolve(values.folder) };
}

function botEnvironment(sandbox: Sandbox, folder: string): NodeJS.ProcessEnv {
  const { discord, site } = sandbox;
  return {
    ...process.env,
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    ALLOW_PRIVATE_HOSTS: site.host,
    STORE_URL: `sqlite://${join(folder, BOT_STORE)}`,
    MESSAGE_CONTENT_INTENT: 'on',
    // What an .env for the real Discord may say besides.
    ALLOWED_GUILDS: '',
    HTTP_PORT: '',
    SHARDS: undefined,
  };
}

/** Whether it is another sandbox that has the port: two would write over one another's state. */
async function isOurs(port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/`, { signal: AbortSignal.timeout(2000) });
    return (await response.text()).includes('<title>Verbatim sandbox</title>');
  } catch {
    return false;
  }
}

async function run(): Promise<void> {
  const { fresh, port: wanted, folder, help } = options();
  if (help) return void process.stdout.write(USAGE);
  const page = await freePort(wanted);
  if (page !== wanted && (await isOurs(wanted)))
    throw new Error(`The sandbox runs already: open http://127.0.0.1:${wanted}/, or end it first.`);
  if (fresh) forgetState(folder);
  const known = readState(folder);
  // The addresses of old messages lead to the site's port, so it is the first choice again.
  const site = await freePort(known.sitePort ?? (wanted === 0 ? 0 : wanted + 1));
  const token = `sandbox.${randomBytes(18).toString('base64url')}`;
  const sandbox = await createSandbox({ ports: { site }, token, saved: known.world });
  let bot: Bot | undefined;
  const served = await createPage(sandbox, {
    port: page,
    engine: () => bot?.engine() ?? '',
    notices: known.notice ? [known.notice] : [],
  });
  const environment = botEnvironment(sandbox, folder);
  if (!known.world) {
    furnishForPage(sandbox);
    const { guild, otherGuild, admin } = sandbox.discord;
    await furnishBot(environment['STORE_URL'] ?? '', { guilds: [guild.id, otherGuild.id], admin: admin.id });
  }
  const keeper = keepState(folder, sandbox);
  bot = startBot({
    environment,
    onRecord: (record) => served.tell(record),
    say: (line) => process.stdout.write(`${line}\n`),
  });
  let isStopping = false;
  const stop = async (code: number) => {
    // Ctrl-C reaches every process of the terminal, and npm hands it on once more.
    if (isStopping) return;
    isStopping = true;
    await bot?.stop();
    keeper.close();
    await served.close();
    await sandbox.close();
    process.exit(code);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
  try {
    await bot.ready;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return stop(1);
  }
  if (wanted !== 0 && served.port !== wanted)
    process.stdout.write(`Port ${wanted} is taken, so the page is elsewhere this time.\n`);
  process.stdout.write(`The bot is connected (${bot.engine()}). Try it at\n\n  ${served.url}\n\nEnd with Ctrl-C.\n`);
}

try {
  await run();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
