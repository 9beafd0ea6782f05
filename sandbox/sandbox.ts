import { resolve } from 'node:path';

import { createClock, type SandboxClock } from './common/clock.ts';
import { readSpecification } from './common/specs.ts';
import { createDiscord, type DiscordSandbox } from './discord/discord.ts';
import type { SavedWorld } from './discord/saved-world.ts';
import { createModelServer, type ModelServer } from './model/server.ts';
import { createNewsSite, type NewsSite } from './site/server.ts';

export interface SandboxOptions {
  /** Fixed ports; a free one is taken for each that is left out. */
  ports?: { discord?: number; model?: number; site?: number };
  /** 'auto' validates bodies against the official descriptions when their folder is there. */
  validate?: 'auto' | false;
  /** Where `discord.json` and `openai.json` are; relative to the working directory. Default `../shared/specs`. */
  specsFolder?: string;
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
  /** What the sandbox wants people to see, for example that bodies are not validated. */
  notices: string[];
  /** Variables for a bot process or its configuration. */
  environment(): Record<string, string>;
  /** Bodies that broke an official description, as lines of text; [] when all is well. */
  violations(): string[];
  close(): Promise<void>;
}

/** Starts a Discord, a model server and a news site on loopback. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const clock = createClock();
  const notices: string[] = [];
  const folder = resolve(options.specsFolder ?? '../shared/specs');
  const specification = (name: string) => {
    if (options.validate === false) return undefined;
    const found = readSpecification(resolve(folder, name));
    if (!found) notices.push(`bodies are not validated: ${name} is not in ${folder}`);
    return found;
  };
  const { ports, token, heartbeatMs, ackDeadlineMs, maxConcurrency, apiKey, saved } = options;
  const discord = await createDiscord(clock, specification('discord.json'), {
    port: ports?.discord,
    token,
    heartbeatMs,
    ackDeadlineMs,
    maxConcurrency,
    saved,
  });
  const model = await createModelServer(clock, specification('openai.json'), { port: ports?.model, apiKey });
  const site = await createNewsSite({ port: ports?.site });
  return {
    discord,
    model,
    site,
    clock,
    notices,
    environment: () => ({
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
      OPENAI_BASE_URL: model.baseUrl,
      OPENAI_API_KEY: model.apiKey,
      ALLOW_PRIVATE_HOSTS: site.host,
    }),
    violations: () =>
      [...discord.violations, ...model.violations].map((one) => `${one.operation}: ${one.errors.join('; ')}`),
    async close() {
      await Promise.all([discord.close(), model.close(), site.close()]);
    },
  };
}
