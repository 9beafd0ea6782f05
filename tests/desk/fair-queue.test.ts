/** The queue: bounded, and fair between guilds. */
import { describe, expect, it } from 'vitest';

import { createFairQueue, type FairQueue } from '#desk';

const ROOMY = { atOnce: 1, atOncePerGuild: 1, waitingPerGuild: 10, waiting: 100 };
const idle = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Work that ends when told to, and notes when it starts. */
function workshop(queue: FairQueue) {
  const started: string[] = [];
  const ends = new Map<string, () => void>();
  const places = new Map<string, number[]>();
  return {
    started,
    places,
    begin(guild: string, name: string, signal?: AbortSignal) {
      places.set(name, []);
      const work = (): Promise<string> => {
        started.push(name);
        return new Promise((resolve) => void ends.set(name, () => resolve(name)));
      };
      return queue.run(guild, work, {
        ...(signal ? { signal } : {}),
        onPlace: (place) => places.get(name)?.push(place),
      });
    },
    async end(name: string) {
      ends.get(name)?.();
      await idle();
    },
  };
}

describe('the queue', () => {
  it('takes turns between guilds, however many requests one of them sent first', async () => {
    const shop = workshop(createFairQueue(ROOMY));
    const runs = ['a1', 'a2', 'a3', 'b1', 'b2', 'c1'].map((name) => shop.begin(name.charAt(0), name));
    await idle();
    for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'b2']) {
      expect(shop.started.at(-1)).toBe(name);
      await shop.end(name);
    }
    expect(await Promise.all(runs)).toEqual(['a1', 'a2', 'a3', 'b1', 'b2', 'c1']);
  });

  it('tells each its place as the turns will come, whenever it changes', async () => {
    const shop = workshop(createFairQueue(ROOMY));
    for (const name of ['a1', 'a2', 'a3', 'b1']) void shop.begin(name.charAt(0), name);
    await idle();
    expect(shop.places.get('a1')).toEqual([]);
    expect(shop.places.get('a2')).toEqual([1]);
    expect(shop.places.get('a3')).toEqual([2, 3]);
    expect(shop.places.get('b1')).toEqual([2]);
    await shop.end('a1');
    expect(shop.places.get('b1')).toEqual([2, 1]);
    expect(shop.places.get('a3')).toEqual([2, 3, 2]);
  });

  it('leaves places for others while one guild works slowly', async () => {
    const shop = workshop(createFairQueue({ ...ROOMY, atOnce: 3, atOncePerGuild: 2 }));
    for (const name of ['a1', 'a2', 'a3', 'b1']) void shop.begin(name.charAt(0), name);
    await idle();
    expect(shop.started).toEqual(['a1', 'a2', 'b1']);
  });

  it('refuses what is over the bound of the guild, and of all, before doing anything', async () => {
    const queue = createFairQueue({ ...ROOMY, waitingPerGuild: 2, waiting: 3 });
    const shop = workshop(queue);
    for (const name of ['a1', 'a2', 'a3']) void shop.begin('a', name);
    await expect(shop.begin('a', 'a4')).rejects.toMatchObject({ code: 'queue-full', facts: { waiting: 2 } });
    void shop.begin('b', 'b1');
    await expect(shop.begin('c', 'c1')).rejects.toMatchObject({ code: 'queue-full' });
    expect([queue.running, queue.waiting]).toEqual([1, 3]);
  });

  it('lets one that is cancelled leave, and moves the others up', async () => {
    const queue = createFairQueue(ROOMY);
    const shop = workshop(queue);
    const stop = new AbortController();
    void shop.begin('a', 'a1');
    const leaving = shop.begin('a', 'a2', stop.signal);
    void shop.begin('a', 'a3');
    await idle();
    stop.abort();
    await expect(leaving).rejects.toMatchObject({ code: 'cancelled' });
    expect(shop.places.get('a3')).toEqual([2, 1]);
    await shop.end('a1');
    expect(shop.started).toEqual(['a1', 'a3']);
    await expect(shop.begin('a', 'a4', stop.signal)).rejects.toMatchObject({ code: 'cancelled' });
    expect(queue.waiting).toBe(0);
  });

  it('frees the place of work that failed', async () => {
    const queue = createFairQueue(ROOMY);
    await expect(queue.run('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await queue.run('a', async () => 'next')).toBe('next');
    expect(queue.running).toBe(0);
  });

  it('counts what runs and what waits, until nothing is left', async () => {
    const queue = createFairQueue({ ...ROOMY, atOnce: 1 });
    const counts = (): number[] => [queue.running, queue.waiting];
    expect(counts()).toEqual([0, 0]);
    const shop = workshop(queue);
    void shop.begin('a', 'a1');
    void shop.begin('a', 'a2');
    expect(counts()).toEqual([1, 1]);
    await shop.end('a1');
    expect(counts()).toEqual([1, 0]);
    await shop.end('a2');
    expect(counts()).toEqual([0, 0]);
  });
});
