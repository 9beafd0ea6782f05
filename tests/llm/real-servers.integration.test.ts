/** The client against servers as they are: how each refuses, what it leaves unread, how it thinks. */
import { createRequire } from 'node:module';

import { Agent, getGlobalDispatcher, setGlobalDispatcher } from 'undici';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { BotError, type ModelUsage } from '#domain';
import {
  asRealServer,
  createSandbox,
  inTurn,
  type ModelAnswer,
  type Responder,
  realServers,
  type Sandbox,
  thinkingFor,
} from '#sandbox';

import { createModelClient, type ModelClientOptions } from '../../src/llm/client.ts';

const SHAPE = z.object({ yes: z.string(), format: z.array(z.int().min(1)).max(4), note: z.string().max(9).nullable() });
const ANSWER = '{"yes":"y","format":[1],"note":null}';
const PROMPT = 'word '.repeat(200);
const answering: Responder = () => ({ text: ANSWER });

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await createSandbox();
});
afterEach(() => sandbox.close());

function connect(options: Partial<ModelClientOptions> = {}, maxOutputTokens = 6000) {
  const client = createModelClient({
    apiKey: sandbox.model.apiKey,
    baseURL: sandbox.model.baseUrl,
    model: 'sandbox-small',
    reasoningEffort: 'low',
    timeoutMs: 20_000,
    clock: Date.now,
    ...options,
  });
  const usages: ModelUsage[] = [];
  const signal = new AbortController().signal;
  async function ask(system = 'Say yes.'): Promise<string> {
    let text = '';
    const schema = { name: 'yes', shape: SHAPE };
    const call = { purpose: 'briefing' as const, system, user: PROMPT, schema, maxOutputTokens, signal };
    for await (const piece of client.stream({ ...call, onUsage: (usage) => usages.push(usage) })) text += piece;
    return text;
  }
  return { ask, usages };
}

const bodies = () => sandbox.model.calls.map(({ body }) => body);
const tokens = (usages: readonly ModelUsage[]) => usages.map((usage) => usage.tokens);
async function failureOf(asked: Promise<unknown>): Promise<BotError> {
  const error: unknown = await asked.then(
    () => null,
    (one: unknown) => one,
  );
  if (error instanceof BotError) return error;
  throw new Error('not refused', { cause: error });
}

