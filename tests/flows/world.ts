/** The bot as `npm start` makes it, connected to the sandbox instead of Discord, OpenAI and the web. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startDiscord } from '#discord';
import type { SettingsChange } from '#domain';
import { createSandbox, type ShownMessage } from '#sandbox';

import { definitions } from '../../commands/index.ts';
import { type AppOptions, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { betweenProcesses } from '../../src/processes.ts';
import { honest } from './honest-model.ts';
import { readingThreads } from './reading-threads.ts';

type Sandbox = Awaited<ReturnType<typeof createSandbox>>;
export type SlashOptions = NonNullable<Parameters<Sandbox['discord']['act']['slash']>[0]['options']>;
export type Run = ReturnType<Sandbox['discord']['act']['slash']>;

export interface Asked {
  readonly command: string;
  readonly options?: SlashOptions;
  /** The second guild of the sandbox instead of the first. */
  readonly isElsewhere?: boolean;
  readonly as?: 'member' | 'admin';
  readonly locale?: string;
}

export interface WorldOptions {
  readonly hasModel: boolean;
  /** Words by a reader's locale instead of the bot's own languages. */
  readonly speak?: Parameters<typeof startDiscord>[0]['speak'];
  /** A file that outlives the bot, for tests of restarts. */
  readonly isKept?: boolean;
  readonly hasMessageContent?: boolean;
  readonly heartbeatMs?: number;
  readonly patienceMs?: number;
  /** Waits and deadlines of requests to Discord. */
  readonly restLimits?: Parameters<typeof startDiscord>[0]['discord']['limits'];
  /** Names, and ms for one page, where they are not the usual ones. */
  readonly reading?: Omit<NonNullable<AppOptions['reading']>, 'pool'>;
  /** `host:port` that may be read besides the sandbox's site. */
  readonly allowedHosts?: readonly string[];
  /** On top of what the sandbox gives. */
  readonly variables?: Readonly<Record<string, string>>;
}

export async function startWorld(options: WorldOptions) {
  const {
    hasModel,
    speak,
    isKept = false,
    hasMessageContent = true,
    variables = {},
    allowedHosts = [],
    patienceMs,
    restLimits,
    heartbeatMs,
    reading,
  } = options;
  const sandbox = await createSandbox({ ackDeadlineMs: ACK_DEADLINE_MS, ...(heartbeatMs ? { heartbeatMs } : {}) });
  const { discord, model, site } = sandbox;
  model.respond(honest);
  const folder = isKept ? await mkdtemp(join(tmpdir(), 'verbatim-')) : null;
  const { OPENAI_BASE_URL, OPENAI_API_KEY, ...environment } = sandbox.environment();
  const modelEnvironment = { OPENAI_BASE_URL, OPENAI_API_KEY, OPENAI_MODEL: 'sandbox' };
  const config = readConfig({
    ...environment,
    STORE_URL: folder ? `sqlite://${join(folder, 'store.sqlite')}` : 'memory://',
    ...(hasModel ? modelEnvironment : {}),
    ALLOW_PRIVATE_HOSTS: [site.host, ...allowedHosts].join(','),
    ...variables,
  });
  const records: Readonly<Record<string, unknown>>[] = [];
  const log = (record: Readonly<Record<string, unknown>>): void => void records.push(record);

  const ends: string[] = [];

  async function startBot() {
    const app = await createApp(config, log, { reading: { ...reading, pool: readingThreads() } });
    const session = await startDiscord({
      app,
      discord: { token: discord.token, apiUrl: discord.apiUrl, hasMessageContent, limits: restLimits },
      definitions,
      ...(speak ? { speak } : {}),
      ...(patienceMs ? { patienceMs } : {}),
      onEnd: (reason) => void ends.push(reason.message),
      ...betweenProcesses(app, config),
      log,
    });
    return {
      app,
      session,
      async close() {
        await session.close();
        await app.close();
      },
    };
  }
  let bot = await startBot();
  // A flow does in a second what a member does in an hour; flows about the cool-down set their own.
  for (const guild of [
    discord.guild.id,
    discord.otherGuild.id,
    ...[discord.member, discord.admin].map(({ id }) => `user:${id}`),
  ])
    await bot.app.desk.settings.change(
      guild,
      { field: 'coolDown', of: 'member', value: 0 },
      { guildCeiling: null },
      'world',
    );

  /** What the person sees once the bot has written the record of the request. */
  async function served(run: Run): Promise<ShownMessage> {
    const isRecorded = () => records.some((record) => record['interaction'] === run.interaction.id);
    while (!isRecorded()) await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    return run.answered();
  }
  /** Types a command; gives what its author sees in the end. */
  async function ask({ command, options = {}, isElsewhere = false, as = 'member', locale }: Asked) {
    const channel = isElsewhere ? discord.otherNews : discord.news;
    const who = { channel, user: discord[as], ...(locale ? { locale } : {}) };
    return served(discord.act.slash({ ...who, command, options }));
  }
  return {
    ...sandbox,
    discord,
    model,
    site,
    records,
    /** Sentences with which Discord ended the session for good. */
    ends,
    ask,
    served,
    /** How the bot acknowledged: the callback types, in order. */
    callbacks: () =>
      discord.requests
        .filter(({ path }) => path.endsWith('/callback'))
        .map(({ body }) => (body as { type?: number } | undefined)?.type),
    /** Everything that a message ever showed, as JSON with its ids and times: "never, not even for a second". */
    history: ({ id }: ShownMessage): string =>
      discord.timeline
        .filter(({ messageId }) => messageId === id)
        .map((entry) => JSON.stringify(entry))
        .join('\n'),
    /** Presses a button by its label. */
    press: (message: ShownMessage, label: string, as: 'member' | 'admin' = 'member') =>
      served(discord.act.button(message, label, discord[as])),
    app: () => bot.app,
    session: () => bot.session,
    /** What admins do in the panel. */
    async set(change: SettingsChange, guild = discord.guild.id) {
      const facts = { guildCeiling: null, channel: { admin: true, bot: true } };
      await bot.app.desk.settings.change(guild, change, facts, discord.admin.id);
      await bot.session.reconsider();
    },
    /** `meanwhile`: what happens while the bot is not there. */
    async restart(meanwhile?: () => void) {
      await bot.close();
      meanwhile?.();
      bot = await startBot();
    },
    /** Fails the flow when a body that was sent broke an official description, or when bodies were sent and none was looked at. */
    async close() {
      await bot.close();
      await sandbox.close();
      if (folder) await rm(folder, { recursive: true });
      const violations = sandbox.violations();
      if (violations.length > 0)
        throw new Error(`against the official descriptions:\n${JSON.stringify(violations, null, 1)}`);
    },
  };
}

const POLL_MS = 5;
/** Discord's 3 s are for its own machines; this one may be running two suites at once. */
const ACK_DEADLINE_MS = 60_000;

export type FlowWorld = Awaited<ReturnType<typeof startWorld>>;
