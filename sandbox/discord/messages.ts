/** Messages are made, changed and deleted here: each change is checked, kept in the timeline and told to the gateway. */
import { asJson, type Json, objectsOf, textOf } from '../common/json.ts';
import { addPinged, mentionsOf } from './mentions.ts';
import { checkEnvelope, checkFace } from './message-rules.ts';
import { Permission } from './permissions.ts';
import { readingText } from './reading.ts';
import {
  type Attachment,
  type Channel,
  type Interaction,
  type Message,
  type MessageFace,
  MessageFlag,
  type TimelineEntry,
  type User,
} from './types.ts';
import { emojiJson, messageForSession } from './wire.ts';
import { canSee, channelPermissions, Intent, type World } from './world.ts';

/** Flags that a bot may set on a message; Discord drops the others in silence. */
const SETTABLE = MessageFlag.suppressEmbeds | MessageFlag.suppressNotifications | MessageFlag.componentsV2;

export interface NewMessage {
  channel: Channel;
  author: User;
  body: Json;
  files: Attachment[];
  interaction?: Interaction;
  onlyFor?: string | undefined;
  isLoading?: boolean;
  /** User acts are not bot messages: no limits beyond those of the text. */
  type?: number;
  webhookId?: string;
}

/** Makes a message, checked by Discord's rules unless it is a loading message, and tells the gateway. */
export function createMessage(world: World, input: NewMessage): Message {
  const { body, channel, interaction } = input;
  const own = {
    ephemeral: input.onlyFor ? MessageFlag.ephemeral : 0,
    loading: input.isLoading ? MessageFlag.loading : 0,
  };
  const face: MessageFace = {
    content: textOf(body['content']),
    embeds: objectsOf(body['embeds']).map(richEmbed),
    components: numbered(objectsOf(body['components'])),
    attachments: input.files,
    flags: (Number(body['flags'] ?? 0) & SETTABLE) | own.ephemeral | own.loading,
  };
  checkEnvelope(body);
  if (!input.isLoading) checkFace(face);
  const reference = referenceOf(world, body, channel, interaction);
  const message: Message = {
    ...face,
    id: world.nextId(),
    channelId: channel.id,
    guildId: channel.guildId,
    author: input.author,
    webhookId: interaction ? world.application.id : input.webhookId,
    type: input.type ?? (reference ? 19 : interaction?.commandName ? 20 : 0),
    createdAt: world.clock.now(),
    editedAt: undefined,
    onlyFor: input.onlyFor,
    reference,
    interaction: interaction && {
      id: interaction.id,
      type: interaction.type,
      userId: interaction.user.id,
      name: interaction.commandName,
    },
    nonce: body['nonce'] as string | number | undefined,
    mentionedIds: [],
    mentionedRoleIds: [],
    mentionsEveryone: false,
    pinged: { everyone: false, users: [], roles: [] },
    reactions: new Map(),
    threadId: undefined,
    isDeleted: false,
  };
  applyMentions(world, message, channel, body['allowed_mentions']);
  world.messages.set(message.id, message);
  if (!input.onlyFor) channel.lastMessageId = message.id;
  // Whoever has written is typing no longer.
  if (message.author.id === world.bot.id) world.typing.delete(channel.id);
  remember(world, message, 'created');
  tell(world, 'MESSAGE_CREATE', message);
  return message;
}

/** Changes a message by the fields that the body has; what it leaves out stays. */
export function editMessage(world: World, message: Message, body: Json, files: Attachment[]): Message {
  const before: MessageFace = { ...message };
  const kept = message.flags & ~SETTABLE & ~MessageFlag.loading;
  const flags =
    body['flags'] === undefined || body['flags'] === null ? message.flags & SETTABLE : Number(body['flags']) & SETTABLE;
  const face: MessageFace = {
    content: body['content'] === undefined ? message.content : textOf(body['content']),
    embeds: body['embeds'] === undefined ? message.embeds : objectsOf(body['embeds']).map(richEmbed),
    components: body['components'] === undefined ? message.components : numbered(objectsOf(body['components'])),
    attachments: [...keptAttachments(message, body['attachments']), ...files],
    flags: flags | kept,
  };
  checkEnvelope(body);
  checkFace(face, before);
  Object.assign(message, face);
  message.editedAt = world.clock.now();
  const channel = world.channels.get(message.channelId);
  if (channel) applyMentions(world, message, channel, body['allowed_mentions']);
  remember(world, message, 'edited');
  tell(world, 'MESSAGE_UPDATE', message);
  return message;
}

export function deleteMessage(world: World, message: Message): void {
  message.isDeleted = true;
  remember(world, message, 'deleted');
  if (message.onlyFor) return world.changes.notify();
  emitIn(world, message, 'MESSAGE_DELETE', Intent.guildMessages, Intent.directMessages, () => ({
    id: message.id,
    channel_id: message.channelId,
    ...guildPart(message),
  }));
}

