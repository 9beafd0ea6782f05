/** Builds and changes the world by hand: guilds, channels, roles and members, each change told to the gateway. */
import type { Json } from '../common/json.ts';
import { EVERYONE_DEFAULT, type PermissionName, permissionBits } from './permissions.ts';
import { type Channel, ChannelType, type Guild, type Role, type User } from './types.ts';
import { channelJson, guildCreateJson, guildEmojiJson, memberJson, roleJson } from './wire.ts';
import { Intent, type World } from './world.ts';

/** A thing or its id: tests may hold either. */
export type Ref = string | { id: string };

export function idOf(ref: Ref): string {
  return typeof ref === 'string' ? ref : ref.id;
}

/** What the invite link of the bot asks for, so that a fresh world is one in which the bot was invited properly. */
const BOT_PERMISSIONS: PermissionName[] = [
  'VIEW_CHANNEL',
  'SEND_MESSAGES',
  'SEND_MESSAGES_IN_THREADS',
  'CREATE_PUBLIC_THREADS',
  'EMBED_LINKS',
  'READ_MESSAGE_HISTORY',
  'ATTACH_FILES',
  'ADD_REACTIONS',
];

export interface GuildBuilder {
  addUser(name: string, options?: { isBot?: boolean }): User;
  addGuild(options: {
    name: string;
    locale?: string;
    owner?: Ref;
    isBotPresent?: boolean;
    botPermissions?: PermissionName[];
  }): Guild;
  addEmoji(guild: Ref, name: string): void;
  addRole(guild: Ref, options: { name: string; permissions?: PermissionName[]; isMentionable?: boolean }): Role;
  /** Takes a new name, or a user who exists already. */
  addMember(guild: Ref, who: string | User, options?: { roles?: Ref[]; permissions?: PermissionName[] }): User;
  setRoles(guild: Ref, user: Ref, roles: Ref[]): void;
  setRolePermissions(guild: Ref, role: Ref, permissions: PermissionName[]): void;
  addChannel(guild: Ref, options: { name: string; type?: number; topic?: string }): Channel;
  /** Allows and denies for a role or member in a channel; @everyone is the guild's own id. */
  setOverwrite(channel: Ref, target: Ref, bits: { allow?: PermissionName[]; deny?: PermissionName[] }): void;
  openDm(user: Ref): Channel;
  /** The bot is removed from a guild, or a guild has an outage. */
  removeBot(guild: Ref): void;
  addBot(guild: Ref): void;
  startOutage(guild: Ref): void;
  endOutage(guild: Ref): void;
}

export function createGuildBuilder(world: World): GuildBuilder {
  const hands = createHands(world);
  return { ...createPeople(world, hands), ...createPlaces(world, hands), ...createPresence(world, hands) };
}

/** What the parts of the builder share. */
type Hands = ReturnType<typeof createHands>;

function createHands(world: World) {
  const guildOf = (ref: Ref): Guild => found(world.guilds.get(idOf(ref)), 'guild', ref);
  const emit = (
    name: string,
    guildId: string | undefined,
    payload: (intents: number) => Json,
    intent: number = Intent.guilds,
  ): void => world.emit({ name, guildId, intent, payload });
  const addUser: GuildBuilder['addUser'] = (name, options) => {
    const user = {
      id: world.nextId(),
      username: name.toLowerCase().replace(/\W+/gu, '-'),
      displayName: name,
      isBot: options?.isBot === true,
    };
    world.users.set(user.id, user);
    return user;
  };
  const addRole: GuildBuilder['addRole'] = (ref, options) => {
    const guild = guildOf(ref);
    const role = {
      id: world.nextId(),
      name: options.name,
      permissions: permissionBits(options.permissions ?? []),
      isMentionable: options.isMentionable === true,
    };
    guild.roles.set(role.id, role);
    emit('GUILD_ROLE_CREATE', guild.id, () => ({ guild_id: guild.id, role: roleJson(role, 1) }));
    return role;
  };
  const join = (guild: Guild, user: User, roleIds: string[]): void => {
    const member = { user, roleIds: new Set(roleIds), joinedAt: world.clock.now() };
    guild.members.set(user.id, member);
    emit('GUILD_MEMBER_ADD', guild.id, () => ({ ...memberJson(member), guild_id: guild.id }), Intent.guildMembers);
  };
  /** The bot comes in as with its invite link: with a role of its own. */
  const inviteBot = (guild: Guild, permissions: PermissionName[] = BOT_PERMISSIONS): void => {
    const role = addRole(guild, { name: world.application.name, permissions });
    join(guild, world.bot, [role.id]);
    emit('GUILD_CREATE', guild.id, (intents) => guildCreateJson(world, guild, intents));
  };
  return { guildOf, emit, addUser, addRole, join, inviteBot };
}

type People = Pick<GuildBuilder, 'addUser' | 'addRole' | 'addMember' | 'setRoles' | 'setRolePermissions'>;

