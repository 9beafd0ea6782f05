/** A book of 200,000 words through reading, windows, merge and gate, with the real client and a model server. */
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';
import { type BriefResult, createBrief, createBriefRuns } from '#briefing';
import { type BotError, DEFAULT_SETTINGS, type ModelUsage } from '#domain';
import { createExtractiveEngine, createModelClient, createOpenAiEngine } from '#llm';
import { createSandbox, type ModelRequest, type Sandbox, sentencesIn } from '#sandbox';
import { speak } from '#texts';

import { articleText } from '../../bench/brief-text.ts';
import { honestText, schemaName } from '../flows/honest-model.ts';

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');
const WORDS = 200_000;
/** Reading it takes two seconds of an idle machine; this one may be busy. */
const READING_DEADLINE_MS = 120_000;

let sandbox: Sandbox;
/** What the model was asked: the schema, and the numbers of the sentences that it was shown. */
const asked: { readonly schema: string; readonly ids: readonly number[] }[] = [];
const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, deadlineMs: READING_DEADLINE_MS });
beforeAll(async () => {
  sandbox = await createSandbox();
  sandbox.model.respond((request) => {
    asked.push({ schema: schemaName(request), ids: sentencesIn(request).map(({ id }) => id) });
    return schemaName(request) === 'merge' ? { json: everyThird(request) } : { text: honestText(request) };
  });
});
afterAll(async () => {
  await reader.close();
  await sandbox.close();
});

/** Items of kind "point", from the end of the book to its beginning. */
function everyThird(request: ModelRequest): object {
  const items = [...(request.messages[1]?.content ?? '').matchAll(/^(?<row>\{"number":.*\}),?$/gmu)].map(
    (match) =>
      JSON.parse(match.groups?.['row'] ?? '') as { number: number; kind: string; evidence: number[]; text: string },
  );
  const points = items.filter(({ kind }) => kind === 'point');
  const [first] = points;
  const line = { evidence: first?.evidence ?? [], text: first?.text ?? '' };
  const chosen = points.filter((_point, index) => index % 3 === 0).map(({ number }) => number);
  return { headline: line, gist: line, points: chosen.reverse(), mentioned: [], openQuestions: [] };
}

async function brief(text: string, usages: ModelUsage[] = []): Promise<BriefResult> {
  const client = createModelClient({
    apiKey: sandbox.model.apiKey,
    baseURL: sandbox.model.baseUrl,
    model: 'sandbox',
    timeoutMs: READING_DEADLINE_MS,
    clock: () => 1,
  });
  const kept = { get: async () => undefined, put: async () => undefined };
  const run = createBrief({
    reader,
    engines: { extractive: createExtractiveEngine(), openai: createOpenAiEngine({ client, promptsFolder: PROMPTS }) },
    store: { articles: kept, briefings: kept, links: kept },
    runs: createBriefRuns(),
    spending: { run: (_request, work) => work({ onUsage: (usage) => void usages.push(usage), mayCall: () => true }) },
    clock: () => 1,
  });
  return run({ guild: 'g', settings: DEFAULT_SETTINGS, source: { kind: 'text', text } });
}

describe('an article of 200,000 words', () => {
  it('is read to its last sentence, in windows, and put together by one call', async () => {
    const usages: ModelUsage[] = [];
    const { article, briefing, fallback } = await brief(articleText(WORDS, 1), usages);
    expect(fallback).toBeNull();
    expect(article.coverage).toMatchObject({ extent: 'whole', reasons: [] });
    expect(article.coverage.words).toBeGreaterThanOrEqual(WORDS);

    const windows = asked.filter(({ schema }) => schema === 'briefing').map(({ ids }) => ids);
    expect(windows.length).toBeGreaterThan(5);
    expect(windows.flat().sort((a, b) => a - b)).toEqual(article.sentences.map(({ number }) => number));
    expect(asked.filter(({ schema }) => schema === 'merge')).toEqual([{ schema: 'merge', ids: [] }]);
    expect(asked.at(-1)?.schema).toBe('merge');
    expect(usages).toHaveLength(windows.length + 1);

    // What was found at the end of the book is in the briefing, and rests on the sentences there.
    const last = Math.max(...windows.map((ids) => ids[0] ?? 0));
    const cited = briefing.points.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence));
    expect(Math.max(...cited)).toBeGreaterThanOrEqual(last);
    expect(briefing.points).toHaveLength(12);
    const speaking = briefing.positions.flatMap(({ evidence }) => evidence.map(({ sentence }) => sentence));
    expect(Math.max(...speaking)).toBeGreaterThanOrEqual(last);
    for (const { quotations } of briefing.positions)
      for (const { words } of quotations) expect(article.text).toContain(words);
  });

  it('is answered by rules as well', async () => {
    const article = await reader.read({ kind: 'text', text: articleText(WORDS, 2) });
    const items: unknown[] = [];
    const request = { article, language: 'en', signal: new AbortController().signal, onUsage: () => undefined };
    for await (const item of createExtractiveEngine().draft(request)) items.push(item);
    expect(items.length).toBeGreaterThan(5);
  });

  it('beyond the hard limit is refused with a sentence before a single call', async () => {
    const before = asked.length;
    const error = await brief(articleText(2 * WORDS, 3)).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'article-too-long' });
    expect(speak(null).errorSentence(error as BotError)).toMatch(
      /^That is \d+ words, more than the [23]\d{5} I read at once/u,
    );
    expect(asked).toHaveLength(before);
  });
});

it('four times the length takes about four times the work', async () => {
  const cost = async (words: number): Promise<number> => {
    const text = articleText(words, words);
    const costs: number[] = [];
    for (let round = 0; round < 3; round += 1) {
      const before = process.cpuUsage();
      await brief(text);
      const { user, system } = process.cpuUsage(before);
      costs.push(user + system);
    }
    return Math.min(...costs);
  };
  await cost(10_000);
  const short = await cost(WORDS / 4);
  // 4 when linear, 16 when quadratic.
  expect((await cost(WORDS)) / short).toBeLessThan(8);
});
