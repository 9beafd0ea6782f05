/** The whole sandbox: a Discord, a model server and a news site, and what was wrong with what they were sent. */
import { createClock, type SandboxClock } from './common/clock.ts';
import { readSpecification } from './common/specs.ts';
import { createDiscord, type DiscordSandbox } from './discord/discord.ts';
import type { RecordedRequest } from './discord/rest.ts';
import type { SavedWorld } from './discord/saved-world.ts';
import { createModelServer, type ModelServer } from './model/server.ts';
import { createNewsSite, type NewsSite } from './site/server.ts';

export interface SandboxOptions {
  /** Fixed ports; a free one is taken for each that is left out. */
  ports?: { discord?: number; model?: number; site?: number };
  /** False holds no body against the official descriptions: for measurements, and tests that send broken bodies on purpose. */
  validate?: boolean;
  token?: string;
  apiKey?: string;
  /** Shorter heartbeats for tests of dead connections. */
  heartbeatMs?: number;
  /** Discord's 3 s by default. */
  ackDeadlineMs?: number;
  /** Shards that may identify in the same 5 s; 1 by default. */
  maxConcurrency?: number;
  /** A world of an earlier run, in place of the usual one. */
  saved?: SavedWorld | undefined;
}

export interface Sandbox {
  discord: DiscordSandbox;
  model: ModelServer;
  site: NewsSite;
  clock: SandboxClock;
  /** Variables for a bot process or its configuration. */
  environment(): Record<string, string>;
  /**
   * Bodies that broke an official description, as lines of text; [] when all is well. That bodies were sent and not one was
   * looked at is a line too. Throws in a sandbox with `validate: false`.
   */
  violations(): string[];
  close(): Promise<void>;
}

/** Starts a Discord, a model server and a news site on loopback. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock();
  const { validate = true, ports, token, heartbeatMs, ackDeadlineMs, maxConcurrency, apiKey, saved } = options;
  const discord = await createDiscord(clock, validate ? readSpecification('discord.json') : undefined, {
    port: ports?.discord,
    token,
    heartbeatMs,
    ackDeadlineMs,
    maxConcurrency,
    saved,
  });
  const model = await createModelServer(clock, validate ? readSpecification('openai.json') : undefined, {
    port: ports?.model,
    apiKey,
  });
  const site = await createNewsSite({ port: ports?.site });
  return {
    discord,
    model,
    site,
    clock,
    environment: () => ({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: model.apiKey,
      ALLOW_PRIVATE_HOSTS: site.host,
    }),
    violations() {
      if (!validate) throw new Error('This sandbox was made with validate: false and has looked at no body.');
      const described = [...discord.violations, ...model.violations];
      return [
        ...described.map((one) => `${one.operation}: ${one.errors.join('; ')}`),
        ...unseen('Discord', bodiesServed(discord), discord.lookedAt()),
        ...unseen('the model', model.calls.length, model.lookedAt()),
      ];
    },
    async close() {
      await Promise.all([discord.close(), model.close(), site.close()]);
    },
  };
}

/** A check that looks at nothing finds nothing: where bodies came and none was looked at, that is the finding. */
function unseen(whom: string, sent: number, lookedAt: number): string[] {
  return sent > 0 && lookedAt === 0
    ? [`${sent} bodies were sent to ${whom}, and none was held against a description`]
    : [];
}

/** Requests with a body that came to a route of the bot's; the others are refused before anybody looks at them. */
function bodiesServed(discord: DiscordSandbox): number {
  const isServed = ({ body, route, status }: RecordedRequest) =>
    body !== undefined && route !== undefined && status !== 401;
  return discord.requests.filter(isServed).length;
}
