/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { createArticleReader, type Reader } from '#article';
import {
  type Brief,
  type BriefingStore,
  type BriefProgress,
  type BriefResult,
  createBrief,
  createGuildBrief,
  createObservedBrief,
} from '#briefing';
import { createDesk, createSharedRuns, createSingleFlight, type Desk } from '#desk';
import { createExtractiveEngine, createModelClient, createOpenAiEngine, type OpenAiEngine } from '#llm';
import type { Log } from '#ops';
import { openStore, type Store } from '#store';

import type { Config } from './config.ts';
import { createOperation, type Operation } from './operation.ts';

/** Expired records read as not kept at once; this is how long they may still fill the disk. */
const SWEEP_INTERVAL_MS = 3_600_000;
const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: Reader;
  readonly store: Store;
  readonly desk: Desk;
  readonly operation: Operation;
  readonly brief: Brief;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  close(): Promise<void>;
}

/** @throws StoreError with a sentence when the store cannot be opened */
export async function createApp(config: Config, log: Log): Promise<App> {
  const clock = Date.now;
  const operation = createOperation(config, log);
  const store = await openStore(config.storeUrl, { clock, onQuarantine: operation.onQuarantine });
  const stopSweeping = sweepHourly(store, operation);
  const reader = createArticleReader({ allowPrivateHosts: config.allowPrivateHosts, clock });
  const openai = config.model && createEngine(config.model);
  const onFault = (error: unknown): void => operation.fault('not booked', error);
  const desk = createDesk({
    store,
    ceilings: config.ceilings,
    clock,
    onFault,
    onModelCall: operation.onModelCall,
  });
  operation.watch({ queue: desk.queue, check: () => store.check() });
  const brief = createBrief({
    reader,
    store: keptAsSet(store, desk),
    clock,
    engines: { extractive: createExtractiveEngine(), openai },
    flights: createSingleFlight<BriefResult>(),
    spending: desk.spending,
  });
  const guildBrief = createGuildBrief({
    ...desk,
    brief,
    runs: createSharedRuns<BriefProgress, BriefResult>(),
    onFault,
  });
  return {
    reader,
    store,
    desk,
    operation,
    brief: createObservedBrief(guildBrief, operation.observer),
    openai,
    async close() {
      stopSweeping();
      await operation.close();
      await reader.close();
      await store.close();
    },
  };
}

/** Articles and results live as long as their server's settings say. */
function keptAsSet({ articles, briefings }: Store, desk: Desk): BriefingStore {
  return {
    articles: {
      get: (guild, id) => articles.get(guild, id),
      put: async (guild, id, article) => articles.put(guild, id, article, { ttlMs: await desk.keptMs(guild) }),
    },
    briefings: {
      get: (guild, key) => briefings.get(guild, key),
      put: async (guild, key, record) => briefings.put(guild, key, record, { ttlMs: await desk.keptMs(guild) }),
    },
  };
}

/** Returns how to stop it. */
function sweepHourly(store: Store, operation: Operation): () => void {
  const sweep = async (): Promise<void> => {
    try {
      await store.sweep();
    } catch (error) {
      operation.fault('sweep failed', error);
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
