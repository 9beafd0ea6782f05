/** One SQLite file between processes: nothing lost, by contention or by a kill. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openStore, type Store } from '#store';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-processes-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
/** Far over what it takes: a busy machine may be slow, and slowness is not what is tested. */
const PATIENCE_MS = 120_000;

let files = 0;
const freshFile = (): string => join(folder, `${(files += 1)}.sqlite`);
const opened: Store[] = [];
async function open(file: string, deadlineMs = 6000): Promise<Store> {
  const store = await openStore(`sqlite://${file}`, { clock: Date.now, deadlineMs });
  opened.push(store);
  return store;
}
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
});

const COUNT = new URL('./processes/count.ts', import.meta.url);
const WRITE = new URL('./processes/write.ts', import.meta.url);

function start(script: URL, ...args: string[]) {
  const child = spawn(process.execPath, [fileURLToPath(script), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('close', (code, signal) => resolve(signal ?? code));
  });
  return { child, ended, lines: createInterface({ input: child.stdout }) };
}

async function count(file: string, times: number): Promise<number> {
  const { ended, lines } = start(COUNT, file, `${times}`);
  let won = -1;
  lines.on('line', (line) => {
    won = Number(line);
  });
  expect(await ended).toBe(0);
  return won;
}

describe('two processes on one file', () => {
  it(
    'lose no increment, give each claim to one of them, and make each transition once',
    async () => {
      const file = freshFile();
      const TIMES = 300;
      // Neither finds the file made: they make it at the same moment.
      const [first, second] = await Promise.all([count(file, TIMES), count(file, TIMES)]);
      const store = await open(file);
      expect(await store.atomic.count('1', 'n')).toBe(2 * TIMES);
      expect(first + second).toBe(TIMES);
      expect(await store.atomic.count('1', 'done')).toBe(TIMES);
    },
    PATIENCE_MS,
  );

  it(
    'do not disturb a third that reads and writes records meanwhile',
    async () => {
      const file = freshFile();
      const store = await open(file, PATIENCE_MS);
      const notes = store.collection({ name: 'notes', version: 1, schema: z.string(), durability: 'cache' });
      const others = Promise.all([count(file, 100), count(file, 100)]);
      for (let number = 0; number < 100; number += 1) {
        await notes.put('1', `${number}`, `of ${number}`);
        expect(await notes.get('1', `${number}`)).toBe(`of ${number}`);
      }
      await others;
      expect(await Array.fromAsync(notes.keys('1'))).toHaveLength(100);
      expect(await store.atomic.count('1', 'n')).toBe(200);
    },
    PATIENCE_MS,
  );
});

describe('a process killed while writing', () => {
  it(
    'loses no acknowledged write, in caches and ledgers alike, and leaves a sound file',
    async () => {
      const file = freshFile();
      for (const [round, killAt] of [3, 40, 41, 77, 120].entries()) {
        const acknowledged = await writeUntilKilled(file, `${round}`, killAt);
        expect(acknowledged).toBeGreaterThanOrEqual(killAt);
        expect(integrityOf(file)).toEqual(['ok']);
        await expectAllKept(file, `${round}`, acknowledged);
      }
    },
    PATIENCE_MS,
  );

  async function writeUntilKilled(file: string, round: string, killAt: number): Promise<number> {
    const { child, ended, lines } = start(WRITE, file, round);
    let acknowledged = 0;
    lines.on('line', (line) => {
      acknowledged = Number(line);
      if (acknowledged === killAt) child.kill('SIGKILL');
    });
    expect(await ended).toBe('SIGKILL');
    return acknowledged;
  }

  async function expectAllKept(file: string, round: string, acknowledged: number): Promise<void> {
    const store = await openStore(`sqlite://${file}`, { clock: Date.now });
    for (const durability of ['cache', 'ledger'] as const) {
      const kept = store.collection({ name: `${durability}s`, version: 1, schema: z.string(), durability });
      for (let number = 1; number <= acknowledged; number += 1)
        expect(await kept.get(round, `${number}`)).toBe(`${number} ${'x'.repeat(2000)}`);
    }
    expect(await store.atomic.count(round, 'n')).toBeGreaterThanOrEqual(acknowledged);
    await store.close();
  }
});

describe('a file locked by another process', () => {
  const lock = (file: string): DatabaseSync => {
    const other = new DatabaseSync(file);
    other.exec('BEGIN IMMEDIATE');
    return other;
  };

  it('is waited for: the write succeeds once the lock is gone, and meanwhile other work goes on', async () => {
    const file = freshFile();
    const store = await open(file, PATIENCE_MS);
    const other = lock(file);
    let isDone = false;
    const writing = store.links.put('1', 'a', LINK).then(() => {
      isDone = true;
    });
    const bumping = store.atomic.increment('1', 'n', 1);
    // Had SQLite itself waited, this would have been its 5 s, and no turn of the loop.
    for (let turn = 0; turn < 20; turn += 1) await pause(10);
    expect(isDone).toBe(false);
    expect(await store.links.get('1', 'a')).toBeUndefined();
    other.exec('ROLLBACK');
    other.close();
    await writing;
    expect(await store.links.get('1', 'a')).toEqual(LINK);
    expect(await bumping).toBe(1);
  });

  it('is an error after the wait, for every kind of write, and none of them happens later', async () => {
    const file = freshFile();
    const store = await open(file, 600);
    const other = lock(file);
    const refused = { code: 'storage-unavailable' };
    const writes = [
      store.links.put('1', 'a', LINK),
      store.links.delete('1', 'a'),
      store.atomic.increment('1', 'n', 1),
      store.atomic.putIfAbsent('1', 's', 'x'),
      store.deleteGuild('1'),
      store.check(),
    ];
    await Promise.all(writes.map((write) => expect(write).rejects.toMatchObject(refused)));
    other.exec('ROLLBACK');
    other.close();
    await pause(200);
    expect(await store.links.get('1', 'a')).toBeUndefined();
    expect([await store.atomic.count('1', 'n'), await store.atomic.state('1', 's')]).toEqual([0, undefined]);
    await store.links.put('1', 'a', LINK);
    expect(await store.links.get('1', 'a')).toEqual(LINK);
  });

  it('names the lock as the cause, not the deadline', async () => {
    const file = freshFile();
    const store = await open(file, 1200);
    const other = lock(file);
    const error: unknown = await store.links.put('1', 'a', LINK).catch((reason: unknown) => reason);
    other.close();
    expect(error).toMatchObject({ code: 'storage-unavailable', cause: { message: 'database is locked' } });
  });

  it('keeps the order of writes that waited', async () => {
    const file = freshFile();
    const store = await open(file, PATIENCE_MS);
    const other = lock(file);
    const writes = Array.from({ length: 20 }, (_, index) => store.links.put('1', 'a', { ...LINK, readAt: index }));
    await pause(50);
    other.exec('ROLLBACK');
    other.close();
    await Promise.all(writes);
    expect(await store.links.get('1', 'a')).toEqual({ ...LINK, readAt: 19 });
  });
});

const LINK = { articleId: 'a', etag: null, lastModified: null, readAt: 1 };

function integrityOf(file: string): unknown[] {
  const db = new DatabaseSync(file);
  const rows = db.prepare('PRAGMA integrity_check').all();
  db.close();
  return rows.map((row) => row['integrity_check']);
}
