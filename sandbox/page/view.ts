/** What one person sees on the page, computed from the stand-in's world. */
import { asJson, type Json, pointsOf, textOf } from '../common/json.ts';
import { CommandType } from '../discord/command-rules.ts';
import type { DiscordSandbox } from '../discord/discord.ts';
import { Permission, permissionsOf } from '../discord/permissions.ts';
import { readingText } from '../discord/reading.ts';
import {
  type Channel,
  ChannelType,
  type Guild,
  type Interaction,
  InteractionType,
  type Message,
  MessageFlag,
  type User,
} from '../discord/types.ts';
import { canSee, channelPermissions, messagesIn, type World } from '../discord/world.ts';
import type { PageChannel, PageGuild, PageMessage, PagePerson, PageRun, PageStatus, PageThings } from './shapes.ts';

/** Older messages of a channel stay in the world, and are not sent to the page. */
const MESSAGES_SHOWN = 80;
/** Discord shows "is typing" this long after the call. */
const TYPING_MS = 10_000;
/** A failed use stays visible this long. */
const FAILURE_SHOWN_MS = 60_000;
const EXCERPT_CHARS = 90;

export interface ViewSettings {
  engine: () => string;
  siteUrl: string;
  articles: PageStatus['articles'];
  notices: readonly string[];
}

/** Everything that this person sees now, by key. */
export function viewOf(discord: DiscordSandbox, userId: string, settings: ViewSettings): PageThings {
  const { world } = discord;
  const things: PageThings = {};
  const me = world.users.get(userId);
  if (!me) throw new Error(`there is no person ${userId}`);
  things['status'] = {
    me: person(me),
    people: [discord.member, discord.admin].map(person),
    bot: person(world.bot),
    isBotConnected: discord.gateway.connected().length > 0,
    engine: settings.engine(),
    siteUrl: settings.siteUrl,
    articles: settings.articles,
    notices: settings.notices,
  };
  for (const guild of world.guilds.values()) {
    if (!guild.members.has(userId)) continue;
    things[`guild:${guild.id}`] = guildView(guild);
    things[`commands:${guild.id}`] = offeredIn(world, guild, userId);
  }
  things['commands:direct'] = (world.commands.get('global') ?? []).filter(isOfferedInDirect);
  const now = world.clock.now();
  for (const channel of world.channels.values()) {
    if (!canSee(world, userId, channel)) continue;
    things[`channel:${channel.id}`] = channelView(world, channel, userId);
    for (const message of visibleIn(world, channel, userId))
      things[`message:${message.id}`] = messageView(world, message, userId);
    if (now - (world.typing.get(channel.id) ?? 0) < TYPING_MS) things[`typing:${channel.id}`] = true;
  }
  for (const run of openRuns(world, userId, now)) things[`run:${run.id}`] = run;
  return things;
}

function person(user: User): PagePerson {
  return { id: user.id, name: user.displayName, isBot: user.isBot };
}

function guildView(guild: Guild): PageGuild {
  return {
    id: guild.id,
    name: guild.name,
    members: [...guild.members.values()].map((member) => person(member.user)),
    roles: [...guild.roles.values()].map(({ id, name }) => ({ id, name })),
  };
}