/** A bulk deletion: one event for all of them. */
export function deleteTogether(world: World, channel: Channel, messages: Message[]): void {
  for (const message of messages) {
    message.isDeleted = true;
    remember(world, message, 'deleted');
  }
  const [first] = messages;
  if (!first) return;
  emitIn(world, first, 'MESSAGE_DELETE_BULK', Intent.guildMessages, Intent.directMessages, () => ({
    ids: messages.map((message) => message.id),
    channel_id: channel.id,
    ...guildPart(first),
  }));
}

/** Adds or removes one person's reaction; nothing happens when there is nothing to change. */
export function setReaction(world: World, message: Message, emoji: string, userId: string, isOn: boolean): void {
  const users = message.reactions.get(emoji) ?? new Set<string>();
  if (users.has(userId) === isOn) return;
  if (isOn) users.add(userId);
  else users.delete(userId);
  if (users.size > 0) message.reactions.set(emoji, users);
  else message.reactions.delete(emoji);
  const name = isOn ? 'MESSAGE_REACTION_ADD' : 'MESSAGE_REACTION_REMOVE';
  emitIn(world, message, name, Intent.guildMessageReactions, Intent.directMessageReactions, () => ({
    user_id: userId,
    channel_id: message.channelId,
    message_id: message.id,
    message_author_id: message.author.id,
    emoji: emojiJson(emoji),
    type: 0,
    burst: false,
    ...guildPart(message),
  }));
}

/** Discord adds the embeds of a link a moment later, as an update without an edit time. */
export function addLinkEmbeds(world: World, message: Message, embeds: Json[]): void {
  message.embeds = embeds;
  remember(world, message, 'edited');
  tell(world, 'MESSAGE_UPDATE', message);
}

function tell(world: World, name: string, message: Message): void {
  if (message.onlyFor) return world.changes.notify();
  emitIn(world, message, name, Intent.guildMessages, Intent.directMessages, (intents) => ({
    ...messageForSession(world, message, intents),
  }));
}

function emitIn(
  world: World,
  message: Message,
  name: string,
  guildIntent: number,
  dmIntent: number,
  payload: (intents: number) => Json,
): void {
  const channel = world.channels.get(message.channelId);
  if (!channel || !canSee(world, world.bot.id, channel)) return world.changes.notify();
  world.emit({ name, guildId: message.guildId, intent: message.guildId ? guildIntent : dmIntent, payload });
}

function guildPart(message: Message): Json {
  return message.guildId ? { guild_id: message.guildId } : {};
}

function applyMentions(world: World, message: Message, channel: Channel, allowed: unknown): void {
  const bits = channelPermissions(world, message.author.id, channel);
  const replied = message.reference ? world.messages.get(message.reference.messageId) : undefined;
  const mentions = mentionsOf(message, allowed, {
    guild: channel.guildId ? world.guilds.get(channel.guildId) : undefined,
    isInteraction: message.interaction !== undefined,
    mayMentionEveryone: (bits & Permission.MENTION_EVERYONE) !== 0n,
    repliedUserId: message.type === 19 ? replied?.author.id : undefined,
  });
  message.pinged = addPinged(message.pinged, mentions.pinged);
  message.mentionedIds = [...new Set([...mentions.userIds, ...mentions.pinged.users])];
  message.mentionedRoleIds = mentions.roleIds;
  message.mentionsEveryone = mentions.pinged.everyone;
}

function referenceOf(
  world: World,
  body: Json,
  channel: Channel,
  interaction: Interaction | undefined,
): Message['reference'] {
  if (interaction) return undefined;
  const wanted = asJson(body['message_reference'])['message_id'];
  return typeof wanted === 'string' && world.messages.get(wanted)?.isDeleted === false
    ? { messageId: wanted, channelId: channel.id }
    : undefined;
}

function richEmbed(embed: Json): Json {
  return { type: 'rich', ...embed };
}

/** Discord numbers components that come without an id, from 1 in reading order. */
function numbered(components: Json[]): Json[] {
  let next = 1;
  const walk = (component: Json): Json => {
    const id = component['id'] ?? next++;
    const copy: Json = { ...component, id };
    if (Array.isArray(component['components'])) copy['components'] = objectsOf(component['components']).map(walk);
    if (component['accessory'] !== undefined) copy['accessory'] = walk(asJson(component['accessory']));
    return copy;
  };
  return components.map(walk);
}

function keptAttachments(message: Message, wanted: unknown): Attachment[] {
  if (wanted === undefined) return message.attachments;
  const ids = new Set(objectsOf(wanted).map((one) => String(one['id'])));
  return message.attachments.filter((one) => ids.has(one.id));
}

function remember(world: World, message: Message, kind: TimelineEntry['kind']): void {
  world.timeline.push({
    at: world.clock.now(),
    kind,
    messageId: message.id,
    channelId: message.channelId,
    onlyFor: message.onlyFor,
    authorId: message.author.id,
    isThinking: (message.flags & MessageFlag.loading) !== 0,
    text: kind === 'deleted' ? '' : readingText(message),
    face: {
      content: message.content,
      embeds: message.embeds,
      components: message.components,
      attachments: message.attachments,
      flags: message.flags,
    },
  });
}
