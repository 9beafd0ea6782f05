/** Several who ask for one article at once: who shares what, and whose end is whose. */
import { beforeEach, describe, expect, it } from 'vitest';

import {
  type Brief,
  type BriefProgress,
  type BriefRequest,
  type BriefResult,
  createBooking,
  createBrief,
  createBriefRuns,
} from '#briefing';
import { createDesk } from '#desk';
import { DEFAULT_SETTINGS, type DraftItem, type Engine, type ReadRequest } from '#domain';
import { createExtractiveEngine } from '#llm';
import { openStore } from '#store';

import { createGuildBrief } from '../../src/briefing/guild-brief.ts';
import { articleOf } from '../fixtures/articles.ts';

const URL_OF_IT = 'https://news.example/ferry';
const LINE = 'The ferry to the island was late again on Monday.';
const ARTICLE = articleOf({ sentences: [LINE, 'The harbour office said so in a notice.'] });

/** An engine whose drafts wait for the test: one entry for each call. */
function heldEngine(engine: Engine) {
  const drafts: { readonly signal: AbortSignal; readonly end: () => void }[] = [];
  async function* draft(request: Parameters<Engine['draft']>[0]): AsyncGenerator<DraftItem> {
    const held = Promise.withResolvers<void>();
    drafts.push({ signal: request.signal, end: held.resolve });
    request.signal.addEventListener('abort', () => held.reject(new Error('stopped')), { once: true });
    yield* engine.draft(request);
    await held.promise;
  }
  return { drafts, engine: { ...engine, draft } };
}

/** The next turns of the event loop: whatever can go on without being let go on has done so. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise<void>((resolve) => void setImmediate(resolve));
}

async function scene() {
  const clock = (): number => 1;
  const store = await openStore('memory://', { clock });
  const onFault = (error: unknown): never => {
    throw error;
  };
  const ceilings = { tokensPerDay: null, tokensPerGuildDay: 200_000, allowedGuilds: null };
  const desk = createDesk({ store, ceilings, clock, onFault, onModelCall: () => undefined });
  const rules = heldEngine(createExtractiveEngine());
  const model = heldEngine({
    name: 'openai',
    model: 'stub',
    promptHash: 'stub',
    async *draft() {
      yield { kind: 'point', item: { evidence: [1], text: LINE } };
    },
  });
  let readings = 0;
  const runs = createBriefRuns();
  const reader = {
    async readAgain(request: ReadRequest) {
      readings += 1;
      const url = request.kind === 'link' ? request.url : '';
      const source = { kind: 'link', url, address: url } as const;
      return { kind: 'article', article: { ...ARTICLE, source }, validators: null } as const;
    },
  };
  const brief = createBrief({
    reader,
    clock,
    engines: { extractive: rules.engine, openai: model.engine },
    store,
    runs,
    spending: desk.spending,
  });
  const guildBrief: Brief = createGuildBrief({
    queue: desk.queue,
    brief,
    runs,
    booking: createBooking({ ledger: desk.ledger, onFault }),
  });
  /** One who asks, what they saw, and how they leave. */
  function ask(member: string, change: Partial<BriefRequest> = {}) {
    const leaving = new AbortController();
    const seen: BriefProgress['stage'][] = [];
    const result = guildBrief({
      guild: '1',
      settings: DEFAULT_SETTINGS,
      member,
      source: { kind: 'link', url: URL_OF_IT },
      signal: leaving.signal,
      onProgress: ({ stage }) => seen.push(stage),
      ...change,
    });
    // Whoever leaves is not looked at again.
    result.catch(() => undefined);
    return { result, seen, leave: () => leaving.abort() };
  }
  return { ask, rules, model, desk, readings: () => readings };
}

let world: Awaited<ReturnType<typeof scene>>;
beforeEach(async () => {
  world = await scene();
});

const engineOf = async (asked: { readonly result: Promise<BriefResult> }): Promise<string> =>
  (await asked.result).briefing.provenance.engine;

describe('one who reads again and one who asks at the same moment', () => {
  it('share the writing, and the other goes on with all progress when the first deletes the answer', async () => {
    const { ask, model } = world;
    const first = ask('ann', { isFresh: true });
    await settled();
    const second = ask('bo');
    await settled();
    expect(model.drafts).toHaveLength(1);
    expect(second.seen).toEqual(['fetching', 'drafting', 'item']);
    first.leave();
    await expect(first.result).rejects.toMatchObject({ code: 'cancelled' });
    expect(model.drafts[0]?.signal.aborted).toBe(false);
    model.drafts[0]?.end();
    expect(await engineOf(second)).toBe('openai');
  });

  it('share the writing in the other order, too, and the page is read for the one who wants it read', async () => {
    const { ask, model, readings } = world;
    const first = ask('ann');
    await settled();
    const second = ask('bo', { isFresh: true });
    await settled();
    expect([model.drafts.length, readings()]).toEqual([1, 2]);
    expect(second.seen).toEqual(['fetching', 'drafting', 'item']);
    model.drafts[0]?.end();
    expect([await engineOf(first), await engineOf(second)]).toEqual(['openai', 'openai']);
  });

  it('stop the writing when both have left', async () => {
    const { ask, model } = world;
    const [first, second] = [ask('ann', { isFresh: true }), ask('bo')];
    await settled();
    first.leave();
    expect(model.drafts[0]?.signal.aborted).toBe(false);
    second.leave();
    expect(model.drafts[0]?.signal.aborted).toBe(true);
    // Nobody inherits a run that is being stopped.
    const third = ask('cem');
    await settled();
    model.drafts[1]?.end();
    expect(await engineOf(third)).toBe('openai');
  });
});

describe('two addresses of one text', () => {
  it('are read apart and written once', async () => {
    const { ask, model, readings } = world;
    const first = ask('ann');
    const second = ask('bo', { source: { kind: 'link', url: 'https://m.news.example/ferry' } });
    await settled();
    expect([model.drafts.length, readings()]).toEqual([1, 2]);
    model.drafts[0]?.end();
    expect([await engineOf(first), await engineOf(second)]).toEqual(['openai', 'openai']);
  });
});

describe('a member who may not spend', () => {
  it('is answered by the embedded engine, and one who may at the same moment by the model', async () => {
    const { ask, model, rules } = world;
    const first = ask('ann', { maySpend: false });
    await settled();
    const second = ask('bo');
    await settled();
    for (const { end } of [...rules.drafts, ...model.drafts]) end();
    expect([await engineOf(first), await engineOf(second)]).toEqual(['extractive', 'openai']);
    expect((await first.result).fallback).toMatchObject({ facts: { limit: 'role' } });
    expect((await second.result).fallback).toBeNull();
    expect(second.seen).not.toContain('fallback');
  });
});

describe('a member whose allowance is used up', () => {
  it('keeps that refusal for itself: who only joined is served on its own allowance', async () => {
    const { ask, model, rules, desk } = world;
    const { settings } = await desk.settings.get('1');
    await desk.allowance.reserve({ guild: '1', member: 'ann' }, settings, settings.allowances.member ?? 0);
    const first = ask('ann');
    const second = ask('bo');
    await settled();
    rules.drafts[0]?.end();
    expect(await engineOf(first)).toBe('extractive');
    await settled();
    model.drafts[0]?.end();
    expect(await engineOf(second)).toBe('openai');
    expect((await second.result).fallback).toBeNull();
  });
});
