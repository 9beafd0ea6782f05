import { afterEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { BotError, type ModelUsage } from '#domain';
import { speak } from '#texts';

import { createModelClient, type ModelClientOptions } from '../../src/llm/client.ts';
import type { ModelCall } from '../../src/llm/request-body.ts';
import { answer, chunk, fail, type Handler, said, serveModel } from './model-server.ts';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function start(handler: Handler, options: Partial<ModelClientOptions> = {}) {
  const server = await serveModel(handler);
  closers.push(() => server.close());
  const usages: ModelUsage[] = [];
  const client = createModelClient({
    apiKey: 'k',
    baseURL: server.baseURL,
    model: 'm',
    timeoutMs: 20_000,
    clock: Date.now,
    ...options,
  });
  const controller = new AbortController();
  const call = (changes: Partial<ModelCall> = {}): ModelCall => ({
    purpose: 'briefing',
    system: 'Say yes.',
    user: 'Please.',
    schema: { name: 'yes', shape: z.object({ yes: z.string() }) },
    maxOutputTokens: 50,
    signal: controller.signal,
    onUsage: (usage) => usages.push(usage),
    ...changes,
  });
  async function ask(changes?: Partial<ModelCall>): Promise<string> {
    let text = '';
    for await (const piece of client.stream(call(changes))) text += piece;
    return text;
  }
  const failure = async (changes?: Partial<ModelCall>): Promise<BotError> => {
    try {
      await ask(changes);
    } catch (error) {
      if (error instanceof BotError) return error;
      throw error;
    }
    throw new Error('nothing failed');
  };
  return { server, usages, controller, ask, failure };
}

/** Sends the head of a stream and then nothing. */
const silent: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  response.flushHeaders();
};

describe('one call', () => {
  it('gives the text as it comes and books what the server counted', async () => {
    const { ask, usages } = await start((_request, response) => answer(response, '{"yes":"y"}'));
    expect(await ask()).toBe('{"yes":"y"}');
    expect(usages).toEqual([{ purpose: 'briefing', model: 'm', tokens: { input: 1000, output: 7, estimated: false } }]);
  });

  it('counts the tokens itself, and says so, where the server gives no usage', async () => {
    const { ask, usages } = await start((_request, response) =>
      answer(response, 'one two three', { promptTokens: null }),
    );
    await ask();
    expect(usages[0]?.tokens).toMatchObject({ estimated: true, output: 3 });
    expect(usages[0]?.tokens.input).toBeGreaterThan(3);
  });

  it('reads an answer from a server that does not stream', async () => {
    const { ask } = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ choices: [{ message: { content: 'whole' }, finish_reason: 'stop' }] }));
    });
    expect(await ask()).toBe('whole');
  });

  it('lets an answer stand that the server cut at its length limit', async () => {
    const { ask } = await start((_request, response) => answer(response, '{"yes":', { finish: 'length' }));
    expect(await ask()).toBe('{"yes":');
  });

  it('stops reading endless white space', async () => {
    const { ask, server } = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(said('{"yes":"y"'));
      const timer = setInterval(() => response.write(said(' \n'.repeat(50))), 2);
      response.on('close', () => clearInterval(timer));
    });
    expect((await ask()).trim()).toBe('{"yes":"y"');
    await expect.poll(() => server.abandoned()).toBe(1);
  });
});

