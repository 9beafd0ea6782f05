/** The bot as a child process of the sandbox: started, listened to, started again when it falls over, and stopped. */
import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/main.ts', import.meta.url));
/** Longer than the bot takes for what is under way. */
const STOP_TIMEOUT_MS = 12_000;
const RESTART_PAUSE_MS = 2000;

interface BotOptions {
  environment: NodeJS.ProcessEnv;
  /** What the bot tells of its work to a parent that listens. */
  onRecord: (record: unknown) => void;
  say: (line: string) => void;
}

export interface Bot {
  /** The engine in words, once the bot is connected; '' before. */
  engine(): string;
  /** Rejects with a sentence when the bot ends before it is connected. */
  ready: Promise<void>;
  stop(): Promise<void>;
}

export function startBot({ environment, onRecord, say }: BotOptions): Bot {
  let child: ChildProcess | undefined;
  let isStopping = false;
  let engine = '';
  const ready = Promise.withResolvers<void>();

  function start(): void {
    const process_ = spawn(process.execPath, [MAIN], {
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
      env: { ...environment, LOG_LEVEL: 'debug' },
    });
    child = process_;
    process_.on('message', onRecord);
    if (process_.stdout)
      createInterface({ input: process_.stdout }).on('line', (line) => {
        const record = recordOf(line);
        if (record['msg'] === 'ready') {
          engine = record['engine'] === 'embedded' ? 'embedded engine' : `model ${String(record['engine'])}`;
          ready.resolve();
        }
        // 40 and above are warnings and errors.
        if (Number(record['level']) >= 40 || record['level'] === 'error') say(line);
      });
    process_.once('exit', (code, signal) => {
      if (isStopping) return;
      const how = `The bot ended (${signal ?? `exit code ${String(code)}`})`;
      if (engine === '') return ready.reject(new Error(`${how} before it was connected.`));
      say(`${how}. It is started again.`);
      setTimeout(() => {
        if (!isStopping) start();
      }, RESTART_PAUSE_MS);
    });
  }

  start();
  return {
    engine: () => engine,
    ready: ready.promise,
    async stop() {
      isStopping = true;
      const process_ = child;
      if (!process_ || process_.exitCode !== null || process_.signalCode !== null) return;
      const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()));
      process_.kill('SIGTERM');
      const timer = setTimeout(() => process_.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

function recordOf(line: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
