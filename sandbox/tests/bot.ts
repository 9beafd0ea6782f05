/** A bare bot for the tests of the sandbox: a discord.js client, and single raw requests. */
import { Client, GatewayIntentBits, type Interaction, REST, Routes } from 'discord.js';

import type { Sandbox } from '../index.ts';

/** A bare discord.js client that talks to the sandbox, as the bot does. */
export function createClient(sandbox: Sandbox, intents?: number[]): Client {
  const client = new Client({
    intents: intents ?? [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.GuildMessageReactions,
      GatewayIntentBits.DirectMessages,
      GatewayIntentBits.MessageContent,
    ],
    rest: { api: sandbox.discord.apiUrl },
    allowedMentions: { parse: [], repliedUser: false },
    enforceNonce: true,
  });
  client.on('error', () => undefined);
  return client;
}

/** Handles interactions; errors are kept, so that a test can say what the bot met. */
export function onInteraction(client: Client, handle: (interaction: Interaction) => Promise<void>): unknown[] {
  const errors: unknown[] = [];
  client.on('interactionCreate', (interaction) => {
    handle(interaction).catch((error: unknown) => errors.push(error));
  });
  return errors;
}

export async function connect(sandbox: Sandbox, client: Client): Promise<void> {
  const ready = new Promise<void>((resolve) => client.once('clientReady', () => resolve()));
  await client.login(sandbox.discord.token);
  await ready;
}

export async function register(sandbox: Sandbox, commands: unknown[]): Promise<void> {
  const rest = new REST({ api: sandbox.discord.apiUrl }).setToken(sandbox.discord.token);
  await rest.put(Routes.applicationCommands(sandbox.discord.applicationId), { body: commands });
}

export interface RestAnswer {
  status: number;
  body: { [key: string]: unknown };
  headers: Headers;
}

/** One raw request to the REST API, with the bot's token unless another is given. */
export async function call(
  sandbox: Sandbox,
  method: string,
  path: string,
  body?: unknown,
  token = sandbox.discord.token,
): Promise<RestAnswer> {
  const response = await fetch(`${sandbox.discord.apiUrl}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const json = (text === '' ? {} : JSON.parse(text)) as RestAnswer['body'];
  return { status: response.status, body: json, headers: response.headers };
}

/** What Discord answered, shortly: '200', or '400 50035'. */
export function outcome(answer: RestAnswer): string {
  const code = answer.body['code'];
  return answer.status >= 400 && typeof code === 'number' ? `${answer.status} ${code}` : String(answer.status);
}
