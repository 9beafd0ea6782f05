/** Threads and channels are opened, joined, archived, changed and deleted here. */
import { codePoints, type Json, numberOf, textOf } from '../common/json.ts';
import { failure, invalidForm, type Problem } from './errors.ts';
import { emptyChannel } from './guilds.ts';
import { type Channel, ChannelType, type Message } from './types.ts';
import { channelJson, threadMemberJson } from './wire.ts';
import { Intent, type World } from './world.ts';

const AUTO_ARCHIVE_MINUTES: readonly number[] = [60, 1440, 4320, 10080];
const DEFAULT_ARCHIVE_MINUTES = 4320;
const NAME_LIMIT = 100;

/** Opens a thread in a channel, from a message or without one. Its id is the message's. */
export function openThread(world: World, parent: Channel, body: Json, ownerId: string, message?: Message): Channel {
  if (parent.thread || !parent.guildId) throw failure(50024);
  if (message?.threadId) throw failure(160004);
  const problems = threadProblems(body);
  const name = textOf(body['name']);
  if (name.length < 1) problems.push({ path: ['name'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  if (problems.length > 0) throw invalidForm(problems);
  // Without a type Discord makes a private thread when there is no message.
  const type = message
    ? ChannelType.publicThread
    : body['type'] === undefined
      ? ChannelType.privateThread
      : numberOf(body['type']);
  const thread = emptyChannel(
    message?.id ?? world.nextId(),
    parent.type === ChannelType.forum ? ChannelType.publicThread : type,
    name,
    parent.guildId,
  );
  thread.parentId = parent.id;
  thread.thread = {
    ownerId,
    isArchived: false,
    isLocked: false,
    autoArchiveMinutes: numberOf(body['auto_archive_duration']) || DEFAULT_ARCHIVE_MINUTES,
    archiveChangedAt: world.clock.now(),
    memberIds: new Set([ownerId]),
  };
  world.channels.set(thread.id, thread);
  if (message) message.threadId = thread.id;
  emitThread(world, thread, 'THREAD_CREATE', () => ({ ...channelJson(world, thread), newly_created: true }));
  return thread;
}

function threadProblems(body: Json): Problem[] {
  const problems: Problem[] = [];
  const name = body['name'];
  if (name !== undefined && codePoints(textOf(name)) > NAME_LIMIT)
    problems.push({
      path: ['name'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${NAME_LIMIT} in length.`,
    });
  const minutes = body['auto_archive_duration'];
  if (minutes !== undefined && minutes !== null && !AUTO_ARCHIVE_MINUTES.includes(numberOf(minutes))) {
    problems.push({
      path: ['auto_archive_duration'],
      code: 'BASE_TYPE_CHOICES',
      message: `Value must be one of {${AUTO_ARCHIVE_MINUTES.join(', ')}}.`,
    });
  }
  return problems;
}

/** Changes a thread or channel by what a PATCH body holds. */
export function changeChannel(world: World, channel: Channel, body: Json): void {
  const problems = threadProblems(body);
  if (problems.length > 0) throw invalidForm(problems);
  if (typeof body['name'] === 'string') channel.name = body['name'];
  if (typeof body['topic'] === 'string') channel.topic = body['topic'];
  const state = channel.thread;
  if (!state)
    return world.emit({
      name: 'CHANNEL_UPDATE',
      guildId: channel.guildId,
      intent: Intent.guilds,
      payload: () => channelJson(world, channel),
    });
  if (state.isArchived && body['archived'] !== false) throw failure(50083);
  if (typeof body['locked'] === 'boolean') state.isLocked = body['locked'];
  if (typeof body['auto_archive_duration'] === 'number') state.autoArchiveMinutes = body['auto_archive_duration'];
  if (typeof body['archived'] === 'boolean') setArchived(world, channel, body['archived']);
  else tellThreadChanged(world, channel);
}

export function setArchived(world: World, channel: Channel, isArchived: boolean): void {
  if (!channel.thread) return;
  channel.thread.isArchived = isArchived;
  channel.thread.archiveChangedAt = world.clock.now();
  tellThreadChanged(world, channel);
}

function tellThreadChanged(world: World, channel: Channel): void {
  emitThread(world, channel, 'THREAD_UPDATE', () => channelJson(world, channel));
}

export function deleteChannel(world: World, channel: Channel): void {
  for (const thread of [...world.channels.values()].filter((one) => one.parentId === channel.id))
    deleteChannel(world, thread);
  world.channels.delete(channel.id);
  for (const message of world.messages.values()) if (message.channelId === channel.id) message.isDeleted = true;
  if (channel.thread)
    emitThread(world, channel, 'THREAD_DELETE', () => ({
      id: channel.id,
      guild_id: channel.guildId,
      parent_id: channel.parentId,
      type: channel.type,
    }));
  else
    world.emit({
      name: 'CHANNEL_DELETE',
      guildId: channel.guildId,
      intent: Intent.guilds,
      payload: () => channelJson(world, channel),
    });
}

export function joinThread(world: World, channel: Channel, userId: string): void {
  if (!channel.thread || channel.thread.memberIds.has(userId)) return;
  channel.thread.memberIds.add(userId);
  emitThread(world, channel, 'THREAD_MEMBERS_UPDATE', () => ({
    id: channel.id,
    guild_id: channel.guildId,
    member_count: channel.thread?.memberIds.size,
    added_members: [threadMemberJson(channel, userId, world.clock.now())],
    removed_member_ids: [],
  }));
}

/** What writing into a channel or thread needs beyond its permissions: an open thread. An archived one opens by itself. */
export function openForWriting(world: World, channel: Channel, mayManageThreads: boolean): void {
  if (!channel.thread) return;
  if (channel.thread.isLocked && !mayManageThreads) throw failure(160005);
  if (channel.thread.isArchived) setArchived(world, channel, false);
}

function emitThread(world: World, channel: Channel, name: string, payload: () => Json): void {
  world.emit({ name, guildId: channel.guildId, intent: Intent.guilds, payload });
}
