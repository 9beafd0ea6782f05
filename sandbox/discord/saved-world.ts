/** The world as data that outlives the process, and its text form. */
import type { Attachment, Channel, Guild, Interaction, Member, Message, Role, User } from './types.ts';
import type { World } from './world.ts';

/** Only answers that can still come are worth keeping: an interaction's token lives 15 minutes. */
const INTERACTION_LIFE_MS = 15 * 60 * 1000;

/** What outlives the process, as it stands in memory; `packed` and `unpacked` make it text and back. */
export interface SavedWorld {
  bot: User;
  owner: string;
  /** Ids of the things that the sandbox starts with, by their name in `DiscordSandbox`. */
  named: Record<string, string>;
  users: User[];
  guilds: (Omit<Guild, 'members'> & { members: (Omit<Member, 'user'> & { userId: string })[] })[];
  channels: Channel[];
  messages: (Omit<Message, 'author'> & { authorId: string })[];
  interactions: (Omit<Interaction, 'user'> & { userId: string })[];
  commands: Map<string, object[]>;
  uploads: Attachment[];
}

export function saveWorld(world: World, named: Record<string, string>): SavedWorld {
  const youngest = world.clock.now() - INTERACTION_LIFE_MS;
  return {
    bot: world.bot,
    owner: world.application.ownerId,
    named,
    users: [...world.users.values()],
    guilds: [...world.guilds.values()].map((guild) => ({
      ...guild,
      members: [...guild.members.values()].map(({ user, ...rest }) => ({ ...rest, userId: user.id })),
    })),
    channels: [...world.channels.values()],
    messages: [...world.messages.values()]
      .filter((message) => !message.isDeleted)
      .map(({ author, ...rest }) => ({ ...rest, authorId: author.id })),
    interactions: [...world.interactions.values()]
      .filter((one) => one.createdAt > youngest)
      .map(({ user, ...rest }) => ({ ...rest, userId: user.id })),
    commands: world.commands,
    uploads: [...world.uploads.values()],
  };
}

/** Puts what was saved into a new world. Throws when a person that something refers to is missing. */
export function restoreWorld(world: World, saved: SavedWorld): void {
  for (const user of saved.users) if (user.id !== world.bot.id) world.users.set(user.id, user);
  const person = (id: string): User => {
    const user = world.users.get(id);
    if (!user) throw new Error(`the saved world refers to ${id}, who is not in it`);
    return user;
  };
  for (const { members, ...rest } of saved.guilds) {
    const joined = members.map(({ userId, ...member }): [string, Member] => [
      userId,
      { ...member, user: person(userId) },
    ]);
    const roles: Map<string, Role> = rest.roles;
    world.guilds.set(rest.id, { ...rest, roles, members: new Map(joined) });
  }
  for (const channel of saved.channels) world.channels.set(channel.id, channel);
  for (const { authorId, ...rest } of saved.messages)
    world.messages.set(rest.id, { ...rest, author: person(authorId) } as Message);
  for (const { userId, ...rest } of saved.interactions)
    world.interactions.set(rest.id, { ...rest, user: person(userId) } as Interaction);
  for (const [scope, commands] of saved.commands) world.commands.set(scope, commands as never);
  for (const file of saved.uploads) world.uploads.set(file.id, file);
}

/** Text for a value that holds maps, sets, big integers and bytes, which JSON does not know. */
export function packed(value: unknown): string {
  return JSON.stringify(value, function replace(this: Record<string, unknown>, key, plain: unknown) {
    // `plain` has been through toJSON already, which turns bytes into a list of numbers.
    const own = this[key];
    if (own instanceof Map) return { $map: [...own] };
    if (own instanceof Set) return { $set: [...own] };
    if (Buffer.isBuffer(own)) return { $bytes: own.toString('base64') };
    if (typeof own === 'bigint') return { $integer: String(own) };
    return plain;
  });
}

/** The value of a text that `packed` made. A member that was undefined is missing, which reads the same. */
export function unpacked(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null) return value;
    const one = value as { $map?: [unknown, unknown][]; $set?: unknown[]; $bytes?: string; $integer?: string };
    if (Array.isArray(one.$map)) return new Map(one.$map);
    if (Array.isArray(one.$set)) return new Set(one.$set);
    if (typeof one.$bytes === 'string') return Buffer.from(one.$bytes, 'base64');
    if (typeof one.$integer === 'string') return BigInt(one.$integer);
    return value;
  });
}
