/** The bot as a process of its own, with what it logs. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import type { Sandbox } from '#sandbox';

const ROOT = join(import.meta.dirname, '..', '..');

export type LogRecord = Readonly<Record<string, unknown>>;

export interface BotProcess {
  /** Of all its lives, in order. */
  readonly records: readonly LogRecord[];
  /** Interactions that it says it answered, in order, one for each answer. */
  answered(): string[];
  /** Resolves when it has connected. */
  start(): Promise<void>;
  kill(signal?: NodeJS.Signals): Promise<void>;
  isRunning(): boolean;
  /** Stops it where it stands, as a blocked loop does. */
  freeze(): void;
  thaw(): void;
}

/** What a process of this project needs of this one's environment, and nothing else. */
export const bareEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ['PATH', 'NODE_COMPILE_CACHE'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );

/** `environment`: on top of what the sandbox gives. */
export function botProcess(sandbox: Sandbox, environment: Readonly<Record<string, string>>): BotProcess {
  const records: LogRecord[] = [];
  let child: ChildProcess | null = null;
  const isRunning = (): boolean => child !== null && child.exitCode === null && child.signalCode === null;

  async function start(): Promise<void> {
    const started = spawn(process.execPath, ['src/main.ts'], {
      cwd: ROOT,
      env: { ...bareEnvironment(), ...sandbox.environment(), OPENAI_MODEL: 'sandbox', ...environment },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child = started;
    await new Promise<void>((resolve, reject) => {
      started.once('exit', (code) => reject(new Error(`the bot ended with ${code}`)));
      createInterface({ input: started.stdout }).on('line', (line) => {
        const record = JSON.parse(line) as LogRecord;
        records.push(record);
        if (record['msg'] === 'ready') resolve();
      });
    });
  }
  return {
    records,
    answered: () =>
      records
        .filter(({ msg, outcome }) => msg === 'request' && outcome === 'answered')
        .map(({ interaction }) => String(interaction)),
    start,
    async kill(signal = 'SIGKILL') {
      if (!child || !isRunning()) return;
      const ended = once(child, 'exit');
      child.kill(signal);
      await ended;
    },
    isRunning,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
  };
}
