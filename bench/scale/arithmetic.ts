/** What so many servers need, from what one briefing, one answer and one event were measured to cost. Pure. */

export interface Costs {
  /** Of the bot, in ms of one core. */
  readonly cpuMsPerBriefing: number;
  readonly cpuMsPerCachedAnswer: number;
  readonly cpuMsPerMessage: number;
  /** Of Redis, in ms of its one core. */
  readonly redisCpuMsPerBriefing: number;
  readonly redisCpuMsPerCachedAnswer: number;
  /** Kept as long as results are. */
  readonly redisKibPerBriefing: number;
  /** Resident memory of a process that serves nobody, and what each server adds. */
  readonly processMib: number;
  readonly processKibPerServer: number;
}

/** What an average server does in a day, and what things cost. */
export interface Usage {
  readonly briefingsPerDay: number;
  readonly cachedAnswersPerDay: number;
  readonly messagesPerDay: number;
  /** The busiest hour, of an average one. */
  readonly peak: number;
  readonly resultsKeptDays: number;
  readonly tokensPerBriefing: number;
  /** Per million tokens, read and written together. */
  readonly moneyPerMillionTokens: number;
  readonly pageKib: number;
}

export interface Machines {
  readonly cores: number;
  readonly memoryGib: number;
  readonly moneyPerMonth: number;
  /** Of a core and of the memory that may be in use at the busiest hour. */
  readonly headroom: number;
  /** What one process may grow to before collecting its garbage takes too long. */
  readonly processGib: number;
  readonly redisMemoryGib: number;
}

/** Discord's and the provider's. */
export interface Limits {
  readonly serversPerShard: number;
  readonly identifySpacingS: number;
  readonly sessionStartsPerDay: number;
  readonly modelTokensPerMinute: number;
}

export interface Inputs {
  readonly costs: Costs;
  readonly usage: Usage;
  readonly machines: Machines;
  readonly limits: Limits;
}

export interface Needs {
  readonly servers: number;
  readonly shards: number;
  readonly eventsPerS: number;
  /** Of the bot, at the busiest hour. */
  readonly cores: number;
  /** One core each. */
  readonly processes: number;
  readonly machines: number;
  readonly memoryGib: number;
  readonly redisCores: number;
  readonly redisGib: number;
  readonly modelCallsPerDay: number;
  readonly tokensPerMinute: number;
  readonly egressGibPerDay: number;
  readonly startMinutes: number;
  readonly moneyPerMonth: { readonly model: number; readonly machines: number };
}

const DAY_S = 86_400;
const MINUTES_A_DAY = 1440;
const MONTH_DAYS = 30;
const KIB_PER_MIB = 1024;
const KIB_PER_GIB = 1024 * 1024;

/** Cores of the bot and of Redis that one server keeps busy at the busiest hour. */
function coresPerServer({ costs, usage }: Inputs): { readonly bot: number; readonly redis: number } {
  const { briefingsPerDay, cachedAnswersPerDay, messagesPerDay, peak } = usage;
  const botMs =
    briefingsPerDay * costs.cpuMsPerBriefing +
    cachedAnswersPerDay * costs.cpuMsPerCachedAnswer +
    messagesPerDay * costs.cpuMsPerMessage;
  const redisMs = briefingsPerDay * costs.redisCpuMsPerBriefing + cachedAnswersPerDay * costs.redisCpuMsPerCachedAnswer;
  return { bot: (botMs * peak) / 1000 / DAY_S, redis: (redisMs * peak) / 1000 / DAY_S };
}

const tokensPerMinute = ({ usage }: Inputs): number =>
  (usage.briefingsPerDay * usage.tokensPerBriefing * usage.peak) / MINUTES_A_DAY;
const redisKib = ({ costs, usage }: Inputs): number =>
  usage.briefingsPerDay * usage.resultsKeptDays * costs.redisKibPerBriefing;

/** Of one process, for what it holds of servers. */
const roomKib = ({ costs, machines }: Inputs): number =>
  machines.processGib * KIB_PER_GIB - costs.processMib * KIB_PER_MIB;

