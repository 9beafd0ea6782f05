/** Use case: one article, read, drafted, checked, kept. Positions, lengths and repeats are views of its one result. */
import {
  type Article,
  BotError,
  type Briefing,
  type Engine,
  estimateTokens,
  retentionOf,
  type Spending,
} from '#domain';
import { toRecord } from '#grounding';

import type { Brief, BriefRequest, BriefResult } from './brief-request.ts';
import { draftAndCheck } from './draft-and-check.ts';
import { cacheKey, chooseEngine, type KeptDependencies, keptResult, languageOf, withChange } from './kept-briefings.ts';
import { readSource, type SourceDependencies } from './read-source.ts';
import { type BriefRuns, writingKey } from './runs.ts';

export interface BriefDependencies extends KeptDependencies {
  readonly reader: SourceDependencies['reader'];
  readonly runs: BriefRuns;
  readonly spending: Spending;
}

export function createBrief(dependencies: BriefDependencies): Brief {
  const { engines, store, runs, spending } = dependencies;

  /** What a model is asked to do is paid for; the embedded engine is free. */
  async function draft(request: BriefRequest, article: Article, engine: Engine, language: string): Promise<Briefing> {
    const { guild, settings, member = guild, maySpend = true } = request;
    if (engine.name === 'extractive') return draftAndCheck(engine, article, language, request, dependencies.clock);
    return spending.run({ spender: { guild, member }, settings, maySpend, tokens: estimateTokens(article) }, (budget) =>
      draftAndCheck(engine, article, language, { ...budget, ...request }, dependencies.clock),
    );
  }

  async function make(request: BriefRequest, article: Article, engine: Engine, language: string): Promise<BriefResult> {
    const key = cacheKey(article, engine, language);
    const ready = await keptResult(store, request.guild, article, key);
    if (ready) return ready;
    const briefing = await draft(request, article, engine, language);
    await store.briefings.put(request.guild, key, toRecord(briefing), retentionOf(request.settings));
    return withChange(store, request.guild, { article, key, briefing, isFromCache: false, fallback: null });
  }

  /** A provider that is down or out of budget must not leave the reader without an answer. */
  async function makeOrFallBack(
    request: BriefRequest,
    article: Article,
    engine: Engine,
    language: string,
  ): Promise<BriefResult> {
    try {
      return await make(request, article, engine, language);
    } catch (error) {
      const isModelFault = error instanceof BotError && error.code.startsWith('model-');
      if (!isModelFault || engine === engines.extractive) throw error;
      request.onProgress?.({ stage: 'fallback', error });
      const result = await make(request, article, engines.extractive, article.language);
      return { ...result, fallback: error };
    }
  }

  return async (request) => {
    request.onProgress?.({ stage: 'fetching' });
    const article = await readSource(dependencies, request);
    const engine = chooseEngine(dependencies, article, request.engine);
    const language = languageOf(engine, article, request.language);
    return runs.run(writingKey(request, cacheKey(article, engine, language)), request, (watch) =>
      makeOrFallBack({ ...request, ...watch }, article, engine, language),
    );
  };
}
