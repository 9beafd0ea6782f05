/** The client of discord.js: opened, and replaced when the modes in use ask for more of Discord, or less. */
import { setTimeout as pause } from 'node:timers/promises';

import { Client, Events, Options } from 'discord.js';

import type { Retention } from '#desk';
import { describeError, type ShardPlan } from '#domain';

import { followGuilds } from './guild-life.ts';
import type { IdentifyTurn } from './identify.ts';
import { type Subscription, sameSubscription } from './intents.ts';
import type { DiscordRest } from './rest.ts';
import { shardOptions } from './shards.ts';
import { endOf, StartError, startErrorOf, unreachable } from './start-error.ts';

export interface ClientsOptions {
  readonly token: string;
  readonly rest: DiscordRest;
  /** The part of the servers that this process serves, and its turns to identify for it. */
  readonly shards: { readonly plan: ShardPlan; readonly turn: IdentifyTurn };
  readonly retention: Retention;
  /** What the modes in use need now. */
  readonly wanted: () => Promise<Subscription>;
  /** Hears the events of each new client. */
  readonly listen: (client: Client) => void;
  /** Discord closed the session for good. */
  readonly onEnd: (reason: StartError) => void;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

export interface Clients {
  /** Before everything else. @throws StartError with one sentence for a wrong token or an intent that is not enabled */
  connect(): Promise<Client<true>>;
  /** Of this moment. */
  current(): Client<true>;
  /** Discord took an intent back: it is switched off in the developer portal. */
  isRefused(): boolean;
  /** Asks Discord for what the modes need now, with a new session if that is more or less. @throws StartError */
  reconsider(): Promise<void>;
  /** As `reconsider`, when its turn has come; what fails is logged. */
  modesChanged(): void;
}

export function createClients(options: ClientsOptions): Clients {
  const { wanted, log, signal } = options;
  let client: Client<true> | undefined;
  let subscription: Subscription | undefined;
  let isRefused = false;

  async function reconsider(): Promise<void> {
    const next = await wanted();
    if (signal.aborted || (subscription && sameSubscription(next, subscription))) return;
    const before = client;
    client = await patientlyOpen(next, options);
    subscription = next;
    isRefused = false;
    await before?.destroy();
  }

  /** One after the other: two sessions begun at once would both stay. */
  let considering: Promise<void> = Promise.resolve();
  function modesChanged(): void {
    considering = considering.then(reconsider).catch((error: unknown) => {
      isRefused ||= error instanceof StartError;
      log({ level: 'error', event: 'not reconsidered', cause: describeError(error) });
    });
  }

  function current(): Client<true> {
    if (!client) throw new Error('not connected yet');
    return client;
  }

  return {
    async connect() {
      await reconsider();
      return current();
    },
    current,
    isRefused: () => isRefused,
    reconsider,
    modesChanged,
  };
}

/** Waits before the next try of a first connection: a minute of Discord's is worth waiting for, an hour is for the supervisor. */
const LOGIN_WAITS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** @throws StartError */
async function patientlyOpen(subscription: Subscription, options: ClientsOptions): Promise<Client<true>> {
  for (let tries = 0; ; tries++) {
    try {
      return await open(subscription, options);
    } catch (error) {
      const waitMs = LOGIN_WAITS_MS[tries];
      const known = startErrorOf(error);
      if (known || waitMs === undefined) throw known ?? unreachable(error);
      options.log({ level: 'warn', event: 'not connected', waitMs, cause: describeError(error) });
      await pause(waitMs);
    }
  }
}

/** discord.js keeps everybody it ever met; a member is needed for the roles of the moment only. */
const MEMBERS_KEPT = 200;
/** Of what comes in, what the bot never looks at again. Roles, channels and overwrites cannot be left out. */
const NOT_KEPT = {
  AutoModerationRuleManager: 0,
  GuildBanManager: 0,
  GuildEmojiManager: 0,
  GuildInviteManager: 0,
  GuildScheduledEventManager: 0,
  GuildStickerManager: 0,
  MessageManager: 0,
  PresenceManager: 0,
  ReactionManager: 0,
  ReactionUserManager: 0,
  StageInstanceManager: 0,
  ThreadMemberManager: 0,
  VoiceStateManager: 0,
} as const;

async function open(
  { intents, partials }: Subscription,
  { token, rest, shards, retention, listen, onEnd, log }: ClientsOptions,
): Promise<Client<true>> {
  const client: Client = new Client({
    intents: [...intents],
    partials: [...partials],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    ...shardOptions(shards.plan, shards.turn),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ...NOT_KEPT,
      GuildMemberManager: { maxSize: MEMBERS_KEPT, keepOverLimit: ({ id }) => id === client.user?.id },
      UserManager: { maxSize: MEMBERS_KEPT, keepOverLimit: ({ id }) => id === client.user?.id },
    }),
    rest: rest.options,
  });
  listen(client);
  followGuilds(client, retention, log);
  client.on(Events.Error, (error) => log({ level: 'error', cause: error.message }));
  // discord.js stays where it is, connected to nothing, when Discord closes for good.
  client.on(Events.ShardDisconnect, ({ code }) => {
    const reason = endOf(code);
    if (reason && client.isReady()) onEnd(reason);
  });
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw error;
  }
  return ready;
}
