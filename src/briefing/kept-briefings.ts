/** Results that are there already, and what decides under which key one is kept. Fetches nothing and asks no model. */
import {
  ARTICLE_FLOOR_WORDS,
  type Article,
  BotError,
  type BriefingRecord,
  type Clock,
  type Engine,
  type EngineName,
} from '#domain';
import { restore } from '#grounding';

import type { Booking } from './booking.ts';
import type { BriefRequest, BriefResult } from './brief-request.ts';
import { type Kept, keptArticle, type SourceStore } from './read-source.ts';
import { changeOf, positionChanges } from './text-change.ts';

/** What `brief` needs of the store. A guild's records are reached under that guild only. */
export interface BriefingStore extends SourceStore {
  readonly briefings: Kept<BriefingRecord>;
}

export interface KeptDependencies {
  /** The embedded engine is always there; `openai` only when configured. */
  readonly engines: { readonly extractive: Engine; readonly openai: Engine | null };
  readonly store: BriefingStore;
  readonly clock: Clock;
}

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
  { engines }: Pick<KeptDependencies, 'engines'>,
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
export async function withChange(store: BriefingStore, guild: string, result: BriefResult): Promise<BriefResult> {
  const { article, key, briefing } = result;
  const change = await changeOf(store, guild, article);
  if (!change) return result;
  if (change.is === 'older') return { ...result, change: { ...change, positions: null } };
  const earlier = await store.briefings.get(guild, key.replace(article.id, change.before.id));
  const before = earlier && restore(change.before, earlier);
  return { ...result, change: { ...change, positions: before ? positionChanges(before, briefing) : null } };
}

export async function keptResult(
  store: BriefingStore,
  guild: string,
  article: Article,
  key: string,
): Promise<BriefResult | null> {
  const record = await store.briefings.get(guild, key);
  const briefing = record && restore(article, record);
  if (!briefing) return null;
  return withChange(store, guild, { article, key, briefing, isFromCache: true, fallback: null });
}

export function createKeptBriefings(dependencies: KeptDependencies & { readonly booking: Booking }): KeptBriefings {
  const { store, booking } = dependencies;
  return {
    async find(request) {
      const article = await keptArticle(dependencies, request);
      if (!article) return null;
      const engine = chooseEngine(dependencies, article, request.engine);
      const key = cacheKey(article, engine, languageOf(engine, article, request.language));
      const result = await keptResult(store, request.guild, article, key);
      if (result) booking.briefed(request, result);
      return result;
    },
    article: (request) => keptArticle(dependencies, request),
    async get(guild, id, key) {
      const article = await store.articles.get(guild, id);
      return article ? keptResult(store, guild, article, key) : null;
    },
  };
}
