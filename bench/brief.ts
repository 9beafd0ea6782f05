/**
 * What a briefing costs besides waiting for the model: CPU of the whole process (reading thread included) for articles of
 * 1,000, 10,000 and 100,000 words, and how many calls briefings need. The model is a writer in another process, reached
 * through the real client.
 *   npm run bench:brief [-- --rounds 30]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { createArticleReader } from '#article';
import { createBrief } from '#briefing';
import { createSingleFlight } from '#desk';
import type { ReadRequest } from '#domain';
import { createExtractiveEngine, createModelClient, createOpenAiEngine } from '#llm';

import { articleText } from './brief-text.ts';
import type { WriterKind } from './brief-writer.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const ROUNDS = Number(values.rounds);
const WARM_UP = 10;
const PROMPTS = fileURLToPath(new URL('../prompts', import.meta.url));

const reader = createArticleReader({ allowPrivateHosts: [], clock: Date.now });

const child = spawn(process.execPath, [fileURLToPath(new URL('./brief-server.ts', import.meta.url))], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const [port] = (await once(child.stdout, 'data')) as [Buffer];
const server = `http://127.0.0.1:${port.toString('utf8').trim()}`;

const client = createModelClient({
  apiKey: 'bench',
  baseURL: server,
  model: 'bench',
  timeoutMs: 60_000,
  clock: Date.now,
});
/** Purposes of the calls made, in order. */
const made: string[] = [];
const brief = createBrief({
  reader,
  engines: { extractive: createExtractiveEngine(), openai: createOpenAiEngine({ client, promptsFolder: PROMPTS }) },
  // Nothing is kept, so that every round does the work.
  store: {
    articles: { get: async () => undefined, put: async () => undefined },
    briefings: { get: async () => undefined, put: async () => undefined },
    links: { get: async () => undefined, put: async () => undefined },
  },
  flights: createSingleFlight(),
  spending: {
    run: (_request, work) => work({ onUsage: ({ purpose }) => void made.push(purpose), mayCall: () => true }),
  },
  clock: Date.now,
});

async function run(request: ReadRequest): Promise<void> {
  const { fallback } = await brief({ guild: 'bench', source: request });
  if (fallback) throw fallback;
}

async function cpuMs(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const used = process.cpuUsage(before);
  return (used.user + used.system) / 1000;
}

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0;
const source = (words: number, seed: number): ReadRequest => ({ kind: 'text', text: articleText(words, seed) });

async function cost(words: number, rounds: number): Promise<{ reading: number; all: number }> {
  const reading: number[] = [];
  const all: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const request = source(words, round);
    reading.push(await cpuMs(() => reader.read(request)));
    all.push(await cpuMs(() => run(request)));
  }
  return { reading: median(reading), all: median(all) };
}

async function calls(kind: WriterKind, count: number): Promise<string> {
  await fetch(`${server}/kind/${kind}`);
  const shares = { repair: 0, judge: 0 };
  let total = 0;
  for (let round = 0; round < count; round += 1) {
    const from = made.length;
    await run(source(700, 1000 + round));
    const own = made.slice(from);
    total += own.length;
    if (own.includes('repair')) shares.repair += 1;
    if (own.includes('judge')) shares.judge += 1;
  }
  const percent = (part: number): string => `${Math.round((100 * part) / count)} %`;
  return `${kind.padEnd(9)} ${(total / count).toFixed(2)} calls a briefing, ${percent(shares.repair)} with a repair, ${percent(shares.judge)} with a judge`;
}

try {
  await cost(1000, WARM_UP);
  const small = await cost(1000, ROUNDS);
  console.log('CPU of one briefing, everything but waiting, median on a warm process (target at 1,000 words: 60 ms)');
  const line = (words: number, { reading, all }: { reading: number; all: number }): void =>
    console.log(
      `${String(words).padStart(7)} words  ${all.toFixed(1).padStart(7)} ms, of which reading ${reading.toFixed(1).padStart(7)} ms; ` +
        `per 1,000 words ${((all / words) * 1000).toFixed(1)} ms`,
    );
  line(1000, small);
  line(10_000, await cost(10_000, Math.max(3, Math.ceil(ROUNDS / 6))));
  line(100_000, await cost(100_000, 3));
  console.log('\nCalls, by how the writer writes');
  for (const kind of ['honest', 'careless', 'free'] as const) console.log(await calls(kind, 20));
} finally {
  await reader.close();
  child.kill();
}
