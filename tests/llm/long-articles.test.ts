import { join } from 'node:path';

import { describe, expect, it } from 'vitest';

import { type Article, BotError, type DraftItem } from '#domain';
import { createOpenAiEngine } from '#llm';

import type { ModelClient } from '../../src/llm/client.ts';
import type { ModelCall } from '../../src/llm/request-body.ts';
import { articleOf } from '../fixtures/articles.ts';

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');

const longArticle = (sentences: number): Article =>
  articleOf({
    sentences: Array.from({ length: sentences }, (_none, index) =>
      index % 5 === 4
        ? `“Number ${index} must stay,” Ines Okafor said.`
        : `The council counted boat ${index} in the old harbour and wrote it down in the long list of the town.`,
    ),
    said: [],
  });

interface FakeCall {
  readonly schema: string;
  readonly ids: readonly number[];
}

/** Answers each window with its first sentence and its first quotation; the merge with every second point. */
function fakeModel({ mergeFails = false } = {}) {
  const calls: FakeCall[] = [];
  let running = 0;
  let most = 0;
  async function* stream(call: ModelCall): AsyncGenerator<string> {
    running += 1;
    most = Math.max(most, running);
    await new Promise((resolve) => setTimeout(resolve, 5));
    running -= 1;
    const rows = [...call.user.matchAll(/^(?<row>\{.*\}),?$/gmu)].map(
      (match) =>
        JSON.parse(match.groups?.['row'] ?? '') as { id?: number; number?: number; kind?: string; text: string },
    );
    calls.push({ schema: call.schema.name, ids: rows.flatMap((row) => row.id ?? []) });
    if (call.schema.name === 'merge') {
      if (mergeFails) throw new BotError('model-busy', { retryAfterSeconds: null });
      const points = rows.filter((row) => row.kind === 'point').map((row) => row.number);
      yield JSON.stringify({
        headline: { evidence: [1], text: 'The council counted boats' },
        gist: { evidence: [1], text: 'The council counted boat 0 in the old harbour.' },
        points: points.filter((_point, index) => index % 2 === 0).reverse(),
        mentioned: [],
        openQuestions: [],
      });
      return;
    }
    const line = { evidence: [rows[0]?.id], text: rows[0]?.text };
    const quotation = /‹(?<id>Q\d+)/u.exec(call.user)?.groups?.['id'];
    const speaker = { name: 'Ines Okafor', role: null, speaksFor: null };
    const position = {
      evidence: [rows[0]?.id],
      quotations: [quotation],
      speaker,
      issue: '',
      statement: 'must stay',
      stance: 'unclear',
      manner: 'quoted',
      relayedBy: null,
    };
    yield JSON.stringify({
      headline: line,
      gist: line,
      points: [line],
      positions: [position],
      mentioned: [],
      openQuestions: [],
    });
  }
  const client: ModelClient = { model: 'fake', stream };
  return { client, calls, mostAtOnce: () => most };
}

async function draft(
  article: Article,
  model: ReturnType<typeof fakeModel>,
  contextTokens = 9500,
): Promise<DraftItem[]> {
  const engine = createOpenAiEngine({ client: model.client, promptsFolder: PROMPTS, contextTokens });
  const items: DraftItem[] = [];
  const signal = new AbortController().signal;
  for await (const item of engine.draft({ article, language: 'en', signal, onUsage: () => undefined }))
    items.push(item);
  return items;
}

describe('an article longer than one prompt', () => {
  const article = longArticle(300);

  it('is read whole: every sentence in exactly one window', async () => {
    const model = fakeModel();
    await draft(article, model);
    const windows = model.calls.filter((call) => call.schema === 'briefing');
    expect(windows.length).toBeGreaterThan(3);
    expect(windows.flatMap((call) => call.ids).sort((a, b) => a - b)).toEqual(
      article.sentences.map((sentence) => sentence.number),
    );
  });

  it('is put together by one last call that sees items and no text', async () => {
    const model = fakeModel();
    const items = await draft(article, model);
    const merges = model.calls.filter((call) => call.schema === 'merge');
    expect(merges).toEqual([{ schema: 'merge', ids: [] }]);
    expect(items.filter((item) => item.kind === 'headline')).toHaveLength(1);
    const windows = model.calls.length - 1;
    expect(items.filter((item) => item.kind === 'point')).toHaveLength(Math.ceil(windows / 2));
    expect(items.filter((item) => item.kind === 'position')).toHaveLength(windows);
  });

  it('asks for a few windows at a time', async () => {
    const model = fakeModel();
    await draft(article, model);
    expect(model.mostAtOnce()).toBe(3);
  });

  it('keeps the points of all windows when the last call fails', async () => {
    const model = fakeModel({ mergeFails: true });
    const items = await draft(article, model);
    const windows = model.calls.length - 1;
    expect(items.filter((item) => item.kind === 'point')).toHaveLength(Math.min(12, windows));
    expect(items.filter((item) => item.kind === 'gist')).toHaveLength(1);
  });

  it('beyond the limit is refused before anything is spent', async () => {
    const model = fakeModel();
    await expect(draft(longArticle(1500), model)).rejects.toMatchObject({ code: 'article-too-long' });
    expect(model.calls).toEqual([]);
  });
});

it('an article that fits is one call', async () => {
  const model = fakeModel();
  await draft(longArticle(30), model, 128_000);
  expect(model.calls.map((call) => call.schema)).toEqual(['briefing']);
});
