/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { createArticleReader, type Reader } from '#article';
import { type Brief, type BriefResult, createBrief, createWorkRecorder, type Work } from '#briefing';
import { createSingleFlight } from '#desk';
import { createExtractiveEngine, createModelClient, createOpenAiEngine, type OpenAiEngine } from '#llm';
import { openStore, type Store } from '#store';

import type { Config } from './config.ts';

/** Expired records read as not kept at once; this is how long they may still fill the disk. */
const SWEEP_INTERVAL_MS = 3_600_000;
const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: Reader;
  readonly store: Store;
  readonly brief: Brief;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  /** Runs something on behalf of a request, so that what is told of it carries the request's id. */
  within<T>(request: string, run: () => T): T;
  close(): Promise<void>;
}

/** One record for the log; never holds a secret. */
export type Log = (record: Readonly<Record<string, unknown>>) => void;

/**
 * `tell` hears what was done for each request, the article's text included: for a parent process, never for a log.
 * @throws StoreError with a sentence when the store cannot be opened
 */
export async function createApp(config: Config, log: Log, tell?: (work: Work) => void): Promise<App> {
  const clock = Date.now;
  const store = await openStore(config.storeUrl, {
    clock,
    onQuarantine: (what) => log({ level: 'warn', event: 'record set aside', ...what }),
  });
  const stopSweeping = sweepHourly(store, log);
  const reader = createArticleReader({ allowPrivateHosts: config.allowPrivateHosts, clock });
  const openai = config.model && createEngine(config.model);
  const recorder = tell && createWorkRecorder(tell, clock);
  const brief = createBrief({
    reader,
    store,
    clock,
    engines: { extractive: createExtractiveEngine(), openai: openai && recorder ? recorder.engine(openai) : openai },
    flights: createSingleFlight<BriefResult>(),
  });
  return {
    reader,
    store,
    brief: recorder ? recorder.brief(brief) : brief,
    openai,
    within: (request, run) => (recorder ? recorder.within(request, run) : run()),
    async close() {
      stopSweeping();
      await reader.close();
      await store.close();
    },
  };
}

/** Returns how to stop it. */
function sweepHourly(store: Store, log: Log): () => void {
  const sweep = async (): Promise<void> => {
    try {
      await store.sweep();
    } catch (error) {
      log({ level: 'error', event: 'sweep failed', cause: error instanceof Error ? error.message : typeof error });
    }
  };
  const timer = setInterval(() => void sweep(), SWEEP_INTERVAL_MS).unref();
  return () => clearInterval(timer);
}

function createEngine(model: NonNullable<Config['model']>): OpenAiEngine {
  const client = createModelClient({
    apiKey: model.apiKey,
    ...(model.baseURL ? { baseURL: model.baseURL } : {}),
    model: model.name,
    timeoutMs: model.timeoutMs,
    clock: Date.now,
  });
  return createOpenAiEngine({ client, promptsFolder: PROMPTS_FOLDER, contextTokens: model.contextTokens });
}
