/** The model server through the real openai client. */
import OpenAI from 'openai';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import {
  createSandbox,
  fillSchema,
  imperfect,
  inTurn,
  items,
  type ModelAnswer,
  modelFaults,
  plainText,
  recorded,
  refusing,
  type Sandbox,
  sentencesIn,
} from '../index.ts';

let sandbox: Sandbox;
let openai: OpenAI;

const SCHEMA = {
  type: 'object',
  additionalProperties: false,
  required: ['headline', 'points', 'note'],
  properties: {
    headline: { type: 'string' },
    points: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['evidence', 'text', 'stance'],
        properties: {
          evidence: { type: 'array', items: { type: 'integer' } },
          text: { type: 'string' },
          stance: { type: 'string', enum: ['supports', 'opposes'] },
        },
      },
    },
    note: { anyOf: [{ type: 'null' }, { type: 'string' }] },
  },
};

const PROMPT = `<<<k7d2
${JSON.stringify([
  { id: 1, text: 'The council voted [9 to 6].' },
  { id: 7, text: '‹Q3: “No town can carry that.”› said Mayor Edda Quillon.' },
])}
k7d2>>>`;

beforeEach(async () => {
  sandbox = await createSandbox();
  openai = new OpenAI({ apiKey: sandbox.model.apiKey, baseURL: sandbox.model.baseUrl, maxRetries: 0 });
});

afterEach(() => sandbox.close());

function ask(extra: Partial<OpenAI.ChatCompletionCreateParamsNonStreaming> = {}) {
  return openai.chat.completions.create({
    model: 'sandbox-small',
    messages: [
      { role: 'system', content: 'You read the news.' },
      { role: 'user', content: PROMPT },
    ],
    ...extra,
  });
}

async function streamText(extra: Partial<OpenAI.ChatCompletionCreateParamsStreaming> = {}) {
  const stream = await openai.chat.completions.create({
    model: 'sandbox-small',
    messages: [{ role: 'user', content: PROMPT }],
    stream: true,
    stream_options: { include_usage: true },
    ...extra,
  });
  const seen = { text: '', chunks: 0, finish: '', refusal: '', usage: undefined as OpenAI.CompletionUsage | undefined };
  for await (const chunk of stream) {
    const choice = chunk.choices[0];
    seen.text += choice?.delta.content ?? '';
    seen.refusal += choice?.delta.refusal ?? '';
    if (choice?.delta.content) seen.chunks += 1;
    if (choice?.finish_reason) seen.finish = choice.finish_reason;
    if (chunk.usage) seen.usage = chunk.usage;
  }
  return seen;
}

test('the real SDK streams an answer that is made from the sentences of the request', async () => {
  sandbox.model.respond((request) => {
    const [first, second] = sentencesIn(request);
    if (!first || !second || !request.schema) throw new Error('the request was not understood');
    return {
      json: fillSchema(request.schema, {
        points: items(2),
        evidence: ([, at]: (string | number)[]) => [at === 0 ? first.id : second.id],
        text: ([, at]: (string | number)[]) => plainText(at === 0 ? first : second),
        'points.1.stance': 'opposes',
      }),
    };
  });
  const seen = await streamText({
    response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true, schema: SCHEMA } },
  });
  expect(JSON.parse(seen.text)).toEqual({
    headline: 'text',
    points: [
      { evidence: [1], text: 'The council voted [9 to 6].', stance: 'supports' },
      { evidence: [7], text: '“No town can carry that.” said Mayor Edda Quillon.', stance: 'opposes' },
    ],
    note: 'text',
  });
  expect(seen.chunks).toBeGreaterThan(3);
  expect(seen.finish).toBe('stop');
  expect(seen.usage?.prompt_tokens).toBeGreaterThan(20);
  expect(sandbox.violations()).toEqual([]);
});

test('quotations inside a sentence are found with their ids and words', () => {
  const messages = [{ role: 'user', content: PROMPT }];
  expect(sentencesIn({ messages })[1]?.quotations).toEqual([{ id: 'Q3', words: 'No town can carry that.' }]);
});

test('a server that nobody programmed answers from the request, in the shape that was asked for', async () => {
  const plain = await ask();
  expect(plain.choices[0]?.message.content).toContain('The council voted [9 to 6].');
  const shaped = await ask({
    response_format: { type: 'json_schema', json_schema: { name: 'draft', strict: true, schema: SCHEMA } },
  });
  expect(JSON.parse(shaped.choices[0]?.message.content ?? '')).toMatchObject({ points: [{ evidence: [1] }] });
});

test('a request that breaks the official description is reported, its correct twin is not', async () => {
  await ask({ temperature: 0.2 });
  expect(sandbox.model.violations).toEqual([]);
  await ask({ temperature: 9 });
  expect(sandbox.model.violations[0]?.errors.join(' ')).toContain('/temperature');
});

test('a wrong key is refused, the right one lists the models', async () => {
  const stranger = new OpenAI({ apiKey: 'wrong', baseURL: sandbox.model.baseUrl, maxRetries: 0 });
  await expect(stranger.models.list()).rejects.toMatchObject({ status: 401, code: 'invalid_api_key' });
  expect((await openai.models.list()).data.map((model) => model.id)).toContain('sandbox-small');
});

