/** The bot as `npm start` makes it, connected to the sandbox instead of Discord, OpenAI and the web. */
import { startDiscord } from '#discord';

import { commands } from '../../commands/index.ts';
import { createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { createSandboxDiscord, createSandboxModel, createSandboxSite } from '../../src/sandbox/index.ts';

export async function startWorld({ hasModel }: { readonly hasModel: boolean }) {
  const [discord, model, site] = await Promise.all([createSandboxDiscord(), createSandboxModel(), createSandboxSite()]);
  const config = readConfig({
    DISCORD_TOKEN: discord.world.token,
    DISCORD_API_URL: discord.apiUrl,
    ALLOW_PRIVATE_HOSTS: site.host,
    STORE_URL: 'memory://',
    ...(hasModel ? { OPENAI_API_KEY: 'sandbox-key', OPENAI_BASE_URL: model.baseUrl, OPENAI_MODEL: 'sandbox' } : {}),
  });
  const records: Readonly<Record<string, unknown>>[] = [];
  const app = await createApp(config, (record) => records.push(record));
  let hash: string | undefined;
  const session = await startDiscord({
    token: discord.world.token,
    apiUrl: discord.apiUrl,
    commands,
    brief: app.brief,
    published: {
      get: async () => hash,
      put: async (next) => {
        hash = next;
      },
    },
    log: (record) => records.push(record),
  });
  return {
    discord,
    model,
    site,
    records,
    async close() {
      await session.close();
      await app.close();
      await Promise.all([discord.close(), model.close(), site.close()]);
    },
  };
}

export type FlowWorld = Awaited<ReturnType<typeof startWorld>>;
