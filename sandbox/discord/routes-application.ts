/** Routes about the application, its commands, its guilds and itself. */
import { type Json, objectsOf, textOf } from '../common/json.ts';
import { checkCommands } from './command-rules.ts';
import { failure, invalidForm } from './errors.ts';
import { openDm } from './guilds.ts';
import { type Call, guildFor, NO_CONTENT, ok, param, type Route } from './route.ts';
import { channelJson, guildJson, memberJson, roleJson, userJson } from './wire.ts';
import { PrivilegedIntent, type World } from './world.ts';

/** IDENTIFYs of a day (Discord, "Session Start Limit"). */
const SESSION_STARTS = 1000;
/** Guilds a shard should hold at most, for the recommended number. */
const GUILDS_PER_SHARD = 1000;

export function applicationRoutes(
  gatewayUrl: () => string,
  sessionStarts: () => number,
  maxConcurrency: number,
): Route[] {
  return [
    { method: 'GET', template: '/gateway', handle: () => ok({ url: gatewayUrl() }) },
    {
      method: 'GET',
      template: '/gateway/bot',
      handle: ({ world }) =>
        ok({
          url: gatewayUrl(),
          shards: Math.max(1, Math.ceil(world.guilds.size / GUILDS_PER_SHARD)),
          session_start_limit: {
            total: SESSION_STARTS,
            remaining: Math.max(0, SESSION_STARTS - sessionStarts()),
            reset_after: 86_400_000,
            max_concurrency: maxConcurrency,
          },
        }),
    },
    { method: 'GET', template: '/users/@me', handle: ({ world }) => ok(userJson(world.bot)) },
    {
      method: 'GET',
      template: '/users/{user_id}',
      handle: (call) => ok(userJson(call.world.users.get(param(call, 0)) ?? unknownUser())),
    },
    { method: 'POST', template: '/users/@me/channels', handle: openDirect },
    {
      method: 'GET',
      template: '/users/@me/guilds',
      handle: ({ world }) =>
        ok(
          [...world.guilds.values()]
            .filter((guild) => guild.members.has(world.bot.id))
            .map((guild) => guildJson(world, guild)),
        ),
    },
    { method: 'GET', template: '/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
    { method: 'GET', template: '/oauth2/applications/@me', handle: ({ world }) => ok(applicationJson(world)) },
    { method: 'GET', template: '/guilds/{guild_id}', handle: (call) => ok(guildJson(call.world, guildFor(call))) },
    {
      method: 'GET',
      template: '/guilds/{guild_id}/roles',
      handle: (call) => ok([...guildFor(call).roles.values()].map(roleJson)),
    },
    { method: 'GET', template: '/guilds/{guild_id}/channels', handle: listChannels },
    { method: 'GET', template: '/guilds/{guild_id}/threads/active', handle: activeThreads },
    { method: 'GET', template: '/guilds/{guild_id}/members/{user_id}', handle: getMember },
    ...commandRoutes('/applications/{application_id}/commands', () => 'global'),
    ...commandRoutes('/applications/{application_id}/guilds/{guild_id}/commands', (call) => guildFor(call, 1).id),
  ];
}

function unknownUser(): never {
  throw failure(10013);
}

function openDirect(call: Call) {
  const user = call.world.users.get(textOf(call.body['recipient_id']));
  if (!user) throw failure(10013);
  return ok(channelJson(call.world, openDm(call.world, user.id)));
}

function listChannels(call: Call) {
  const guild = guildFor(call);
  const channels = [...call.world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && !channel.thread,
  );
  return ok(channels.map((channel) => channelJson(call.world, channel)));
}

function activeThreads(call: Call) {
  const guild = guildFor(call);
  const threads = [...call.world.channels.values()].filter(
    (channel) => channel.guildId === guild.id && channel.thread && !channel.thread.isArchived,
  );
  return ok({ threads: threads.map((channel) => channelJson(call.world, channel)), members: [] });
}

function getMember(call: Call) {
  const guild = guildFor(call);
  const id = param(call, 1) === '@me' ? call.world.bot.id : param(call, 1);
  const member = guild.members.get(id);
  if (!member) throw failure(10007);
  return ok(memberJson(member));
}

/** Application flags for intents that are on below the review threshold (`*_LIMITED`). */
function intentFlags(privileged: number): number {
  let flags = 0;
  if (privileged & PrivilegedIntent.guildPresences) flags |= 1 << 13;
  if (privileged & PrivilegedIntent.guildMembers) flags |= 1 << 15;
  if (privileged & PrivilegedIntent.messageContent) flags |= 1 << 19;
  return flags;
}

export function applicationJson(world: World): Json {
  const { application } = world;
  const owner = world.users.get(application.ownerId);
  return {
    id: application.id,
    name: application.name,
    icon: null,
    description: '',
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: '0'.repeat(64),
    flags: intentFlags(application.privilegedIntents),
    owner: owner ? userJson(owner) : null,
    team: null,
    bot: userJson(world.bot),
    approximate_guild_count: world.guilds.size,
    integration_types_config: { '0': {}, '1': {} },
  };
}

type Scope = (call: Call) => string;

function commandRoutes(template: string, scopeOf: Scope): Route[] {
  const own = (call: Call) => {
    if (param(call, 0) !== call.world.application.id) throw failure(50001);
    return scopeOf(call);
  };
  const list = (call: Call) => call.world.commands.get(own(call)) ?? [];
  const last = (call: Call) => call.params.at(-1) ?? '';
  const store = (call: Call, commands: Json[]) => {
    checkCommands(commands);
    call.world.commands.set(own(call), commands);
    call.world.changes.notify();
  };
  const one = (call: Call) => {
    const command = list(call).find((each) => each['id'] === last(call));
    if (!command) throw failure(10063);
    return command;
  };
  return [
    { method: 'GET', template, handle: (call) => ok(list(call)) },
    {
      method: 'PUT',
      template,
      handle(call) {
        if (!Array.isArray(call.rawBody))
          throw invalidForm([
            { path: [], code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' },
          ]);
        const commands = objectsOf(call.rawBody).map((command) => registered(call, scopeOf(call), command, list(call)));
        store(call, commands);
        return ok(commands);
      },
    },
    {
      method: 'POST',
      template,
      handle(call) {
        const command = registered(call, scopeOf(call), call.body, list(call));
        const others = list(call).filter((each) => each['id'] !== command['id']);
        store(call, [...others, command]);
        return ok(command, others.length === list(call).length - 1 ? 201 : 200);
      },
    },
    { method: 'GET', template: `${template}/{command_id}`, handle: (call) => ok(one(call)) },
    {
      method: 'PATCH',
      template: `${template}/{command_id}`,
      handle(call) {
        const changed = { ...one(call), ...call.body };
        store(
          call,
          list(call).map((each) => (each['id'] === changed['id'] ? changed : each)),
        );
        return ok(changed);
      },
    },
    {
      method: 'DELETE',
      template: `${template}/{command_id}`,
      handle(call) {
        const gone = one(call);
        store(
          call,
          list(call).filter((each) => each !== gone),
        );
        return NO_CONTENT;
      },
    },
  ];
}

/** A definition as Discord keeps it; a command of the same name and type keeps its id. */
function registered(call: Call, scope: string, command: Json, known: Json[]): Json {
  const type = command['type'] ?? 1;
  const earlier = known.find((each) => each['name'] === command['name'] && each['type'] === type);
  return {
    name_localizations: null,
    description_localizations: null,
    default_member_permissions: null,
    nsfw: false,
    integration_types: [0],
    contexts: null,
    ...command,
    id: earlier?.['id'] ?? call.world.nextId(),
    application_id: call.world.application.id,
    version: call.world.nextId(),
    type,
    description: textOf(command['description']),
    ...(scope === 'global' ? {} : { guild_id: scope }),
  };
}
