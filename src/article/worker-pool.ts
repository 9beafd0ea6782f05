/**
 * Keeps one or two reading threads warm. A page that takes too long or too much memory ends its thread, not the bot; the next
 * job gets a new one. Idle threads do not keep the process alive.
 */
import { Worker } from 'node:worker_threads';

import { BotError } from '#domain';

import { ExplainedRefusal } from './explained-refusal.ts';
import type { ParsedArticle, ParseJob } from './parse.ts';
import type { Refusal, WorkerAnswer } from './parse-worker.ts';

/**
 * Limits from the page bombs that were measured: each is contained by them. A larger young generation costs memory and time:
 * a page's tree is small, and touching fresh memory is slower than collecting (24 MiB
 * instead of 8: about 60 MiB more of the process). Replacing threads after some documents gives nothing back: the process
 * keeps what an ended thread had (measured: 612 MiB instead of 306 after 1,000 briefings).
 */
export const READING_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 8, stackSizeMb: 4 };
/** Of a thread's own work on one document. */
const DEADLINE_MS = 5_000;
/** On a busy machine a thread also waits for a processor, which is no fault of the page; but not for ever. */
const MOST_DEADLINES_WAITED = 4;
/** A thread that cannot say within this time how long it has worked is stuck in one step. */
const ASKED_WITHIN_MS = 1_000;
/** A thread may take so long to start: on a busy machine that takes seconds. */
const START_MS = 20_000;
const THREADS = 2;
/** Ordinary pages wait by the hundred; pages of the largest size that is fetched, a dozen: what waits is held in memory. */
const MAX_WAITING = 256;
const MAX_WAITING_BYTES = 64 * 1024 * 1024;

export interface PoolOptions {
  readonly threads?: number;
  readonly maxWaiting?: number;
  readonly deadlineMs?: number;
  /** What a thread runs. */
  readonly program?: URL;
  readonly log?: (event: string, facts: Record<string, unknown>) => void;
}

interface Task {
  readonly job: ParseJob;
  readonly resolve: (article: ParsedArticle) => void;
  readonly reject: (error: Error) => void;
  isAbandoned: boolean;
}

interface Thread {
  readonly worker: Worker;
  task: Task | null;
  /** It has started and answers questions. */
  isReady: boolean;
  timer: NodeJS.Timeout | null;
  /** ms of processor time that the thread had used when it got its task; `null`: not known. */
  usedBefore: Promise<number | null>;
}

export interface WorkerPool {
  run(job: ParseJob, signal?: AbortSignal): Promise<ParsedArticle>;
  close(): Promise<void>;
}

export function createWorkerPool(options: PoolOptions = {}): WorkerPool {
  return new ThreadPool(options);
}

