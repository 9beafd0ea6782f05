/** What the gateway has told of servers: who may do what in which channel, and what the bot lacks. */
import { type Client, type Guild, type GuildBasedChannel, PermissionFlagsBits, PermissionsBitField } from 'discord.js';

import type { GuildFacts, Right, Who } from '../contracts/guild-facts.ts';

const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
export const WRITES = { channel: ViewChannel | SendMessages, thread: ViewChannel | SendMessagesInThreads } as const;

/** @param session the client of this moment: another takes its place when other intents are needed */
export function createGuildFacts(session: () => Client, readsMessages: () => boolean): GuildFacts {
  function find(guildId: string, channelId: string): { guild: Guild; channel: GuildBasedChannel } | null {
    const guild = session().guilds.cache.get(guildId);
    const channel = guild?.channels.cache.get(channelId);
    return guild && channel ? { guild, channel } : null;
  }

  function botsIn(guild: Guild, channel: GuildBasedChannel): Readonly<PermissionsBitField> {
    const { me } = guild.members;
    return permissionsIn(guild, channel, {
      userId: session().user?.id ?? '',
      roles: [...(me?.roles.cache.keys() ?? [])],
    });
  }

  return {
    parentOf(guildId, channelId) {
      const channel = find(guildId, channelId)?.channel;
      return channel?.isThread() ? (channel.parentId ?? channelId) : channelId;
    },
    rights(guildId, channelId, who) {
      const found = find(guildId, channelId);
      if (!found) return null;
      const { guild, channel } = found;
      const needed = channel.isThread() ? WRITES.thread : WRITES.channel;
      return {
        admin: permissionsIn(guild, channel, who).has(needed),
        bot: botsIn(guild, channel).has(needed),
      };
    },
    lacking(guildId, channelId, needed) {
      const found = find(guildId, channelId);
      return found && (botsIn(found.guild, found.channel).missing([...needed]) as Right[]);
    },
    readsMessages,
  };
}

/** Discord's order: everybody's rights and the roles', then what the channel denies and allows for them, then for the member. */
export function permissionsIn(guild: Guild, channel: GuildBasedChannel, { userId, roles }: Who): PermissionsBitField {
  const all = new PermissionsBitField(PermissionsBitField.All);
  if (guild.ownerId === userId) return all;
  const own = [guild.id, ...roles];
  const base = new PermissionsBitField(own.map((id) => guild.roles.cache.get(id)?.permissions.bitfield ?? 0n));
  if (base.has(PermissionFlagsBits.Administrator)) return all;
  const place = channel.isThread() ? channel.parent : channel;
  if (!place || !('permissionOverwrites' in place)) return base;
  const overwrites = place.permissionOverwrites.cache;
  const everybody = overwrites.get(guild.id);
  const ofRoles = roles.map((id) => overwrites.get(id)).filter((one) => one !== undefined);
  const member = overwrites.get(userId);
  for (const step of [everybody ? [everybody] : [], ofRoles, member ? [member] : []]) {
    base.remove(step.map(({ deny }) => deny));
    base.add(step.map(({ allow }) => allow));
  }
  // Who cannot see a channel can do nothing in it.
  return base.has(ViewChannel) ? base : new PermissionsBitField();
}
