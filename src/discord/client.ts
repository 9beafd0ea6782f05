/** The bot's session with Discord. */
import { Client, DiscordAPIError, Events, GatewayIntentBits, Partials, REST, Routes } from 'discord.js';

import type { Clock } from '#domain';

import { createDownload } from './attachments.ts';
import { createDispatch, type Definitions, type DispatchDependencies } from './dispatch.ts';
import { createGuildFacts } from './guild-facts.ts';
import { followGuilds } from './guild-life.ts';
import type { Services } from './ports.ts';
import { commandBodies, commandsHash, type Published } from './registry.ts';
import { describe } from './serve.ts';
import { createRooms } from './threads-rooms.ts';
import { createTalk } from './threads-talk.ts';
import { type Speak, speak } from './texts/texts.ts';
import { createWire } from './wire.ts';

/** A reason to stop with one sentence for the operator. */
export class StartError extends Error {}

export interface DiscordOptions {
  readonly definitions: Definitions;
  readonly services: Omit<Services, 'download' | 'facts' | 'rooms'>;
  readonly clock: Clock;
  readonly log: DispatchDependencies['log'];
  /** The operator lets the bot ask for the privileged intent. */
  readonly hasMessageContent: boolean;
  /** Words by a reader's locale; the bot's own languages when absent. */
  readonly speak?: Speak;
  readonly token: string;
  readonly apiUrl: string | undefined;
  /** Runs the handling of an event on behalf of the interaction or message with this id. */
  readonly within?: <T>(request: string, run: () => T) => T;
  /** Hash of what was published last; commands go out again only when it changed. */
  readonly published: { get(): Promise<string | undefined>; put(hash: string): Promise<void> };
}

export interface DiscordSession {
  close(): Promise<void>;
}

const UNAUTHORISED = 401;

/** @throws StartError with one sentence for a wrong token or an intent that is not enabled */
export async function startDiscord(options: DiscordOptions): Promise<DiscordSession> {
  const stopping = new AbortController();
  const client = new Client({
    // Mentions, replies that ping, and direct messages need no privilege.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      ...(options.hasMessageContent ? [GatewayIntentBits.MessageContent] : []),
    ],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
    ...(options.apiUrl ? { rest: { api: options.apiUrl } } : {}),
  });
  const { token, apiUrl, clock } = options;
  const facts = createGuildFacts(client, () => client.options.intents.has(GatewayIntentBits.MessageContent));
  const wire = createWire({ token, apiUrl, controls: options.services.controls, clock });
  const rooms = createRooms(wire, () => client.rest);
  const services = { ...options.services, download: createDownload(apiUrl), facts, rooms };
  const shared = { services, clock, speak: options.speak ?? speak, log: options.log, signal: stopping.signal };
  const dispatch = createDispatch({ ...shared, definitions: options.definitions, wire });
  const talk = createTalk(shared);
  const within = options.within ?? ((_request, run) => run());
  client.on(Events.InteractionCreate, (interaction) => void within(interaction.id, () => dispatch.handle(interaction)));
  client.on(Events.MessageCreate, (message) => void within(message.id, () => talk.heard(message)));
  client.on(Events.Raw, (packet: unknown) => void talk.told(packet));
  followGuilds(client, services.desk.keeping, options.log);
  client.on(Events.Error, (error) => options.log({ level: 'error', cause: error.message }));
  const ready = new Promise<void>((resolve) => void client.once(Events.ClientReady, () => resolve()));
  try {
    await client.login(options.token);
  } catch (error) {
    await client.destroy();
    throw toStartError(error);
  }
  await ready;
  const hash = commandsHash(options.definitions);
  if ((await options.published.get()) !== hash) {
    await client.rest.put(Routes.applicationCommands(client.application?.id ?? ''), {
      body: commandBodies(options.definitions),
    });
    await options.published.put(hash);
  }
  void dispatch
    .resume()
    .catch((error: unknown) => options.log({ level: 'error', event: 'not resumed', cause: describe(error) }));
  return {
    async close() {
      stopping.abort();
      await client.destroy();
    },
  };
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
