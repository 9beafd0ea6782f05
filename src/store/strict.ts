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

export function createStrict(deadlineMs: number): Strict {
  const running = new Set<Promise<unknown>>();

  async function underDeadline<Result>(operation: string, work: () => Promise<Result>, limitMs: number) {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => reject(new Error(`no answer within ${limitMs} ms`)), limitMs);
    });
    try {
      return await Promise.race([work(), late]);
    } catch (error) {
      throw new BotError('storage-unavailable', { operation }, { cause: error });
    } finally {
      clearTimeout(timer);
    }
  }

  return {
    async run(operation, work, limitMs = deadlineMs) {
      const result = underDeadline(operation, work, limitMs);
      running.add(result);
      try {
        return await result;
      } finally {
        running.delete(result);
      }
    },
    async settled() {
      await Promise.allSettled(running);
    },
  };
}