export function needsOf(servers: number, inputs: Inputs): Needs {
  const { costs, usage, machines, limits } = inputs;
  const each = coresPerServer(inputs);
  const cores = servers * each.bot;
  const byMemory = Math.ceil((servers * costs.processKibPerServer) / roomKib(inputs));
  const processes = Math.max(1, Math.ceil(cores / machines.headroom), byMemory);
  const shards = Math.max(1, Math.ceil(servers / limits.serversPerShard));
  const memoryGib = (processes * costs.processMib * KIB_PER_MIB + servers * costs.processKibPerServer) / KIB_PER_GIB;
  const redisCores = servers * each.redis;
  const redisGib = (servers * redisKib(inputs)) / KIB_PER_GIB;
  // One core of a machine is left to the system and to Redis.
  const forBots = Math.max(
    Math.ceil(processes / Math.max(1, machines.cores - 1)),
    Math.ceil(memoryGib / (machines.memoryGib * machines.headroom)),
  );
  const forRedis = Math.ceil(Math.max(redisCores / machines.headroom, redisGib / machines.redisMemoryGib) - 1);
  const all = forBots + Math.max(0, forRedis);
  const modelCallsPerDay = servers * usage.briefingsPerDay;
  return {
    servers,
    shards,
    eventsPerS: (servers * usage.messagesPerDay * usage.peak) / DAY_S,
    cores,
    processes,
    machines: all,
    memoryGib,
    redisCores,
    redisGib,
    modelCallsPerDay,
    tokensPerMinute: servers * tokensPerMinute(inputs),
    egressGibPerDay: (modelCallsPerDay * usage.pageKib) / KIB_PER_GIB,
    startMinutes: (shards * limits.identifySpacingS) / 60,
    moneyPerMonth: {
      model: (modelCallsPerDay * MONTH_DAYS * usage.tokensPerBriefing * usage.moneyPerMillionTokens) / 1e6,
      machines: all * machines.moneyPerMonth,
    },
  };
}

/** At how many servers each thing is used up, the first to break first. */
export function breakingPoints(inputs: Inputs): { readonly what: string; readonly servers: number }[] {
  const { costs, machines, limits } = inputs;
  const each = coresPerServer(inputs);
  const memoryKib = machines.memoryGib * machines.headroom * KIB_PER_GIB - costs.processMib * KIB_PER_MIB;
  return [
    { what: 'one shard (Discord)', servers: limits.serversPerShard },
    { what: 'the core of one process', servers: machines.headroom / each.bot },
    { what: 'the memory of one process', servers: roomKib(inputs) / costs.processKibPerServer },
    { what: 'the memory of one machine', servers: memoryKib / costs.processKibPerServer },
    { what: "the provider's tokens of a minute", servers: limits.modelTokensPerMinute / tokensPerMinute(inputs) },
    { what: 'the core of one Redis', servers: machines.headroom / each.redis },
    { what: 'the memory of one Redis', servers: (machines.redisMemoryGib * KIB_PER_GIB) / redisKib(inputs) },
    { what: 'the session starts of a day', servers: limits.sessionStartsPerDay * limits.serversPerShard },
  ].sort((a, b) => a.servers - b.servers);
}

/** Numbers from 0 to 1 that are the same in every run (Park and Miller). */
export function randomFrom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/**
 * Servers differ: a few are as busy as thousands. Draws how busy each is (log-normal, `sigma` of the logarithm), deals them
 * out to the processes, and gives how busy the busiest process is, of the average one.
 */
export function busiestOf(servers: number, processes: number, sigma: number, random: () => number): number {
  const loads = new Float64Array(processes);
  for (let server = 0; server < servers; server += 1) {
    // Box and Muller.
    const normal = Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
    const at = Math.floor(random() * processes);
    loads[at] = (loads[at] ?? 0) + Math.exp(sigma * normal);
  }
  const total = loads.reduce((sum, load) => sum + load, 0);
  return Math.max(...loads) / (total / processes);
}
