/** The bot's session with Discord. */
import { setTimeout as pause } from 'node:timers/promises';

import { Client, Events, Options, REST, Routes, Status } from 'discord.js';

import { createUnderWay } from '#desk';
import { type ChannelMode, type Clock, describeError, type ShardPlan } from '#domain';
import { speak as ownLanguages, type Speak } from '#texts';

import { createDownload } from './connection/attachments.ts';
import { createGuildFacts } from './connection/guild-facts.ts';
import { followGuilds } from './connection/guild-life.ts';
import type { IdentifyTurn } from './connection/identify.ts';
import { type Subscription, sameSubscription, subscriptionFor } from './connection/intents.ts';
import { createRest, type DiscordRest, type RestLimits } from './connection/rest.ts';
import { shardOptions } from './connection/shards.ts';
import { endOf, StartError, startErrorOf, TOKEN_REFUSED, unreachable } from './connection/start-error.ts';
import type { Services } from './contracts/services.ts';
import { createDelivery } from './delivery/delivery.ts';
import { createHearing, type Hearing } from './events.ts';
import type { Definitions, DispatchDependencies } from './interactions/dispatch.ts';
import { commandBodies, commandsHash, type Published } from './interactions/registry.ts';

export interface DiscordOptions {
  readonly definitions: Definitions;
  readonly services: Omit<Services, 'download' | 'hasMessageContent' | 'facts' | 'delivery' | 'modesChanged'>;
  readonly clock: Clock;
  readonly log: DispatchDependencies['log'];
  /** The operator lets the bot ask for the privileged intent. */
  readonly hasMessageContent: boolean;
  /** Modes of all channels of all servers. */
  readonly modesInUse: () => Promise<ReadonlySet<ChannelMode>>;
  /** Words by a reader's locale; the bot's own languages when absent. */
  readonly speak?: Speak;
  /** How long an answer under an interaction may take; shorter in tests. */
  readonly patienceMs?: number;
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Runs the handling of an event on behalf of the interaction or message with this id. */
  readonly within?: <T>(request: string, run: () => T) => T;
  /** Discord ended the session for good; called once. The bot is to stop, with this sentence. */
  readonly onEnd: (reason: StartError) => void;
  /** Deadlines and waits of requests to Discord; shorter in tests. */
  readonly restLimits?: RestLimits;
  /** Hash of what was published last; commands go out again only when it changed. */
  readonly published: {
    get(): Promise<string | undefined>;
    put(hash: string): Promise<void>;
    /** Runs the work while no other process publishes. */
    alone<Result>(work: () => Promise<Result>): Promise<Result>;
  };
  /** The part of the servers that this process serves, and its turns to identify for it. */
  readonly shards: { readonly plan: ShardPlan; readonly turn: IdentifyTurn };
}

