/** The reading threads: one document ends a thread, never the process. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, afterEach, describe, expect, it } from 'vitest';

import { BotError } from '#domain';

import { createFetcher } from '../../src/article/fetch.ts';
import type { ParseJob } from '../../src/article/parse.ts';
import { createWorkerPool, type PoolOptions, type WorkerPool } from '../../src/article/worker-pool.ts';
import { latenessDuring, quietest } from './heartbeat.ts';
import { newspaper, paragraphs } from './pages/page.ts';
import { html, startWeb } from './web.ts';

const folder = mkdtempSync(join(tmpdir(), 'pool-'));
afterAll(() => rmSync(folder, { recursive: true }));

const pools: WorkerPool[] = [];
afterEach(() => Promise.all(pools.splice(0).map((pool) => pool.close())));

function open(options: PoolOptions = {}): WorkerPool {
  const pool = createWorkerPool({ threads: 1, ...options });
  pools.push(pool);
  return pool;
}

/** A thread's program that does to a text what its first word says. */
const OBEDIENT = program(`
  import { parentPort } from 'node:worker_threads';
  parentPort.postMessage({ isReady: true });
  parentPort.on('message', ({ id, job }) => {
    const [word] = job.content.text.split(' ');
    if (word === 'hang') for (;;);
    if (word === 'exit') process.exit(3);
    if (word === 'throw') throw new Error('thrown');
    if (word === 'fill') { const all = []; for (;;) all.push(new Array(100_000).fill(Math.random())); }
    const done = () => parentPort.postMessage({ id, article: { id: job.content.text } });
    if (word === 'slow') setTimeout(done, 100); else done();
  });
`);

function program(source: string): URL {
  const path = join(folder, `${Math.random().toString(36).slice(2)}.mjs`);
  writeFileSync(path, source);
  return pathToFileURL(path);
}

const job = (text: string): ParseJob => ({
  content: { kind: 'text', text },
  url: null,
  name: 'a-document',
  explain: false,
  off: [],
});

