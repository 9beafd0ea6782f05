/** `npm start`: the bot. */
import { config as loadDotenv } from 'dotenv';

import type { Work } from '#briefing';
import { StartError, startDiscord } from '#discord';
import { StoreError } from '#store';

import { definitions } from '../commands/index.ts';
import { createApp } from './app.ts';
import { ConfigError, NO_TOKEN_SENTENCE, readConfig } from './config.ts';
import { createLogger } from './log.ts';

/** Longest wait for what is under way when the process is told to stop. */
const STOP_TIMEOUT_MS = 10_000;

/** A parent that opened a channel (the sandbox) hears what was done for each request; nobody else does. */
function tellParent(logLevel: string): ((work: Work) => void) | undefined {
  if (!process.send || logLevel !== 'debug') return undefined;
  return (work) => {
    if (process.connected) process.send?.(work);
  };
}

async function start(): Promise<void> {
  const config = readConfig();
  const { token, apiUrl } = config.discord;
  if (!token) throw new StartError(NO_TOKEN_SENTENCE);
  const logger = createLogger(config.logLevel);
  const log = (record: Readonly<Record<string, unknown>>): void => logger.info(record);
  const app = await createApp(config, log, tellParent(config.logLevel));
  const published = {
    get: () => app.store.published.get('', 'hash'),
    put: (hash: string) => app.store.published.put('', 'hash', hash),
  };
  try {
    const session = await startDiscord({
      token,
      apiUrl,
      definitions,
      services: app,
      clock: app.clock,
      hasMessageContent: config.discord.hasMessageContent,
      within: (request, run) => app.within(request, run),
      published,
      log,
    });
    logger.info(
      { engine: config.model ? config.model.name : 'embedded', commands: definitions.commands.length },
      'ready',
    );
    const stop = async (): Promise<void> => {
      setTimeout(() => process.exit(0), STOP_TIMEOUT_MS).unref();
      await session.close();
      await app.close();
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop());
    // A bot whose sandbox was killed has nobody left to answer.
    if (process.send) process.once('disconnect', () => void stop());
  } catch (error) {
    await app.close();
    throw error;
  }
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
