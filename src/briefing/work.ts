/**
 * What was done for a request, as plain data, for somebody who looks over the bot's shoulder: the page of the sandbox.
 * It holds the article's text, so it is only made for a parent process that listens, and is never logged.
 */
import { AsyncLocalStorage } from 'node:async_hooks';

import {
  type Article,
  BotError,
  type Briefing,
  type CallContext,
  type Check,
  type Clock,
  type Engine,
  type ModelUsage,
} from '#domain';

import type { Brief, BriefResult } from './brief.ts';

export interface Work {
  /** Of the interaction or message that asked; `null` when nobody said. */
  readonly request: string | null;
  /** ms since the epoch. */
  readonly startedAt: number;
  readonly durationMs: number;
  /** Code of the failure; `null` when there is a briefing. */
  readonly failure: string | null;
  readonly isFromCache: boolean;
  readonly stages: readonly { readonly name: string; readonly afterMs: number }[];
  readonly engine: { readonly name: string; readonly model: string | null } | null;
  readonly calls: readonly {
    readonly purpose: string;
    readonly model: string;
    readonly input: number;
    readonly output: number;
    readonly estimated: boolean;
  }[];
  readonly article: WorkArticle | null;
  readonly lines: readonly WorkLine[];
  readonly checks: readonly Check[];
}

interface WorkArticle {
  readonly title: string | null;
  readonly address: string | null;
  readonly language: string;
  readonly words: number;
  readonly extent: string;
  readonly reasons: readonly string[];
  readonly text: string;
  readonly sentences: Article['sentences'];
  readonly quotations: readonly { readonly id: string; readonly start: number; readonly end: number }[];
}

interface WorkLine {
  readonly kind: string;
  readonly text: string;
  /** Numbers of sentences. */
  readonly evidence: readonly number[];
  readonly quotations: readonly string[];
  readonly speaker: string | null;
  readonly stance: string | null;
  readonly origin: string | null;
}

export interface WorkRecorder {
  /** Runs something on behalf of a request: what is done inside carries its id. */
  within<T>(request: string, run: () => T): T;
  /** The same engine, with its model calls noted. */
  engine(engine: Engine): Engine;
  /** The same use case; every use of it is told, whether it succeeds or not. */
  brief(brief: Brief): Brief;
}

interface Notes {
  readonly request: string | null;
  readonly calls: ModelUsage[];
}

export function createWorkRecorder(tell: (work: Work) => void, clock: Clock): WorkRecorder {
  const notes = new AsyncLocalStorage<Notes>();
  return {
    within: (request, run) => notes.run({ request, calls: [] }, run),
    engine(engine) {
      const noted = <Request extends CallContext>(request: Request): Request => ({
        ...request,
        onUsage(usage: ModelUsage) {
          notes.getStore()?.calls.push(usage);
          request.onUsage(usage);
        },
      });
      const judge = engine.judge?.bind(engine);
      const repair = engine.repair?.bind(engine);
      const answer = engine.answer?.bind(engine);
      return {
        ...engine,
        draft: (request) => engine.draft(noted(request)),
        ...(judge ? { judge: (tasks, request) => judge(tasks, noted(request)) } : {}),
        ...(repair ? { repair: (tasks, request) => repair(tasks, noted(request)) } : {}),
        ...(answer ? { answer: (request) => answer(noted(request)) } : {}),
      };
    },
    brief: (brief) => async (request) => {
      const startedAt = clock();
      const own: Notes = { request: notes.getStore()?.request ?? null, calls: [] };
      const stages: { name: string; afterMs: number }[] = [];
      const finish = (failure: string | null, result: BriefResult | null): void =>
        tell({
          request: own.request,
          startedAt,
          durationMs: clock() - startedAt,
          failure,
          stages,
          calls: own.calls.map(({ purpose, model, tokens }) => ({ purpose, model, ...tokens })),
          ...(result ? found(result) : NOTHING_FOUND),
        });
      try {
        const result = await notes.run(own, () =>
          brief({
            ...request,
            onProgress(progress) {
              const name = nameOf(progress);
              if (stages.at(-1)?.name !== name) stages.push({ name, afterMs: clock() - startedAt });
              request.onProgress?.(progress);
            },
          }),
        );
        finish(result.fallback?.code ?? null, result);
        return result;
      } catch (error) {
        finish(error instanceof BotError ? error.code : 'internal', null);
        throw error;
      }
    },
  };
}

type Progress = Parameters<NonNullable<Parameters<Brief>[0]['onProgress']>>[0];

function nameOf(progress: Progress): string {
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

const NOTHING_FOUND = { isFromCache: false, engine: null, article: null, lines: [], checks: [] } as const;

function found({ article, briefing, isFromCache }: BriefResult) {
  const { engine, model } = briefing.provenance;
  return {
    isFromCache,
    engine: { name: engine, model },
    article: articleOf(article),
    lines: linesOf(briefing),
    checks: briefing.checks,
  };
}

function articleOf(article: Article): WorkArticle {
  const { metadata, source, coverage, language, text, sentences, quotations } = article;
  return {
    title: metadata.title,
    address: source.kind === 'link' ? source.address : null,
    language,
    words: coverage.words,
    extent: coverage.extent,
    reasons: coverage.reasons,
    text,
    sentences,
    quotations: quotations.map(({ id, start, end }) => ({ id, start, end })),
  };
}

function linesOf(briefing: Briefing): WorkLine[] {
  const line = (kind: string, one: Briefing['points'][number]): WorkLine => ({
    kind,
    text: one.text,
    evidence: one.evidence.map(({ sentence }) => sentence),
    quotations: [],
    speaker: null,
    stance: null,
    origin: one.origin,
  });
  return [
    ...(briefing.headline ? [line('headline', briefing.headline)] : []),
    ...(briefing.gist ? [line('gist', briefing.gist)] : []),
    ...briefing.points.map((point) => line('point', point)),
    ...briefing.positions.map((position) => ({
      kind: 'position',
      text: position.statement,
      evidence: position.evidence.map(({ sentence }) => sentence),
      quotations: position.quotations.map(({ id }) => id),
      speaker: position.speaker?.name ?? 'speaker unclear',
      stance: position.stance,
      origin: position.origin,
    })),
    ...briefing.openQuestions.map((question) => line('left open', question)),
  ];
}
