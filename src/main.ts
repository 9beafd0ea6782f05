/** `npm start`: the bot. */
import { config as loadDotenv } from 'dotenv';

import type { LookBehind } from '#briefing';
import { StartError, startDiscord } from '#discord';
import { createLog, type Log } from '#ops';
import { StoreError } from '#store';

import { definitions } from '../commands/index.ts';
import { createApp } from './app.ts';
import { ConfigError, NO_TOKEN_SENTENCE, readConfig, secretsOf } from './config.ts';
import { betweenProcesses } from './processes.ts';

/** Longest wait for what is under way when the process is told to stop. */
const STOP_TIMEOUT_MS = 10_000;
/** Of that, for answers under way; the rest is for closing. */
const DRAIN_MS = 8000;

/** A parent that opened a channel (the sandbox) hears what was done for each request; nobody else does. */
function tellParent(logLevel: string): ((briefing: LookBehind) => void) | undefined {
  if (!process.send || logLevel !== 'debug') return undefined;
  return (briefing) => {
    if (process.connected) process.send?.(briefing);
  };
}

async function start(): Promise<void> {
  const config = readConfig();
  const { token } = config.discord;
  if (!token) throw new StartError(NO_TOKEN_SENTENCE);
  const log = createLog({ level: config.logLevel, secrets: secretsOf(config) });
  endOnFault(log);
  const app = await createApp(config, log, { tell: tellParent(config.logLevel) });
  try {
    // Before Discord: whoever watches the process sees it live while it connects.
    const httpPort = await app.monitoring.listen();
    const session = await startDiscord({
      app,
      discord: { ...config.discord, token },
      definitions,
      ...betweenProcesses(app, config),
      log: app.monitoring.log,
      onEnd(reason) {
        log({ level: 'fatal', event: 'ended by Discord', cause: reason.message });
        process.stderr.write(`${reason.message}\n`);
        process.exit(1);
      },
    });
    app.monitoring.connected(session);
    log({
      event: 'ready',
      engine: config.model ? config.model.name : 'embedded',
      commands: definitions.commands.length,
      httpPort,
      shards: session.shards().map(({ id }) => id),
    });
    const stop = async (signal: string): Promise<void> => {
      // What cannot be finished by then stays in the inbox; the next start takes it up.
      setTimeout(() => process.exit(0), STOP_TIMEOUT_MS).unref();
      log({ event: 'stopping', signal });
      app.monitoring.drain();
      await session.drain(DRAIN_MS);
      await session.close();
      await app.close();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(signal));
    // A bot whose sandbox was killed has nobody left to answer.
    if (process.send) process.once('disconnect', () => void stop('disconnect'));
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** What nobody caught has left the process in a state that nobody knows: one line without secrets, and a fresh start. */
function endOnFault(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const)
    process.on(event, (error: unknown) => {
      log({ level: 'fatal', event, cause: error });
      process.exit(1);
    });
}

loadDotenv({ quiet: true });
try {
  await start();
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartError || error instanceof StoreError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof ConfigError) process.stderr.write(`${error.sentences.join('\n')}\n`);
  else throw error;
}
