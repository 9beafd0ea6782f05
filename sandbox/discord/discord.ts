/** The stand-in Discord: its parts started and joined, and the world that tests begin with. */
import { createChanges, waitFor, waitForQuiet } from '../common/changes.ts';
import type { SandboxClock } from '../common/clock.ts';
import { listenOnLoopback } from '../common/http.ts';
import type { Json } from '../common/json.ts';
import type { Specification } from '../common/specs.ts';
import { createBodyValidator, type Violation, type Waiver } from '../common/validation.ts';
import { type Acts, createActs } from './acts.ts';
import { createFaults, type Faults } from './faults.ts';
import { createGateway, type Gateway } from './gateway.ts';
import { createGuildBuilder, found, type GuildBuilder, type Ref } from './guilds.ts';
import { createRateLimits, type RateLimits } from './rate-limits.ts';
import { createRestServer, type RecordedRequest } from './rest.ts';
import { applicationRoutes } from './routes-application.ts';
import { channelRoutes } from './routes-channels.ts';
import { interactionRoutes } from './routes-interactions.ts';
import type { Wait } from './run.ts';
import { restoreWorld, type SavedWorld, saveWorld } from './saved-world.ts';
import { type ShownMessage, shownIn } from './shows.ts';
import type { Channel, Guild, TimelineEntry, User } from './types.ts';
import { WAIVERS } from './waivers.ts';
import { createWorld, type World } from './world.ts';

export interface DiscordOptions {
  port?: number | undefined;
  token?: string | undefined;
  heartbeatMs?: number | undefined;
  /** Discord's 3 s; longer only for a machine under load. */
  ackDeadlineMs?: number | undefined;
  /** Shards that may identify in the same 5 s; 1 for all but the largest bots. */
  maxConcurrency?: number | undefined;
  /** A world that was saved, in place of the usual one. */
  saved?: SavedWorld | undefined;
}

/** What the sandbox starts with: two guilds of two channels, the same member and admin in both, and the bot. */
interface DefaultWorld {
  guild: Guild;
  otherGuild: Guild;
  /** #news and #general of the first guild, then of the other. */
  news: Channel;
  general: Channel;
  otherNews: Channel;
  otherGeneral: Channel;
  member: User;
  /** Has MANAGE_GUILD in both guilds. */
  admin: User;
  bot: User;
}

export interface DiscordSandbox extends DefaultWorld {
  /** For `DISCORD_API_URL`. */
  apiUrl: string;
  token: string;
  applicationId: string;
  world: World;
  build: GuildBuilder;
  act: Acts;
  gateway: Gateway;
  faults: Faults;
  limits: RateLimits;
  requests: RecordedRequest[];
  violations: Violation[];
  /** Bodies that were held against the official description so far. */
  lookedAt(): number;
  waivers: Waiver[];
  /** Every state that each message ever had. */
  timeline: TimelineEntry[];
  /** Registered commands of a guild, or the global ones. */
  commands(guild?: Ref): Json[];
  shows(channel: Ref, asUser: Ref): ShownMessage[];
  /** Waits for the first message in the channel that this person sees and that fits. */
  appears(channel: Ref, asUser: Ref, fits: (message: ShownMessage) => boolean, wait?: Wait): Promise<ShownMessage>;
  /** Waits until `look` gives something; looks again after each change. */
  until<T>(look: () => T | undefined, wait?: Wait & { what?: string }): Promise<T>;
  /** Waits until a bot is connected with all its shards and has registered at least `commands` commands (default 0). */
  ready(wait?: Wait & { commands?: number; shards?: number }): Promise<void>;
  /** Waits until nothing has changed and no REST request was open for `quietMs` (default 500). */
  settled(wait?: Wait & { quietMs?: number }): Promise<void>;
  /** Calls the listener after each change; gives how to stop it. */
  listen(listener: () => void): () => void;
  /** The world as it is now, for `saved` of a later sandbox. */
  save(): SavedWorld;
  close(): Promise<void>;
}

