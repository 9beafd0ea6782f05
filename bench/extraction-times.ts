/**
 * CPU time a page takes, one after the other in a thread with the limits of a reading thread: what a reader waits for, without
 * the protocol of the scorer. `node bench/extraction-times.ts FOLDER`, where FOLDER has `html/ID.html.gz`.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMainThread, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';

const RUNS = 7;
const ENDING = '.html.gz';

interface Timing {
  readonly id: string;
  readonly characters: number;
  /** Milliseconds of CPU: the first reading in a cold thread, and the median of the others. */
  readonly firstMs: number;
  readonly warmMs: number;
}

async function timings(folder: string): Promise<Timing[]> {
  const { extractArticle } = await import('../src/article/extract/extract.ts');
  const pages = readdirSync(folder)
    .filter((name) => name.endsWith(ENDING))
    .map((name) => ({
      id: name.slice(0, -ENDING.length),
      html: gunzipSync(readFileSync(join(folder, name))).toString('utf8'),
      times: [] as number[],
    }));
  for (let run = 0; run <= RUNS; run++) {
    for (const { html, times } of pages) {
      const before = process.threadCpuUsage();
      extractArticle(html);
      const { user, system } = process.threadCpuUsage(before);
      times.push((user + system) / 1000);
    }
  }
  return pages.map(({ id, html, times: [firstMs = 0, ...others] }) => ({
    id,
    characters: html.length,
    firstMs,
    warmMs: others.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)] ?? 0,
  }));
}

function report(all: readonly Timing[]): void {
  const [slowest] = all.toSorted((a, b) => b.warmMs - a.warmMs);
  const [coldest] = all.toSorted((a, b) => b.firstMs - a.firstMs);
  const totalMs = all.reduce((sum, { warmMs }) => sum + warmMs, 0);
  if (!slowest || !coldest) return console.log('no pages to time');
  const page = ({ id, characters }: Timing): string => `${id.slice(0, 12)}, ${Math.round(characters / 1000)} kB`;
  console.log(
    `slowest page ${slowest.warmMs.toFixed(1)} ms CPU (${page(slowest)}; median of ${RUNS} readings in a warm thread); ` +
      `slowest first reading ${coldest.firstMs.toFixed(1)} ms (${page(coldest)})\n` +
      `${((all.length * 1000) / totalMs).toFixed(1)} pages per CPU second of the reading thread (medians, without the scorer's protocol)`,
  );
}

if (isMainThread) {
  const { READING_LIMITS } = await import('../src/article/worker-pool.ts');
  new Worker(new URL(import.meta.url), {
    resourceLimits: READING_LIMITS,
    workerData: join(process.argv[2] ?? '', 'html'),
  });
} else {
  report(await timings(String(workerData)));
}
