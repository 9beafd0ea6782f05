/** Four processes write for a thousand guilds at once: what is one guild's no other ever shows. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

import { describe, expect, it } from 'vitest';
import { z } from 'zod';

import { openStore } from '#store';

import { HAS_REDIS, startRedis } from './redis-server.ts';

const SCRIPT = fileURLToPath(new URL('./processes/guilds.ts', import.meta.url));
/** Their names are numbers from 1 on, so that many begin with another's. */
const GUILDS = 1000;
const WORKERS = ['1', '2', '3', '4'];

async function writeAll(url: string): Promise<void> {
  const leaks = await Promise.all(
    WORKERS.map(async (worker) => {
      const child = spawn(process.execPath, [SCRIPT, url, worker, `${GUILDS}`], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      return JSON.parse(await text(child.stdout)) as string[];
    }),
  );
  expect(leaks.flat()).toEqual([]);
}

async function expectApart(url: string): Promise<void> {
  const store = await openStore(url, { clock: Date.now, deadlineMs: 60_000 });
  const schema = z.object({ guild: z.string(), by: z.array(z.string()) });
  const notes = store.collection({ name: 'notes', version: 1, schema, durability: 'cache' });
  const seen = await Array.fromAsync(notes.guilds());
  expect(seen).toHaveLength(GUILDS);
  expect(new Set(seen).size).toBe(GUILDS);
  const isGone = (guild: string): boolean => Number(guild) % 10 === 0;
  for (const guild of seen.filter(isGone)) await store.deleteGuild(guild);
  for (const guild of seen) {
    const held = new Map(await Array.fromAsync(notes.entries(guild)));
    expect({
      keys: [...held.keys()].sort(),
      ofOthers: [...held.values()].filter((note) => note.guild !== guild),
      by: held.get('shared')?.by.toSorted(),
      counted: await store.atomic.count(guild, 'n'),
      first: await store.atomic.state(guild, 'first'),
    }).toEqual(
      isGone(guild)
        ? { keys: [], ofOthers: [], by: undefined, counted: 0, first: undefined }
        : {
            keys: ['of 1', 'of 2', 'of 3', 'of 4', 'shared'],
            ofOthers: [],
            by: WORKERS,
            counted: WORKERS.length * Number(guild),
            first: guild,
          },
    );
  }
  await store.close();
}

describe("a guild's data never crosses to another, with 1,000 guilds written by 4 processes at once", () => {
  it('on SQLite', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'verbatim-guilds-'));
    const url = `sqlite://${join(folder, 'store.sqlite')}`;
    await writeAll(url);
    await expectApart(url);
    rmSync(folder, { recursive: true });
  });

  it.skipIf(!HAS_REDIS)('on Redis', async () => {
    const redis = await startRedis();
    await writeAll(redis.url);
    await expectApart(redis.url);
    await redis.close();
  });
});
