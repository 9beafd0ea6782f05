/** What the decision needs to know of a message: who wrote it, where it stands, and what the bot may do there. */
import type { Message } from 'discord.js';

import type { ChannelMode } from '#domain';

import type { GuildFacts } from '../contracts/guild-facts.ts';
import { RIGHTS_TO_BEGIN } from '../contracts/rights.ts';
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

/** Whether the bot may do there what the mode begins with. */
export function hasRights(message: Message, mode: ChannelMode, facts: GuildFacts): boolean {
  const { guildId, channelId, channel } = message;
  if (guildId === null || mode === 'off') return false;
  // In a thread the right to write has another name, and a thread has no threads.
  const isThread = channel.isThread();
  if (isThread && mode === 'thread') return false;
  const needed = RIGHTS_TO_BEGIN[mode].map((right) =>
    isThread && right === 'SendMessages' ? 'SendMessagesInThreads' : right,
  );
  return facts.lacking(guildId, channelId, needed)?.length === 0;
}
