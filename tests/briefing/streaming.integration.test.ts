/** Each item of a growing answer is checked and given out before the next one begins. */
import { join } from 'node:path';

import { afterEach, expect, it } from 'vitest';

import { createArticleReader } from '#article';
import { type BriefProgress, createBrief, createBriefRuns } from '#briefing';
import { DEFAULT_SETTINGS } from '#domain';
import { createExtractiveEngine, createModelClient, createOpenAiEngine } from '#llm';

import { articleText } from '../../bench/brief-text.ts';
import { answerTo, itemPieces } from '../../bench/brief-writer.ts';
import { chunk, said, serveModel } from '../llm/model-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

it('an item is out before the first character of the next one arrives', async () => {
  const order: string[] = [];
  /** Resolved with every item that comes out: the server says nothing more before. */
  let onItem: () => void = () => undefined;
  const server = await serveModel(async ({ body }, response) => {
    const { messages } = body as { messages: { content: string }[] };
    const { items, end } = itemPieces(answerTo('briefing', messages[1]?.content ?? '', 'honest'));
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    for (const [index, item] of items.entries()) {
      const isOut = new Promise<void>((resolve) => (onItem = resolve));
      order.push(`sent ${index + 1}`);
      response.write(said(item));
      // Waits for ever when the item does not come out of what was sent so far.
      await isOut;
    }
    response.write(said(end));
    response.end(`${chunk({ delta: {}, finish_reason: 'stop' })}data: [DONE]\n\n`);
  });
  closers.push(() => server.close());
  const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1 });
  closers.push(() => reader.close());
  const client = createModelClient({
    apiKey: 'k',
    baseURL: server.baseURL,
    model: 'm',
    timeoutMs: 60_000,
    clock: () => 1,
  });
  const promptsFolder = join(import.meta.dirname, '..', '..', 'prompts');
  const kept = { get: async () => undefined, put: async () => undefined };
  const brief = createBrief({
    reader,
    engines: { extractive: createExtractiveEngine(), openai: createOpenAiEngine({ client, promptsFolder }) },
    store: { articles: kept, briefings: kept, links: kept },
    runs: createBriefRuns(),
    spending: { run: (_request, work) => work({ onUsage: () => undefined, mayCall: () => true }) },
    clock: () => 1,
  });
  let count = 0;
  const onProgress = (progress: BriefProgress): void => {
    if (progress.stage !== 'item') return;
    count += 1;
    order.push(`out ${count}`);
    onItem();
  };
  const { briefing, fallback } = await brief({
    guild: 'g',
    settings: DEFAULT_SETTINGS,
    source: { kind: 'text', text: articleText(600, 5) },
    onProgress,
  });
  expect(fallback).toBeNull();
  expect(briefing.points.length).toBeGreaterThan(5);
  expect(briefing.positions.length).toBeGreaterThan(2);
  expect(order).toEqual(
    Array.from({ length: count }, (_none, index) => [`sent ${index + 1}`, `out ${index + 1}`]).flat(),
  );
});
