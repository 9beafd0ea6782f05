/** How Discord writes its things as JSON. */
import type { Json } from '../common/json.ts';
import {
  type Attachment,
  type Channel,
  type Guild,
  type Member,
  type Message,
  MessageFlag,
  type Role,
  type User,
} from './types.ts';
import { channelPermissions, Intent, messagesIn, type World } from './world.ts';

function iso(ms: number): string {
  return new Date(ms).toISOString().replace('Z', '000+00:00');
}

export function userJson(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    global_name: user.isBot ? null : user.displayName,
    discriminator: user.isBot ? '0001' : '0',
    avatar: null,
    bot: user.isBot,
    public_flags: 0,
  };
}

export function memberJson(member: Member): Json {
  return {
    user: userJson(member.user),
    roles: [...member.roleIds],
    joined_at: iso(member.joinedAt),
    nick: null,
    avatar: null,
    deaf: false,
    mute: false,
    flags: 0,
    premium_since: null,
    pending: false,
    communication_disabled_until: null,
  };
}

export function roleJson(role: Role, position: number): Json {
  return {
    id: role.id,
    name: role.name,
    permissions: String(role.permissions),
    position,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    managed: false,
    mentionable: role.isMentionable,
    flags: 0,
    icon: null,
    unicode_emoji: null,
  };
}

export function channelJson(world: World, channel: Channel): Json {
  const common = { id: channel.id, type: channel.type, last_message_id: channel.lastMessageId, flags: 0 };
  if (!channel.guildId) {
    const recipients = channel.recipientIds.map((id) => world.users.get(id)).filter((user) => user !== undefined);
    return { ...common, recipients: recipients.map(userJson) };
  }
  if (channel.thread) return { ...common, ...threadJson(world, channel) };
  return {
    ...common,
    guild_id: channel.guildId,
    name: channel.name,
    topic: channel.topic,
    position: 0,
    parent_id: null,
    nsfw: false,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map((one) => ({
      id: one.id,
      type: one.type,
      allow: String(one.allow),
      deny: String(one.deny),
    })),
  };
}

function threadJson(world: World, channel: Channel): Json {
  const thread = channel.thread;
  if (!thread) return {};
  const count = messagesIn(world, channel.id).length;
  return {
    guild_id: channel.guildId,
    name: channel.name,
    parent_id: channel.parentId ?? null,
    owner_id: thread.ownerId,
    message_count: count,
    total_message_sent: count,
    member_count: thread.memberIds.size,
    rate_limit_per_user: 0,
    thread_metadata: {
      archived: thread.isArchived,
      locked: thread.isLocked,
      auto_archive_duration: thread.autoArchiveMinutes,
      archive_timestamp: iso(thread.archiveChangedAt),
      create_timestamp: iso(thread.archiveChangedAt),
      ...(channel.type === 12 ? { invitable: true } : {}),
    },
    ...(thread.memberIds.has(world.bot.id)
      ? { member: threadMemberJson(channel, world.bot.id, world.clock.now()) }
      : {}),
  };
}

export function threadMemberJson(channel: Channel, userId: string, at: number): Json {
  return { id: channel.id, user_id: userId, join_timestamp: iso(at), flags: 0 };
}

