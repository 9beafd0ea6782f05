/** A failed or late operation is an error: never a miss, never `false`. */
import { BotError } from '#domain';

/** Over the time that SQLite waits for a lock (5 s), so that the cause named is the lock and not the deadline. */
export const DEADLINE_MS = 6000;

export interface Strict {
  /**
   * Runs one operation under the deadline. What a late one does afterwards is unknown to its caller, as with any store.
   * @throws BotError `storage-unavailable`
   */
  run<Result>(operation: string, work: () => Promise<Result>, limitMs?: number): Promise<Result>;
  /** Resolves when every operation that was asked for has ended, well or not. */
  settled(): Promise<void>;
}

interface Running {
  /** On the clock of `performance`. */
  readonly endsAt: number;
  readonly late: () => void;
  readonly done: Promise<unknown>;
}

export function createStrict(deadlineMs: number): Strict {
  const running = new Set<Running>();
  // One for all: a timer for each would cost as much as a read, and four reads stand before every acknowledgement.
  let timer: NodeJS.Timeout | undefined;
  let ringsAt = Number.POSITIVE_INFINITY;

  function watch(endsAt: number): void {
    if (endsAt >= ringsAt) {
      timer?.ref();
      return;
    }
    clearTimeout(timer);
    ringsAt = endsAt;
    timer = setTimeout(ring, Math.max(1, endsAt - performance.now()));
  }

  function ring(): void {
    ringsAt = Number.POSITIVE_INFINITY;
    const now = performance.now();
    let next = Number.POSITIVE_INFINITY;
    for (const { endsAt, late } of running)
      if (endsAt <= now) late();
      else next = Math.min(next, endsAt);
    if (next < Number.POSITIVE_INFINITY) watch(next);
  }

  return {
    run<Result>(operation: string, work: () => Promise<Result>, limitMs = deadlineMs) {
      const { promise, resolve, reject } = Promise.withResolvers<Result>();
      const over = (): void => {
        running.delete(one);
        // Nothing to wait for: it must not keep a finished process alive.
        if (running.size === 0) timer?.unref();
      };
      const fail = (cause: unknown): void => {
        over();
        reject(new BotError('storage-unavailable', { operation }, { cause }));
      };
      const endsAt = performance.now() + limitMs;
      const one = { endsAt, late: () => fail(new Error(`no answer within ${limitMs} ms`)), done: promise };
      running.add(one);
      watch(endsAt);
      Promise.try(work).then((result) => {
        over();
        resolve(result);
      }, fail);
      return promise;
    },
    async settled() {
      await Promise.allSettled([...running].map(({ done }) => done));
    },
  };
}
