/** The arithmetic of `npm run bench:scale`, on numbers that can be done in the head. */
import { describe, expect, it } from 'vitest';

import { breakingPoints, busiestOf, type Inputs, needsOf, randomFrom } from '../../bench/scale/arithmetic.ts';
import { readFigures } from '../../bench/scale/figures.ts';

const DAY_MS = 86_400_000;
/** One server keeps a thousandth of a core busy with briefings alone, at the busiest hour. */
const INPUTS: Inputs = {
  costs: {
    cpuMsPerBriefing: DAY_MS / 10 / 1000 / 2,
    cpuMsPerCachedAnswer: 0,
    cpuMsPerMessage: 0,
    redisCpuMsPerBriefing: DAY_MS / 10 / 100_000 / 2,
    redisCpuMsPerCachedAnswer: 0,
    redisKibPerBriefing: 10.24,
    processMib: 100,
    processKibPerServer: 102.4,
  },
  usage: {
    briefingsPerDay: 10,
    cachedAnswersPerDay: 0,
    messagesPerDay: 864,
    peak: 2,
    resultsKeptDays: 10,
    tokensPerBriefing: 7200,
    moneyPerMillionTokens: 2,
    pageKib: 104.8576,
  },
  machines: { cores: 5, memoryGib: 8, moneyPerMonth: 50, headroom: 0.5, processGib: 2, redisMemoryGib: 10 },
  limits: { serversPerShard: 1000, identifySpacingS: 6, sessionStartsPerDay: 1000, modelTokensPerMinute: 1_000_000 },
};

describe('what servers need', () => {
  const needs = needsOf(10_000, INPUTS);

  it('is processes of half a core, and machines with a core to spare', () => {
    expect(needs.cores).toBeCloseTo(10);
    expect(needs.processes).toBe(20);
    expect(needs.machines).toBe(5);
    expect(needs.memoryGib).toBeCloseTo((20 * 100 + 1000) / 1024);
  });

  it('is more processes when their memory fills before their core', () => {
    const heavy = { ...INPUTS, costs: { ...INPUTS.costs, processKibPerServer: 10_240 } };
    // 10 MiB each, into 1948 MiB.
    expect(needsOf(10_000, heavy).processes).toBe(52);
  });

  it('is shards, events and minutes until all have identified', () => {
    expect([needs.shards, needs.eventsPerS, needs.startMinutes]).toEqual([10, 200, 1]);
  });

  it('is model calls, tokens and money', () => {
    expect(needs.modelCallsPerDay).toBe(100_000);
    expect(needs.tokensPerMinute).toBeCloseTo(1_000_000);
    expect(needs.moneyPerMonth).toEqual({ model: 43_200, machines: 250 });
  });

  it('is memory and processor of Redis, and more machines when one Redis does not do', () => {
    expect(needs.redisCores).toBeCloseTo(0.1);
    expect(needs.redisGib).toBeCloseTo(9.765_625);
    expect(needsOf(100_000, INPUTS).machines).toBe(50 + 9);
  });
});

describe('what breaks first', () => {
  it('is the process, then the shard, then the tokens of a minute', () => {
    const points = breakingPoints(INPUTS);
    expect(points.slice(0, 3).map(({ what, servers }) => [what, Math.round(servers)])).toEqual([
      ['the core of one process', 500],
      ['one shard (Discord)', 1000],
      ["the provider's tokens of a minute", 10_000],
    ]);
    expect(points.map(({ servers }) => servers)).toEqual(
      points.map(({ servers }) => servers).toSorted((a, b) => a - b),
    );
  });
});

describe('servers that differ', () => {
  it('make the busiest process busier the more they differ, and the same in every run', () => {
    const busiest = (sigma: number): number => busiestOf(10_000, 10, sigma, randomFrom(7));
    expect(busiest(0)).toBeGreaterThan(1);
    expect(busiest(0)).toBeLessThan(1.1);
    expect(busiest(2)).toBeGreaterThan(busiest(0.5));
    expect(busiest(2)).toBe(busiest(2));
  });
});

describe('the figures that are checked in', () => {
  it('are whole, and every measured one says by which command', () => {
    const { inputs, sources } = readFigures();
    expect(needsOf(1_000_000, inputs).shards).toBe(1000);
    expect(sources.length).toBeGreaterThan(15);
    for (const { name, from } of sources) expect(`${name}: ${from}`).toMatch(/: \S.{10,}/u);
    const measured = sources.filter(({ kind }) => kind === 'measured');
    for (const { from } of measured) expect(from).toMatch(/npm run bench:\w+/u);
  });
});
