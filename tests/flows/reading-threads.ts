/** Reading threads for all bots of a test process: to start one takes longer than most flows. */
import { createWorkerPool, type WorkerPool } from '../../src/article/worker-pool.ts';

/** On a busy machine an ordinary page may take longer than the bot allows it. */
const DEADLINE_MS = 60_000;
const threads = createWorkerPool({ deadlineMs: DEADLINE_MS });

/** For one bot: closing it ends the bot's own documents, as if the threads were its own, and leaves the threads to the next. */
export function readingThreads(): WorkerPool {
  const end = new AbortController();
  return {
    run: (job, signal) => threads.run(job, signal ? AbortSignal.any([end.signal, signal]) : end.signal),
    async close() {
      end.abort();
    },
  };
}