describe('a server that refuses', () => {
  interface Expected {
    readonly effort?: ModelClientOptions['reasoningEffort'];
    /** Until the first answer; every later one takes one. */
    readonly requests: number;
    /** Of the request that was answered. */
    readonly body: Readonly<Record<string, unknown>>;
    readonly without?: readonly string[];
  }
  const SCHEMA = { response_format: { type: 'json_schema' } };
  const OBJECT = { response_format: { type: 'json_object' } };
  const BOTH = { max_tokens: 10_000, max_completion_tokens: 10_000 };
  const EXPECTED: Readonly<Record<keyof typeof realServers, Expected>> = {
    openAiReasoningModel: {
      requests: 3,
      body: { max_completion_tokens: 10_000, reasoning_effort: 'low', ...SCHEMA },
      without: ['max_tokens', 'temperature'],
    },
    openAiWithoutReasoning: { requests: 2, body: { temperature: 0, ...SCHEMA }, without: ['reasoning_effort'] },
    openAiSmallOutput: { requests: 2, body: { max_tokens: 4096, max_completion_tokens: 4096, ...SCHEMA } },
    openAiStrictSchema: { requests: 1, body: SCHEMA },
    openAiWithoutSchemas: { requests: 3, body: { reasoning_effort: 'low' }, without: ['response_format'] },
    ollamaWithoutThinking: { requests: 2, body: { ...SCHEMA, ...BOTH }, without: ['reasoning_effort'] },
    ollamaOtherEffort: { requests: 2, body: { ...SCHEMA, ...BOTH }, without: ['reasoning_effort'] },
    vllmOtherEffort: { effort: 'minimal', requests: 2, body: { ...SCHEMA, ...BOTH }, without: ['reasoning_effort'] },
    vllmExtraForbidden: {
      requests: 3,
      body: { max_tokens: 10_000, ...SCHEMA },
      without: ['max_completion_tokens', 'reasoning_effort'],
    },
    vllmSmallContext: { requests: 2, body: { reasoning_effort: 'low', ...SCHEMA } },
    vllmGrammar: { requests: 2, body: { ...OBJECT, ...BOTH } },
    llamaCppWithoutSchemas: { requests: 2, body: { ...OBJECT, ...BOTH } },
    lmStudio: { requests: 1, body: SCHEMA },
    deepSeek: { requests: 2, body: { ...OBJECT, ...BOTH } },
    volcengine: { effort: 'high', requests: 3, body: { max_completion_tokens: 12_288, ...OBJECT } },
    openRouter: { requests: 2, body: { ...OBJECT, ...BOTH } },
  };
  const ROWS = Object.entries(EXPECTED) as [keyof typeof realServers, Expected][];

  it.each(ROWS)('%s: is asked what it takes, and only that from then on', async (name, expected) => {
    sandbox.model.respond(asRealServer(name, answering));
    const { ask } = connect({ reasoningEffort: expected.effort ?? 'low' });
    expect(await ask()).toBe(ANSWER);
    expect(bodies()).toHaveLength(expected.requests);
    const body = bodies().at(-1) ?? {};
    expect(body).toMatchObject(expected.body);
    expect(Object.keys(body).filter((key) => expected.without?.includes(key))).toEqual([]);
    expect(await ask()).toBe(ANSWER);
    expect(bodies()).toHaveLength(expected.requests + 1);
    expect(sandbox.model.violations).toEqual([]);
  });

  it('both formats, one of them in a text that is no object, is told the shape in words', async () => {
    sandbox.model.respond(asRealServer('deepSeek', asRealServer('lmStudio', answering)));
    const { ask } = connect();
    expect(await ask()).toBe(ANSWER);
    const formats = bodies().map((body) => (body['response_format'] as { type: string } | undefined)?.type);
    expect(formats).toEqual(['json_schema', 'json_object', undefined]);
    expect(sandbox.model.calls.at(-1)?.request.messages[0]?.content).toContain('"additionalProperties":false');
  });

  it('nothing, and does not keep the format either, is told the shape in words from the next call on', async () => {
    const isTold = (): boolean => sandbox.model.calls.at(-1)?.request.messages[0]?.content.includes('{') ?? false;
    sandbox.model.respond(inTurn(answering, { text: '**Yes:** y' }));
    const { ask } = connect();
    await ask();
    await ask();
    expect(isTold()).toBe(false);
    sandbox.model.respond(answering);
    await ask();
    expect(isTold()).toBe(true);
    expect(bodies().at(-1)).toMatchObject(SCHEMA);
  });

  it('a context that is too long in the words of the provider behind a router is named as that', async () => {
    const raw = JSON.stringify({ error: { message: "This model's maximum context length is 100 tokens." } });
    const error = { message: 'Provider returned error', code: 400, metadata: { raw, provider_name: 'Fireworks' } };
    sandbox.model.respond(() => ({
      status: 400,
      raw: { contentType: 'application/json', body: JSON.stringify({ error }) },
    }));
    expect((await failureOf(connect().ask())).code).toBe('model-context-small');
  });
});

describe('the schema that is asked for', () => {
  it('has no limits and no $schema, and keeps names of ours that read like them', async () => {
    sandbox.model.respond(answering);
    await connect().ask();
    const { schema } = sandbox.model.calls[0]?.request ?? {};
    expect(schema).toEqual({
      type: 'object',
      properties: {
        yes: { type: 'string' },
        format: { type: 'array', items: { type: 'integer' } },
        note: { anyOf: [{ type: 'string' }, { type: 'null' }] },
      },
      required: ['yes', 'format', 'note'],
      additionalProperties: false,
    });
  });
});

