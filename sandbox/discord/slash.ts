/** A slash command as the client builds it: options checked against the published definition, and the data that Discord sends. */
import { codePoints, type Json, numberOf, objectsOf, stringsOf, textOf } from '../common/json.ts';
import { OptionType } from '../common/option-type.ts';
import { idOf } from './guilds.ts';
import type { Attachment, Channel, Guild, User } from './types.ts';
import { attachmentJson, channelJson, memberJson, roleJson, userJson } from './wire.ts';
import { channelPermissions, type World } from './world.ts';

/** A file that a person gives with a command or form. */
export interface UploadedFile {
  name: string;
  contentType?: string;
  bytes: Buffer | string;
}

export type OptionValue = string | number | boolean | { id: string } | UploadedFile;

/** The command that a person sees under this name: of the guild, else global; localised names count too, as in the client. */
export function findCommand(world: World, guildId: string | undefined, name: string, type: number): Json {
  const own = guildId ? (world.commands.get(guildId) ?? []) : [];
  const all = [...own, ...(world.commands.get('global') ?? [])].filter((one) => one['type'] === type);
  const localised = (one: Json) => Object.values((one['name_localizations'] ?? {}) as Json);
  const command = all.find((one) => one['name'] === name) ?? all.find((one) => localised(one).includes(name));
  if (!command)
    throw new Error(
      `no command "${name}" is registered here; there are: ${all.map((one) => textOf(one['name'])).join(', ') || 'none'}`,
    );
  return command;
}

/** What the Discord client checks before it offers a command: contexts, installation, the member's permissions. */
export function checkMayUse(world: World, command: Json, user: User, channel: Channel, isUserInstalled: boolean): void {
  const contexts = command['contexts'];
  const context = channel.guildId ? 0 : 1;
  if (Array.isArray(contexts) && !contexts.includes(context))
    throw new Error(`"${textOf(command['name'])}" is not offered in this context (${context})`);
  const installations = command['integration_types'];
  if (isUserInstalled && !(Array.isArray(installations) && installations.includes(1)))
    throw new Error(`"${textOf(command['name'])}" cannot be installed for a user`);
  const needed = command['default_member_permissions'];
  if (!channel.guildId || typeof needed !== 'string') return;
  const bits = channelPermissions(world, user.id, channel);
  const isAllowed = needed === '0' ? (bits & 8n) !== 0n : (bits & BigInt(needed)) === BigInt(needed);
  if (!isAllowed)
    throw new Error(`"${textOf(command['name'])}" is not offered to ${user.displayName}: missing permissions`);
}

/** Interaction data of a command with its options, checked against the definition as the client does. */
export function commandData(
  world: World,
  command: Json,
  options: Record<string, OptionValue>,
  place: { guild: Guild | undefined; path: string[] },
): Json {
  const resolved: Json = {};
  let definitions = objectsOf(command['options']);
  const groups: Json[] = [];
  for (const step of place.path) {
    const next = definitions.find((one) => one['name'] === step);
    if (!next) throw new Error(`"${textOf(command['name'])}" has no subcommand "${step}"`);
    groups.push(next);
    definitions = objectsOf(next['options']);
  }
  if (definitions.some((one) => one['type'] === OptionType.subcommand))
    throw new Error(`"${textOf(command['name'])}" needs a subcommand`);
  const given = givenOptions(world, definitions, options, place.guild, resolved);
  const nested = groups.reduceRight<Json[]>(
    (inner, group) => [{ name: group['name'], type: group['type'], options: inner }],
    given,
  );
  return {
    id: command['id'],
    name: command['name'],
    type: command['type'],
    ...(command['guild_id'] ? { guild_id: command['guild_id'] } : {}),
    ...(nested.length > 0 ? { options: nested } : {}),
    ...(Object.keys(resolved).length > 0 ? { resolved } : {}),
  };
}

function givenOptions(
  world: World,
  definitions: Json[],
  options: Record<string, OptionValue>,
  guild: Guild | undefined,
  resolved: Json,
): Json[] {
  const unknown = Object.keys(options).filter((name) => !definitions.some((one) => one['name'] === name));
  if (unknown.length > 0)
    throw new Error(
      `unknown option ${unknown.join(', ')}; there are: ${definitions.map((one) => textOf(one['name'])).join(', ')}`,
    );
  return definitions.flatMap((definition) => {
    const name = textOf(definition['name']);
    const value = options[name];
    if (value === undefined) {
      if (definition['required'] === true) throw new Error(`option "${name}" is required`);
      return [];
    }
    return [{ name, type: definition['type'], value: checkedValue(world, definition, value, guild, resolved) }];
  });
}

