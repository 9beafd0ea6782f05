/** What a link holds and what a briefing of it would cost, without asking a model: for offers that nobody asked for. */
import { type Article, estimateTokens } from '#domain';

import type { BriefRequest } from './brief-request.ts';
import { cacheKey, chooseEngine, type KeptDependencies, languageOf } from './kept-briefings.ts';
import { readSource, type SourceDependencies } from './read-source.ts';

export interface Preview {
  readonly article: Article;
  /** The result is there already. */
  readonly isReady: boolean;
  /** About what it would cost; 0 where no model would be asked. */
  readonly tokens: number;
}

/** Obeys robots.txt. @throws BotError as the reader does */
export type MakePreview = (request: BriefRequest) => Promise<Preview>;

export function createPreview(dependencies: KeptDependencies & Pick<SourceDependencies, 'reader'>): MakePreview {
  return async (request) => {
    const article = await readSource(dependencies, { ...request, isUnasked: true });
    const engine = chooseEngine(dependencies, article, request.engine);
    const key = cacheKey(article, engine, languageOf(engine, article, request.language));
    const isReady = (await dependencies.store.briefings.get(request.guild, key)) !== undefined;
    return { article, isReady, tokens: engine.name === 'extractive' ? 0 : estimateTokens(article) };
  };
}
