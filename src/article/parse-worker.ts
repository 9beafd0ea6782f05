/** The thread that reads documents: one job after another, with the analyser loaded once. */
import { parentPort } from 'node:worker_threads';

import { BotError } from '#domain';
import { createAnalyser } from '#language';

import { ExplainedRefusal, type Explanation } from './explained-refusal.ts';
import { type ParsedArticle, type ParseJob, parse } from './parse.ts';

export interface WorkerQuestion {
  readonly id: number;
  readonly job: ParseJob;
}

export type WorkerAnswer =
  /** Said once, before the first question is taken. */
  | { readonly isReady: true }
  | { readonly id: number; readonly article: ParsedArticle }
  | { readonly id: number; readonly error: Refusal }
  | { readonly id: number; readonly failure: string };

export interface Refusal {
  readonly code: BotError['code'];
  readonly facts: BotError['facts'];
  /** When the job asked for it. */
  readonly explanation: Explanation | null;
}

const port = parentPort;
if (!port) throw new Error('parse-worker.ts runs as a worker thread');
const analyser = await createAnalyser();
port.postMessage({ isReady: true } satisfies WorkerAnswer);

port.on('message', ({ id, job }: WorkerQuestion) => {
  void answer(id, job).then((message) => port.postMessage(message));
});

async function answer(id: number, job: ParseJob): Promise<WorkerAnswer> {
  try {
    return { id, article: await parse(job, analyser) };
  } catch (error) {
    if (error instanceof BotError) return { id, error: refusalOf(error) };
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

function refusalOf(error: BotError): Refusal {
  const { code, facts } = error;
  return { code, facts, explanation: error instanceof ExplainedRefusal ? error.explanation : null };
}
