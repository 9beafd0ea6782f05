/** Which part of the bot's servers a process serves: Discord deals servers out to shards, and processes take shards. */

export interface ShardPlan {
  /** `auto`: all, as many as Discord recommends when the process starts. */
  readonly ids: 'auto' | readonly number[];
  /** Shards of the whole bot, over all its processes; `null`: as Discord recommends. */
  readonly count: number | null;
}

/** One process serves all servers. */
export const ALL_SHARDS: ShardPlan = { ids: 'auto', count: null };

/** A shard may serve 2,500 servers at most (Discord, "Sharding"), so this is more than any bot has. */
const MOST_SHARDS = 100_000;
const PART = /^(?<from>\d{1,6})(?:-(?<to>\d{1,6}))?\/(?<count>\d{1,6})$/u;

/**
 * Takes `auto`, a number, or a part like `0-15/64` (also `3/64`). Gives the plan, or one sentence that says what is
 * wrong.
 */
export function shardPlanOf(text: string): ShardPlan | string {
  if (text === 'auto') return ALL_SHARDS;
  if (/^\d{1,6}$/u.test(text)) return part(text, 0, Number(text) - 1, Number(text));
  const { from, to = from, count } = PART.exec(text)?.groups ?? {};
  if (from === undefined || to === undefined || count === undefined)
    return `SHARDS must be auto, a number of shards like 4, or a part of them like 0-15/64, and is "${text}".`;
  return part(text, Number(from), Number(to), Number(count));
}

function part(text: string, from: number, to: number, count: number): ShardPlan | string {
  if (count < 1 || count > MOST_SHARDS)
    return `SHARDS must speak of 1 to ${MOST_SHARDS} shards in all, and is "${text}".`;
  if (from > to) return `SHARDS is "${text}": the first shard of a part must not come after its last.`;
  if (to >= count) return `SHARDS is "${text}": ${count} shards are numbered from 0 to ${count - 1}.`;
  return { ids: Array.from({ length: to - from + 1 }, (_, index) => from + index), count };
}

/** Whether other processes serve the rest of the bot's servers. */
export const isPart = ({ ids, count }: ShardPlan): boolean => ids !== 'auto' && ids.length !== count;

/** Discord's rule for which shard serves a server. */
export const shardOf = (guild: string, count: number): number => Number((BigInt(guild) >> 22n) % BigInt(count));

/**
 * Tells which servers this process serves. Direct messages belong to no server (`user:ID`), and Discord sends them to shard 0
 * (Discord, "Sharding").
 */
export function ownerBy(plan: ShardPlan): (guild: string) => boolean {
  const { ids, count } = plan;
  if (ids === 'auto' || count === null || !isPart(plan)) return () => true;
  const ours = new Set(ids);
  return (guild) => ours.has(/^\d+$/u.test(guild) ? shardOf(guild, count) : 0);
}