describe('faults', () => {
  test.each<[string, ModelAnswer, object]>([
    ['429 with Retry-After', modelFaults.rateLimited(2), { status: 429, code: 'rate_limit_exceeded' }],
    ['insufficient quota', modelFaults.insufficientQuota(), { status: 429, code: 'insufficient_quota' }],
    ['500', modelFaults.serverError(), { status: 500 }],
    ['a wrong key', modelFaults.wrongKey(), { status: 401 }],
    ['an unsupported parameter', modelFaults.unsupported('temperature'), { status: 400, param: 'temperature' }],
    ['a context that is too long', modelFaults.contextTooLong(), { code: 'context_length_exceeded' }],
  ])('%s arrives as the error that the SDK knows', async (_name, answer, expected) => {
    sandbox.model.respond(() => answer);
    await expect(ask()).rejects.toMatchObject(expected);
  });

  test('Retry-After stands in the headers', async () => {
    sandbox.model.respond(() => modelFaults.rateLimited(120));
    const error = await ask().catch((one: unknown) => one);
    expect(error instanceof OpenAI.APIError ? error.headers?.get('retry-after') : undefined).toBe('120');
  });

  test('an HTML page comes in place of a completion', async () => {
    sandbox.model.respond(() => modelFaults.html());
    const answer: unknown = await ask();
    expect(answer).toContain('hotel network');
  });

  test('a completion without choices, and an empty object', async () => {
    sandbox.model.respond(inTurn(modelFaults.noChoices(), modelFaults.emptyObject()));
    expect((await ask()).choices).toEqual([]);
    expect((await ask()).choices).toBeUndefined();
  });

  test('a refusal comes as a refusal, streamed and whole', async () => {
    sandbox.model.respond(() => modelFaults.refusal('No.'));
    expect((await ask()).choices[0]?.message.refusal).toBe('No.');
    expect((await streamText()).refusal).toBe('No.');
  });

  test('a connection that is cut while streaming ends with an error after the first characters', async () => {
    sandbox.model.respond(() => ({ text: 'x'.repeat(500), cutAfter: 100 }));
    await expect(streamText()).rejects.toThrow('terminated');
  });

  test('a stream that stalls is left by the client, and the call says so', async () => {
    sandbox.model.respond(() => ({ text: 'x'.repeat(500), stallAfter: 48 }));
    const stop = new AbortController();
    const stream = await openai.chat.completions.create(
      { model: 'sandbox-small', messages: [{ role: 'user', content: 'hi' }], stream: true },
      { signal: stop.signal },
    );
    let text = '';
    for await (const chunk of stream) {
      text += chunk.choices[0]?.delta.content ?? '';
      if (text.length >= 48) stop.abort();
    }
    await sandbox.model.called(1);
    expect(text).toHaveLength(48);
    expect(sandbox.model.calls[0]?.isAborted).toBe(true);
  });

  test('white space without end goes on until the client hangs up', async () => {
    sandbox.model.respond(() => modelFaults.endlessWhitespace());
    const stop = new AbortController();
    const stream = await openai.chat.completions.create(
      { model: 'sandbox-small', messages: [{ role: 'user', content: 'hi' }], stream: true },
      { signal: stop.signal },
    );
    let length = 0;
    for await (const chunk of stream) {
      length += chunk.choices[0]?.delta.content?.length ?? 0;
      if (length > 20_000) stop.abort();
    }
    await sandbox.model.called(1);
    expect(length).toBeGreaterThan(20_000);
  });

  test('usage can be missing, and 200 kB can come', async () => {
    sandbox.model.respond(inTurn({ text: 'a', usage: 'missing' }, modelFaults.huge()));
    expect((await ask()).usage).toBeUndefined();
    expect((await streamText()).text).toHaveLength(200_000);
  });

  test('one byte at a time comes as many chunks', async () => {
    sandbox.model.respond(() => ({ text: 'a drop at a time', chunkSize: 1, paceMs: 1 }));
    expect(await streamText()).toMatchObject({ text: 'a drop at a time', chunks: 16 });
  });

  test('a server that does not know response_format answers once it is left out', async () => {
    sandbox.model.respond(refusing(['response_format'], () => ({ text: 'fine' })));
    await expect(ask({ response_format: { type: 'json_object' } })).rejects.toMatchObject({ param: 'response_format' });
    expect((await ask()).choices[0]?.message.content).toBe('fine');
  });
});

describe('imperfect answers', () => {
  const good = JSON.stringify({ points: [{ evidence: [3], text: 'The council voted to close it.' }] });

  test.each<[string, ModelAnswer, string]>([
    ['fenced', imperfect.fenced(good), `\`\`\`json\n${good}\n\`\`\``],
    ['prefixed', imperfect.prefixed(good, 'Sure:'), `Sure:\n\n${good}`],
    ['after thinking', imperfect.thinking(good, 'Hm.'), `<think>\nHm.\n</think>\n\n${good}`],
    ['with wrong numbers', imperfect.wrongIds(good), good.replace('[3]', '[1003]')],
    [
      'repeated',
      imperfect.repeated(good),
      JSON.stringify({ points: [...JSON.parse(good).points, ...JSON.parse(good).points] }),
    ],
    ['in two languages', imperfect.mixed(good), good.replace('The council', 'Das ist ein deutscher Satz. The council')],
  ])('%s', async (_name, answer, expected) => {
    sandbox.model.respond(() => answer);
    expect((await streamText()).text).toBe(expected);
  });

  test('truncated: the text stops in the middle and the reason is length', async () => {
    sandbox.model.respond(() => imperfect.truncated(good, 0.5));
    expect(await streamText()).toMatchObject({ text: good.slice(0, Math.floor(good.length / 2)), finish: 'length' });
  });

  test('a recorded answer is replayed as it was', async () => {
    sandbox.model.respond(recorded(new URL('./fixtures/fenced-with-prose.txt', import.meta.url)));
    expect((await ask()).choices[0]?.message.content).toMatch(/^Here is the summary/u);
    sandbox.model.respond(recorded(new URL('./fixtures/cut-by-length.answer.json', import.meta.url)));
    expect((await ask()).choices[0]).toMatchObject({ finish_reason: 'length' });
  });
});
