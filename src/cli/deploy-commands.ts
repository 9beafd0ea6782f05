/** `npm run deploy-commands`: publishes the commands without starting the bot, for CI. */
import { config as loadDotenv } from 'dotenv';

import { publishCommands, StartError } from '#discord';
import { speak } from '#texts';

import { definitions } from '../../commands/index.ts';
import { ConfigError, NO_TOKEN_SENTENCE, readConfig } from '../config.ts';

loadDotenv({ quiet: true });
try {
  const { token, apiUrl } = readConfig().discord;
  if (!token) throw new StartError(NO_TOKEN_SENTENCE);
  const amount = await publishCommands({ token, apiUrl, definitions });
  process.stdout.write(`${speak(null).texts.terminalPublished({ amount })}\n`);
} catch (error) {
  process.exitCode = 1;
  if (error instanceof StartError) process.stderr.write(`${error.message}\n`);
  else if (error instanceof ConfigError) process.stderr.write(`${error.sentences.join('\n')}\n`);
  else throw error;
}
