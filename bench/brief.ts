/**
 * What a briefing costs besides waiting for the model: CPU of the whole process (reading thread included) and memory for
 * articles of 1,000 to 200,000 words, how long an item that has arrived waits until it is out, and how many calls briefings
 * need. The model is a writer in another process, reached through the real client.
 *   npm run bench:brief [-- --rounds 30]
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

import { createArticleReader } from '#article';
import { type BriefProgress, createBrief, createBriefRuns } from '#briefing';
import { DEFAULT_SETTINGS, type ReadRequest } from '#domain';
import { createExtractiveEngine, createModelClient, createOpenAiEngine } from '#llm';

import { articleText } from './brief-text.ts';
import type { WriterKind } from './brief-writer.ts';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const ROUNDS = Number(values.rounds);
const WARM_UP = 10;
/** Words, and rounds of each. Ascending: the process's peak of memory belongs to the size that reached it. */
const SIZES = [
  [1000, ROUNDS],
  [10_000, Math.max(3, Math.ceil(ROUNDS / 6))],
  [50_000, 3],
  [100_000, 3],
  [200_000, 3],
] as const;
const DELAY_ROUNDS = 10;
/** Behind each item, so that none waits for another. */
const PACE_MS = 10;
const PROMPTS = fileURLToPath(new URL('../prompts', import.meta.url));

// What is measured is CPU: a busy machine may take longer than the reader would wait.
const reader = createArticleReader({ allowPrivateHosts: [], clock: Date.now, deadlineMs: 120_000 });

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
  runs: createBriefRuns(),
  spending: {
    run: (_request, work) => work({ onUsage: ({ purpose }) => void made.push(purpose), mayCall: () => true }),
  },
  clock: Date.now,
});

async function run(request: ReadRequest): Promise<void> {
  const { fallback } = await brief({ guild: 'bench', settings: DEFAULT_SETTINGS, source: request });
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

interface Cost {
  /** CPU in ms, median of the rounds. */
  readonly reading: number;
  readonly all: number;
  /** Words that were read: nothing was cut. */
  readonly words: number;
  /** The most memory of the process so far, in MB. */
  readonly peakMb: number;
}

async function cost(words: number, rounds: number): Promise<Cost> {
  const reading: number[] = [];
  const all: number[] = [];
  let read = 0;
  for (let round = 0; round < rounds; round += 1) {
    const request = source(words, round);
    reading.push(await cpuMs(async () => (read = (await reader.read(request)).coverage.words)));
    all.push(await cpuMs(() => run(request)));
  }
  return { reading: median(reading), all: median(all), words: read, peakMb: process.resourceUsage().maxRSS / 1024 };
}

/** From the last character of an item's JSON, which the writer sends as one piece and stamps, to the item given out. */
async function delays(rounds: number): Promise<number[]> {
  await fetch(`${server}/paced/${PACE_MS}`);
  const found: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const outAt: number[] = [];
    const onProgress = ({ stage }: BriefProgress): void =>
      void (stage === 'item' && outAt.push(performance.timeOrigin + performance.now()));
    await brief({ guild: 'bench', settings: DEFAULT_SETTINGS, source: source(1000, round), onProgress });
    const sentAt = (await (await fetch(`${server}/stamps`)).json()) as number[];
    if (sentAt.length !== outAt.length)
      throw new Error(`${sentAt.length} items were sent and ${outAt.length} came out`);
    found.push(...outAt.map((at, index) => at - (sentAt[index] ?? 0)));
  }
  await fetch(`${server}/paced/0`);
  return found.toSorted((a, b) => a - b);
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
  console.log('CPU of one briefing, everything but waiting, median on a warm process (target at 1,000 words: 60 ms)');
  const found = new Map<number, Cost>();
  for (const [words, rounds] of SIZES) {
    const one = await cost(words, rounds);
    if (one.words < words) throw new Error(`of ${words} words only ${one.words} were read`);
    found.set(words, one);
    console.log(
      `${String(words).padStart(7)} words  ${one.all.toFixed(1).padStart(7)} ms, of which reading ${one.reading.toFixed(1).padStart(7)} ms; ` +
        `per 1,000 words ${((one.all / words) * 1000).toFixed(1)} ms; memory of the process at most ${one.peakMb.toFixed(0)} MB`,
    );
  }
  console.log('\nGrowth with length (linear: CPU and added memory grow no faster than words)');
  const base = found.get(10_000)?.peakMb ?? 0;
  for (const [short, long] of [
    [10_000, 100_000],
    [50_000, 100_000],
    [100_000, 200_000],
  ] as const) {
    const [a, b] = [found.get(short), found.get(long)];
    if (!a || !b) continue;
    const added =
      short > 10_000
        ? `, memory above 10,000 words x ${((b.peakMb - base) / Math.max(1, a.peakMb - base)).toFixed(2)}`
        : '';
    console.log(`${short} to ${long} words (x ${long / short}): CPU x ${(b.all / a.all).toFixed(2)}${added}`);
  }

  const waits = await delays(DELAY_ROUNDS);
  const at = (share: number): string => (waits[Math.floor(share * (waits.length - 1))] ?? 0).toFixed(1);
  console.log(
    `\nFrom the last character of an item to the item out, ${waits.length} items of 1,000-word articles (target: 50 ms): ` +
      `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, longest ${at(1)} ms`,
  );

  console.log('\nCalls, by how the writer writes');
  for (const kind of ['honest', 'careless', 'free'] as const) console.log(await calls(kind, 20));
} finally {
  await reader.close();
  child.kill();
}
