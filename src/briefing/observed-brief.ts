/** The use case, watched: how long each stage took, and what came of it. */
import { BotError, type Extent } from '#domain';

import type { Brief, BriefProgress, BriefResult } from './brief.ts';

export type StageName = Exclude<BriefProgress['stage'], 'item' | 'fallback'>;

/** What is worth knowing of one briefing; no word of the article and nobody's name. */
export interface BriefFacts {
  readonly guild: string;
  readonly source: 'link' | 'text' | 'file' | 'kept';
  /** `answered` or the code of the error. */
  readonly outcome: string;
  readonly engine?: string;
  readonly model?: string | null;
  readonly coverage?: Extent;
  readonly words?: number;
  readonly language?: string;
  readonly cache?: 'hit' | 'miss';
  /** Why the embedded engine answered in place of the model. */
  readonly fallback?: string;
  readonly modelCalls?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** By stage. */
  readonly stagesMs: Readonly<Partial<Record<StageName, number>>>;
}

export interface BriefObserver {
  stage(stage: StageName, ms: number): void;
  briefed(facts: BriefFacts): void;
}

/** `now`: monotonic, ms. */
export function createObservedBrief(brief: Brief, observer: BriefObserver, now = () => performance.now()): Brief {
  return async (request) => {
    const stagesMs: Partial<Record<StageName, number>> = {};
    let current: { readonly stage: StageName; readonly since: number } | null = null;
    const enter = (stage: StageName | null): void => {
      if (current && current.stage !== stage) {
        const ms = now() - current.since;
        stagesMs[current.stage] = Math.round((stagesMs[current.stage] ?? 0) + ms);
        observer.stage(current.stage, ms);
      }
      if (current?.stage !== stage) current = stage && { stage, since: now() };
    };
    const onProgress = (progress: BriefProgress): void => {
      if (progress.stage !== 'item' && progress.stage !== 'fallback') enter(progress.stage);
      request.onProgress?.(progress);
    };
    const common = { guild: request.guild, source: request.source.kind, stagesMs };
    try {
      const result = await brief({ ...request, onProgress });
      enter(null);
      observer.briefed({ ...common, outcome: 'answered', ...factsOf(result) });
      return result;
    } catch (error) {
      enter(null);
      observer.briefed({ ...common, outcome: error instanceof BotError ? error.code : 'internal' });
      throw error;
    }
  };
}

function factsOf({
  article,
  briefing,
  isFromCache,
  fallback,
}: BriefResult): Omit<BriefFacts, 'guild' | 'source' | 'outcome' | 'stagesMs'> {
  const { engine, model, modelCalls, tokens } = briefing.provenance;
  return {
    engine,
    model,
    coverage: article.coverage.extent,
    words: article.coverage.words,
    language: briefing.language,
    cache: isFromCache ? 'hit' : 'miss',
    ...(fallback ? { fallback: fallback.code } : {}),
    // What stands in the store was paid for before.
    modelCalls: isFromCache ? 0 : modelCalls,
    inputTokens: isFromCache ? 0 : tokens.input,
    outputTokens: isFromCache ? 0 : tokens.output,
  };
}
