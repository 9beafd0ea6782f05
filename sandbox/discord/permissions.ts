/** Permission bits, and what a member may do by roles and overwrites. */
import type { Channel, Guild } from './types.ts';

/** Discord's permission bits that the sandbox knows. */
export const Permission = {
  ADMINISTRATOR: 1n << 3n,
  MANAGE_CHANNELS: 1n << 4n,
  MANAGE_GUILD: 1n << 5n,
  ADD_REACTIONS: 1n << 6n,
  VIEW_CHANNEL: 1n << 10n,
  SEND_MESSAGES: 1n << 11n,
  MANAGE_MESSAGES: 1n << 13n,
  EMBED_LINKS: 1n << 14n,
  ATTACH_FILES: 1n << 15n,
  READ_MESSAGE_HISTORY: 1n << 16n,
  MENTION_EVERYONE: 1n << 17n,
  USE_APPLICATION_COMMANDS: 1n << 31n,
  MANAGE_THREADS: 1n << 34n,
  CREATE_PUBLIC_THREADS: 1n << 35n,
  CREATE_PRIVATE_THREADS: 1n << 36n,
  SEND_MESSAGES_IN_THREADS: 1n << 38n,
  USE_EXTERNAL_APPS: 1n << 50n,
} as const;

export type PermissionName = keyof typeof Permission;

const ALL = Object.values(Permission).reduce((sum, bit) => sum | bit, 0n);

/** What @everyone may do in a new guild. */
export const EVERYONE_DEFAULT =
  Permission.VIEW_CHANNEL |
  Permission.SEND_MESSAGES |
  Permission.EMBED_LINKS |
  Permission.ATTACH_FILES |
  Permission.READ_MESSAGE_HISTORY |
  Permission.ADD_REACTIONS |
  Permission.USE_APPLICATION_COMMANDS |
  Permission.CREATE_PUBLIC_THREADS |
  Permission.SEND_MESSAGES_IN_THREADS |
  Permission.USE_EXTERNAL_APPS;

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((sum, name) => sum | Permission[name], 0n);
}

/** The permissions of a member in a guild, or in one of its channels when `channel` is given (a thread's are its parent's). */
export function permissionsOf(guild: Guild, userId: string, channel?: Channel): bigint {
  const member = guild.members.get(userId);
  if (!member) return 0n;
  if (guild.ownerId === userId) return ALL;
  let base = guild.roles.get(guild.id)?.permissions ?? 0n;
  for (const roleId of member.roleIds) base |= guild.roles.get(roleId)?.permissions ?? 0n;
  if (base & Permission.ADMINISTRATOR) return ALL;
  if (!channel) return base;
  return withImplied(withOverwrites(base, guild, channel, userId, member.roleIds));
}

function withOverwrites(base: bigint, guild: Guild, channel: Channel, userId: string, roleIds: Set<string>): bigint {
  let bits = base;
  const everyone = channel.overwrites.find((overwrite) => overwrite.id === guild.id);
  if (everyone) bits = (bits & ~everyone.deny) | everyone.allow;
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of channel.overwrites) {
    if (overwrite.type !== 0 || !roleIds.has(overwrite.id)) continue;
    allow |= overwrite.allow;
    deny |= overwrite.deny;
  }
  bits = (bits & ~deny) | allow;
  const own = channel.overwrites.find((overwrite) => overwrite.type === 1 && overwrite.id === userId);
  return own ? (bits & ~own.deny) | own.allow : bits;
}

/** Without the right to see a channel there is no other right in it; without the right to send, none to attach or mention. */
function withImplied(bits: bigint): bigint {
  if (!(bits & Permission.VIEW_CHANNEL)) return 0n;
  return bits;
}
