/** A bot as a process of its own, connected to a sandbox in this one. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createSandbox, type Sandbox } from '#sandbox';

import type { Figures } from './probe.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const PROBE = join(import.meta.dirname, 'probe.ts');
export const OURS = 'src/main.ts';
export const FLOOR = 'bench/load/floor-bot.ts';

export interface MeasuredBot {
  readonly sandbox: Sandbox;
  readonly figures: () => Promise<Figures>;
  readonly storeFile: string;
  /** Of its store, the log included. */
  readonly storeBytes: () => Promise<number>;
  close(): Promise<void>;
}

export interface BotOptions {
  readonly program: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly hasModel?: boolean;
  /** Before the bot connects: guilds to be there. */
  readonly prepare?: (sandbox: Sandbox) => void;
}

export async function startBot({
  program,
  environment = {},
  hasModel = false,
  prepare,
}: BotOptions): Promise<MeasuredBot> {
  const sandbox = await createSandbox({ validate: false, ackDeadlineMs: 30_000 });
  // What is measured is the bot, not Discord's limits.
  sandbox.discord.limits.isEnforced = false;
  prepare?.(sandbox);
  const folder = await mkdtemp(join(tmpdir(), 'verbatim-load-'));
  const file = join(folder, 'store.sqlite');
  const { OPENAI_BASE_URL, OPENAI_API_KEY, ...rest } = sandbox.environment();
  const model = hasModel ? { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL: 'sandbox' } : {};
  const flags = program === OURS ? await startFlags() : [];
  const child = spawn(process.execPath, [...flags, '--expose-gc', '--import', PROBE, program], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    // No ceiling of a day ends the run.
    env: {
      // As in production: what a file costs belongs to what is measured.
      STORE_URL: `sqlite://${file}`,
      LOG_LEVEL: 'warn',
      TOKENS_PER_GUILD_DAY: '1000000000',
      ...rest,
      ...model,
      ...environment,
    } as Record<string, string>,
  });
  await sandbox.discord.ready({ commands: 1, timeoutMs: 120_000 });
  return {
    sandbox,
    figures: () => ask(child),
    storeFile: file,
    async storeBytes() {
      const sizes = await Promise.all([file, `${file}-wal`].map(async (each) => (await stat(each)).size));
      return sizes.reduce((sum, size) => sum + size, 0);
    },
    async close() {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
      await sandbox.close();
      await rm(folder, { recursive: true });
    },
  };
}

/** What `npm start` gives to Node. */
async function startFlags(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(join(ROOT, 'package.json'), 'utf8')) as {
    readonly scripts: { readonly start: string };
  };
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function ask(child: ChildProcess): Promise<Figures> {
  const answer = once(child, 'message');
  child.send('figures');
  return (await answer)[0] as Figures;
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
