/** Routes under `/channels`: messages, reactions and threads. */
import { type Json, objectsOf, stringsOf, textOf } from '../common/json.ts';
import { failure, invalidForm, required } from './errors.ts';
import type { Answer } from './faults.ts';
import { createMessage, deleteMessage, deleteTogether, editMessage, setReaction } from './messages.ts';
import { Permission, type PermissionName } from './permissions.ts';
import { type Call, channelFor, messageFor, NO_CONTENT, needPermissions, ok, param, type Route } from './route.ts';
import { changeChannel, deleteChannel, joinThread, openForWriting, openThread } from './threads.ts';
import { type Channel, ChannelType, type Message } from './types.ts';
import { channelJson, messageJson, userJson } from './wire.ts';
import { channelPermissions, messagesIn } from './world.ts';

/** `enforce_nonce` finds a message of "the past few minutes" (Discord); taken as five. */
const NONCE_WINDOW_MS = 5 * 60 * 1000;
const BULK_LIMIT = 100;
const BULK_AGE_MS = 14 * 24 * 60 * 60 * 1000;

const MESSAGE = '/channels/{channel_id}/messages/{message_id}';

export const channelRoutes: Route[] = [
  {
    method: 'GET',
    template: '/channels/{channel_id}',
    handle: (call) => ok(channelJson(call.world, channelFor(call))),
  },
  { method: 'PATCH', template: '/channels/{channel_id}', handle: patchChannel },
  { method: 'DELETE', template: '/channels/{channel_id}', handle: removeChannel },
  { method: 'GET', template: '/channels/{channel_id}/messages', handle: listMessages },
  { method: 'POST', template: '/channels/{channel_id}/messages', handle: postMessage },
  { method: 'POST', template: '/channels/{channel_id}/messages/bulk-delete', handle: bulkDelete },
  { method: 'POST', template: '/channels/{channel_id}/typing', handle: typing },
  {
    method: 'GET',
    template: MESSAGE,
    handle: (call) => ok(messageJson(call.world, messageFor(call, channelFor(call, 'READ_MESSAGE_HISTORY')))),
  },
  { method: 'PATCH', template: MESSAGE, handle: patchMessage },
  { method: 'DELETE', template: MESSAGE, handle: removeMessage },
  { method: 'PUT', template: `${MESSAGE}/reactions/{emoji_name}/@me`, handle: (call) => react(call, true) },
  { method: 'DELETE', template: `${MESSAGE}/reactions/{emoji_name}/@me`, handle: (call) => react(call, false) },
  { method: 'GET', template: `${MESSAGE}/reactions/{emoji_name}`, handle: listReactions },
  { method: 'DELETE', template: `${MESSAGE}/reactions/{emoji_name}/{user_id}`, handle: removeReaction },
  { method: 'POST', template: `${MESSAGE}/threads`, handle: threadFromMessage },
  { method: 'POST', template: '/channels/{channel_id}/threads', handle: threadInChannel },
  { method: 'PUT', template: '/channels/{channel_id}/thread-members/@me', handle: joinSelf },
  { method: 'PUT', template: '/channels/{channel_id}/thread-members/{user_id}', handle: addThreadMember },
];

function sendPermission(channel: Channel): PermissionName {
  return channel.thread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES';
}

function mayManageThreads(call: Call, channel: Channel): boolean {
  return (channelPermissions(call.world, call.world.bot.id, channel) & Permission.MANAGE_THREADS) !== 0n;
}

function postMessage(call: Call): Answer {
  const channel = channelFor(call);
  if (channel.type === ChannelType.forum) throw failure(50024);
  needPermissions(call.world, channel, [sendPermission(channel)]);
  if (call.files.length > 0) needPermissions(call.world, channel, ['ATTACH_FILES']);
  if (objectsOf(call.body['embeds']).length > 0) needPermissions(call.world, channel, ['EMBED_LINKS']);
  if (call.body['message_reference']) needReference(call, channel);
  openForWriting(call.world, channel, mayManageThreads(call, channel));
  const earlier = call.body['enforce_nonce'] === true ? sameNonce(call, channel) : undefined;
  if (earlier?.isDeleted) throw failure(10008);
  const message =
    earlier ?? createMessage(call.world, { channel, author: call.world.bot, body: call.body, files: call.files });
  return ok(messageJson(call.world, message));
}