describe('the reading threads', () => {
  it.each(['hang', 'exit', 'throw', 'fill'])(
    'answer “%s” with a refusal, and the next document with a new thread',
    async (word) => {
      const pool = open({ program: OBEDIENT, deadlineMs: word === 'fill' ? 20_000 : 800 });
      await expect(pool.run(job(word))).rejects.toMatchObject({ code: 'page-damaged', facts: { host: 'a-document' } });
      await expect(pool.run(job('next'))).resolves.toMatchObject({ id: 'next' });
    },
  );

  it('let what waits behind a bad document be read', async () => {
    const pool = open({ program: OBEDIENT, deadlineMs: 800 });
    const bad = pool.run(job('hang'));
    const good = pool.run(job('after'));
    await expect(bad).rejects.toMatchObject({ code: 'page-damaged' });
    await expect(good).resolves.toMatchObject({ id: 'after' });
  });

  it('tell a thread that does not start as a fault of this machine', async () => {
    const pool = open({ program: program("throw new Error('no such module')") });
    await expect(pool.run(job('any'))).rejects.toMatchObject({ code: 'internal' });
  });

  it('do not count the start of a thread into the time for a document', async () => {
    const sleepy = program(`
      import { parentPort } from 'node:worker_threads';
      await new Promise((resolve) => setTimeout(resolve, 1_200));
      parentPort.postMessage({ isReady: true });
      parentPort.on('message', ({ id, job }) => parentPort.postMessage({ id, article: { id: job.content.text } }));
    `);
    await expect(open({ program: sleepy, deadlineMs: 700 }).run(job('late'))).resolves.toMatchObject({ id: 'late' });
  });

  it('count the work of a thread, and not how long it waited for a processor', async () => {
    const waiting = program(`
      import { parentPort } from 'node:worker_threads';
      parentPort.postMessage({ isReady: true });
      parentPort.on('message', ({ id, job }) =>
        setTimeout(() => parentPort.postMessage({ id, article: { id: job.content.text } }), 3_000));
    `);
    await expect(open({ program: waiting, deadlineMs: 2_000 }).run(job('late'))).resolves.toMatchObject({ id: 'late' });
    await expect(open({ program: waiting, deadlineMs: 300 }).run(job('never'))).rejects.toMatchObject({
      code: 'page-damaged',
    });
  });

  it('refuse more than may wait', async () => {
    const pool = open({ program: OBEDIENT, maxWaiting: 2 });
    const taken = [1, 2, 3].map((at) => pool.run(job(`slow ${at}`)));
    await expect(pool.run(job('one too many'))).rejects.toMatchObject({ code: 'reader-overloaded' });
    await expect(Promise.all(taken)).resolves.toHaveLength(3);
  });

  it('refuse more than fits into memory beside the rest', async () => {
    const pool = open({ program: OBEDIENT });
    const large = (at: number) => job(`slow ${at} ${'a'.repeat(12 * 1024 * 1024)}`);
    const taken = [1, 2, 3].map((at) => pool.run(large(at)));
    await expect(pool.run(large(4))).rejects.toMatchObject({ code: 'reader-overloaded' });
    await expect(Promise.all(taken)).resolves.toHaveLength(3);
  });

  it('read two documents at the same time', async () => {
    const pool = open({ program: OBEDIENT, threads: 2, deadlineMs: 1_500 });
    const hanging = pool.run(job('hang')).catch((error: unknown) => error);
    await expect(pool.run(job('beside'))).resolves.toMatchObject({ id: 'beside' });
    await expect(hanging).resolves.toMatchObject({ code: 'page-damaged' });
  });

  it('drop a document that nobody waits for any more', async () => {
    const pool = open({ program: OBEDIENT });
    const first = pool.run(job('slow one'));
    const stop = new AbortController();
    const second = pool.run(job('never'), stop.signal);
    stop.abort();
    await expect(second).rejects.toMatchObject({ code: 'cancelled' });
    await expect(first).resolves.toMatchObject({ id: 'slow one' });
    await expect(pool.run(job('third'), AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('end what runs and waits when they are closed', async () => {
    const pool = open({ program: OBEDIENT });
    const running = [pool.run(job('hang')), pool.run(job('waiting'))].map((each) =>
      each.catch((error: unknown) => error),
    );
    await pool.close();
    expect(await Promise.all(running)).toEqual([
      expect.objectContaining({ code: 'cancelled' }),
      expect.objectContaining({ code: 'cancelled' }),
    ]);
    await expect(pool.run(job('late'))).rejects.toMatchObject({ code: 'cancelled' });
  });
});

const MEGABYTES = 1_000_000;
/** The gateway's heartbeat and Discord's three seconds allow more; a reader of the channel notices less. */
const MOST_LATE_MS = 300;
const page = (body: string): string => `<html><head><title>A page</title></head><body>${body}</body></html>`;
const nested = (tag: string, depth: number): string => `${`<${tag}>`.repeat(depth)}text${`</${tag}>`.repeat(depth)}`;

/** Shapes that make other readers stand still or fall over. */
const BOMBS: readonly (readonly [name: string, html: () => string])[] = [
  ['1,000 nested elements', () => page(nested('div', 1_000))],
  ['10,000 nested elements', () => page(nested('div', 10_000))],
  ['100,000 nested elements', () => page(nested('div', 100_000))],
  ['5,000 nested pairs of formatting and paragraph', () => page('<b><p>'.repeat(5_000))],
  ['200,000 nested lists', () => page('<ul><li>'.repeat(100_000))],
  ['300,000 paragraphs', () => page('<p>word word'.repeat(300_000))],
  ['one paragraph of 3 MB', () => page(`<p>${'word '.repeat(0.6 * MEGABYTES)}</p>`)],
  ['50,000 paragraphs of 60 characters', () => page(`<p>${'word '.repeat(12)}</p>`.repeat(50_000))],
  ['3 MB of <', () => page('<'.repeat(3 * MEGABYTES))],
  ['200,000 times the beginning of a page and of an address', () => '<html><body><a href="'.repeat(140_000)],
  ['600,000 entities', () => page(`<p>${'&amp;'.repeat(600_000)}</p>`)],
  ['200,000 attributes', () => page(`<p ${Array.from({ length: 200_000 }, (_, at) => `a${at}=1`).join(' ')}>text</p>`)],
  ['300,000 pairs of breaks', () => page('<br><br>'.repeat(300_000))],
  ['3 MB of commas', () => page(`<p>${','.repeat(3 * MEGABYTES)}</p>`)],
  [
    '200,000 brackets in the data',
    () => page(`<script type="application/ld+json">${'['.repeat(200_000)}</script><p>text</p>`),
  ],
  ['200,000 separators in the title', () => `<title>${' - '.repeat(200_000)}</title><p>text</p>`],
  ['3 MB of spaces', () => page(`<p>a${' '.repeat(3 * MEGABYTES)}b</p>`)],
  ['an open comment', () => page(`<!--${'-'.repeat(2 * MEGABYTES)}`)],
  ['100,000 links in a line', () => page(`<p>${'<a href="/x">word</a> '.repeat(100_000)}</p>`)],
  ['40,000 words of quotations', () => page(`<p>${'“Yes,” she said. '.repeat(180_000)}</p>`)],
  [
    '4,000 paragraphs of who said what',
    () =>
      page(
        Array.from(
          { length: 4_000 },
          (_, at) => `<p>Anna Bell said “we pay ${at} crowns,” and Tom Ray said no.</p>`,
        ).join(''),
      ),
  ],
  ['20,000 tables in tables', () => page('<table><tr><td>'.repeat(20_000))],
];

describe('a page made to harm', () => {
  const pool = createWorkerPool({ threads: 1 });
  afterAll(() => pool.close());
  const read = (html: string) =>
    pool.run({
      content: { kind: 'bytes', bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8' },
      url: null,
      name: 'bomb',
      explain: false,
      off: [],
    });

  /** A thread that only counts, beside our pool and not in it, shows what this machine adds of its own. */
  async function machineLatenessMs(): Promise<number> {
    const counting = new Worker('for (;;);', { eval: true });
    const { lateMs } = await latenessDuring(() => new Promise((resolve) => setTimeout(resolve, 1_000)));
    await counting.terminate();
    return lateMs;
  }

  it.each(BOMBS)(
    '%s: ends as a refusal or as text, and the loop is never late by more than 0.3 s',
    async (_name, make) => {
      const bomb = make();
      const allowedMs = MOST_LATE_MS + (await machineLatenessMs());
      const started = performance.now();
      const run = await quietest(
        () => read(bomb).catch((error: unknown) => error),
        ({ lateMs, ownMs }) => lateMs < allowedMs && ownMs < MOST_LATE_MS,
      );
      const outcome: unknown = run.result;
      const ending =
        outcome instanceof BotError ? outcome.code : Object.keys(Object(outcome)).find((key) => key === 'coverage');
      expect(ending).toMatch(/^(?:page-[a-z-]+|text-empty|coverage)$/u);
      // The thread's own limit is 5 s a reading; the rest is patience with a busy machine.
      expect(performance.now() - started).toBeLessThan(100_000);
      expect(run.lateMs).toBeLessThan(allowedMs);
      expect(run.ownMs).toBeLessThan(MOST_LATE_MS);
      await expect(read(newspaper(paragraphs()))).resolves.toMatchObject({ coverage: { extent: 'whole' } });
    },
  );

  it.each([
    ['gzip', () => gzipSync(Buffer.alloc(50 * MEGABYTES))],
    ['br', () => brotliCompressSync(Buffer.alloc(50 * MEGABYTES))],
  ])('50 MB behind a small file in %s: the loop is never late by more than 0.3 s', async (encoding, pack) => {
    const web = await startWeb();
    const fetcher = createFetcher({ allowPrivateHosts: [web.host], clock: Date.now });
    const link = web.serve('/bomb', html(pack(), { 'content-encoding': encoding }));
    const allowedMs = MOST_LATE_MS + (await machineLatenessMs());
    const run = await quietest(
      () => fetcher.get(link).catch((error: unknown) => error),
      ({ lateMs, ownMs }) => lateMs < allowedMs && ownMs < MOST_LATE_MS,
    );
    await fetcher.close();
    await web.close();
    expect(run.result).toMatchObject({ code: 'page-too-large' });
    expect(run.lateMs).toBeLessThan(allowedMs);
    expect(run.ownMs).toBeLessThan(MOST_LATE_MS);
  });
});
