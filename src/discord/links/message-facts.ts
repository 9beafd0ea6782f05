/** What the decision needs to know of a message: who wrote it, where it stands, and what the bot may do there. */
import { type Message, PermissionFlagsBits } from 'discord.js';

import type { ChannelMode } from '#domain';

import type { SeenMessage } from './links-to-brief.ts';

export function seenOf(message: Message, editedAfterMs: number | null): SeenMessage {
  const { channel, author } = message;
  const isOurs = author.id === message.client.user.id;
  return {
    content: message.content,
    modeChannel: (channel.isThread() ? channel.parentId : null) ?? message.channelId,
    author: isOurs
      ? 'ourselves'
      : message.webhookId
        ? 'webhook'
        : author.bot
          ? 'bot'
          : message.system
            ? 'system'
            : 'member',
    editedAfterMs,
  };
}

const { ViewChannel, SendMessages, SendMessagesInThreads, CreatePublicThreads, AddReactions, ReadMessageHistory } =
  PermissionFlagsBits;
const NEEDED = {
  off: 0n,
  reaction: ViewChannel | AddReactions | ReadMessageHistory,
  button: ViewChannel | SendMessages | ReadMessageHistory,
  reply: ViewChannel | SendMessages | ReadMessageHistory,
  thread: ViewChannel | CreatePublicThreads | SendMessagesInThreads | ReadMessageHistory,
} as const satisfies Record<ChannelMode, bigint>;

export function hasRights({ channel, guild }: Message, mode: ChannelMode): boolean {
  const me = guild?.members.me;
  if (!me || channel.isDMBased()) return false;
  // In a thread the right to write has another name, and a thread has no threads.
  const isThread = channel.isThread();
  if (isThread && mode === 'thread') return false;
  const needed = isThread ? (NEEDED[mode] & ~SendMessages) | SendMessagesInThreads : NEEDED[mode];
  return channel.permissionsFor(me).has(needed);
}
