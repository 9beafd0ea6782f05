/** Use case: one article, read, drafted, checked, kept. Positions, lengths and repeats are views of its one result. */

import type { SingleFlight } from '#desk';
import {
  ARTICLE_FLOOR_WORDS,
  type Article,
  type ArticleReader,
  BotError,
  type Briefing,
  type BriefingRecord,
  type Clock,
  type Engine,
  type EngineName,
  estimateTokens,
  type ModelUsage,
  type ReadRequest,
  type Spending,
} from '#domain';
import { restore, toRecord, type VerifiedItem } from '#grounding';

import { draftAndCheck } from './draft-and-check.ts';

export interface BriefRequest {
  /** Results never leave it: a guild's id, `user:ID` outside guilds, `terminal` for the command line. */
  readonly guild: string;
  /** User id of who asked: whose allowance pays and who stands in the ledger. */
  readonly member?: string;
  /** `false`: the member's roles may not spend tokens. */
  readonly maySpend?: boolean;
  readonly source: ReadRequest;
  /** Output language, ISO 639-1; the article's own when absent. */
  readonly language?: string;
  /** Overrides the default engine. */
  readonly engine?: EngineName;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BriefProgress) => void;
  /** Is there allowance left for one more call of this kind? Asked before repair and judge; yes when absent. */
  readonly mayCall?: (purpose: ModelUsage['purpose']) => boolean;
}

export type BriefProgress =
  /** Place in the queue, from 1. */
  | { readonly stage: 'waiting'; readonly place: number }
  | { readonly stage: 'fetching' }
  | { readonly stage: 'drafting'; readonly article: Article; readonly engine: EngineName }
  | { readonly stage: 'item'; readonly item: VerifiedItem }
  | { readonly stage: 'checking' }
  /** The model failed and the embedded engine answers instead. */
  | { readonly stage: 'fallback'; readonly error: BotError };

export interface BriefResult {
  readonly article: Article;
  readonly briefing: Briefing;
  readonly isFromCache: boolean;
  /** Why the embedded engine answered although a model was asked; `null` when nothing went wrong. */
  readonly fallback: BotError | null;
}

/** What `brief` needs of the store. A guild's records are reached under that guild only. */
export interface BriefingStore {
  readonly articles: {
    get(guild: string, id: string): Promise<Article | undefined>;
    put(guild: string, id: string, article: Article): Promise<void>;
  };
  readonly briefings: {
    get(guild: string, key: string): Promise<BriefingRecord | undefined>;
    put(guild: string, key: string, record: BriefingRecord): Promise<void>;
  };
}

export interface BriefDependencies {
  readonly reader: ArticleReader;
  /** The embedded engine is always there; `openai` only when configured. */
  readonly engines: { readonly extractive: Engine; readonly openai: Engine | null };
  readonly store: BriefingStore;
  readonly flights: SingleFlight<BriefResult>;
  readonly spending: Spending;
  readonly clock: Clock;
}

export type Brief = (request: BriefRequest) => Promise<BriefResult>;

/** Everything that shapes the result; the length does not, since lengths are views. */
export function cacheKey(article: Article, engine: Engine, language: string): string {
  return [article.id, engine.name, engine.model ?? 'rules', engine.promptHash, language].join('|');
}

export function createBrief(dependencies: BriefDependencies): Brief {
  const { reader, engines, store, flights, spending } = dependencies;

  function chooseEngine(article: Article, wanted: EngineName | undefined): Engine {
    // Below the floor no model is called, whatever was asked for.
    if (article.coverage.words < ARTICLE_FLOOR_WORDS) return engines.extractive;
    if (wanted === 'extractive') return engines.extractive;
    if (wanted === 'openai' && !engines.openai) throw new BotError('model-unconfigured', {});
    return engines.openai ?? engines.extractive;
  }

  async function cached(guild: string, article: Article, key: string): Promise<Briefing | null> {
    const record = await store.briefings.get(guild, key);
    return record ? restore(article, record) : null;
  }

  /** What a model is asked to do is paid for; the embedded engine is free. */
  async function draft(request: BriefRequest, article: Article, engine: Engine, language: string): Promise<Briefing> {
    const { guild, member = guild, maySpend = true } = request;
    if (engine.name === 'extractive') return draftAndCheck(engine, article, language, request, dependencies.clock);
    return spending.run({ spender: { guild, member }, maySpend, tokens: estimateTokens(article) }, (budget) =>
      draftAndCheck(engine, article, language, { ...budget, ...request }, dependencies.clock),
    );
  }

  async function make(request: BriefRequest, article: Article, engine: Engine, language: string): Promise<BriefResult> {
    const key = cacheKey(article, engine, language);
    const ready = await cached(request.guild, article, key);
    if (ready) return { article, briefing: ready, isFromCache: true, fallback: null };
    await store.articles.put(request.guild, article.id, article);
    const briefing = await draft(request, article, engine, language);
    await store.briefings.put(request.guild, key, toRecord(briefing));
    return { article, briefing, isFromCache: false, fallback: null };
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
    const article = await reader.read(request.source, request.signal);
    const engine = chooseEngine(article, request.engine);
    // The embedded engine cuts sentences out of the article and so keeps its language.
    const language = engine.name === 'extractive' ? article.language : (request.language ?? article.language);
    const key = `${request.guild}|${cacheKey(article, engine, language)}`;
    return flights.run(key, () => makeOrFallBack(request, article, engine, language));
  };
}
