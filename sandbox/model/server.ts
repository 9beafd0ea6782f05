/** An OpenAI-compatible model server: one route for completions, one for models. */
import type { IncomingMessage, ServerResponse } from 'node:http';

import { createChanges, waitFor } from '../common/changes.ts';
import type { SandboxClock } from '../common/clock.ts';
import { listenOnLoopback, readBody, sendJson } from '../common/http.ts';
import { asJson, isJson, type Json, objectsOf, textOf } from '../common/json.ts';
import type { Specification } from '../common/specs.ts';
import { createBodyValidator, type Violation } from '../common/validation.ts';
import type { ModelRequest, Responder } from './answer.ts';
import { defaultResponder } from './default-responder.ts';
import { sendAnswer } from './send.ts';

interface ModelCall {
  number: number;
  at: number;
  body: Json;
  request: ModelRequest;
  /** 0 while it is open. */
  status: number;
  /** The client hung up before the answer was complete. */
  isAborted: boolean;
  isDone: boolean;
}

export interface ModelServer {
  /** For `OPENAI_BASE_URL`. */
  baseUrl: string;
  /** The only key that is accepted. */
  apiKey: string;
  /** Programs what is answered from now on; without an argument the default responder. */
  respond(responder?: Responder): void;
  calls: ModelCall[];
  violations: Violation[];
  /** Bodies that were held against the official description so far. */
  lookedAt(): number;
  /** Waits until this many calls have come and ended. */
  called(count: number, wait?: { timeoutMs?: number }): Promise<void>;
  close(): Promise<void>;
}

const MODELS = ['sandbox-small', 'sandbox-large'];

export async function createModelServer(
  clock: SandboxClock,
  specification: Specification | undefined,
  options: { port?: number | undefined; apiKey?: string | undefined },
): Promise<ModelServer> {
  const apiKey = options.apiKey ?? 'sandbox-model-key';
  const calls: ModelCall[] = [];
  const validator = createBodyValidator(specification, { now: clock.now });
  const changes = createChanges();
  let responder: Responder = defaultResponder;

  const complete = async (request: IncomingMessage, response: ServerResponse, body: Json) => {
    validator.check('POST', '/chat/completions', body);
    const modelRequest = requestOf(body, request, calls.length + 1);
    const call: ModelCall = {
      number: calls.length + 1,
      at: clock.now(),
      body,
      request: modelRequest,
      status: 0,
      isAborted: false,
      isDone: false,
    };
    calls.push(call);
    response.on('close', () => {
      call.isAborted = !response.writableFinished;
      call.isDone = true;
      changes.notify();
    });
    const answer = await responder(modelRequest);
    call.status = answer.status ?? 200;
    await sendAnswer(response, modelRequest, answer);
  };

  const listening = await listenOnLoopback((request, response) => {
    handle(request, response, apiKey, complete).catch((error: unknown) => {
      // The program of a test has failed: the client sees a 500, and the console says why.
      console.error('sandbox: the model responder failed', error);
      sendJson(response, 500, {
        error: { message: `sandbox fault: ${String(error)}`, type: 'server_error', code: null, param: null },
      });
    });
  }, options.port);
  return {
    baseUrl: `http://127.0.0.1:${listening.port}/v1`,
    apiKey,
    respond(next) {
      responder = next ?? defaultResponder;
    },
    calls,
    violations: validator.violations,
    lookedAt: validator.lookedAt,
    async called(count, wait) {
      const done = () => (calls.filter((call) => call.isDone).length >= count ? true : undefined);
      await waitFor(changes, done, {
        timeoutMs: wait?.timeoutMs,
        explain: () => `${count} model calls were awaited, ${calls.length} came`,
      });
    },
    close: listening.close,
  };
}

/** The door: key, models, and what is no route here. */
async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  apiKey: string,
  complete: (request: IncomingMessage, response: ServerResponse, body: Json) => Promise<void>,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://sandbox').pathname;
  const bytes = await readBody(request);
  if (request.headers.authorization !== `Bearer ${apiKey}`) {
    return sendJson(response, 401, {
      error: {
        message: 'Incorrect API key provided',
        type: 'invalid_request_error',
        code: 'invalid_api_key',
        param: null,
      },
    });
  }
  if (request.method === 'GET' && path === '/v1/models') {
    return sendJson(response, 200, {
      object: 'list',
      data: MODELS.map((id) => ({ id, object: 'model', created: 0, owned_by: 'sandbox' })),
    });
  }
  if (request.method !== 'POST' || path !== '/v1/chat/completions') {
    return sendJson(response, 404, {
      error: {
        message: `Unknown request URL: ${request.method} ${path}`,
        type: 'invalid_request_error',
        code: 'unknown_url',
        param: null,
      },
    });
  }
  const body = parse(bytes);
  if (!body)
    return sendJson(response, 400, {
      error: {
        message: 'We could not parse the JSON body of your request.',
        type: 'invalid_request_error',
        code: null,
        param: null,
      },
    });
  await complete(request, response, body);
}

function requestOf(body: Json, request: IncomingMessage, number: number): ModelRequest {
  const schema = asJson(asJson(body['response_format'])['json_schema'])['schema'];
  return {
    model: textOf(body['model']),
    messages: objectsOf(body['messages']).map((message) => ({
      role: textOf(message['role']),
      content: contentText(message['content']),
    })),
    stream: body['stream'] === true,
    schema: isJson(schema) ? schema : undefined,
    body,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    number,
  };
}

/** Content is a string or a list of parts. */
function contentText(content: unknown): string {
  return typeof content === 'string'
    ? content
    : objectsOf(content)
        .map((part) => textOf(part['text']))
        .join('\n');
}

function parse(bytes: Buffer): Json | undefined {
  try {
    const body: unknown = JSON.parse(bytes.toString('utf8'));
    return isJson(body) ? body : undefined;
  } catch {
    return undefined;
  }
}
