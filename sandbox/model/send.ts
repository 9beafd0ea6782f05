/** Sends an answer as a model server does, whole or in pieces, and breaks off where the test says so. */
import type { ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';

import { sendJson } from '../common/http.ts';
import { asJson, type Json, pointsOf } from '../common/json.ts';
import type { ModelAnswer, ModelRequest, Usage } from './answer.ts';

/** A rough rule for English text: four characters a token. */
const CHARS_PER_TOKEN = 4;
const DEFAULT_CHUNK = 24;
/** Between the pieces of an answer without end: enough to fill any cap within seconds, and no busy loop. */
const ENDLESS_PACE_MS = 2;
const ENDLESS_PIECE = ' \n'.repeat(256);

export async function sendAnswer(response: ServerResponse, request: ModelRequest, answer: ModelAnswer): Promise<void> {
  if (answer.delayMs) await delay(answer.delayMs);
  if (response.destroyed) return;
  if (answer.raw) {
    response
      .writeHead(answer.status ?? 200, { 'content-type': answer.raw.contentType, ...answer.headers })
      .end(answer.raw.body);
    return;
  }
  if (answer.error || (answer.status ?? 200) >= 400) {
    const error = { message: 'error', type: 'invalid_request_error', code: null, param: null, ...answer.error };
    return sendJson(response, answer.status ?? 400, { error }, answer.headers);
  }
  const text =
    answer.refusal === undefined ? (answer.text ?? (answer.json === undefined ? '' : JSON.stringify(answer.json))) : '';
  return request.stream ? stream(response, request, answer, text) : sendWhole(response, request, answer, text);
}

function usageOf(
  request: ModelRequest,
  answer: ModelAnswer,
  text: string,
): (Usage & { total_tokens: number }) | undefined {
  if (answer.usage === 'missing') return undefined;
  const promptLength = request.messages.reduce((sum, message) => sum + message.content.length, 0);
  const usage = answer.usage ?? {
    prompt_tokens: Math.ceil(promptLength / CHARS_PER_TOKEN),
    completion_tokens: Math.ceil((text.length + (answer.refusal?.length ?? 0)) / CHARS_PER_TOKEN),
  };
  return { ...usage, total_tokens: usage.prompt_tokens + usage.completion_tokens };
}

function head(request: ModelRequest, object: string): Json {
  return {
    id: `chatcmpl-sandbox-${request.number}`,
    object,
    created: Math.floor(Date.now() / 1000),
    model: request.model,
  };
}

async function sendWhole(
  response: ServerResponse,
  request: ModelRequest,
  answer: ModelAnswer,
  text: string,
): Promise<void> {
  const usage = usageOf(request, answer, text);
  const message = {
    role: 'assistant',
    content: answer.refusal === undefined ? text : null,
    refusal: answer.refusal ?? null,
  };
  const body = JSON.stringify({
    ...head(request, 'chat.completion'),
    choices: [{ index: 0, message, logprobs: null, finish_reason: answer.finishReason ?? 'stop' }],
    ...(usage ? { usage } : {}),
  });
  const stop = stopOf(answer);
  if (answer.stallAfter === 0 && !answer.isEndless) return;
  response.writeHead(200, {
    'content-type': 'application/json',
    'x-request-id': `req_${request.number}`,
    ...answer.headers,
  });
  if (answer.isEndless) return endless((piece) => response.write(piece), response);
  if (stop === undefined) {
    response.end(body);
    return;
  }
  await written(response, body.slice(0, stop));
  if (answer.cutAfter !== undefined) response.socket?.destroy();
}

/** The character at which the answer stops without an end; undefined when it is whole. */
function stopOf(answer: ModelAnswer): number | undefined {
  return answer.cutAfter ?? answer.stallAfter;
}

async function stream(
  response: ServerResponse,
  request: ModelRequest,
  answer: ModelAnswer,
  text: string,
): Promise<void> {
  const wantsUsage = asJson(request.body['stream_options'])['include_usage'] === true;
  const base = head(request, 'chat.completion.chunk');
  if (answer.stallAfter === 0 && !answer.isEndless) return;
  response.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache',
    'x-request-id': `req_${request.number}`,
    ...answer.headers,
  });
  const event = (data: Json) => written(response, `data: ${JSON.stringify({ ...base, ...data })}\n\n`);
  const delta = (content: Json, finish: string | null = null) =>
    event({
      choices: [{ index: 0, delta: content, logprobs: null, finish_reason: finish }],
      ...(wantsUsage ? { usage: null } : {}),
    });
  await delta({ role: 'assistant', content: '', refusal: null });
  if (answer.thoughts) await delta({ [answer.thoughts.under]: answer.thoughts.text });
  if (answer.silentMs) await delay(answer.silentMs);
  if (answer.isEndless) return endless((piece) => void delta({ content: piece }), response);
  const isRefusal = answer.refusal !== undefined;
  const words = pointsOf(answer.refusal ?? text);
  const stop = stopOf(answer) ?? Number.POSITIVE_INFINITY;
  const size = answer.chunkSize ?? DEFAULT_CHUNK;
  for (let at = 0; at < words.length && at < stop; at += size) {
    if (response.destroyed) return;
    const piece = words.slice(at, Math.min(at + size, stop)).join('');
    await delta(isRefusal ? { refusal: piece } : { content: piece });
    if (answer.paceMs) await delay(answer.paceMs);
  }
  if (answer.cutAfter !== undefined) {
    response.socket?.destroy();
    return;
  }
  if (answer.stallAfter !== undefined) return;
  await delta({}, answer.finishReason ?? 'stop');
  const usage = usageOf(request, answer, text);
  if (wantsUsage && usage) await event({ choices: [], usage });
  response.end('data: [DONE]\n\n');
}

/** Resolves when the bytes have left the process, so that a cut comes after them. */
function written(response: ServerResponse, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (response.destroyed) resolve();
    else response.write(text, () => resolve());
  });
}

async function endless(write: (piece: string) => void, response: ServerResponse): Promise<void> {
  while (!response.destroyed) {
    write(ENDLESS_PIECE);
    await delay(ENDLESS_PACE_MS);
  }
}
