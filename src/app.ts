/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { createArticleReader, type Reader } from '#article';
import {
  type Ask,
  type Brief,
  type BriefingStore,
  type BriefProgress,
  type BriefResult,
  createAsk,
  createBrief,
  createDiscuss,
  createGuildBrief,
  type Discuss,
  DiscussionSchema,
} from '#briefing';
import { createDesk, createSharedRuns, createSingleFlight, type Desk } from '#desk';
import {
  countTokens,
  createExtractiveEngine,
  createModelClient,
  createOpenAiEngine,
  type OpenAiEngine,
  windowTokens,
} from '#llm';
import { openStore, RESULTS_KEPT_MS, type Store } from '#store';

import type { Config } from './config.ts';

/** Expired records read as not kept at once; this is how long they may still fill the disk. */
const SWEEP_INTERVAL_MS = 3_600_000;
const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: Reader;
  readonly store: Store;
  readonly desk: Desk;
  readonly brief: Brief;
  readonly ask: Ask;
  readonly discuss: Discuss;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  close(): Promise<void>;
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
  const onFault = (error: unknown): void => log({ level: 'error', event: 'not booked', cause: describe(error) });
  const desk = createDesk({ store, ceilings: config.ceilings, clock, onFault });
  const engines = { extractive: createExtractiveEngine(), openai };
  const questions = {
    engines,
    clock,
    countTokens,
    materialTokens: windowTokens(config.model?.contextTokens ?? Number.POSITIVE_INFINITY),
  };
  const discussions = store.collection({
    name: 'discussions',
    version: 1,
    schema: DiscussionSchema,
    ttlMs: RESULTS_KEPT_MS,
    durability: 'cache',
  });
  const brief = createBrief({
    reader,
    store: keptAsSet(store, desk),
    clock,
    engines,
    flights: createSingleFlight<BriefResult>(),
    spending: desk.spending,
  });
  return {
    reader,
    store,
    desk,
    brief: createGuildBrief({ ...desk, brief, runs: createSharedRuns<BriefProgress, BriefResult>(), onFault }),
    ask: createAsk({ ...questions, reader }),
    discuss: createDiscuss({ ...questions, store: { articles: store.articles, discussions } }),
    openai,
    async close() {
      stopSweeping();
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

const describe = (error: unknown): string => (error instanceof Error ? error.message : typeof error);

/** Returns how to stop it. */
function sweepHourly(store: Store, log: Log): () => void {
  const sweep = async (): Promise<void> => {
    try {
      await store.sweep();
    } catch (error) {
      log({ level: 'error', event: 'sweep failed', cause: describe(error) });
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
