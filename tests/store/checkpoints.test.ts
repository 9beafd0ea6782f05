import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';

import { openStore, type Store } from '#store';

import { createCheckpoints, PAGES_WITHOUT_THREAD } from '../../src/store/sqlite-checkpoints.ts';

const folder = mkdtempSync(join(tmpdir(), 'verbatim-checkpoints-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const PAGE_BYTES = 4096;
const NOTE = { name: 'notes', version: 1, schema: z.string(), durability: 'cache' } as const;
const PATIENCE = { timeout: 20_000, interval: 50 };
let files = 0;

async function filled(records: number, bytes: number): Promise<{ readonly file: string; readonly store: Store }> {
  const file = join(folder, `${(files += 1)}.sqlite`);
  const store = await openStore(`sqlite://${file}`, { clock: Date.now });
  const notes = store.collection(NOTE);
  for (let number = 0; number < records; number += 1) await notes.put('1', `k${number}`, 'x'.repeat(bytes));
  return { file, store };
}

describe('the log of a SQLite file', () => {
  it('is moved into the file a second after a write, and is gone with the last connection', async () => {
    const { file, store } = await filled(500, 2000);
    const logBytes = statSync(`${file}-wal`).size;
    expect(logBytes).toBeGreaterThan(500 * 2000);
    expect(statSync(file).size).toBeLessThan(20 * PAGE_BYTES);
    await vi.waitFor(() => expect(statSync(file).size).toBeGreaterThan(500 * 2000), PATIENCE);
    await store.close();
    expect(existsSync(`${file}-wal`)).toBe(false);
  });

  it('is written over from its beginning once it has been moved, so that it does not grow for ever', async () => {
    const { file, store } = await filled(300, 2000);
    const logBytes = (): number => statSync(`${file}-wal`).size;
    const before = logBytes();
    await store.atomic.increment('1', 'n', 1);
    expect(logBytes()).toBeGreaterThan(before);
    await vi.waitFor(async () => {
      const held = logBytes();
      await store.atomic.increment('1', 'n', 1);
      expect(logBytes()).toBe(held);
    }, PATIENCE);
    await store.close();
  });

  it('is moved by the commits themselves where the thread cannot work', async () => {
    // Of a file that is no database the thread can do nothing; the store beside it goes on.
    const broken = createCheckpoints(folder);
    broken.written();
    const { file, store } = await filled(1, 10);
    const notes = store.collection({ ...NOTE, name: 'large' });
    // More at once than the thread has a second for.
    await notes.put('1', 'k', 'z'.repeat((PAGES_WITHOUT_THREAD + 100) * PAGE_BYTES));
    expect(statSync(file).size).toBeGreaterThan(PAGES_WITHOUT_THREAD * PAGE_BYTES);
    await store.close();
    await broken.close();
  });
});
