/**
 * `npm run bench:store`: the same bot over SQLite and over Redis, in turns in one run, as a table; and what Redis pays for a
 * briefing. Needs redis-server.
 */
import { createClient } from '@redis/client';

import { HAS_REDIS, type RedisServer, startRedis } from '../tests/store/redis-server.ts';
import { type MeasuredBot, OURS, percentile, startBot } from './load/process.ts';
import { atPace, byMembers, freshArticles, request, type Timing } from './load/requests.ts';

const ARTICLE = '/news/tidemouth-ferry';
const PER_SECOND = 20;
const ROUNDS = 20;
const REQUESTS = 60;
const WARM_UP = 200;
const FRESH = 300;
const TARGET = 2;

/** What an operator has: a log of every write, on the disk once a second. */
const SETTINGS = ['--appendonly', 'yes', '--appendfsync', 'everysec'];

interface RedisFigures {
  readonly commands: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  readonly logBytes: number;
}

async function redisFigures({ url }: RedisServer): Promise<RedisFigures> {
  const client = createClient({ url });
  await client.connect();
  const info = await client.sendCommand<string>(['INFO', 'everything']);
  await client.close();
  const field = (name: string): number => Number(new RegExp(`^${name}:(\\S+)`, 'mu').exec(info)?.[1]);
  return {
    commands: Number(/^cmdstat_evalsha:calls=(\d+)/mu.exec(info)?.[1] ?? 0),
    cpuMs: (field('used_cpu_user') + field('used_cpu_sys')) * 1000,
    memoryBytes: field('used_memory_dataset'),
    logBytes: field('aof_current_size'),
  };
}

const line = (figure: string, measured: string, target = 'printed'): void =>
  console.log(`${figure.padEnd(58)} ${measured.padEnd(34)} ${target}`);
const ms = (value: number): string => `${value.toFixed(1)} ms`;

async function compare(bots: readonly [MeasuredBot, MeasuredBot], redis: RedisServer): Promise<void> {
  const times: [Timing[], Timing[]] = [[], []];
  const refused: [number, number] = [0, 0];
  const cpu: [number, number] = [0, 0];
  const ask = (bot: MeasuredBot) => () => request(bot.sandbox, bot.sandbox.site.url(ARTICLE));
  // A machine under load may be too slow for the deadlines of a store: that is counted, not hidden.
  const tryTo = (bot: MeasuredBot) => () => ask(bot)().catch(() => null);
  for (const bot of bots) await byMembers(WARM_UP, 4, tryTo(bot));
  const before = await redisFigures(redis);
  // In turns, so that both meet the same noise.
  for (let round = 0; round < ROUNDS; round++)
    for (const at of [0, 1] as const) {
      const bot = bots[at];
      const { cpuMs } = await bot.figures();
      const answers = (await atPace(REQUESTS, PER_SECOND, tryTo(bot))).filter((one) => one !== null);
      times[at].push(...answers);
      refused[at] += REQUESTS - answers.length;
      cpu[at] += (await bot.figures()).cpuMs - cpuMs;
    }
  const after = await redisFigures(redis);
  const count = ROUNDS * REQUESTS;
  for (const share of [0.5, 0.99]) {
    const [sqlite, onRedis] = times.map((list) =>
      percentile(
        list.map(({ answeredMs }) => answeredMs),
        share,
      ),
    );
    const ratio = (onRedis ?? Number.NaN) / (sqlite ?? Number.NaN);
    line(
      `cached answer p${share * 100} at ${PER_SECOND}/s on Redis, of SQLite`,
      `${ratio.toFixed(2)} (${ms(onRedis ?? 0)} to ${ms(sqlite ?? 0)})`,
      share === 0.99 ? `<= ${TARGET}` : 'printed',
    );
  }
  line('refused, SQLite and Redis', `${refused.join(' and ')} of ${count} each`, '0');
  line('CPU of the bot per cached answer, SQLite and Redis', cpu.map((each) => ms(each / count)).join(' and '));
  line('CPU of Redis per cached answer', `${((after.cpuMs - before.cpuMs) / count).toFixed(2)} ms`);
  line('scripts run in Redis per cached answer', ((after.commands - before.commands) / count).toFixed(1));
}

async function briefings(bot: MeasuredBot, redis: RedisServer): Promise<void> {
  const links = freshArticles(bot.sandbox, FRESH);
  const before = await redisFigures(redis);
  const botBefore = await bot.figures();
  await byMembers(FRESH, 4, (number) => request(bot.sandbox, links[number] ?? '').catch(() => null));
  const after = await redisFigures(redis);
  const cpuMs = (await bot.figures()).cpuMs - botBefore.cpuMs;
  const each = (value: number): number => value / FRESH;
  line('CPU of the bot per fresh briefing, on Redis', ms(each(cpuMs)));
  line('scripts run in Redis per fresh briefing', each(after.commands - before.commands).toFixed(1));
  line('CPU of Redis per fresh briefing', `${each(after.cpuMs - before.cpuMs).toFixed(2)} ms`);
  line('memory of Redis per fresh briefing', `${(each(after.memoryBytes - before.memoryBytes) / 1024).toFixed(1)} KiB`);
  line('log of Redis per fresh briefing', `${(each(after.logBytes - before.logBytes) / 1024).toFixed(1)} KiB`);
}

if (HAS_REDIS) {
  const redis = await startRedis(SETTINGS);
  const bots = [
    await startBot({ program: OURS }),
    await startBot({ program: OURS, environment: { STORE_URL: redis.url } }),
  ] as const;
  try {
    await compare(bots, redis);
    await briefings(bots[1], redis);
  } finally {
    for (const bot of bots) await bot.close();
    await redis.close();
  }
} else process.exitCode = 1;
