/** What a test lets the model server answer, faults of model servers included. */
import type { Json } from '../common/json.ts';

/** One chat completion request as it came. */
export interface ModelRequest {
  model: string;
  messages: { role: string; content: string }[];
  stream: boolean;
  /** JSON schema of a structured answer, if one was asked for. */
  schema: Json | undefined;
  body: Json;
  headers: Record<string, string>;
  /** Number of this call, from 1. */
  number: number;
}

export interface Usage {
  prompt_tokens: number;
  completion_tokens: number;
}

/** What the stand-in answers. Give text, or `json` which is serialised, or a refusal, or one of the faults. */
export interface ModelAnswer {
  text?: string;
  json?: unknown;
  refusal?: string;
  finishReason?: 'stop' | 'length' | 'content_filter';
  /** 'missing' leaves usage out, as some servers do; default: counted from lengths. */
  usage?: Usage | 'missing';
  /** Before anything is answered. */
  delayMs?: number;
  /** Shown before the answer and apart from it: under `reasoning` by Ollama and OpenRouter, `reasoning_content` by others. */
  thoughts?: { text: string; under: 'reasoning' | 'reasoning_content' };
  /** Between the first event of a stream, with thoughts where there are some, and the first word of the answer. */
  silentMs?: number;
  /** Characters per streamed chunk; default 24. */
  chunkSize?: number;
  /** Between streamed chunks. */
  paceMs?: number;
  /** Stops for good after this many characters; the connection stays open. */
  stallAfter?: number;
  /** Cuts the connection after this many characters. */
  cutAfter?: number;
  /** White space without end, until the client hangs up. */
  isEndless?: boolean;
  /** Another status than 200, with an error body in OpenAI's shape. */
  status?: number;
  error?: { message: string; type?: string; code?: string | null; param?: string | null };
  headers?: Record<string, string>;
  /** Sent as it is with status 200 (or `status`), in place of a completion. */
  raw?: { contentType: string; body: string };
}

export type Responder = (request: ModelRequest) => ModelAnswer | Promise<ModelAnswer>;

/** Faults that a model server or what stands before it shows. */
export const modelFaults = {
  rateLimited: (retryAfterS: number): ModelAnswer => ({
    status: 429,
    error: { message: 'Rate limit reached for requests', type: 'requests', code: 'rate_limit_exceeded' },
    headers: { 'retry-after': String(retryAfterS) },
  }),
  insufficientQuota: (): ModelAnswer => ({
    status: 429,
    error: {
      message: 'You exceeded your current quota, please check your plan and billing details.',
      type: 'insufficient_quota',
      code: 'insufficient_quota',
    },
  }),
  serverError: (status = 500): ModelAnswer => ({
    status,
    error: { message: 'The server had an error while processing your request', type: 'server_error', code: null },
  }),
  wrongKey: (): ModelAnswer => ({
    status: 401,
    error: { message: 'Incorrect API key provided', type: 'invalid_request_error', code: 'invalid_api_key' },
  }),
  unknownModel: (): ModelAnswer => ({
    status: 404,
    error: {
      message: 'The model does not exist',
      type: 'invalid_request_error',
      code: 'model_not_found',
      param: 'model',
    },
  }),
  /** 400 that names a parameter, such as response_format, max_completion_tokens, temperature or stream_options. */
  unsupported: (param: string): ModelAnswer => ({
    status: 400,
    error: {
      message: `Unsupported parameter: '${param}' is not supported with this model.`,
      type: 'invalid_request_error',
      code: 'unsupported_parameter',
      param,
    },
  }),
  contextTooLong: (): ModelAnswer => ({
    status: 400,
    error: {
      message: "This model's maximum context length was exceeded.",
      type: 'invalid_request_error',
      code: 'context_length_exceeded',
      param: 'messages',
    },
  }),
  html: (): ModelAnswer => ({
    raw: {
      contentType: 'text/html',
      body: '<!doctype html><html><body>Welcome to the hotel network. Please sign in.</body></html>',
    },
  }),
  emptyObject: (): ModelAnswer => ({ raw: { contentType: 'application/json', body: '{}' } }),
  noChoices: (): ModelAnswer => ({
    raw: {
      contentType: 'application/json',
      body: '{"id":"c","object":"chat.completion","created":0,"model":"m","choices":[]}',
    },
  }),
  brokenJson: (): ModelAnswer => ({ raw: { contentType: 'application/json', body: '{"id":"c","choices":[{"mess' } }),
  hang: (): ModelAnswer => ({ text: '', stallAfter: 0 }),
  refusal: (words = 'I cannot help with that.'): ModelAnswer => ({ refusal: words }),
  emptyText: (): ModelAnswer => ({ text: '' }),
  endlessWhitespace: (): ModelAnswer => ({ isEndless: true }),
  huge: (bytes = 200_000): ModelAnswer => ({ text: 'x'.repeat(bytes), chunkSize: 4096 }),
};

/** A server that does not know some parameters: 400 names the first one that a request uses, else `inner` answers. */
export function refusing(params: string[], inner: Responder): Responder {
  return (request) => {
    const used = params.find((name) => request.body[name] !== undefined && request.body[name] !== null);
    return used === undefined ? inner(request) : modelFaults.unsupported(used);
  };
}

/** The first answers in turn, then the last one for ever. */
export function inTurn(...responders: (Responder | ModelAnswer)[]): Responder {
  let next = 0;
  return (request) => {
    const responder = responders[Math.min(next++, responders.length - 1)];
    if (responder === undefined) throw new Error('inTurn needs an answer');
    return typeof responder === 'function' ? responder(request) : responder;
  };
}
