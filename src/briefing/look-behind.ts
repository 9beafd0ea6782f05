/**
 * What was done for a request, as plain data, for somebody who looks over the bot's shoulder: the page of the sandbox.
 * It holds the article's text, so it is only made for a parent process that listens, and is never logged.
 */
import type { Article, Briefing, Check } from '#domain';

import type { BriefResult } from './brief-request.ts';
import type { TracedBriefing } from './trace.ts';

export interface LookBehind {
  /** Of the interaction or message that asked; `null` when nothing was said of it. */
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
  readonly article: ShownArticle | null;
  readonly lines: readonly ShownLine[];
  readonly checks: readonly Check[];
}

interface ShownArticle {
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

interface ShownLine {
  readonly kind: string;
  readonly text: string;
  /** Numbers of sentences. */
  readonly evidence: readonly number[];
  readonly quotations: readonly string[];
  readonly speaker: string | null;
  readonly stance: string | null;
  readonly origin: string | null;
}

export function lookBehind(briefing: TracedBriefing): LookBehind {
  const { request, startedAt, durationMs, outcome, steps, calls, result } = briefing;
  return {
    request,
    startedAt,
    durationMs: Math.round(durationMs),
    failure: result ? (result.fallback?.code ?? null) : outcome,
    stages: steps.map(({ name, afterMs }) => ({ name, afterMs: Math.round(afterMs) })),
    calls: calls.map(({ purpose, model, tokens }) => ({ purpose, model, ...tokens })),
    ...(result ? found(result) : NOTHING_FOUND),
  };
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

function articleOf(article: Article): ShownArticle {
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

function linesOf(briefing: Briefing): ShownLine[] {
  const line = (kind: string, one: Briefing['points'][number]): ShownLine => ({
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
