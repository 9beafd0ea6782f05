/** One record of what was done for a request. The log, the metrics and the sandbox's look-behind all read from it. */
import { AsyncLocalStorage } from 'node:async_hooks';

import { BotError, type Clock, type ModelUsage } from '#domain';

import type { Brief, BriefProgress, BriefRequest, BriefResult } from './brief-request.ts';

export interface TracedBriefing {
  /** Id of the interaction or message that asked; `null` when nothing was said of it. */
  readonly request: string | null;
  readonly guild: string;
  readonly source: BriefRequest['source']['kind'];
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** In order; one that follows itself stands once. */
  readonly steps: readonly Step[];
  /** Calls of the model, also those that came to nothing. */
  readonly calls: readonly ModelUsage[];
  /** `answered`, or the code of the error. */
  readonly outcome: string;
  readonly result: BriefResult | null;
}

interface Step {
  readonly stage: BriefProgress['stage'];
  /** In words, for a person who looks on. */
  readonly name: string;
  readonly afterMs: number;
}

export interface Trace {
  /** Runs the work of one request: what is traced inside belongs to this id. */
  within<Result>(request: string, work: () => Result): Result;
  /** Facts about the briefing of the request under way, for its record in the log; none outside of a request. */
  facts(): Readonly<Record<string, unknown>>;
  /** To be told of every call of the model. */
  called(usage: ModelUsage): void;
  /** The same use case; each use of it is traced, whether it succeeds or fails. */
  traced(brief: Brief): Brief;
}

interface Current {
  readonly request: string | null;
  readonly facts: Record<string, unknown>;
  readonly calls: ModelUsage[];
}

/** `now`: monotonic, ms. */
export function createTrace(
  onBriefing: (briefing: TracedBriefing) => void,
  clock: Clock,
  now = () => performance.now(),
): Trace {
  const storage = new AsyncLocalStorage<Current>();

  async function trace(brief: Brief, request: BriefRequest, current: Current): Promise<BriefResult> {
    const startedAt = clock();
    const began = now();
    const steps: Step[] = [];
    const onProgress = (progress: BriefProgress): void => {
      const name = nameOf(progress);
      if (steps.at(-1)?.name !== name) steps.push({ stage: progress.stage, name, afterMs: now() - began });
      request.onProgress?.(progress);
    };
    const end = (outcome: string, result: BriefResult | null): void => {
      const { guild, source } = request;
      const asked = { request: current.request, guild, source: source.kind, startedAt };
      const briefing = { ...asked, durationMs: now() - began, steps, calls: current.calls, outcome, result };
      Object.assign(current.facts, factsOf(briefing));
      onBriefing(briefing);
    };
    try {
      const result = await brief({ ...request, onProgress });
      end('answered', result);
      return result;
    } catch (error) {
      end(error instanceof BotError ? error.code : 'internal', null);
      throw error;
    }
  }

  return {
    within: (request, work) => storage.run({ request, facts: {}, calls: [] }, work),
    facts: () => storage.getStore()?.facts ?? {},
    called: (usage) => void storage.getStore()?.calls.push(usage),
    traced: (brief) => (request) => {
      const { request: id = null, facts = {} } = storage.getStore() ?? {};
      const current: Current = { request: id, facts, calls: [] };
      return storage.run(current, () => trace(brief, request, current));
    },
  };
}

function nameOf(progress: BriefProgress): string {
  switch (progress.stage) {
    case 'waiting':
      return `waiting at place ${progress.place}`;
    case 'fetching':
      return 'reading the article';
    case 'drafting':
      return `drafting (${progress.engine})`;
    case 'item':
      return 'checking lines as they come';
    case 'checking':
      return 'rewriting what failed';
    case 'fallback':
      return `the model failed (${progress.error.code})`;
  }
}

/** How long each stage took, in order. A line that comes and a model that fails are no stages of their own. */
export function stagesOf({
  steps,
  durationMs,
}: Pick<TracedBriefing, 'steps' | 'durationMs'>): { readonly stage: string; readonly ms: number }[] {
  const starts = steps
    .filter(({ stage }) => stage !== 'item' && stage !== 'fallback')
    .filter(({ stage }, index, all) => all[index - 1]?.stage !== stage);
  return starts.map(({ stage, afterMs }, index) => ({
    stage,
    ms: (starts[index + 1]?.afterMs ?? durationMs) - afterMs,
  }));
}

/** What the log may hold: no word of the article and nobody's name. */
function factsOf(briefing: TracedBriefing): Readonly<Record<string, unknown>> {
  const { source, outcome, result } = briefing;
  const stagesMs: Record<string, number> = {};
  for (const { stage, ms } of stagesOf(briefing)) stagesMs[stage] = Math.round((stagesMs[stage] ?? 0) + ms);
  if (!result) return { source, stagesMs, briefing: outcome };
  const { article, isFromCache, fallback } = result;
  const { engine, model, modelCalls, tokens } = result.briefing.provenance;
  return {
    source,
    stagesMs,
    engine,
    model,
    coverage: article.coverage.extent,
    words: article.coverage.words,
    language: result.briefing.language,
    cache: isFromCache ? 'hit' : 'miss',
    ...(fallback ? { fallback: fallback.code } : {}),
    // What stands in the store was paid for before.
    modelCalls: isFromCache ? 0 : modelCalls,
    inputTokens: isFromCache ? 0 : tokens.input,
    outputTokens: isFromCache ? 0 : tokens.output,
  };
}
