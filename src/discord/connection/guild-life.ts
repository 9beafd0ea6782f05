/** Servers that come and go: what is held of them follows. An outage is neither. */
import { type Client, Events } from 'discord.js';

import { type Retention } from '#desk';
import { describeError, shardOf } from '#domain';

type Held = Pick<Retention, 'left' | 'returned' | 'guilds'>;

/** What READY says of one shard: its number, of how many, and the servers it serves. */
export interface ShardList {
  readonly shard: readonly [number, number];
  readonly guilds: ReadonlySet<string>;
}

/** Of the servers that the store knows, those of this shard that the bot was sent away from, and those it is in. Pure. */
export function compareGuilds(
  known: Iterable<string>,
  { shard: [index, count], guilds }: ShardList,
): { readonly gone: readonly string[]; readonly here: readonly string[] } {
  const ours = [...known].filter((guild) => shardOf(guild, count) === index);
  return { gone: ours.filter((guild) => !guilds.has(guild)), here: ours.filter((guild) => guilds.has(guild)) };
}

/** `null`: not a READY, or of a shape that tells nothing. */
export function shardListOf(packet: unknown): ShardList | null {
  const { t: name, d: data } = packet as { readonly t?: unknown; readonly d?: Record<string, unknown> | null };
  if (name !== 'READY' || !data || !Array.isArray(data['guilds'])) return null;
  const [index, count] = Array.isArray(data['shard']) ? (data['shard'] as unknown[]).map(Number) : [0, 1];
  const ids = (data['guilds'] as { readonly id: string }[]).map(({ id }) => id);
  return { shard: [index ?? 0, count || 1], guilds: new Set(ids) };
}

/** Before the client logs in: READY is told once. */
export function followGuilds(
  client: Client,
  held: Held,
  log: (record: Readonly<Record<string, unknown>>) => void,
): void {
  /** One after the other: what is said last holds. */
  let queue: Promise<void> = Promise.resolve();
  const then = (event: string, work: () => Promise<void>): void => {
    queue = queue.then(async () => {
      try {
        await work();
      } catch (error) {
        log({ level: 'error', event, cause: describeError(error) });
      }
    });
  };
  const leave = (guild: string): void =>
    then('not deleted after leaving', async () => {
      await held.left(guild);
      log({ event: 'left', guild });
    });

  client.on(Events.Raw, (packet: unknown) => {
    const list = shardListOf(packet);
    if (!list) return;
    then('not compared after ready', async () => {
      const { gone, here } = compareGuilds(await held.guilds(), list);
      for (const guild of gone) leave(guild);
      // It may have been sent away and asked back while this process was not running.
      for (const guild of here) await held.returned(guild);
    });
  });
  // discord.js tells an outage (`unavailable: true`) as another event.
  client.on(Events.GuildDelete, ({ id }) => leave(id));
  client.on(Events.GuildCreate, ({ id }) => then('not kept after returning', () => held.returned(id)));
}
