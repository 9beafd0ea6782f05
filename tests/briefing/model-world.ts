/** The use cases with the real engine and client, connected to the sandbox's model server. */
import { join } from 'node:path';

import { createArticleReader } from '#article';
import type { QuestionDependencies } from '#briefing';
import type { Article } from '#domain';
import { countTokens, createExtractiveEngine, createModelClient, createOpenAiEngine } from '#llm';
import { createSandbox, type ModelAnswer, type ModelRequest, plainText, sentencesIn } from '#sandbox';

const PROMPTS = join(import.meta.dirname, '..', '..', 'prompts');

export async function startModelWorld(materialTokens = 24_000) {
  const sandbox = await createSandbox();
  const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1 });
  const client = createModelClient({
    apiKey: sandbox.model.apiKey,
    baseURL: sandbox.model.baseUrl,
    model: 'sandbox-small',
    timeoutMs: 20_000,
    clock: Date.now,
  });
  const dependencies: QuestionDependencies = {
    engines: { extractive: createExtractiveEngine(), openai: createOpenAiEngine({ client, promptsFolder: PROMPTS }) },
    materialTokens,
    countTokens,
    spending: { run: (_request, work) => work({ onUsage: () => undefined, mayCall: () => true }) },
    clock: () => 1,
  };
  const read = (text: string): Promise<Article> => reader.read({ kind: 'text', text });
  return {
    model: sandbox.model,
    dependencies,
    reader,
    read,
    async close() {
      await reader.close();
      await sandbox.close();
      const violations = sandbox.violations();
      if (violations.length > 0) throw new Error(JSON.stringify(violations[0]));
    },
  };
}

export const schemaOf = (request: ModelRequest): string =>
  (request.body['response_format'] as { json_schema?: { name?: string } }).json_schema?.name ?? '';

/** Answers with the shown sentence that holds these words, in its own words; `null`: that the article does not say. */
export function answerWith(words: string | null, request: ModelRequest, text?: string): ModelAnswer {
  if (words === null) return { json: { answerable: false, sentences: [] } };
  const sentence = sentencesIn(request).find((one) => plainText(one).includes(words));
  if (!sentence) return { json: { answerable: false, sentences: [] } };
  const evidence = [{ article: 1, sentence: sentence.id }];
  const quotations = sentence.quotations.map(({ id }) => id);
  return {
    json: {
      answerable: true,
      sentences: [{ evidence, text: text ?? plainText(sentence).replace(/[“”„«»]/gu, ''), quotations }],
    },
  };
}

export const verdicts =
  (holds: boolean) =>
  (request: ModelRequest): ModelAnswer => ({
    json: {
      verdicts: [...(request.messages[1]?.content ?? '').matchAll(/"number":(?<number>\d+),"claim"/gu)].map(
        (match) => ({
          number: Number(match.groups?.['number']),
          lacking: holds ? '' : 'all of it',
          holds,
        }),
      ),
    },
  });
