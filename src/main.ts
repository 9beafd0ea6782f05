/** `npm start`: the bot. */
import { config as loadDotenv } from 'dotenv';

import { StartError, startDiscord } from '#discord';
import { StoreError } from '#store';

import { definitions } from '../commands/index.ts';
import { createApp } from './app.ts';
import { ConfigError, NO_TOKEN_SENTENCE, readConfig } from './config.ts';
import { createLogger } from './log.ts';

/** Longest wait for what is under way when the process is told to stop. */
const STOP_TIMEOUT_MS = 10_000;

async function start(): Promise<void> {
  const config = readConfig();
  const { token, apiUrl } = config.discord;
  if (!token) throw new StartError(NO_TOKEN_SENTENCE);
  const logger = createLogger(config.logLevel);
  const log = (record: Readonly<Record<string, unknown>>): void => logger.info(record);
  const app = await createApp(config, log);
  const published = {
    get: () => app.store.published.get('', 'hash'),
    put: (hash: string) => app.store.published.put('', 'hash', hash),
  };
  try {
    const session = await startDiscord({
      token,
      apiUrl,
      definitions,
      ...app.edge,
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
