/** Commands go out to Discord when they have changed. */
import { REST, Routes } from 'discord.js';

import type { DiscordRest } from '../connection/rest.ts';
import { startErrorOf } from '../connection/start-error.ts';
import { commandBodies, commandsHash, type Published } from './registry.ts';

/** The hash of what was published last. */
export interface PublishedHash {
  get(): Promise<string | undefined>;
  put(hash: string): Promise<void>;
  /** Runs the work while no other process publishes. */
  alone<Result>(work: () => Promise<Result>): Promise<Result>;
}

export async function publish(
  application: string,
  definitions: Published,
  { rest, published }: { readonly rest: DiscordRest; readonly published: PublishedHash },
): Promise<void> {
  const hash = commandsHash(definitions);
  if ((await published.get()) === hash) return;
  await published.alone(async () => {
    // Whoever was first has done it for all.
    if ((await published.get()) === hash) return;
    const route = Routes.applicationCommands(application);
    await rest.asBot({ method: 'PUT', route, body: commandBodies(definitions) });
    await published.put(hash);
  });
}

export interface PublishOptions {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly definitions: Published;
}

/** Publishes without a session, for CI. Returns how many commands and menu entries were published. */
export async function publishCommands({ token, apiUrl, definitions }: PublishOptions): Promise<number> {
  const rest = new REST(apiUrl ? { api: apiUrl } : {}).setToken(token);
  const body = commandBodies(definitions);
  try {
    const application = (await rest.get(Routes.currentApplication())) as { id: string };
    await rest.put(Routes.applicationCommands(application.id), { body });
  } catch (error) {
    throw startErrorOf(error) ?? error;
  }
  return body.length;
}