function channelView(world: World, channel: Channel, userId: string): PageChannel {
  const bits = channelPermissions(world, userId, channel);
  const has = (...names: (keyof typeof Permission)[]) => names.every((name) => (bits & Permission[name]) !== 0n);
  const isThread = channel.thread !== undefined;
  return {
    id: channel.id,
    guildId: channel.guildId,
    parentId: channel.parentId,
    name: channel.type === ChannelType.dm ? world.bot.displayName : channel.name,
    topic: channel.topic ?? '',
    type: channel.type,
    isPrivate: channel.type === ChannelType.privateThread,
    isArchived: channel.thread?.isArchived === true,
    isLocked: channel.thread?.isLocked === true,
    lastMessageId: channel.lastMessageId,
    may: {
      write:
        has(isThread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES') &&
        (channel.thread?.isLocked !== true || has('MANAGE_THREADS')),
      useCommands: has('USE_APPLICATION_COMMANDS'),
      react: has('ADD_REACTIONS'),
      manageMessages: has('MANAGE_MESSAGES'),
      openThreads: !isThread && channel.guildId !== undefined && has('CREATE_PUBLIC_THREADS'),
    },
  };
}

function visibleIn(world: World, channel: Channel, userId: string): Message[] {
  const mayRead = (channelPermissions(world, userId, channel) & Permission.READ_MESSAGE_HISTORY) !== 0n;
  return messagesIn(world, channel.id)
    .filter((message) => (message.onlyFor ? message.onlyFor === userId : mayRead))
    .slice(-MESSAGES_SHOWN);
}

function messageView(world: World, message: Message, userId: string): PageMessage {
  const nameOf = (id: string) => world.users.get(id)?.displayName ?? 'someone who left';
  const replied = message.type === 19 ? world.messages.get(message.reference?.messageId ?? '') : undefined;
  const roles = message.guildId ? world.guilds.get(message.guildId)?.roles : undefined;
  return {
    id: message.id,
    channelId: message.channelId,
    author: person(message.author),
    at: message.createdAt,
    isEdited: message.editedAt !== undefined && message.interaction === undefined,
    isThinking: (message.flags & MessageFlag.loading) !== 0,
    isPrivate: message.onlyFor !== undefined,
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    files: message.attachments.map((file) => ({
      id: file.id,
      name: file.filename,
      contentType: file.contentType,
      size: file.bytes.length,
      url: `/files/${file.id}/${encodeURIComponent(file.filename)}`,
    })),
    reactions: [...message.reactions].map(([emoji, users]) => ({
      emoji,
      count: users.size,
      isMine: users.has(userId),
      names: [...users].map(nameOf),
    })),
    replyTo: replied && {
      id: replied.id,
      author: replied.author.displayName,
      excerpt: replied.isDeleted ? 'Original message was deleted' : excerpt(readingText(replied)),
    },
    threadId: message.threadId && world.channels.has(message.threadId) ? message.threadId : undefined,
    used: message.interaction?.name
      ? { by: nameOf(message.interaction.userId), name: message.interaction.name }
      : undefined,
    pinged: [
      ...(message.pinged.everyone ? ['everyone'] : []),
      ...message.pinged.users.map(nameOf),
      ...message.pinged.roles.map((id) => `role ${roles?.get(id)?.name ?? id}`),
    ],
    isAnswer: message.author.id === world.bot.id,
  };
}

function excerpt(text: string): string {
  const line = pointsOf(text.replace(/\s+/gu, ' '));
  return line.length > EXCERPT_CHARS ? `${line.slice(0, EXCERPT_CHARS).join('')}…` : line.join('');
}

/** Definitions that the client offers to this member here. */
function offeredIn(world: World, guild: Guild, userId: string): Json[] {
  if (!guild.members.has(world.bot.id)) return [];
  const bits = permissionsOf(guild, userId);
  const isOffered = (command: Json) => {
    const contexts = command['contexts'];
    if (Array.isArray(contexts) && !contexts.includes(0)) return false;
    const needed = command['default_member_permissions'];
    if (typeof needed !== 'string') return true;
    return needed === '0' ? (bits & Permission.ADMINISTRATOR) !== 0n : (bits & BigInt(needed)) === BigInt(needed);
  };
  return [...(world.commands.get(guild.id) ?? []), ...(world.commands.get('global') ?? [])].filter(isOffered);
}

function isOfferedInDirect(command: Json): boolean {
  const contexts = command['contexts'];
  return command['type'] === CommandType.chat && (!Array.isArray(contexts) || contexts.includes(1));
}

const KINDS: Record<number, PageRun['kind']> = {
  [InteractionType.command]: 'command',
  [InteractionType.component]: 'component',
  [InteractionType.modal]: 'form',
};

/** Uses that the bot has not acknowledged: still waiting, or too late. */
function openRuns(world: World, userId: string, now: number): PageRun[] {
  const isOpen = (one: Interaction) =>
    one.user.id === userId &&
    one.acknowledgement === undefined &&
    now - one.createdAt < world.ackDeadlineMs + FAILURE_SHOWN_MS;
  return [...world.interactions.values()].filter(isOpen).flatMap((one) => {
    const kind = KINDS[one.type];
    if (!kind) return [];
    const customId = textOf(asJson(one.data)['custom_id']);
    return [
      {
        id: one.id,
        channelId: one.channelId,
        name: one.commandName ?? customId,
        kind,
        sourceMessageId: one.sourceMessageId,
        customId: customId || undefined,
        state: now - one.createdAt > world.ackDeadlineMs ? 'failed' : 'waiting',
      },
    ];
  });
}
