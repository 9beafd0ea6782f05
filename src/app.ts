/** Composition root: everything is made here and handed down. */
import { fileURLToPath } from 'node:url';

import { createArticleReader, type Reader } from '#article';
import { type Brief, type BriefResult, createBrief } from '#briefing';
import { createSingleFlight } from '#desk';
import { createExtractiveEngine, createModelClient, createOpenAiEngine, type OpenAiEngine } from '#llm';
import { openStore, type Store } from '#store';

import type { Config } from './config.ts';

const PROMPTS_FOLDER = fileURLToPath(new URL('../prompts', import.meta.url));

export interface App {
  readonly reader: Reader;
  readonly store: Store;
  readonly brief: Brief;
  /** `null` when no model is configured. */
  readonly openai: OpenAiEngine | null;
  close(): Promise<void>;
}

export function createApp(config: Config): App {
  const clock = Date.now;
  const reader = createArticleReader({ allowPrivateHosts: config.allowPrivateHosts, clock });
  const store = openStore(config.storeUrl, { clock });
  const openai = config.model && createEngine(config.model);
  const brief = createBrief({
    reader,
    store,
    clock,
    engines: { extractive: createExtractiveEngine(), openai },
    flights: createSingleFlight<BriefResult>(),
  });
  return {
    reader,
    store,
    brief,
    openai,
    async close() {
      await reader.close();
      await store.close();
    },
  };
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