describe('what is no answer', () => {
  const html: Handler = (_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' });
    response.end('<html><body>Please log in</body></html>');
  };
  const events =
    (...lines: string[]): Handler =>
    (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.end(`${lines.join('')}data: [DONE]\n\n`);
    };
  it.each<[string, Handler, string]>([
    ['a page of HTML', html, 'model-garbled'],
    ['no choices at all', events(chunk(null)), 'model-garbled'],
    ['white space only', events(said('  \n ')), 'model-garbled'],
    ['a chunk that is no JSON', events('data: {"choices":[{\n\n'), 'model-garbled'],
    ['null in the place of a chunk', events('data: null\n\n'), 'model-garbled'],
    ['a refusal', events(chunk({ delta: { refusal: 'I cannot.' }, finish_reason: null })), 'model-refused'],
    ['an answer the filter took', events(chunk({ delta: {}, finish_reason: 'content_filter' })), 'model-refused'],
    ['200 kB and more', (_request, response) => answer(response, 'x'.repeat(200_001)), 'model-garbled'],
    ['an error in the stream', events('data: {"error":{"message":"overloaded","code":"x"}}\n\n'), 'model-busy'],
    [
      'an empty account in the stream',
      events('data: {"error":{"message":"no","code":"insufficient_quota"}}\n\n'),
      'model-quota',
    ],
    ['401', (_request, response) => fail(response, 401, {}), 'model-key-rejected'],
    ['404', (_request, response) => fail(response, 404, { message: 'The model does not exist' }), 'model-garbled'],
    [
      '429 for an empty account',
      (_request, response) => fail(response, 429, { code: 'insufficient_quota' }),
      'model-quota',
    ],
    [
      '400 for a long prompt',
      (_request, response) => fail(response, 400, { code: 'context_length_exceeded' }),
      'model-context-small',
    ],
  ])('%s ends in its own error, with a sentence', async (_what, handler, code) => {
    const { failure } = await start(handler);
    const error = await failure();
    expect(error.code).toBe(code);
    expect(speak(null).errorSentence(error)).toMatch(/\.$/u);
  });

  it('a server that counts under 70 % of our tokens has cut the prompt', async () => {
    const { failure } = await start((_request, response) => answer(response, '{}', { promptTokens: 600 }));
    const error = await failure({ user: 'word '.repeat(1000) });
    expect(error.code).toBe('model-cut-input');
    expect(speak(null).errorSentence(error)).toContain('600 of about 1');
  });

  it('a server that counts 70 % has another tokenizer', async () => {
    const { ask } = await start((_request, response) => answer(response, '{}', { promptTokens: 750 }));
    expect(await ask({ user: 'word '.repeat(1000) })).toBe('{}');
  });
});

describe('deadlines', () => {
  it('a first token that does not come ends the call', async () => {
    const { failure } = await start(silent, { deadlines: { firstTokenMs: 60 } });
    expect(await failure()).toMatchObject({ code: 'model-timeout', facts: { phase: 'first-token', seconds: 0.06 } });
  });

  it('silence in the middle of an answer ends the call', async () => {
    const { failure, server } = await start(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        response.write(said('{'));
      },
      { deadlines: { idleMs: 60 } },
    );
    expect(await failure()).toMatchObject({ code: 'model-timeout', facts: { phase: 'idle' } });
    await expect.poll(() => server.abandoned()).toBe(1);
  });

  it('an answer that drips past the total ends the call', async () => {
    const { failure, usages } = await start(
      (_request, response) => {
        response.writeHead(200, { 'content-type': 'text/event-stream' });
        const timer = setInterval(() => response.write(said('a')), 10);
        response.on('close', () => clearInterval(timer));
      },
      { deadlines: { totalMs: 150 } },
    );
    expect(await failure()).toMatchObject({ code: 'model-timeout', facts: { phase: 'total' } });
    expect(usages[0]?.tokens).toMatchObject({ estimated: true });
  });

  it('what was asked before the first word did not come is booked as an estimate', async () => {
    // Not even the head of an answer.
    const { failure, usages } = await start(() => undefined, { deadlines: { firstTokenMs: 60 } });
    await failure();
    expect(usages).toHaveLength(1);
    expect(usages[0]?.tokens).toMatchObject({ estimated: true, output: 0 });
    expect(usages[0]?.tokens.input).toBeGreaterThan(3);
  });

  it('a caller who stops ends the request at once', async () => {
    const { failure, controller, server } = await start((request, response) => {
      void silent(request, response);
      controller.abort();
    });
    expect((await failure()).code).toBe('cancelled');
    await expect.poll(() => server.abandoned()).toBe(1);
  });
});