describe('a model that thinks', () => {
  it('has room for it beside the answer', async () => {
    sandbox.model.respond(thinkingFor(3000, answering));
    const { ask, usages } = connect({}, 1500);
    expect(await ask()).toBe(ANSWER);
    expect(tokens(usages)).toMatchObject([{ output: 3009, estimated: false }]);
  });

  it('and spends all of its limit on it has answered nothing', async () => {
    sandbox.model.respond(thinkingFor(90_000, answering));
    const { ask, usages } = connect({}, 1500);
    const error = await failureOf(ask());
    expect(error.code).toBe('model-garbled');
    expect(String((error.cause as Error).message)).toContain('all tokens were spent');
    expect(tokens(usages)).toMatchObject([{ output: 90_000 }]);
  });

  it('is limited under the name that Ollama reads', async () => {
    sandbox.model.respond(thinkingFor(90_000, answering, ['max_tokens']));
    expect((await failureOf(connect().ask())).code).toBe('model-garbled');
  });

  it('is given what the context leaves, and nothing above it', async () => {
    sandbox.model.respond(answering);
    await connect({ contextTokens: 8192, reasoningEffort: 'high' }).ask();
    const asked = Number(bodies()[0]?.['max_tokens']);
    expect(asked).toBeGreaterThan(6000);
    expect(asked).toBeLessThan(8192 - 200);
    await connect({ contextTokens: 4000, reasoningEffort: 'high' }).ask();
    expect(bodies()[1]).toMatchObject({ max_tokens: 6000 });
  });

  it('is left to itself where the operator says nothing', async () => {
    sandbox.model.respond(answering);
    await connect({ reasoningEffort: undefined }, 50).ask();
    expect(bodies()[0]).toMatchObject({ max_tokens: 50, max_completion_tokens: 50 });
    expect(bodies()[0]).not.toHaveProperty('reasoning_effort');
  });

  it.each<[string, Partial<ModelAnswer>]>([
    ['in silence', {}],
    ['aloud, then in silence (llama.cpp, vLLM)', { thoughts: { text: 'Let me see.', under: 'reasoning_content' } }],
    ['aloud, then in silence (Ollama, OpenRouter)', { thoughts: { text: 'Let me see.', under: 'reasoning' } }],
  ])('%s, longer than it pauses between words, is waited for', async (_how, how) => {
    sandbox.model.respond(() => ({ text: ANSWER, silentMs: 400, ...how }));
    const { ask } = connect({ deadlines: { idleMs: 100 } });
    expect(await ask()).toBe(ANSWER);
  });

  it('aloud on a server that counts nothing is counted by what it showed', async () => {
    const thoughts = { text: 'x'.repeat(4000), under: 'reasoning_content' as const };
    sandbox.model.respond(() => ({ text: ANSWER, usage: 'missing', thoughts }));
    const { ask, usages } = connect();
    await ask();
    const [counted] = tokens(usages);
    expect(counted).toMatchObject({ estimated: true });
    expect(counted?.output).toBeGreaterThan(1000);
  });

  it('and is counted in the total only (xAI) is counted', async () => {
    const usage = { prompt_tokens: 900, completion_tokens: 9, total_tokens: 1309 };
    const choice = { index: 0, message: { role: 'assistant', content: ANSWER }, finish_reason: 'stop' };
    const body = JSON.stringify({
      id: 'c',
      object: 'chat.completion',
      created: 0,
      model: 'm',
      choices: [choice],
      usage,
    });
    sandbox.model.respond(() => ({ raw: { contentType: 'application/json', body } }));
    const { ask, usages } = connect();
    await ask();
    expect(tokens(usages)).toEqual([{ input: 900, output: 409, estimated: false }]);
  });
});

describe('a server that takes longer than 300 s', () => {
  /** Undici's own clock: moved on, its limits of 300 s pass in no time. */
  const clock = createRequire(import.meta.url)('undici/lib/util/timers.js') as { tick(ms: number): void };

  // Node's own `fetch` then runs by that clock, too.
  const global = getGlobalDispatcher();
  beforeEach(() => setGlobalDispatcher(new Agent()));
  afterEach(() => setGlobalDispatcher(global));

  /** More than once: a timer that is new begins to count with a tick. */
  const sixMinutesLater = (): void => {
    for (let ticks = 0; ticks < 3; ticks += 1) clock.tick(360_000);
  };

  it('until it sends its first byte is waited for', async () => {
    sandbox.model.respond(() => ({ text: ANSWER, delayMs: 600 }));
    setTimeout(sixMinutesLater, 300);
    expect(await connect().ask()).toBe(ANSWER);
    expect(bodies()).toHaveLength(1);
  });

  it('until its first word is waited for', async () => {
    sandbox.model.respond(() => ({ text: ANSWER, silentMs: 600 }));
    setTimeout(sixMinutesLater, 300);
    expect(await connect().ask()).toBe(ANSWER);
    expect(bodies()).toHaveLength(1);
  });
});

describe('a request that was given up', () => {
  it('by our deadline is not sent again, and is counted', async () => {
    sandbox.model.respond(() => ({ text: ANSWER, delayMs: 2000 }));
    const { ask, usages } = connect({ deadlines: { totalMs: 200 } });
    expect(await failureOf(ask())).toMatchObject({ code: 'model-timeout', facts: { phase: 'total' } });
    await sandbox.model.called(1);
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(bodies()).toHaveLength(1);
    expect(tokens(usages)).toMatchObject([{ estimated: true, output: 0 }]);
    expect(tokens(usages)[0]?.input).toBeGreaterThan(200);
  });

  it.each([504, 524])('by the gateway before the server (%d) is not sent again, and is counted', async (status) => {
    sandbox.model.respond(() => ({ status, raw: { contentType: 'text/html', body: '<h1>Gateway Time-out</h1>' } }));
    const { ask, usages } = connect();
    expect((await failureOf(ask())).code).toBe('model-busy');
    expect(bodies()).toHaveLength(1);
    expect(tokens(usages)[0]?.input).toBeGreaterThan(200);
  });
});
