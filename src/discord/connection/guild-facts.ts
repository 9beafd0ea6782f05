/** What the gateway has told of servers, out of discord.js' cache. */
import type { Client, GuildBasedChannel, PermissionsBitField } from 'discord.js';

import type { GuildFacts } from '../contracts/guild-facts.ts';
import { type Right, WRITING } from '../contracts/rights.ts';

/** @param session the client of this moment: another takes its place when other intents are needed */
export function createGuildFacts(session: () => Client, readsMessages: () => boolean): GuildFacts {
  const find = (guild: string, channel: string): GuildBasedChannel | undefined =>
    session().guilds.cache.get(guild)?.channels.cache.get(channel);

  /**
   * A cache may be behind, but not for these two: discord.js writes the roles that an interaction names into its cache before
   * anybody hears of the interaction, and Discord tells a bot of its own roles without any intent.
   * @param user user id; the bot when absent
   */
  function permissionsIn(channel: GuildBasedChannel, user = session().user?.id): Readonly<PermissionsBitField> | null {
    return user === undefined ? null : channel.permissionsFor(user);
  }

  return {
    parentOf(guild, channelId) {
      const channel = find(guild, channelId);
      return channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
    },
    rights(guild, channelId, user) {
      const channel = find(guild, channelId);
      const admin = channel && permissionsIn(channel, user);
      const bot = channel && permissionsIn(channel);
      if (!admin || !bot) return null;
      const needed = channel.isThread() ? WRITING.thread : WRITING.channel;
      return { admin: admin.has(needed), bot: bot.has(needed) };
    },
    lacking(guild, channelId, needed) {
      const channel = find(guild, channelId);
      const bot = channel && permissionsIn(channel);
      return bot ? (bot.missing([...needed]) as Right[]) : null;
    },
    readsMessages,
  };
}
