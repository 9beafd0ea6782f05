/** One record of a briefing, from which the log, the metrics and the look-behind read. */
import { describe, expect, it } from 'vitest';

import {
  type Brief,
  type BriefProgress,
  type BriefResult,
  createTrace,
  lookBehind,
  stagesOf,
  type TracedBriefing,
} from '#briefing';
import { BotError, DEFAULT_SETTINGS, type ModelUsage } from '#domain';

import { articleOf } from '../fixtures/articles.ts';

const article = articleOf({ sentences: ['The ferry was late.'] });
const TOKENS = { input: 100, output: 20, estimated: false };
const CALL: ModelUsage = { purpose: 'briefing', model: 'm', tokens: TOKENS };
const RESULT: BriefResult = {
  article,
  key: 'k',
  isFromCache: false,
  fallback: null,
  briefing: {
    article: article.id,
    language: 'en',
    headline: null,
    gist: null,
    points: [],
    positions: [],
    mentioned: [],
    openQuestions: [],
    checks: [],
    provenance: { engine: 'openai', model: 'm', promptHash: 'p', modelCalls: 1, tokens: TOKENS, writtenAt: 1 },
  },
};

/** A use case of these steps, each so many ms after the one before. */
function scene(steps: readonly (readonly [ms: number, progress: BriefProgress])[], end: () => BriefResult) {
  let now = 0;
  const records: TracedBriefing[] = [];
  const trace = createTrace(
    (record) => void records.push(record),
    () => 1_000 + now,
    () => now,
  );
  const brief: Brief = async ({ onProgress }) => {
    for (const [ms, progress] of steps) {
      now += ms;
      onProgress?.(progress);
      await Promise.resolve();
    }
    trace.called(CALL);
    now += 5;
    return end();
  };
  return { trace, records, brief: trace.traced(brief) };
}

const request = { guild: '1', settings: DEFAULT_SETTINGS, source: { kind: 'text', text: 'x' } } as const;
const line = { stage: 'item', item: { kind: 'question' } } as unknown as BriefProgress;
const STEPS = [
  [0, { stage: 'waiting', place: 2 }],
  [10, { stage: 'waiting', place: 1 }],
  [10, { stage: 'fetching' }],
  [30, { stage: 'drafting', article, engine: 'openai' }],
  [40, line],
  [1, line],
  [9, { stage: 'checking' }],
] as const;

describe('a traced briefing', () => {
  it('is one record: who asked, each step once, every call, how it ended', async () => {
    const { trace, records, brief } = scene(STEPS, () => RESULT);
    await trace.within('interaction', () => brief(request));
    expect(records).toMatchObject([
      { request: 'interaction', guild: '1', source: 'text', startedAt: 1_000, durationMs: 105, calls: [CALL] },
    ]);
    const [record] = records;
    expect(record && stagesOf(record)).toEqual([
      { stage: 'waiting', ms: 20 },
      { stage: 'fetching', ms: 30 },
      { stage: 'drafting', ms: 50 },
      { stage: 'checking', ms: 5 },
    ]);
    expect(record && lookBehind(record)).toMatchObject({
      failure: null,
      stages: [
        { name: 'waiting at place 2', afterMs: 0 },
        { name: 'waiting at place 1', afterMs: 10 },
        { name: 'reading the article', afterMs: 20 },
        { name: 'drafting (openai)', afterMs: 50 },
        { name: 'checking lines as they come', afterMs: 90 },
        { name: 'rewriting what failed', afterMs: 100 },
      ],
      calls: [{ purpose: 'briefing', model: 'm', input: 100, output: 20, estimated: false }],
      engine: { name: 'openai', model: 'm' },
    });
  });

  it('tells the log of its request, and of no other', async () => {
    const { trace, brief } = scene(STEPS, () => RESULT);
    const facts = await trace.within('one', async () => {
      await brief(request);
      return trace.facts();
    });
    const stagesMs = { waiting: 20, fetching: 30, drafting: 50, checking: 5 };
    expect(facts).toMatchObject({ source: 'text', engine: 'openai', cache: 'miss', modelCalls: 1, stagesMs });
    expect(facts).not.toHaveProperty('guild');
    expect(trace.within('two', () => trace.facts())).toEqual({});
  });

  it('is recorded when it fails, too', async () => {
    const { trace, records, brief } = scene([[0, { stage: 'fetching' }]], () => {
      throw new BotError('page-empty', { host: 'h' });
    });
    const facts = await trace.within('one', async () => {
      await brief(request).catch(() => undefined);
      return trace.facts();
    });
    expect(records).toMatchObject([{ outcome: 'page-empty', result: null, calls: [CALL] }]);
    expect(facts).toEqual({ source: 'text', stagesMs: { fetching: 5 }, briefing: 'page-empty' });
  });
});
