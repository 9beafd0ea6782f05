/** Use case: one article, read, drafted, checked, kept. Positions, lengths and repeats are views of its one result. */

import {
  ARTICLE_FLOOR_WORDS,
  type Article,
  BotError,
  type Briefing,
  type BriefingRecord,
  type Clock,
  type Engine,
  type EngineName,
  estimateTokens,
  type ModelUsage,
  retentionOf,
  type Settings,
  type Spending,
} from '#domain';
import { restore, toRecord, type VerifiedItem } from '#grounding';

import type { Booking } from './booking.ts';
import { draftAndCheck } from './draft-and-check.ts';
import {
  type BriefSource,
  type Kept,
  keptArticle,
  readSource,
  type SourceDependencies,
  type SourceStore,
} from './read-source.ts';
import { type BriefRuns, writingKey } from './runs.ts';
import { changeOf, type PositionChanges, positionChanges, type TextChange } from './text-change.ts';

export interface BriefRequest {
  /** Results never leave it: a guild's id, `user:ID` outside guilds, `terminal` for the command line. */
  readonly guild: string;
  /** The guild's, as they were when the request came in. */
  readonly settings: Settings;
  /** User id of who asked: whose allowance pays and who stands in the ledger. */
  readonly member?: string;
  /** `false`: the member's roles may not spend tokens. */
  readonly maySpend?: boolean;
  readonly source: BriefSource;
  /** Read a link now, however lately it was read. */
  readonly isFresh?: boolean;
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
  /** Where the result is kept: see `KeptBriefings`. */
  readonly key: string;
  readonly briefing: Briefing;
  readonly isFromCache: boolean;
  /** Why the embedded engine answered although a model was asked; `null` when nothing went wrong. */
  readonly fallback: BotError | null;
  /** The page says something else than when it was read before, or by now; `null`: nothing is known to have changed. */
  readonly change?: BriefChange | null;
}

/** `positions`: against the result of the earlier text; `null` where that is not kept. */
export type BriefChange = TextChange & { readonly positions: PositionChanges | null };

/** What `brief` needs of the store. A guild's records are reached under that guild only. */
export interface BriefingStore extends SourceStore {
  readonly briefings: Kept<BriefingRecord>;
}

export interface BriefDependencies {
  readonly reader: SourceDependencies['reader'];
  /** The embedded engine is always there; `openai` only when configured. */
  readonly engines: { readonly extractive: Engine; readonly openai: Engine | null };
  readonly store: BriefingStore;
  readonly runs: BriefRuns;
  readonly spending: Spending;
  readonly clock: Clock;
}

export type Brief = (request: BriefRequest) => Promise<BriefResult>;

/** Results that are there already. Fetches nothing and asks no model. */
export interface KeptBriefings {
  /** What `brief` would give for this request out of the store, and booked as that; `null` when it would have to read or write. */
  find(request: Omit<BriefRequest, 'settings'>): Promise<BriefResult | null>;
  /** The article that a source leads to, if it was read lately. */
  article(request: Pick<BriefRequest, 'guild' | 'source'>): Promise<Article | null>;
  /** The result kept under this key for this article. */
  get(guild: string, article: string, key: string): Promise<BriefResult | null>;
}

/** Everything that shapes the result; the length does not, since lengths are views. */
export function cacheKey(article: Article, engine: Engine, language: string): string {
  return [article.id, engine.name, engine.model ?? 'rules', engine.promptHash, language].join('|');
}

export function chooseEngine(
  { engines }: Pick<BriefDependencies, 'engines'>,
  article: Article,
  wanted: EngineName | undefined,
): Engine {
  // Below the floor no model is called, whatever was asked for.
  if (article.coverage.words < ARTICLE_FLOOR_WORDS) return engines.extractive;
  if (wanted === 'extractive') return engines.extractive;
  if (wanted === 'openai' && !engines.openai) throw new BotError('model-unconfigured', {});
  return engines.openai ?? engines.extractive;
}

/** The embedded engine cuts sentences out of the article and so keeps its language. */
export function languageOf(engine: Engine, article: Article, wanted: string | undefined): string {
  return engine.name === 'extractive' ? article.language : (wanted ?? article.language);
}

/** The result with what is known of other texts of the same page. */
async function withChange(store: BriefingStore, guild: string, result: BriefResult): Promise<BriefResult> {
  const { article, key, briefing } = result;
  const change = await changeOf(store, guild, article);
  if (!change) return result;
  if (change.is === 'older') return { ...result, change: { ...change, positions: null } };
  const earlier = await store.briefings.get(guild, key.replace(article.id, change.before.id));
  const before = earlier && restore(change.before, earlier);
  return { ...result, change: { ...change, positions: before ? positionChanges(before, briefing) : null } };
}

async function cached(store: BriefingStore, guild: string, article: Article, key: string): Promise<BriefResult | null> {
  const record = await store.briefings.get(guild, key);
  const briefing = record && restore(article, record);
  if (!briefing) return null;
  return withChange(store, guild, { article, key, briefing, isFromCache: true, fallback: null });
}

export function createKeptBriefings(
  dependencies: Pick<BriefDependencies, 'engines' | 'store' | 'clock'> & { readonly booking: Booking },
): KeptBriefings {
  const { store, booking } = dependencies;
  return {
    async find(request) {
      const article = await keptArticle(dependencies, request);
      if (!article) return null;
      const engine = chooseEngine(dependencies, article, request.engine);
      const key = cacheKey(article, engine, languageOf(engine, article, request.language));
      const result = await cached(store, request.guild, article, key);
      if (result) booking.briefed(request, result);
      return result;
    },
    article: (request) => keptArticle(dependencies, request),
    async get(guild, id, key) {
      const article = await store.articles.get(guild, id);
      return article ? cached(store, guild, article, key) : null;
    },
  };
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
    const ready = await cached(store, request.guild, article, key);
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