class ThreadPool implements WorkerPool {
  readonly #options: PoolOptions;
  readonly #threads = new Set<Thread>();
  readonly #waiting: Task[] = [];
  #isClosed = false;
  #nextId = 1;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  run(job: ParseJob, signal?: AbortSignal): Promise<ParsedArticle> {
    if (this.#isClosed) return Promise.reject(new BotError('cancelled', {}));
    if (signal?.aborted) return Promise.reject(new BotError('cancelled', {}, { cause: signal.reason }));
    const bytes = this.#waiting.reduce((sum, task) => sum + sizeOf(task.job), sizeOf(job));
    const isFull = this.#waiting.length >= (this.#options.maxWaiting ?? MAX_WAITING) || bytes > MAX_WAITING_BYTES;
    if (isFull && this.#waiting.length > 0) return Promise.reject(new BotError('reader-overloaded', {}));
    return new Promise((resolve, reject) => {
      const task: Task = { job, resolve, reject, isAbandoned: false };
      signal?.addEventListener('abort', () => this.#abandon(task), { once: true });
      this.#waiting.push(task);
      this.#startNext();
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const task of this.#waiting.splice(0)) task.reject(new BotError('cancelled', {}));
    await Promise.all([...this.#threads].map((thread) => this.#end(thread, new BotError('cancelled', {}))));
  }

  /** A waiting task is dropped at once; a task that a worker reads already is finished, and its result is thrown away. */
  #abandon(task: Task): void {
    task.isAbandoned = true;
    const at = this.#waiting.indexOf(task);
    if (at >= 0) this.#waiting.splice(at, 1);
    task.reject(new BotError('cancelled', {}));
  }

  #startNext(): void {
    if (this.#waiting.length === 0 || this.#isClosed) return;
    const idle = [...this.#threads].find(({ task }) => task === null);
    if (!idle && this.#threads.size >= (this.#options.threads ?? THREADS)) return;
    const task = this.#waiting.shift();
    if (task) this.#give(idle ?? this.#openThread(), task);
  }

  #openThread(): Thread {
    const program = this.#options.program ?? new URL('./parse-worker.ts', import.meta.url);
    const worker = new Worker(program, { resourceLimits: READING_LIMITS, stdin: false });
    const thread: Thread = { worker, task: null, isReady: false, timer: null, usedBefore: Promise.resolve(null) };
    this.#threads.add(thread);
    worker.on('message', (answer: WorkerAnswer) => this.#hear(thread, answer));
    let cause = new Error('the reading thread ended');
    worker.on('error', (error) => {
      cause = error;
    });
    // Not before the end: what the thread said until then may still be on its way.
    worker.on('exit', () => this.#giveUp(thread, cause));
    return thread;
  }

  #give(thread: Thread, task: Task): void {
    thread.task = task;
    thread.worker.ref();
    if (thread.isReady) this.#allowReading(thread);
    else this.#allow(thread, START_MS, () => this.#giveUp(thread, new Error(`not started within ${START_MS} ms`)));
    thread.worker.postMessage({ id: this.#nextId++, job: task.job });
  }

  #allow(thread: Thread, ms: number, otherwise: () => void): void {
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = setTimeout(otherwise, ms);
  }

  /** The thread ends when it has worked for so long on its document, or waited for much longer than that. */
  #allowReading(thread: Thread): void {
    const deadlineMs = this.#options.deadlineMs ?? DEADLINE_MS;
    const { task } = thread;
    const endsAt = performance.now() + deadlineMs * MOST_DEADLINES_WAITED;
    thread.usedBefore = usedBy(thread.worker);
    const look = async (): Promise<void> => {
      const [before, now] = await Promise.all([thread.usedBefore, usedBy(thread.worker)]);
      if (thread.task !== task) return;
      const leftMs = before === null || now === null ? 0 : deadlineMs - (now - before);
      if (leftMs > 0 && performance.now() + leftMs < endsAt) this.#allow(thread, leftMs, () => void look());
      else this.#giveUp(thread, new Error(`nothing within ${deadlineMs} ms of its own`));
    };
    this.#allow(thread, deadlineMs, () => void look());
  }

  #hear(thread: Thread, answer: WorkerAnswer): void {
    if (!('isReady' in answer)) return this.#settle(thread, answer);
    thread.isReady = true;
    if (thread.task) this.#allowReading(thread);
  }

  #settle(thread: Thread, answer: Exclude<WorkerAnswer, { isReady: true }>): void {
    const { task } = thread;
    if (thread.timer) clearTimeout(thread.timer);
    thread.timer = null;
    thread.task = null;
    thread.worker.unref();
    if (task) {
      if ('article' in answer) task.resolve(answer.article);
      else if ('error' in answer) task.reject(refusalOf(answer.error));
      else task.reject(this.#failure({ task, isReady: true }, new Error(answer.failure)));
    }
    this.#startNext();
  }

  /** A thread that never started is this machine's fault; one that ended over a document, the document's. */
  #failure({ task, isReady }: Pick<Thread, 'task' | 'isReady'>, cause: Error): BotError {
    this.#options.log?.('reader-failed', { name: task?.job.name, isReady, reason: cause.message.slice(0, 500) });
    if (!isReady) return new BotError('internal', { reference: 'reader-start' }, { cause });
    return new BotError('page-damaged', { host: task?.job.name ?? '' }, { cause });
  }

  #giveUp(thread: Thread, cause: Error): void {
    if (this.#threads.has(thread)) void this.#end(thread, this.#failure(thread, cause));
  }

  async #end(thread: Thread, error: BotError): Promise<void> {
    if (!this.#threads.delete(thread)) return;
    if (thread.timer) clearTimeout(thread.timer);
    const { task } = thread;
    thread.task = null;
    if (task && !task.isAbandoned) task.reject(error);
    const ended = thread.worker.terminate();
    this.#startNext();
    await ended;
  }
}

/** ms of processor time that the thread has used. `null`: it does not say, being stuck, gone, or of an older Node. */
async function usedBy(worker: Worker): Promise<number | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>();
  const timer = setTimeout(() => resolve(null), ASKED_WITHIN_MS);
  try {
    const used = await Promise.race([worker.cpuUsage(), late]);
    return used && (used.user + used.system) / 1000;
  } catch {
    return null;
  } finally {
    clearTimeout(timer);
  }
}

function refusalOf({ code, facts, explanation }: Refusal): BotError {
  return explanation ? new ExplainedRefusal({ code, facts }, explanation) : new BotError(code, facts);
}

const sizeOf = ({ content }: ParseJob): number =>
  content.kind === 'bytes' ? content.bytes.length : content.text.length * 2;