function checkedValue(
  world: World,
  definition: Json,
  value: OptionValue,
  guild: Guild | undefined,
  resolved: Json,
): unknown {
  const name = textOf(definition['name']);
  const refuse = (why: string) => new Error(`option "${name}": ${why}`);
  switch (numberOf(definition['type'])) {
    case OptionType.string: {
      if (typeof value !== 'string') throw refuse('wants a text');
      // The client's box has one line: new lines of a pasted text arrive as spaces.
      const flat = value.replace(/\r?\n/gu, ' ');
      const length = codePoints(flat);
      const [least, most] = [numberOf(definition['min_length']), numberOf(definition['max_length']) || 6000];
      if (length < least || length > most) throw refuse(`must be ${least} to ${most} characters, is ${length}`);
      return chosen(definition, flat, refuse);
    }
    case OptionType.integer:
    case OptionType.number: {
      if (typeof value !== 'number') throw refuse('wants a number');
      if (definition['type'] === OptionType.integer && !Number.isInteger(value)) throw refuse('wants a whole number');
      if (typeof definition['min_value'] === 'number' && value < definition['min_value'])
        throw refuse(`is under ${definition['min_value']}`);
      if (typeof definition['max_value'] === 'number' && value > definition['max_value'])
        throw refuse(`is over ${definition['max_value']}`);
      return chosen(definition, value, refuse);
    }
    case OptionType.boolean:
      if (typeof value !== 'boolean') throw refuse('wants yes or no');
      return value;
    default:
      return resolvedValue(world, definition, value, guild, resolved);
  }
}

function chosen(definition: Json, value: string | number, refuse: (why: string) => Error): string | number {
  const choices = objectsOf(definition['choices']);
  if (choices.length === 0) return value;
  const choice = choices.find((one) => one['value'] === value) ?? choices.find((one) => one['name'] === value);
  if (!choice) throw refuse(`must be one of ${choices.map((one) => textOf(one['name'])).join(', ')}`);
  return choice['value'] as string | number;
}

/** Options that name a thing send its id, and the thing itself under `resolved`. */
function resolvedValue(
  world: World,
  definition: Json,
  value: OptionValue,
  guild: Guild | undefined,
  resolved: Json,
): string {
  const put = (kind: string, id: string, json: Json) => {
    resolved[kind] = { ...(resolved[kind] as Json | undefined), [id]: json };
    return id;
  };
  if (typeof value === 'object' && 'bytes' in value) {
    const attachment = upload(world, value);
    return put('attachments', attachment.id, attachmentJson(attachment, world.attachmentBase));
  }
  if (typeof value !== 'string' && typeof value !== 'object')
    throw new Error(`option "${textOf(definition['name'])}" wants an id`);
  const id = idOf(value);
  const channel = world.channels.get(id);
  if (channel) {
    const types = definition['channel_types'];
    if (Array.isArray(types) && !types.includes(channel.type))
      throw new Error(`option "${textOf(definition['name'])}": this kind of channel is not offered`);
    return put('channels', id, { ...channelJson(world, channel), permissions: '0' });
  }
  const role = guild?.roles.get(id);
  if (role) return put('roles', id, roleJson(role, 1));
  const user = world.users.get(id);
  if (!user) throw new Error(`option "${textOf(definition['name'])}": nothing has the id ${id}`);
  const member = guild?.members.get(id);
  if (member) put('members', id, { ...memberJson(member), user: undefined, permissions: '0' });
  return put('users', id, userJson(user));
}

export function upload(world: World, file: UploadedFile): Attachment {
  const attachment: Attachment = {
    id: world.nextId(),
    filename: file.name,
    contentType: file.contentType ?? 'text/plain; charset=utf-8',
    description: undefined,
    bytes: Buffer.from(file.bytes),
  };
  world.uploads.set(attachment.id, attachment);
  return attachment;
}

/** What a person chose in a select, checked against its options; ids of users, roles and channels come resolved. */
export function selectData(world: World, select: Json, wanted: string[], guild: Guild | undefined): Json {
  const options = objectsOf(select['options']);
  const resolved: Json = {};
  const values = wanted.map((value) => {
    if (options.length === 0) return resolvedValue(world, select, value, guild, resolved);
    const option = options.find((one) => one['value'] === value) ?? options.find((one) => one['label'] === value);
    if (!option)
      throw new Error(
        `the select offers no "${value}"; it offers: ${options.map((one) => textOf(one['label'])).join(', ')}`,
      );
    return textOf(option['value']);
  });
  const most = select['max_values'] === undefined ? 1 : numberOf(select['max_values']);
  const least = select['min_values'] === undefined ? 1 : numberOf(select['min_values']);
  if (values.length < least || values.length > most)
    throw new Error(`the select takes ${least} to ${most} values, not ${values.length}`);
  return {
    custom_id: select['custom_id'],
    component_type: select['type'],
    values: stringsOf(values),
    ...(options.length === 0 ? { resolved } : {}),
  };
}
