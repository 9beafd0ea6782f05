/** One function from what the SDK throws to our error codes. */
import OpenAI from 'openai';

import { BotError } from '#domain';

const UNAUTHORISED = 401;
const FORBIDDEN = 403;
const TOO_MANY_REQUESTS = 429;
const BAD_REQUEST = 400;
const SERVER_ERROR = 500;

/** Seconds the server asks us to wait: `retry-after-ms`, else `retry-after` in seconds or as a date. */
export function retryAfterSeconds(error: unknown, now: number): number | null {
  if (!(error instanceof OpenAI.APIError) || !error.headers) return null;
  const milliseconds = Number(error.headers.get('retry-after-ms') ?? Number.NaN);
  if (Number.isFinite(milliseconds)) return milliseconds / 1000;
  const value = error.headers.get('retry-after');
  if (!value) return null;
  const seconds = Number(value);
  if (Number.isFinite(seconds)) return seconds;
  const at = Date.parse(value);
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1000);
}

export function toBotError(error: unknown, now: number, timeoutSeconds: number): BotError {
  if (error instanceof BotError) return error;
  const options = { cause: error };
  if (error instanceof OpenAI.APIUserAbortError) return new BotError('cancelled', {}, options);
  if (error instanceof OpenAI.APIConnectionTimeoutError)
    return new BotError('model-timeout', { seconds: timeoutSeconds }, options);
  if (error instanceof OpenAI.APIError && error.status !== undefined) {
    if (error.code === 'insufficient_quota') return new BotError('model-quota', {}, options);
    if (error.status === UNAUTHORISED || error.status === FORBIDDEN)
      return new BotError('model-key-rejected', {}, options);
    if (error.status === TOO_MANY_REQUESTS || error.status >= SERVER_ERROR) {
      return new BotError('model-busy', { retryAfterSeconds: retryAfterSeconds(error, now) }, options);
    }
    return new BotError('model-garbled', {}, options);
  }
  return new BotError('model-unreachable', {}, options);
}

/** The optional parameter that a server refuses, read from its 400: it then gets the request without it. */
export function refusedParameter<Name extends string>(error: unknown, optional: readonly Name[]): Name | null {
  if (!(error instanceof OpenAI.APIError) || error.status !== BAD_REQUEST) return null;
  const said = `${error.param ?? ''} ${error.message}`;
  return optional.find((name) => said.includes(name)) ?? null;
}
