/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

import { createArticleReader } from '#article';
import { type Brief, type BriefResult, createBrief, createKeptBriefings, type KeptBriefings } from '#briefing';
import { createSingleFlight } from '#desk';
import type { ArticleReader, Clock, Length } from '#domain';
import { createExtractiveEngine, createModelClient, createOpenAiEngine, type OpenAiEngine } from '#llm';
import { type Collection, openStore, RESULTS_KEPT_MS, type Store } from '#store';

import type { Config } from './config.ts';

/** Expired records read as not kept at once; this is how long they may still fill the disk. */
const SWEEP_INTERVAL_MS = 3_600_000;
const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: ArticleReader;
  readonly store: Store;
  readonly brief: Brief;
  /** What the Discord edge is given. */
  readonly edge: Edge;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  close(): Promise<void>;
}

export interface Edge {
  readonly services: {
    readonly brief: Brief;
    readonly kept: KeptBriefings;
    /** What buttons, menus and forms lead to. */
    readonly controls: Collection<unknown>;
    settings(guild: string): Promise<{ readonly language: string | null; readonly length: Length }>;
  };
  readonly clock: Clock;
}

/** One record for the log; never holds a secret. */
export type Log = (record: Readonly<Record<string, unknown>>) => void;

/** @throws StoreError with a sentence when the store cannot be opened */
export async function createApp(config: Config, log: Log): Promise<App> {
  const clock = Date.now;
  const store = await openStore(config.storeUrl, {
    clock,
    onQuarantine: (what) => log({ level: 'warn', event: 'record set aside', ...what }),
  });
  const stopSweeping = sweepHourly(store, log);
  const reader = createArticleReader({ allowPrivateHosts: config.allowPrivateHosts, clock });
  const openai = config.model && createEngine(config.model);
  const engines = { extractive: createExtractiveEngine(), openai };
  const brief = createBrief({ reader, store, clock, engines, flights: createSingleFlight<BriefResult>() });
  return {
    reader,
    store,
    brief,
    edge: {
      services: {
        brief,
        kept: createKeptBriefings({ store, clock, engines }),
        controls: store.collection<unknown>({
          name: 'controls',
          version: 1,
          schema: z.json(),
          ttlMs: RESULTS_KEPT_MS,
          durability: 'cache',
        }),
        settings: async () => ({ language: null, length: 'standard' }),
      },
      clock,
    },
    openai,
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
  return createOpenAiEngine({ client, promptsFolder: PROMPTS_FOLDER });
}