/** Users, members and roles. */
function createPeople(world: World, { guildOf, emit, addUser, addRole, join }: Hands): People {
  return {
    addUser,
    addRole,
    addMember(ref, who, options) {
      const guild = guildOf(ref);
      const user = typeof who === 'string' ? addUser(who) : who;
      const roles = (options?.roles ?? []).map(idOf);
      if (options?.permissions)
        roles.push(addRole(guild, { name: `${user.username}'s role`, permissions: options.permissions }).id);
      join(guild, user, roles);
      return user;
    },
    setRoles(ref, user, roles) {
      const guild = guildOf(ref);
      const member = found(guild.members.get(idOf(user)), 'member', user);
      member.roleIds = new Set(roles.map(idOf));
      emit(
        'GUILD_MEMBER_UPDATE',
        guild.id,
        () => ({ ...memberJson(member), guild_id: guild.id }),
        member.user.id === world.bot.id ? Intent.guilds : Intent.guildMembers,
      );
    },
    setRolePermissions(ref, roleRef, permissions) {
      const guild = guildOf(ref);
      const role = found(guild.roles.get(idOf(roleRef)), 'role', roleRef);
      role.permissions = permissionBits(permissions);
      emit('GUILD_ROLE_UPDATE', guild.id, () => ({ guild_id: guild.id, role: roleJson(role, 1) }));
    },
  };
}

type Places = Pick<GuildBuilder, 'addGuild' | 'addEmoji' | 'addChannel' | 'setOverwrite' | 'openDm'>;

/** Guilds, channels and who may do what in them. */
function createPlaces(world: World, { guildOf, emit, addUser, join, inviteBot }: Hands): Places {
  return {
    addGuild(options) {
      const id = world.nextGuildId();
      const everyone: Role = { id, name: '@everyone', permissions: EVERYONE_DEFAULT, isMentionable: false };
      const owner = options.owner ? idOf(options.owner) : addUser(`owner of ${options.name}`).id;
      const guild: Guild = {
        id,
        name: options.name,
        ownerId: owner,
        locale: options.locale ?? 'en-US',
        roles: new Map([[id, everyone]]),
        members: new Map(),
        isUnavailable: false,
      };
      world.guilds.set(id, guild);
      const ownerUser = world.users.get(owner);
      if (ownerUser) join(guild, ownerUser, []);
      if (options.isBotPresent !== false) inviteBot(guild, options.botPermissions);
      return guild;
    },
    addEmoji(ref, name) {
      const guild = guildOf(ref);
      guild.emojis = [...(guild.emojis ?? []), { id: world.nextId(), name }];
      const emojis = guild.emojis.map(guildEmojiJson);
      emit('GUILD_EMOJIS_UPDATE', guild.id, () => ({ guild_id: guild.id, emojis }), Intent.guildExpressions);
    },
    addChannel(ref, options) {
      const channel = emptyChannel(world.nextId(), options.type ?? ChannelType.text, options.name, idOf(ref));
      channel.topic = options.topic ?? null;
      world.channels.set(channel.id, channel);
      emit('CHANNEL_CREATE', channel.guildId, () => channelJson(world, channel));
      return channel;
    },
    setOverwrite(ref, target, bits) {
      const channel = found(world.channels.get(idOf(ref)), 'channel', ref);
      const id = idOf(target);
      const type = channel.guildId && world.guilds.get(channel.guildId)?.roles.has(id) ? 0 : 1;
      channel.overwrites = channel.overwrites.filter((one) => one.id !== id);
      channel.overwrites.push({
        id,
        type,
        allow: permissionBits(bits.allow ?? []),
        deny: permissionBits(bits.deny ?? []),
      });
      emit('CHANNEL_UPDATE', channel.guildId, () => channelJson(world, channel));
    },
    openDm: (ref) => openDm(world, idOf(ref)),
  };
}

type Presence = Pick<GuildBuilder, 'removeBot' | 'addBot' | 'startOutage' | 'endOutage'>;

/** The bot's own coming and going, and outages. */
function createPresence(world: World, { guildOf, emit, inviteBot }: Hands): Presence {
  return {
    removeBot(ref) {
      const guild = guildOf(ref);
      guild.members.delete(world.bot.id);
      emit('GUILD_DELETE', guild.id, () => ({ id: guild.id }));
    },
    addBot: (ref) => inviteBot(guildOf(ref)),
    startOutage(ref) {
      const guild = guildOf(ref);
      guild.isUnavailable = true;
      emit('GUILD_DELETE', guild.id, () => ({ id: guild.id, unavailable: true }));
    },
    endOutage(ref) {
      const guild = guildOf(ref);
      guild.isUnavailable = false;
      emit('GUILD_CREATE', guild.id, (intents) => guildCreateJson(world, guild, intents));
    },
  };
}

/** The direct message channel of the bot with a user; made on first use. */
export function openDm(world: World, userId: string): Channel {
  const known = [...world.channels.values()].find(
    (channel) => channel.type === ChannelType.dm && channel.recipientIds.includes(userId),
  );
  if (known) return known;
  const channel = emptyChannel(world.nextId(), ChannelType.dm, '', undefined);
  channel.recipientIds = [userId];
  world.channels.set(channel.id, channel);
  return channel;
}

export function emptyChannel(id: string, type: number, name: string, guildId: string | undefined): Channel {
  return {
    id,
    type,
    name,
    topic: null,
    guildId,
    parentId: undefined,
    overwrites: [],
    recipientIds: [],
    thread: undefined,
    lastMessageId: null,
  };
}

export function found<T>(value: T | undefined, kind: string, ref: Ref): T {
  if (value === undefined) throw new Error(`the sandbox knows no ${kind} ${idOf(ref)}`);
  return value;
}
