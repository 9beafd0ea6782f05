/** One function from what the SDK throws to our error codes. */
import OpenAI from 'openai';

import { BotError } from '#domain';

const UNAUTHORISED = 401;
const FORBIDDEN = 403;
const SERVER_ERROR = 500;
/** Timeout, conflict, too early, too many requests: the same request may succeed a moment later. */
const PASSING = new Set([408, 409, 425, 429]);
/** A parameter that a server does not know. */
const REFUSALS = new Set([400, 404, 415, 422]);
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
  const said = `${error.code ?? ''} ${error.type ?? ''} ${error.message}`;
  if (QUOTA.test(said)) return new BotError('model-quota', {}, options);
  if (CONTEXT.test(said)) return new BotError('model-context-small', {}, options);
  const { status } = error;
  if (status === UNAUTHORISED || status === FORBIDDEN) return new BotError('model-key-rejected', {}, options);
  // An error in the middle of a stream has no status of its own.
  if (status === undefined || PASSING.has(status) || status >= SERVER_ERROR)
    return new BotError('model-busy', { retryAfterSeconds: retryAfterSeconds(error, now) }, options);
  return new BotError('model-garbled', {}, options);
}

/** The optional parameter that a server refuses, read from its answer: it then gets the request without it. */
export function refusedParameter<Name extends string>(
  error: unknown,
  optional: Readonly<Record<Name, RegExp>>,
  known: ReadonlySet<Name>,
): Name | null {
  if (!(error instanceof OpenAI.APIError) || error.status === undefined || !REFUSALS.has(error.status)) return null;
  const said = `${error.param ?? ''} ${error.message}`;
  const names = Object.keys(optional) as Name[];
  return names.find((name) => !known.has(name) && optional[name].test(said)) ?? null;
}