function needReference(call: Call, channel: Channel): void {
  needPermissions(call.world, channel, ['READ_MESSAGE_HISTORY']);
  const reference = call.body['message_reference'] as Json;
  const target = call.world.messages.get(textOf(reference['message_id']));
  const isThere = target && !target.isDeleted && target.channelId === channel.id && !target.onlyFor;
  if (!isThere && reference['fail_if_not_exists'] !== false) {
    throw invalidForm([
      { path: ['message_reference'], code: 'MESSAGE_REFERENCE_UNKNOWN_MESSAGE', message: 'Unknown message' },
    ]);
  }
}

function sameNonce(call: Call, channel: Channel): Message | undefined {
  const nonce = call.body['nonce'];
  if (nonce === undefined || nonce === null) return undefined;
  const now = call.world.clock.now();
  return [...call.world.messages.values()].find(
    (one) =>
      one.channelId === channel.id &&
      one.author.id === call.world.bot.id &&
      one.nonce === nonce &&
      now - one.createdAt < NONCE_WINDOW_MS,
  );
}

function patchMessage(call: Call): Answer {
  const channel = channelFor(call);
  const message = messageFor(call, channel);
  if (message.author.id !== call.world.bot.id) throw failure(50005);
  if (channel.thread?.isArchived) throw failure(50083);
  return ok(messageJson(call.world, editMessage(call.world, message, call.body, call.files)));
}

function removeMessage(call: Call): Answer {
  const channel = channelFor(call);
  const message = messageFor(call, channel);
  if (message.author.id !== call.world.bot.id) needPermissions(call.world, channel, ['MANAGE_MESSAGES']);
  deleteMessage(call.world, message);
  return NO_CONTENT;
}

function bulkDelete(call: Call): Answer {
  const channel = channelFor(call, 'MANAGE_MESSAGES');
  const ids = stringsOf(call.body['messages']);
  if (ids.length < 2 || ids.length > BULK_LIMIT) throw failure(50016);
  const messages = messagesIn(call.world, channel.id).filter((one) => ids.includes(one.id));
  if (messages.some((one) => call.world.clock.now() - one.createdAt > BULK_AGE_MS)) throw failure(50034);
  deleteTogether(call.world, channel, messages);
  return NO_CONTENT;
}

function listMessages(call: Call): Answer {
  const channel = channelFor(call);
  const bits = channelPermissions(call.world, call.world.bot.id, channel);
  if (!(bits & Permission.READ_MESSAGE_HISTORY)) return ok([]);
  const limit = Number(call.query.get('limit') ?? 50);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100) {
    throw invalidForm([
      { path: ['limit'], code: 'NUMBER_TYPE_MAX', message: 'int value should be between 1 and 100.' },
    ]);
  }
  const [before, after, around] = ['before', 'after', 'around'].map((name) => call.query.get(name));
  const messages = messagesIn(call.world, channel.id).filter((one) => {
    if (one.onlyFor) return false;
    if (before) return BigInt(one.id) < BigInt(before);
    return after ? BigInt(one.id) > BigInt(after) : true;
  });
  const page = after ? messages.slice(0, limit) : around ? aroundId(messages, around, limit) : messages.slice(-limit);
  return ok(page.reverse().map((one) => messageJson(call.world, one)));
}

function aroundId(messages: Message[], id: string, limit: number): Message[] {
  const at = messages.findIndex((one) => BigInt(one.id) >= BigInt(id));
  const from = Math.max(0, (at < 0 ? messages.length : at) - Math.floor(limit / 2));
  return messages.slice(from, from + limit);
}