export async function createDiscord(
  clock: SandboxClock,
  specification: Specification | undefined,
  options: DiscordOptions,
): Promise<DiscordSandbox> {
  const changes = createChanges();
  const token = options.token ?? 'sandbox.discord.token';
  const world = createWorld(clock, changes, {
    token,
    ackDeadlineMs: options.ackDeadlineMs ?? 3000,
    bot: options.saved?.bot,
    ownerId: options.saved?.owner,
  });
  const validator = createBodyValidator(specification, { now: clock.now, waivers: WAIVERS });
  const faults = createFaults();
  const limits = createRateLimits();
  const urls = { gateway: '' };
  const rest = createRestServer({
    world,
    faults,
    limits,
    routes: [
      ...applicationRoutes(
        () => urls.gateway,
        () => gateway.counts.identified,
        options.maxConcurrency ?? 1,
      ),
      ...channelRoutes,
      ...interactionRoutes,
    ],
    validator,
  });
  const listening = await listenOnLoopback(rest.handle, options.port);
  const origin = `127.0.0.1:${listening.port}`;
  urls.gateway = `ws://${origin}/gateway`;
  world.attachmentBase = `http://${origin}`;
  const gateway = createGateway(world, listening.server, { heartbeatMs: options.heartbeatMs, url: () => urls.gateway });
  const build = createGuildBuilder(world);
  const isBusy = () => rest.openCount() > 0;
  const start = options.saved ? refurnish(world, options.saved) : furnish(world, build);
  const shows = (channel: Ref, asUser: Ref) => shownIn(world, channel, asUser);
  const until: DiscordSandbox['until'] = (look, wait) =>
    waitFor(changes, look, {
      timeoutMs: wait?.timeoutMs,
      explain: () => wait?.what ?? 'what was waited for did not come',
    });
  return {
    ...start,
    apiUrl: `http://${origin}/api`,
    token,
    applicationId: world.application.id,
    world,
    build,
    act: createActs(world, isBusy),
    gateway,
    faults,
    limits,
    requests: rest.requests,
    violations: validator.violations,
    lookedAt: validator.lookedAt,
    waivers: WAIVERS,
    timeline: world.timeline,
    commands: (guild) =>
      world.commands.get(guild === undefined ? 'global' : typeof guild === 'string' ? guild : guild.id) ?? [],
    shows,
    until,
    appears: (channel, asUser, fits, wait) =>
      waitFor(changes, () => shows(channel, asUser).find(fits), {
        timeoutMs: wait?.timeoutMs,
        explain: () =>
          `no such message; the channel shows ${JSON.stringify(shows(channel, asUser).map((one) => one.text))}`,
      }),
    async ready(wait) {
      const count = () => [...world.commands.values()].reduce((sum, list) => sum + list.length, 0);
      const isReady = () => {
        const shards = gateway.connected();
        return shards.length >= (wait?.shards ?? shards[0]?.shard[1] ?? 1) && count() >= (wait?.commands ?? 0)
          ? true
          : undefined;
      };
      await until(isReady, {
        ...wait,
        what: `the bot is not ready: ${gateway.connected().length} shards, ${count()} commands`,
      });
    },
    settled: (wait) =>
      waitForQuiet(changes, isBusy, {
        quietMs: wait?.quietMs ?? 500,
        timeoutMs: wait?.timeoutMs,
        explain: () => 'Discord was never quiet',
      }),
    listen: (listener) => changes.listen(listener),
    save: () => saveWorld(world, Object.fromEntries(Object.entries(start).map(([name, { id }]) => [name, id]))),
    async close() {
      gateway.shutDown();
      await listening.close();
    },
  };
}

function furnish(world: World, build: GuildBuilder): DefaultWorld {
  const guild = build.addGuild({ name: 'Harbour News Club' });
  const otherGuild = build.addGuild({ name: 'Second Server' });
  const member = build.addMember(guild, 'Mira Member');
  build.addMember(otherGuild, member);
  const admin = build.addMember(guild, 'Ada Admin', {
    permissions: ['MANAGE_GUILD', 'MANAGE_CHANNELS', 'MANAGE_MESSAGES', 'MANAGE_THREADS'],
  });
  build.addMember(otherGuild, admin, {
    permissions: ['MANAGE_GUILD', 'MANAGE_CHANNELS', 'MANAGE_MESSAGES', 'MANAGE_THREADS'],
  });
  return {
    guild,
    otherGuild,
    member,
    admin,
    bot: world.bot,
    news: build.addChannel(guild, { name: 'news' }),
    general: build.addChannel(guild, { name: 'general' }),
    otherNews: build.addChannel(otherGuild, { name: 'news' }),
    otherGeneral: build.addChannel(otherGuild, { name: 'general' }),
  };
}

/** The saved world, with the things that every sandbox starts with by their names. */
function refurnish(world: World, saved: SavedWorld): DefaultWorld {
  restoreWorld(world, saved);
  const known = <T>(things: ReadonlyMap<string, T>, name: string) =>
    found(things.get(saved.named[name] ?? ''), name, saved.named[name] ?? '');
  return {
    guild: known(world.guilds, 'guild'),
    otherGuild: known(world.guilds, 'otherGuild'),
    member: known(world.users, 'member'),
    admin: known(world.users, 'admin'),
    bot: world.bot,
    news: known(world.channels, 'news'),
    general: known(world.channels, 'general'),
    otherNews: known(world.channels, 'otherNews'),
    otherGeneral: known(world.channels, 'otherGeneral'),
  };
}
