/** The bot's session with Discord. */
import { Client, DiscordAPIError, Events, Options, REST, Routes, Status } from 'discord.js';

import { createUnderWay, type UnderWay } from '#desk';
import type { ChannelMode, Clock, ShardPlan } from '#domain';

import { createDownload } from './attachments.ts';
import { createDispatch, type Definitions, type Dispatch, type DispatchDependencies } from './dispatch.ts';
import { createGuildFacts } from './guild-facts.ts';
import { followGuilds } from './guild-life.ts';
import { type Subscription, sameSubscription, subscriptionFor } from './intents.ts';
import { createLinkListener, type LinkListener } from './links/listener.ts';
import { resumeMessages } from './messages-resumed.ts';
import type { Services } from './ports.ts';
import { commandBodies, commandsHash, type Published } from './registry.ts';
import { describe } from './serve.ts';
import { type IdentifyTurn, shardOptions } from './shards.ts';
import { speak as ownLanguages, type Speak } from './texts/texts.ts';
import { createRooms } from './threads-rooms.ts';
import { createTalk, type Talk } from './threads-talk.ts';
import { createWire } from './wire.ts';

/** A reason to stop with one sentence for the operator. */
export class StartError extends Error {}

export interface DiscordOptions {
  readonly definitions: Definitions;
  readonly services: Omit<Services, 'download' | 'hasMessageContent' | 'facts' | 'rooms' | 'modesChanged'>;
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

const UNAUTHORISED = 401;
/** discord.js keeps everybody it ever met; a member is needed for the roles of the moment only. */
const MEMBERS_KEPT = 200;

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
  const wire = createWire({ token, apiUrl, controls: options.services.controls, clock });
  const services: Services = {
    ...options.services,
    hasMessageContent,
    download: createDownload(apiUrl),
    facts,
    rooms: createRooms(wire),
    modesChanged,
  };
  const shared = { services, wire, clock, log, speak: options.speak ?? ownLanguages, signal: stopping.signal };
  const dispatch = createDispatch({
    ...shared,
    definitions: options.definitions,
    ...(options.patienceMs ? { patienceMs: options.patienceMs } : {}),
  });
  const links = createLinkListener(shared);
  const talk = createTalk(shared);
  const underWay = createUnderWay();
  const wanted = async (): Promise<Subscription> => subscriptionFor(await options.modesInUse(), hasMessageContent);
  let subscription = await wanted();
  const events = { dispatch, links, talk, underWay };
  let client = await connect(subscription, options, events);
  await publish(client, options);

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
      log({ level: 'error', event: 'not reconsidered', cause: describe(error) });
    });
  }

  void Promise.all([dispatch.resume(), resumeMessages({ ...shared, ...events, client })]).catch((error: unknown) =>
    log({ level: 'error', event: 'not resumed', cause: describe(error) }),
  );
  return {
    reconsider,
    shards: () =>
      client.ws.shards.map(({ id, status, ping }) => ({ id, isReady: status === Status.Ready, pingMs: ping })),
    guilds: () => client.guilds.cache.size,
    drain: (limitMs) => underWay.drain(limitMs),
    async close() {
      stopping.abort();
      await client.destroy();
    },
  };
}

interface SessionEvents {
  readonly dispatch: Dispatch;
  readonly links: LinkListener;
  readonly talk: Talk;
  readonly underWay: UnderWay;
}

async function connect(
  { intents, partials }: Subscription,
  { token, apiUrl, log, services, shards, within = (_request, run) => run() }: DiscordOptions,
  { dispatch, links, talk, underWay }: SessionEvents,
): Promise<Client<true>> {
  const begin = (request: string, run: () => Promise<void>): void => underWay.begin(() => within(request, run));
  const client: Client = new Client({
    intents: [...intents],
    partials: [...partials],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    ...shardOptions(shards.plan, shards.turn),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      GuildMemberManager: { maxSize: MEMBERS_KEPT, keepOverLimit: ({ id }) => id === client.user?.id },
      ReactionUserManager: 0,
    }),
    ...(apiUrl ? { rest: { api: apiUrl } } : {}),
  });
  client.on(Events.InteractionCreate, (interaction) => begin(interaction.id, () => dispatch.handle(interaction)));
  client.on(Events.MessageCreate, (message) =>
    begin(message.id, async () => {
      if (!(await talk.heard(message))) await links.posted(message);
    }),
  );
  client.on(Events.Raw, (packet: unknown) => void talk.told(packet));
  client.on(Events.MessageUpdate, (before, after) => begin(after.id, () => links.edited(before, after)));
  client.on(Events.MessageDelete, ({ guildId, id }) => begin(id, () => links.deleted(guildId, [id])));
  client.on(Events.MessageBulkDelete, (all) =>
    begin(all.firstKey() ?? '', () => links.deleted(all.first()?.guildId ?? null, [...all.keys()])),
  );
  client.on(Events.MessageReactionAdd, (reaction, user) =>
    begin(reaction.message.id, () => links.reacted(reaction, user)),
  );
  followGuilds(client, services.desk.keeping, log);
  client.on(Events.Error, (error) => log({ level: 'error', cause: error.message }));
  const ready = new Promise<Client<true>>((resolve) => void client.once(Events.ClientReady, resolve));
  try {
    await client.login(token);
  } catch (error) {
    await client.destroy();
    throw toStartError(error);
  }
  return ready;
}

async function publish(client: Client<true>, { definitions, published }: DiscordOptions): Promise<void> {
  const hash = commandsHash(definitions);
  if ((await published.get()) === hash) return;
  await published.alone(async () => {
    // Whoever was first has done it for all.
    if ((await published.get()) === hash) return;
    await client.rest.put(Routes.applicationCommands(client.application.id), { body: commandBodies(definitions) });
    await published.put(hash);
  });
}

function toStartError(error: unknown): unknown {
  const text = error instanceof Error ? error.message : '';
  const isWrongToken = (error instanceof DiscordAPIError && error.status === UNAUTHORISED) || /token/iu.test(text);
  if (isWrongToken)
    return new StartError(
      'Discord does not know this DISCORD_TOKEN. Copy it again from the developer portal (Bot, Reset Token).',
    );
  if (/disallowed intents/iu.test(text)) {
    return new StartError(
      'Discord refused an intent: enable it in the developer portal (Bot, Privileged Gateway Intents), or set MESSAGE_CONTENT_INTENT=off.',
    );
  }
  const starts = /not enough sessions.*resets at (?<resetsAt>\S+)/iu.exec(text)?.groups?.['resetsAt'];
  if (starts !== undefined)
    return new StartError(
      `Discord lets this bot begin no more sessions until ${starts} (1000 a day for most bots). Look for a process that starts over and over, and start this one again then.`,
    );
  return error;
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
    throw toStartError(error);
  }
  return body.length;
}