export interface DiscordSession {
  /** After a channel's mode has changed: asks Discord for what the modes need now, with a new session if that is more or less. */
  reconsider(): Promise<void>;
  /** Connected and past READY, shard by shard of this process. */
  shards(): readonly { readonly id: number; readonly isReady: boolean; readonly pingMs: number }[];
  /** Servers the bot is in, as far as this process knows. */
  guilds(): number;
  /** Takes nothing new; resolves when what is under way is answered, or after the time given. */
  drain(limitMs: number): Promise<void>;
  close(): Promise<void>;
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

/** @throws StartError with one sentence for a wrong token or an intent that is not enabled */
export async function startDiscord(options: DiscordOptions): Promise<DiscordSession> {
  const stopping = new AbortController();
  const { token, apiUrl, clock, log, hasMessageContent } = options;
  // Discord takes the intent back at the next login when it is switched off in the developer portal.
  let isRefused = false;
  const facts = createGuildFacts(
    () => client,
    () => hasMessageContent && !isRefused,
  );
  let hasEnded = false;
  function end(reason: StartError): void {
    if (!hasEnded && !stopping.signal.aborted) options.onEnd(reason);
    hasEnded = true;
  }
  const onUnauthorised = (): void => end(new StartError(TOKEN_REFUSED));
  const rest = createRest({ token, apiUrl, limits: options.restLimits, log, onUnauthorised });
  const { controls, desk } = options.services;
  const services: Services = {
    ...options.services,
    hasMessageContent,
    download: createDownload(apiUrl),
    facts,
    delivery: createDelivery({ rest, controls, posted: desk.posted, facts, clock, log }),
    modesChanged,
  };
  const underWay = createUnderWay();
  const { definitions, speak = ownLanguages, patienceMs, within = (_request, run) => run() } = options;
  const hearing = createHearing(
    { services, definitions, speak, clock, log, signal: stopping.signal, ...(patienceMs ? { patienceMs } : {}) },
    (request, run) => underWay.begin(() => within(request, run)),
  );
  const wanted = async (): Promise<Subscription> => subscriptionFor(await options.modesInUse(), hasMessageContent);
  let subscription = await wanted();
  const events = { hearing, rest, end };
  const notResumed = (error: unknown): void =>
    log({ level: 'error', event: 'not resumed', cause: describeError(error) });
  // Before anything comes in: what is open now is what an earlier run has left.
  const left = await services.desk.inbox.open().catch((error: unknown) => {
    notResumed(error);
    return [];
  });
  let client = await connect(subscription, options, events);
  await publish(client.application.id, rest, options);

  async function reconsider(): Promise<void> {
    const next = await wanted();
    if (sameSubscription(next, subscription) || stopping.signal.aborted) return;
    const before = client;
    client = await connect(next, options, events);
    subscription = next;
    isRefused = false;
    await before.destroy();
  }

  /** One after the other: two sessions begun at once would both stay. */
  let considering: Promise<void> = Promise.resolve();
  function modesChanged(): void {
    considering = considering.then(reconsider).catch((error: unknown) => {
      isRefused ||= error instanceof StartError;
      log({ level: 'error', event: 'not reconsidered', cause: describeError(error) });
    });
  }

  // Under way as what comes in now: a process that is stopped soon after its start finishes it too.
  underWay.begin(() => hearing.resume(left, client).catch(notResumed));
  return {
    reconsider,
    shards: () =>
      client.ws.shards.map(({ id, status, ping }) => ({ id, isReady: status === Status.Ready, pingMs: ping })),
    guilds: () => client.guilds.cache.size,
    drain: (limitMs) => underWay.drain(limitMs),
    async close() {
      stopping.abort();
      await client.destroy();
      rest.close();
    },
  };
}

interface SessionEvents {
  readonly hearing: Hearing;
  readonly rest: DiscordRest;
  readonly end: (reason: StartError) => void;
}

/** Waits before the next try of a first connection: a minute of Discord's is worth waiting for, an hour is for the supervisor. */
const LOGIN_WAITS_MS = [1000, 2000, 4000, 8000, 16_000, 30_000] as const;

/** @throws StartError */
async function connect(
  subscription: Subscription,
  options: DiscordOptions,
  events: SessionEvents,
): Promise<Client<true>> {
  for (let tries = 0; ; tries++) {
    try {
      return await connectOnce(subscription, options, events);
    } catch (error) {
      const waitMs = LOGIN_WAITS_MS[tries];
      const known = startErrorOf(error);
      if (known || waitMs === undefined) throw known ?? unreachable(error);
      options.log({ level: 'warn', event: 'not connected', waitMs, cause: describeError(error) });
      await pause(waitMs);
    }
  }
}

async function connectOnce(
  { intents, partials }: Subscription,
  { token, log, services, shards }: DiscordOptions,
  { hearing, rest, end }: SessionEvents,
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
  hearing.listen(client);
  followGuilds(client, services.desk.keeping, log);
  client.on(Events.Error, (error) => log({ level: 'error', cause: error.message }));
  // discord.js stays where it is, connected to nothing, when Discord closes for good.
  client.on(Events.ShardDisconnect, ({ code }) => {
    const reason = endOf(code);
    if (reason && client.isReady()) end(reason);
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

async function publish(
  application: string,
  rest: DiscordRest,
  { definitions, published }: DiscordOptions,
): Promise<void> {
  const hash = commandsHash(definitions);
  if ((await published.get()) === hash) return;
  await published.alone(async () => {
    // Whoever was first has done it for all.
    if ((await published.get()) === hash) return;
    const route = Routes.applicationCommands(application);
    await rest.asBot({ method: 'PUT', route, body: commandBodies(definitions) });
    await published.put(hash);
  });
}

/** Publishes without a session, for CI. Returns how many commands and menu entries were published. */
export async function publishCommands(
  options: Pick<DiscordOptions, 'token' | 'apiUrl'> & { readonly definitions: Published },
): Promise<number> {
  const rest = new REST(options.apiUrl ? { api: options.apiUrl } : {}).setToken(options.token);
  const body = commandBodies(options.definitions);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    await rest.put(Routes.applicationCommands(application.id), { body });
  } catch (error) {
    throw startErrorOf(error) ?? error;
  }
  return body.length;
}
