/**
 * `{"id","url","html"}` lines on stdin → `{"id","text"}` lines on stdout: the article's body without its headline, one line
 * a block. It calls the very function that the reading thread calls, in a thread with the same limits.
 */
import { readSync, writeSync } from 'node:fs';
import { isMainThread, Worker } from 'node:worker_threads';

const NEWLINE = 0x0a;
const FIRST_BUFFER_BYTES = 4 * 1024 * 1024;
const RETRY_MS = 2;
const STDIN = 0;
const STDOUT = 1;

/**
 * Splits at "\n" alone: node:readline also splits at U+2028, which pages contain. One buffer for all lines: with a buffer a
 * chunk the collector would be busy with the protocol and not with the pages.
 */
function* lines(): Generator<string> {
  let buffer = Buffer.allocUnsafe(FIRST_BUFFER_BYTES);
  let start = 0;
  let end = 0;
  for (;;) {
    if (end === buffer.length) {
      const wider = start > 0 ? buffer : Buffer.allocUnsafe(buffer.length * 2);
      buffer.copy(wider, 0, start, end);
      buffer = wider;
      end -= start;
      start = 0;
    }
    const read = readSome(buffer, end);
    let at = buffer.subarray(0, end + read).indexOf(NEWLINE, end);
    end += read;
    for (; at >= 0; at = buffer.subarray(0, end).indexOf(NEWLINE, start)) {
      yield buffer.toString('utf8', start, at);
      start = at + 1;
    }
    if (read === 0) break;
  }
  if (end > start) yield buffer.toString('utf8', start, end);
}

/** Bytes read; 0 at the end. */
function readSome(buffer: Buffer, offset: number): number {
  return retrying(() => readSync(STDIN, buffer, offset, buffer.length - offset, null));
}

function write(text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) {
    const from = at;
    at += retrying(() => writeSync(STDOUT, bytes, from));
  }
}

/** A pipe that its other end made non-blocking says "not now" in place of waiting. */
function retrying(act: () => number): number {
  for (;;) {
    try {
      return act();
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : '';
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RETRY_MS);
    }
  }
}

async function answerAll(): Promise<void> {
  const { extractArticle } = await import('../src/article/extract/extract.ts');
  for (const line of lines()) {
    if (!line.trim()) continue;
    const { id, html }: { id: string; html: string } = JSON.parse(line);
    const { paragraphs } = extractArticle(html);
    write(`${JSON.stringify({ id, text: paragraphs.map(({ text }) => text).join('\n') })}\n`);
  }
}

if (isMainThread) {
  const { READING_LIMITS } = await import('../src/article/worker-pool.ts');
  new Worker(new URL(import.meta.url), { resourceLimits: READING_LIMITS });
} else {
  await answerAll();
}