export function attachmentJson(attachment: Attachment, base: string): Json {
  const url = `${base}/attachments/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.bytes.length,
    url,
    proxy_url: url,
    content_type: attachment.contentType,
    ...(attachment.description === undefined ? {} : { description: attachment.description }),
  };
}

/** A message as REST and gateway give it. */
export function messageJson(world: World, message: Message): Json {
  const mentioned = message.mentionedIds.map((id) => world.users.get(id)).filter((user) => user !== undefined);
  const reference = message.reference;
  const referenced = reference ? world.messages.get(reference.messageId) : undefined;
  const thread = message.threadId ? world.channels.get(message.threadId) : undefined;
  return {
    id: message.id,
    type: message.type,
    channel_id: message.channelId,
    author: userJson(message.author),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    attachments: message.attachments.map((one) => attachmentJson(one, world.attachmentBase)),
    flags: message.flags,
    mentions: mentioned.map(userJson),
    mention_roles: message.mentionedRoleIds,
    mention_everyone: message.mentionsEveryone,
    pinned: false,
    tts: false,
    timestamp: iso(message.createdAt),
    edited_timestamp: message.editedAt === undefined ? null : iso(message.editedAt),
    ...(message.nonce === undefined ? {} : { nonce: message.nonce }),
    ...(message.webhookId ? { webhook_id: message.webhookId } : {}),
    ...(message.author.id === world.bot.id ? { application_id: world.application.id } : {}),
    ...(reference
      ? {
          message_reference: {
            type: 0,
            message_id: reference.messageId,
            channel_id: reference.channelId,
            ...(message.guildId ? { guild_id: message.guildId } : {}),
          },
        }
      : {}),
    ...(reference && message.type === 19
      ? {
          referenced_message:
            referenced && !referenced.isDeleted
              ? { ...messageJson(world, { ...referenced, reference: undefined }) }
              : null,
        }
      : {}),
    ...(message.interaction ? { interaction_metadata: interactionMetadata(world, message) } : {}),
    ...(message.reactions.size > 0 ? { reactions: reactionsJson(world, message) } : {}),
    ...(thread ? { thread: channelJson(world, thread) } : {}),
  };
}

function interactionMetadata(world: World, message: Message): Json {
  const source = message.interaction;
  const user = world.users.get(source?.userId ?? '');
  return {
    id: source?.id,
    type: source?.type,
    user: user ? userJson(user) : undefined,
    authorizing_integration_owners: message.guildId ? { '0': message.guildId } : { '1': source?.userId },
    ...(source?.name ? { name: source.name, command_type: 1 } : {}),
  };
}

function reactionsJson(world: World, message: Message): Json[] {
  return [...message.reactions].map(([emoji, users]) => ({
    emoji: emojiJson(emoji),
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me: users.has(world.bot.id),
    me_burst: false,
  }));
}

/** `name:id` of a custom emoji, or the character itself. */
export function emojiJson(emoji: string): Json {
  const custom = /^(\w+):(\d+)$/u.exec(emoji);
  return custom ? { id: custom[2], name: custom[1] } : { id: null, name: emoji };
}

/** A message as a session without MESSAGE_CONTENT sees it, with Discord's documented exceptions. */
export function messageForSession(world: World, message: Message, intents: number): Json {
  // Clients know a direct message by its channel's type.
  const json = { ...messageJson(world, message), channel_type: world.channels.get(message.channelId)?.type };
  const isOpen =
    (intents & Intent.messageContent) !== 0 ||
    message.guildId === undefined ||
    message.author.id === world.bot.id ||
    message.mentionedIds.includes(world.bot.id);
  const seen = isOpen ? json : { ...json, content: '', embeds: [], attachments: [], components: [] };
  if (!message.guildId) return seen;
  const member = world.guilds.get(message.guildId)?.members.get(message.author.id);
  const { user: _user, ...plainMember } = member ? memberJson(member) : { user: undefined };
  return { ...seen, guild_id: message.guildId, ...(member && !message.webhookId ? { member: plainMember } : {}) };
}

export function guildEmojiJson({ id, name }: { id: string; name: string }): Json {
  return { id, name, roles: [], require_colons: true, managed: false, animated: false, available: true };
}

export function guildJson(world: World, guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    icon: null,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    features: [],
    roles: [...guild.roles.values()].map(roleJson),
    emojis: (guild.emojis ?? []).map(guildEmojiJson),
    stickers: [],
    afk_timeout: 300,
    afk_channel_id: null,
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    splash: null,
    discovery_splash: null,
    application_id: null,
  };
}

/** A guild as GUILD_CREATE gives it: with channels, threads and members (only the bot without the members intent). */
export function guildCreateJson(world: World, guild: Guild, intents: number): Json {
  const channels = [...world.channels.values()].filter((channel) => channel.guildId === guild.id);
  const members = [...guild.members.values()].filter(
    (member) => member.user.id === world.bot.id || (intents & Intent.guildMembers) !== 0,
  );
  return {
    ...guildJson(world, guild),
    joined_at: iso(guild.members.get(world.bot.id)?.joinedAt ?? world.clock.now()),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    members: members.map(memberJson),
    channels: channels.filter((channel) => !channel.thread).map((channel) => channelJson(world, channel)),
    threads: channels
      .filter((channel) => channel.thread && !channel.thread.isArchived)
      .map((channel) => channelJson(world, channel)),
  };
}

/** The partial channel inside an interaction, with the invoker's permissions. */
export function interactionChannelJson(world: World, channel: Channel, userId: string): Json {
  return { ...channelJson(world, channel), permissions: String(channelPermissions(world, userId, channel)) };
}

export function isEphemeral(message: Message): boolean {
  return (message.flags & MessageFlag.ephemeral) !== 0;
}