describe('the retry policy', () => {
  it('asks again after 500 and books both attempts', async () => {
    const { ask, usages } = await start(({ number }, response) =>
      number === 1 ? fail(response, 500, {}) : answer(response, 'yes'),
    );
    expect(await ask()).toBe('yes');
    expect(usages.map(({ tokens }) => tokens.input)).toEqual([0, 1000]);
  });

  it('asks again when the connection is lost before a word', async () => {
    const { ask } = await start(({ number }, response) =>
      number === 1 ? void response.socket?.destroy() : answer(response, 'yes'),
    );
    expect(await ask()).toBe('yes');
  });

  it('books what was asked over a connection that was lost, and nothing where there was none', async () => {
    const { ask, usages } = await start(({ number }, response) =>
      number === 1 ? void response.socket?.destroy() : answer(response, 'yes'),
    );
    await ask();
    expect(usages.map(({ tokens }) => tokens)).toMatchObject([
      { estimated: true, output: 0, input: expect.toSatisfy((input: number) => input > 3) as number },
      { estimated: false, input: 1000 },
    ]);
    const gone = await serveModel(silent);
    await gone.close();
    const nobody = await start(silent, { baseURL: gone.baseURL });
    expect((await nobody.failure()).code).toBe('model-unreachable');
    expect(nobody.usages.map(({ tokens }) => tokens.input)).toEqual([0, 0, 0]);
  });

  it('waits as long as the server asks', async () => {
    const times: number[] = [];
    const { ask } = await start(({ number }, response) => {
      times.push(performance.now());
      if (number === 1) fail(response, 429, {}, { 'retry-after-ms': '300' });
      else answer(response, 'yes');
    });
    await ask();
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(280);
  });

  it('does not wait beyond its deadline', async () => {
    const { failure, server } = await start((_request, response) => fail(response, 429, {}, { 'retry-after': '60' }));
    expect(await failure()).toMatchObject({ code: 'model-busy', facts: { retryAfterSeconds: 60 } });
    expect(server.bodies).toHaveLength(1);
  });

  it.each<[number, object]>([
    [401, {}],
    [429, { code: 'insufficient_quota' }],
    [400, {}],
  ])('asks only once after %d %j', async (status, error) => {
    const { failure, server } = await start((_request, response) => fail(response, status, error));
    await failure();
    expect(server.bodies).toHaveLength(1);
  });

  it('says nothing twice: once words are out there is no second attempt', async () => {
    const { failure, server } = await start((_request, response) => {
      response.writeHead(200, { 'content-type': 'text/event-stream' });
      response.write(said('half'), () => response.socket?.destroy());
    });
    expect((await failure()).code).toBe('model-unreachable');
    expect(server.bodies).toHaveLength(1);
  });
});

describe('a server that refuses a parameter', () => {
  it('is asked with fewer, and never again with that one', async () => {
    const known = new Set(['model', 'messages', 'stream', 'max_tokens']);
    const { ask, server } = await start(({ body }, response) => {
      const unknown = Object.keys(body).find((key) => !known.has(key));
      if (unknown) fail(response, 400, { message: `Unknown parameter: '${unknown}'`, param: unknown });
      else answer(response, 'yes');
    });
    expect(await ask()).toBe('yes');
    const first = server.bodies.length;
    expect(await ask()).toBe('yes');
    expect(server.bodies).toHaveLength(first + 1);
  });

  it('is told the shape in words when it knows no json_schema', async () => {
    const { ask, server } = await start(({ body }, response) => {
      const format = body['response_format'] as { type: string };
      if (format.type === 'json_schema') fail(response, 400, { message: 'response_format.type must be json_object' });
      else answer(response, 'yes');
    });
    await ask();
    const { messages } = server.bodies[1] as { messages: { content: string }[] };
    expect(messages[0]?.content).toContain('"additionalProperties":false');
  });
});

describe('the limits of the provider', () => {
  it('are asked before every attempt, with what the call may read and write', async () => {
    const asked: number[] = [];
    const { ask, server } = await start(
      ({ number }, response) => (number === 1 ? fail(response, 500, {}) : answer(response, '{"yes":"y"}')),
      { admit: async (tokens) => void asked.push(tokens) },
    );
    await ask();
    expect(server.bodies).toHaveLength(2);
    expect(asked).toHaveLength(2);
    // 50 may be written; the rest is what is sent.
    expect(asked[0]).toBeGreaterThan(50);
    expect(asked[0]).toBeLessThan(100);
  });

  it('that are full end the call before it is made, and start no pause', async () => {
    let isFull = true;
    const { ask, failure, server, usages } = await start((_request, response) => answer(response, '{"yes":"y"}'), {
      admit: async () => {
        if (isFull) throw new BotError('model-busy', { retryAfterSeconds: 40 });
      },
    });
    for (let times = 0; times < 4; times += 1)
      expect(await failure()).toMatchObject({ code: 'model-busy', facts: { retryAfterSeconds: 40 } });
    expect([server.bodies, usages]).toEqual([[], []]);
    isFull = false;
    expect(await ask()).toBe('{"yes":"y"}');
  });
});
