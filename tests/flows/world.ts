/** The bot as `npm start` makes it, connected to the sandbox instead of Discord, OpenAI and the web. */
import { startDiscord } from '#discord';

import { commands } from '../../commands/index.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createSandbox, type ShownMessage } from '../../src/sandbox/index.ts';
import { honest } from './honest-model.ts';

export interface Asked {
  readonly command: string;
  readonly options?: Readonly<Record<string, string | boolean>>;
  /** The second guild of the sandbox instead of the first. */
  readonly isElsewhere?: boolean;
  readonly as?: 'member' | 'admin';
}

export interface WorldOptions {
  readonly hasModel: boolean;
  /** On top of what the sandbox gives. */
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startWorld({ hasModel, variables = {} }: WorldOptions) {
  const sandbox = await createSandbox();
  const { discord, model, site } = sandbox;
  for (const notice of sandbox.notices) console.warn(notice);
  model.respond(honest);
  const { OPENAI_BASE_URL, OPENAI_API_KEY, ...environment } = sandbox.environment();
  const modelEnvironment = { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL: 'sandbox' };
  const config = readConfig({
    ...environment,
    STORE_URL: 'memory://',
    ...(hasModel ? modelEnvironment : {}),
    ...variables,
  });
  const records: Readonly<Record<string, unknown>>[] = [];
  const app = await createApp(config, (record) => records.push(record));
  let hash: string | undefined;
  const session = await startDiscord({
    token: discord.token,
    apiUrl: discord.apiUrl,
    commands,
    brief: app.brief,
    published: {
      get: async () => hash,
      put: async (next) => {
        hash = next;
      },
    },
    log: (record) => records.push(record),
  });
  /** Types a command; gives what its author sees once the bot has written the record of the request. */
  async function ask({ command, options = {}, isElsewhere = false, as = 'member' }: Asked): Promise<ShownMessage> {
    const channel = isElsewhere ? discord.otherNews : discord.news;
    const run = discord.act.slash({ channel, user: discord[as], command, options });
    await run.answered();
    const isRecorded = () => records.some((record) => record['interaction'] === run.interaction.id);
    while (!isRecorded()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return run.answered();
  }
  return {
    ...sandbox,
    discord,
    model,
    site,
    records,
    ask,
    /** Fails the flow when a body that was sent broke an official description. */
    async close() {
      await session.close();
      await app.close();
      await sandbox.close();
      const violations = sandbox.violations();
      if (violations.length > 0) throw new Error(`against the official descriptions:\n${violations.join('\n')}`);
    },
  };
}

const POLL_MS = 5;

export type FlowWorld = Awaited<ReturnType<typeof startWorld>>;
