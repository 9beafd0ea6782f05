/** The thread that reads documents: one job after another, with the analyser loaded once. */
import { parentPort } from 'node:worker_threads';

import { BotError } from '#domain';
import { createAnalyser } from '#language';

import { type ParsedArticle, type ParseJob, parse } from './parse.ts';

export interface WorkerQuestion {
  readonly id: number;
  readonly job: ParseJob;
}

export type WorkerAnswer =
  /** Said once, before the first question is taken. */
  | { readonly isReady: true }
  | { readonly id: number; readonly article: ParsedArticle }
  | { readonly id: number; readonly error: { readonly code: BotError['code']; readonly facts: BotError['facts'] } }
  | { readonly id: number; readonly failure: string };

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
    if (error instanceof BotError) return { id, error: { code: error.code, facts: error.facts } };
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
