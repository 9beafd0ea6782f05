/** Finds what an act of a person refers to, and refuses what that person cannot see or do. */
import { found, idOf, type Ref } from './guilds.ts';
import { Permission, type PermissionName } from './permissions.ts';
import type { Channel, Message, User } from './types.ts';
import { canSee, channelPermissions, type World } from './world.ts';

/** Things by reference; an unknown one is a mistake of the test and throws. */
export interface Lookups {
  channelOf: (ref: Ref) => Channel;
  userOf: (ref: Ref) => User;
  messageOf: (ref: Ref) => Message;
}

export function createLookups(world: World): Lookups {
  return {
    channelOf: (ref) => found(world.channels.get(idOf(ref)), 'channel', ref),
    userOf: (ref) => found(world.users.get(idOf(ref)), 'user', ref),
    messageOf: (ref) => found(liveMessage(world, idOf(ref)), 'message', ref),
  };
}

export function liveMessage(world: World, id: string): Message | undefined {
  const message = world.messages.get(id);
  return message?.isDeleted ? undefined : message;
}

export function needVisible(world: World, message: Message, userId: string): void {
  const channel = world.channels.get(message.channelId);
  const isHidden =
    (message.onlyFor !== undefined && message.onlyFor !== userId) || !channel || !canSee(world, userId, channel);
  if (isHidden) throw new Error('this person does not see the message');
}

/** A person who may not do it in the client cannot do it here either. */
export function needRights(world: World, channel: Channel, user: User, names: PermissionName[]): void {
  if (!canSee(world, user.id, channel)) throw new Error(`${user.displayName} does not see #${channel.name}`);
  const bits = channelPermissions(world, user.id, channel);
  const missing = names.filter((name) => !(bits & Permission[name]));
  if (missing.length > 0) throw new Error(`${user.displayName} lacks ${missing.join(', ')} in #${channel.name}`);
}