function react(call: Call, isOn: boolean): Answer {
  const channel = channelFor(call, 'READ_MESSAGE_HISTORY');
  const message = messageFor(call, channel);
  if (channel.thread?.isArchived) throw failure(50083);
  const emoji = param(call, 2);
  if (!/^(\w+:\d+|\P{ASCII}.*)$/u.test(emoji)) throw failure(10014);
  if (isOn && !message.reactions.has(emoji)) needPermissions(call.world, channel, ['ADD_REACTIONS']);
  setReaction(call.world, message, emoji, call.world.bot.id, isOn);
  return NO_CONTENT;
}

function listReactions(call: Call): Answer {
  const message = messageFor(call, channelFor(call, 'READ_MESSAGE_HISTORY'));
  const users = [...(message.reactions.get(param(call, 2)) ?? [])];
  return ok(
    users
      .map((id) => call.world.users.get(id))
      .filter((user) => user !== undefined)
      .map(userJson),
  );
}

function removeReaction(call: Call): Answer {
  const message = messageFor(call, channelFor(call, 'MANAGE_MESSAGES'));
  setReaction(call.world, message, param(call, 2), param(call, 3), false);
  return NO_CONTENT;
}

function threadFromMessage(call: Call): Answer {
  const channel = channelFor(call, 'CREATE_PUBLIC_THREADS');
  const message = messageFor(call, channel);
  return ok(channelJson(call.world, openThread(call.world, channel, call.body, call.world.bot.id, message)), 201);
}

function threadInChannel(call: Call): Answer {
  const channel = channelFor(call);
  if (channel.type === ChannelType.forum) return forumPost(call, channel);
  needPermissions(call.world, channel, [
    call.body['type'] === ChannelType.publicThread ? 'CREATE_PUBLIC_THREADS' : 'CREATE_PRIVATE_THREADS',
  ]);
  return ok(channelJson(call.world, openThread(call.world, channel, call.body, call.world.bot.id)), 201);
}

function forumPost(call: Call, channel: Channel): Answer {
  needPermissions(call.world, channel, ['SEND_MESSAGES']);
  const first = call.body['message'];
  if (typeof first !== 'object' || first === null) throw invalidForm([required(['message'])]);
  const thread = openThread(call.world, channel, call.body, call.world.bot.id);
  const message = createMessage(call.world, {
    channel: thread,
    author: call.world.bot,
    body: first as Json,
    files: call.files,
  });
  return ok({ ...channelJson(call.world, thread), message: messageJson(call.world, message) }, 201);
}

function patchChannel(call: Call): Answer {
  const channel = channelFor(call);
  const isOwnThread = channel.thread?.ownerId === call.world.bot.id;
  const needed: PermissionName = channel.thread ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS';
  const isSmall = channel.thread !== undefined && call.body['locked'] === undefined;
  if (!(isOwnThread && isSmall)) needPermissions(call.world, channel, [needed]);
  changeChannel(call.world, channel, call.body);
  return ok(channelJson(call.world, channel));
}

function removeChannel(call: Call): Answer {
  const channel = channelFor(call);
  needPermissions(call.world, channel, [channel.thread ? 'MANAGE_THREADS' : 'MANAGE_CHANNELS']);
  const json = channelJson(call.world, channel);
  deleteChannel(call.world, channel);
  return ok(json);
}

function typing(call: Call): Answer {
  const channel = channelFor(call);
  needPermissions(call.world, channel, [sendPermission(channel)]);
  call.world.typing.set(channel.id, call.world.clock.now());
  call.world.changes.notify();
  return NO_CONTENT;
}

function joinSelf(call: Call): Answer {
  joinThread(call.world, channelFor(call), call.world.bot.id);
  return NO_CONTENT;
}

function addThreadMember(call: Call): Answer {
  const channel = channelFor(call);
  needPermissions(call.world, channel, [sendPermission(channel)]);
  if (channel.thread?.isArchived) throw failure(50083);
  joinThread(call.world, channel, param(call, 1));
  return NO_CONTENT;
}
