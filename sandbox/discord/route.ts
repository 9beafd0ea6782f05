/** What every route of the REST API is made of, and the checks that routes share. */
import type { Json } from '../common/json.ts';
import { failure } from './errors.ts';
import type { Answer } from './faults.ts';
import { Permission, type PermissionName } from './permissions.ts';
import type { Attachment, Channel, Guild, Message } from './types.ts';
import { canSee, channelPermissions, type World } from './world.ts';

/** One request that has passed the door: its parameters in the order of the template. */
export interface Call {
  world: World;
  params: string[];
  body: Json;
  /** The body as it came, for routes that take an array. */
  rawBody: unknown;
  files: Attachment[];
  query: URLSearchParams;
}

export interface Route {
  method: string;
  template: string;
  /** Routes under an interaction or webhook token need no bot token. */
  isOpen?: boolean;
  handle(call: Call): Answer;
}

export function ok(body: Json | Json[], status = 200): Answer {
  return { status, body };
}

export const NO_CONTENT: Answer = { status: 204, body: undefined };

export function param(call: Call, at: number): string {
  return call.params[at] ?? '';
}

/** The channel of the first parameter, if the bot can see it: 10003 and 50001 otherwise. */
export function channelFor(call: Call, ...needed: PermissionName[]): Channel {
  const channel = call.world.channels.get(param(call, 0));
  if (!channel) throw failure(10003);
  if (!canSee(call.world, call.world.bot.id, channel)) throw failure(50001);
  needPermissions(call.world, channel, needed);
  return channel;
}

export function needPermissions(world: World, channel: Channel, needed: readonly PermissionName[]): void {
  const bits = channelPermissions(world, world.bot.id, channel);
  if (needed.some((name) => !(bits & Permission[name]))) throw failure(50013);
}

/** A message of the channel that channel routes reach: ephemeral ones are not there for them. */
export function messageFor(call: Call, channel: Channel, at = 1): Message {
  const message = call.world.messages.get(param(call, at));
  if (!message || message.isDeleted || message.channelId !== channel.id || message.onlyFor) throw failure(10008);
  return message;
}

export function guildFor(call: Call, at = 0): Guild {
  const guild = call.world.guilds.get(param(call, at));
  if (!guild) throw failure(10004);
  if (!guild.members.has(call.world.bot.id)) throw failure(50001);
  return guild;
}
