/**
 * Moving the log into the file waits for the disk. SQLite does it within every thousandth page's commit, on the thread that
 * answers Discord: 10 to 18 ms each, which was the slowest hundredth of all acknowledgements. So another thread does it.
 */
import { Worker } from 'node:worker_threads';

import type { CheckpointOrder } from './sqlite-checkpoint-thread.ts';

/** After the first write since the last: a file that nobody writes to costs nothing. */
const AFTER_MS = 1000;
/** It has nothing in memory but its program. */
const LIMITS = { maxOldGenerationSizeMb: 32, maxYoungGenerationSizeMb: 1, stackSizeMb: 1 };

/** Pages in the log at which a commit moves them itself, should the thread be late or dead: 32 MiB, eight seconds of a full load. */
export const PAGES_WITHOUT_THREAD = 8000;

export interface Checkpoints {
  /** Something has been written. */
  readonly written: () => void;
  /** Before the last connection is closed, which empties the log. */
  close(): Promise<void>;
}

export function createCheckpoints(file: string): Checkpoints {
  let worker: Worker | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isOver = false;

  function open(): Worker {
    const opened = new Worker(new URL('./sqlite-checkpoint-thread.ts', import.meta.url), {
      workerData: file,
      resourceLimits: LIMITS,
    });
    // What cannot be opened here is told by the connections that write; without the thread, commits move the log themselves.
    opened.on('error', () => {
      isOver = true;
    });
    opened.unref();
    return opened;
  }

  function tell(order: CheckpointOrder): void {
    worker?.postMessage(order);
  }

  return {
    written() {
      if (isOver) return;
      timer ??= setTimeout(() => {
        timer = null;
        worker ??= open();
        tell('checkpoint');
      }, AFTER_MS).unref();
    },
    async close() {
      isOver = true;
      if (timer) clearTimeout(timer);
      // A thread that has ended by itself says so no more.
      if (!worker || worker.threadId === -1) return;
      const ended = new Promise((resolve) => void worker?.once('exit', resolve));
      worker.ref();
      tell('close');
      await ended;
    },
  };
}
