/** One function from what the SDK throws to our error codes. */
import OpenAI from 'openai';

import { BotError } from '#domain';

const UNAUTHORISED = 401;
const FORBIDDEN = 403;
const SERVER_ERROR = 500;
/** Timeout, conflict, too early, too many requests: the same request may succeed a moment later. */
const PASSING = new Set([408, 409, 425, 429]);
/** A gateway gave up on a server that works on: nginx and Cloudflare. */
const GATEWAY_TIMEOUTS = new Set([408, 504, 524]);
/** A connection that was open when it was lost: what had been asked may have been begun. */
const LOST = new Set([
  'ECONNRESET',
  'EPIPE',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);
const LONGEST_WAIT_S = 3600;

/** Seconds the server asks us to wait: `retry-after-ms`, else `retry-after` in seconds or as a date. */
export function retryAfterSeconds(error: unknown, now: number): number | null {
  if (!(error instanceof OpenAI.APIError) || !error.headers) return null;
  const header = (name: string): string => error.headers?.get(name) ?? '';
  const milliseconds = header('retry-after-ms');
  if (milliseconds !== '' && Number.isFinite(Number(milliseconds))) return clampWait(Number(milliseconds) / 1000);
  const value = header('retry-after');
  if (value === '') return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return clampWait(seconds);
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : clampWait((at - now) / 1000);
}

const clampWait = (seconds: number): number => Math.min(LONGEST_WAIT_S, Math.max(0, seconds));

const QUOTA = /insufficient_quota|billing_hard_limit|exceeded your current quota|insufficient (?:credits|balance)/iu;
const CONTEXT = /context_length|maximum context|context (?:length|size|window)|too many tokens|prompt is too long/iu;

export function toBotError(error: unknown, now: number): BotError {
  if (error instanceof BotError) return error;
  const options = { cause: error };
  if (error instanceof OpenAI.APIUserAbortError) return new BotError('cancelled', {}, options);
  if (error instanceof OpenAI.APIConnectionError || !(error instanceof OpenAI.APIError))
    // A body that is no event stream arrives as a syntax error, a lost connection as a TypeError.
    return error instanceof SyntaxError
      ? new BotError('model-garbled', {}, options)
      : new BotError('model-unreachable', {}, options);
  const words = serverWords(error);
  if (QUOTA.test(words)) return new BotError('model-quota', {}, options);
  if (CONTEXT.test(words)) return new BotError('model-context-small', {}, options);
  const { status } = error;
  if (status === UNAUTHORISED || status === FORBIDDEN) return new BotError('model-key-rejected', {}, options);
  // An error in the middle of a stream has no status of its own.
  if (status === undefined || PASSING.has(status) || status >= SERVER_ERROR)
    return new BotError('model-busy', { retryAfterSeconds: retryAfterSeconds(error, now) }, options);
  return new BotError('model-garbled', {}, options);
}

/**
 * All that a server said about a failure. A router hides the words of the server behind it (OpenRouter:
 * "Provider returned error", with the provider's own answer in `metadata.raw`).
 */
export function serverWords(error: InstanceType<typeof OpenAI.APIError>): string {
  const { metadata } = (error.error ?? {}) as { readonly metadata?: { readonly raw?: unknown } | null };
  const behind = typeof metadata?.raw === 'string' ? metadata.raw : '';
  return [error.code, error.type, error.param, error.message, behind].filter(Boolean).join(' ');
}

/** Whether a model server may have worked, and counted, for a request that failed. */
export function mayHaveWorked(error: unknown): boolean {
  if (error instanceof OpenAI.APIError && error.status !== undefined) return GATEWAY_TIMEOUTS.has(error.status);
  for (let cause: unknown = error; cause instanceof Error; { cause } = cause)
    if ('code' in cause && LOST.has(String(cause.code))) return true;
  return false;
}

/** Asked again, the gateway would give up again, and the server would do everything twice. */
export function isGatewayTimeout(error: unknown): boolean {
  return error instanceof OpenAI.APIError && error.status !== undefined && GATEWAY_TIMEOUTS.has(error.status);
}
