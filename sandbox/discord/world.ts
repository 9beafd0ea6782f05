/** Everything that the stand-in knows, its ids, and who sees which channel. */
import type { Changes } from '../common/changes.ts';
import type { SandboxClock } from '../common/clock.ts';
import type { Json } from '../common/json.ts';
import { Permission, permissionsOf } from './permissions.ts';
import type { Attachment, Channel, Guild, Interaction, Message, TimelineEntry, User } from './types.ts';

/** First millisecond of 2015: where Discord's ids begin to count. */
const DISCORD_EPOCH_MS = 1_420_070_400_000;

/** Default guild ids count up from here, one per millisecond step, so that `(id >> 22) % shards` spreads them. */
const FIRST_GUILD_MS = Date.UTC(2024, 0, 1);

/** Something that a gateway session may hear of. */
export interface GatewayEvent {
  name: string;
  guildId: string | undefined;
  /** The intents bit that lets it through; 0 for what everyone gets. */
  intent: number;
  /** The payload, which may depend on what the session may see. */
  payload(intents: number): Json;
}

interface Application {
  id: string;
  name: string;
  ownerId: string;
  /** Privileged intents switched on in the developer portal. */
  privilegedIntents: number;
}

/** Everything the stand-in knows. */
export interface World {
  readonly clock: SandboxClock;
  readonly changes: Changes;
  readonly token: string;
  readonly ackDeadlineMs: number;
  readonly application: Application;
  readonly bot: User;
  readonly users: Map<string, User>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Message>;
  readonly interactions: Map<string, Interaction>;
  /** Registered commands, by guild id or 'global'. */
  readonly commands: Map<string, Json[]>;
  readonly timeline: TimelineEntry[];
  /** Files given as slash options or in forms, by id. */
  readonly uploads: Map<string, Attachment>;
  /** When the bot last said that it is typing, by channel. */
  readonly typing: Map<string, number>;
  /** Where attachments can be downloaded; known when the REST server listens. */
  attachmentBase: string;
  nextId: () => string;
  nextGuildId: () => string;
  emit(event: GatewayEvent): void;
  listen(listener: (event: GatewayEvent) => void): () => void;
}

/** Bits of the privileged intents. */
export const PrivilegedIntent = { guildMembers: 1 << 1, guildPresences: 1 << 8, messageContent: 1 << 15 } as const;

export const Intent = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  guildExpressions: 1 << 3,
  guildMessages: 1 << 9,
  guildMessageReactions: 1 << 10,
  directMessages: 1 << 12,
  directMessageReactions: 1 << 13,
  messageContent: 1 << 15,
} as const;

export function createWorld(
  clock: SandboxClock,
  changes: Changes,
  settings: { token: string; ackDeadlineMs: number; bot?: User | undefined; ownerId?: string | undefined },
): World {
  let lastId = 0n;
  const guilds = new Map<string, Guild>();
  const nextId = () => {
    const fromClock = BigInt(clock.now() - DISCORD_EPOCH_MS) << 22n;
    lastId = fromClock > lastId ? fromClock : lastId + 1n;
    return String(lastId);
  };
  const listeners = new Set<(event: GatewayEvent) => void>();
  const bot: User = settings.bot ?? { id: nextId(), username: 'verbatim', displayName: 'Verbatim', isBot: true };
  const owner: User = { id: settings.ownerId ?? nextId(), username: 'operator', displayName: 'Operator', isBot: false };
  return {
    clock,
    changes,
    token: settings.token,
    ackDeadlineMs: settings.ackDeadlineMs,
    application: {
      id: bot.id,
      name: 'Verbatim',
      ownerId: owner.id,
      privilegedIntents: PrivilegedIntent.messageContent,
    },
    bot,
    users: new Map([bot, owner].map((user) => [user.id, user])),
    guilds,
    channels: new Map(),
    messages: new Map(),
    interactions: new Map(),
    commands: new Map(),
    timeline: [],
    uploads: new Map(),
    typing: new Map(),
    attachmentBase: '',
    nextId,
    nextGuildId: () => String(BigInt(FIRST_GUILD_MS + guilds.size - DISCORD_EPOCH_MS) << 22n),
    emit(event) {
      for (const listener of listeners) listener(event);
      changes.notify();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The channel whose overwrites decide: of a thread its parent. */
function permissionChannel(world: World, channel: Channel): Channel {
  return channel.thread && channel.parentId ? (world.channels.get(channel.parentId) ?? channel) : channel;
}

/** What a user may do in a channel; in direct messages everything to those who take part. */
export function channelPermissions(world: World, userId: string, channel: Channel): bigint {
  if (!channel.guildId) {
    const takesPart = channel.recipientIds.includes(userId) || userId === world.bot.id;
    return takesPart ? ~Permission.MANAGE_THREADS & ((1n << 53n) - 1n) : 0n;
  }
  const guild = world.guilds.get(channel.guildId);
  return guild ? permissionsOf(guild, userId, permissionChannel(world, channel)) : 0n;
}

export function canSee(world: World, userId: string, channel: Channel): boolean {
  const bits = channelPermissions(world, userId, channel);
  if (!(bits & Permission.VIEW_CHANNEL)) return false;
  const isPrivateThread = channel.thread !== undefined && channel.type === 12;
  return (
    !isPrivateThread || channel.thread?.memberIds.has(userId) === true || (bits & Permission.MANAGE_THREADS) !== 0n
  );
}

export function botIsIn(world: World, guildId: string): boolean {
  return world.guilds.get(guildId)?.members.has(world.bot.id) === true;
}

/** Messages of a channel that still exist, oldest first. */
export function messagesIn(world: World, channelId: string): Message[] {
  return [...world.messages.values()]
    .filter((message) => message.channelId === channelId && !message.isDeleted)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
}
