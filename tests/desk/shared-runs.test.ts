/** One run for everybody who asks for the same thing at once. */
import { describe, expect, it } from 'vitest';

import { createSharedRuns } from '#desk';

import type { SharedRunsOptions } from '../../src/desk/shared-runs.ts';

interface Held {
  readonly signal: AbortSignal;
  readonly onProgress: (progress: string) => void;
  readonly end: (result: string) => void;
  readonly fail: (error: Error) => void;
}

function scene(options: SharedRunsOptions<string> = {}) {
  const runs = createSharedRuns<string, string>(options);
  const made: Held[] = [];
  const make = ({ signal, onProgress }: Pick<Held, 'signal' | 'onProgress'>): Promise<string> =>
    new Promise((resolve, reject) => void made.push({ signal, onProgress, end: resolve, fail: reject }));
  const watch = (signal?: AbortSignal) => {
    const seen: string[] = [];
    const result = runs.run('k', { ...(signal ? { signal } : {}), onProgress: (each) => seen.push(each) }, make);
    return { seen, result };
  };
  return { made, watch, turn: () => new Promise<void>((resolve) => void setImmediate(resolve)) };
}

describe('a shared run', () => {
  it('is made once, heard by all from its beginning, and ends for all', async () => {
    const { made, watch, turn } = scene();
    const first = watch();
    await turn();
    made[0]?.onProgress('reading');
    const second = watch();
    made[0]?.onProgress('drafting');
    made[0]?.end('done');
    expect(await Promise.all([first.result, second.result])).toEqual(['done', 'done']);
    expect(made).toHaveLength(1);
    expect([first.seen, second.seen]).toEqual([
      ['reading', 'drafting'],
      ['reading', 'drafting'],
    ]);
    // Over is over: the next is made anew.
    watch();
    await turn();
    expect(made).toHaveLength(2);
  });

  it('fails for all, and the next begins anew', async () => {
    const { made, watch, turn } = scene();
    const results = [watch().result, watch().result];
    await turn();
    made[0]?.fail(new Error('broken'));
    for (const result of results) await expect(result).rejects.toThrow('broken');
    const next = watch();
    await turn();
    made[1]?.end('done');
    expect(await next.result).toBe('done');
  });

  it('is made again for those who joined when its result holds for its starter only', async () => {
    const { made, watch, turn } = scene({ isStartersOnly: (result) => result === 'refused to you' });
    const [first, second, third] = [watch(), watch(), watch()];
    await turn();
    made[0]?.end('refused to you');
    expect(await first.result).toBe('refused to you');
    await turn();
    made[1]?.end('done');
    expect(await Promise.all([second.result, third.result])).toEqual(['done', 'done']);
    expect(made).toHaveLength(2);
  });

  it('goes on when one of two leaves, and is stopped when the last does', async () => {
    const { made, watch, turn } = scene();
    const [a, b] = [new AbortController(), new AbortController()];
    const first = watch(a.signal);
    const second = watch(b.signal);
    await turn();
    a.abort();
    await expect(first.result).rejects.toMatchObject({ code: 'cancelled' });
    expect(made[0]?.signal.aborted).toBe(false);
    made[0]?.onProgress('drafting');
    expect([first.seen, second.seen]).toEqual([[], ['drafting']]);
    b.abort();
    await expect(second.result).rejects.toMatchObject({ code: 'cancelled' });
    expect(made[0]?.signal.aborted).toBe(true);
    const next = watch();
    await turn();
    made[0]?.fail(new Error('stopped'));
    made[1]?.end('done');
    expect(await next.result).toBe('done');
  });
});
