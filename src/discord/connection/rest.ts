/**
 * Discord's REST as the bot uses it: with back-off, deadlines and an end. discord.js repeats a 5xx four times within a
 * fifth of a second, waits for a stalled body without end, sleeps through any `Retry-After`, and repeats a 429 of the proxy
 * in front of Discord as fast as it can (measured with @discordjs/rest 2.6).
 */
import { setTimeout as pause } from 'node:timers/promises';

import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, REST, type RESTOptions } from 'discord.js';
import { Agent, type Dispatcher, request } from 'undici';

/** Discord does not take it now. What was asked for can be tried again later; nothing is known to have been done. */
export class DiscordBusyError extends Error {
  override readonly name = 'DiscordBusyError';
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number, options?: ErrorOptions) {
    super(`Discord takes nothing for the next ${Math.ceil(retryAfterMs / 1000)} s`, options);
    this.retryAfterMs = retryAfterMs;
  }
}

export interface RestCall {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly route: `/${string}`;
  readonly body?: unknown;
  readonly files?: readonly RawFile[] | undefined;
  readonly query?: string;
  /** After it no further try begins; the usual one when absent. */
  readonly deadlineMs?: number;
}

/** Every call may be sent twice: each is the same again, carries a nonce, or is refused the second time. */
export interface DiscordRest {
  /** With the bot's token, under discord.js's bookkeeping of buckets. @throws DiscordAPIError, DiscordBusyError */
  asBot(call: RestCall): Promise<unknown>;
  /**
   * With an interaction's token, which stands in the route. Not counted among the bot's 50 a second, and without
   * discord.js's handler for each token, which it keeps for an hour. `tries` counts from 1. @throws as `asBot`
   */
  asInteraction(call: RestCall, onRefusal?: (error: DiscordAPIError, tries: number) => unknown): Promise<unknown>;
  /** For a client of discord.js. */
  readonly options: Pick<RESTOptions, 'makeRequest' | 'rejectOnRateLimit' | 'api'> & { readonly retries: number };
  close(): void;
}

export interface RestLimits {
  /** For one try, its body included. */
  readonly tryMs: number;
  /** After it no further try of a call begins. */
  readonly callMs: number;
  /** Doubled after each try that failed, and varied, so that clients of one outage do not come back together. */
  readonly firstWaitMs: number;
}

export interface RestDependencies {
  readonly token: string;
  readonly apiUrl: string | undefined;
  readonly limits?: RestLimits | undefined;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  /** Discord does not know the bot's token (any more). */
  readonly onUnauthorised: () => void;
}

const LIMITS: RestLimits = { tryMs: 10_000, callMs: 20_000, firstWaitMs: 250 };
const MOST_WAIT_MS = 5000;
/** After a call was given up. */
const AGAIN_AFTER_MS = 30_000;
/** A 429 without Discord's own headers comes from the proxy in front of it, which bans whoever goes on. */
const PROXY_PAUSE_MS = 5 * 60_000;
const DISCORD = 'https://discord.com/api';
const VERSION = 'v10';
const UNAUTHORISED = 401;
const TOO_MANY = 429;
const NO_CONTENT = 204;

interface Exchange {
  readonly method: Dispatcher.HttpMethod;
  readonly headers: Record<string, string>;
  readonly body: string | FormData | null;
  readonly signal?: AbortSignal | undefined;
  /** For the whole answer: discord.js's own 15 s end with the headers, and a body that stalls would be waited for without end. */
  readonly deadlineMs: number;
}

/** An answer, all of it. */
interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** HTTP with Discord, for discord.js and for us: connections are kept, and nothing is sent while the proxy bans us. */
function createHttp({ log, onUnauthorised }: Pick<RestDependencies, 'log' | 'onUnauthorised'>) {
  // The deadline is for the whole answer; undici's own begin anew with every part of it.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });
  let pausedUntil = 0;

  /** @throws Error when no whole answer came; whether the request took effect is then unknown */
  async function send(url: string, { deadlineMs, signal: asked, ...outgoing }: Exchange): Promise<Received> {
    const deadline = AbortSignal.timeout(Math.max(1, deadlineMs));
    const signal = asked ? AbortSignal.any([asked, deadline]) : deadline;
    const options = { ...outgoing, ...(await encoded(outgoing)), signal, dispatcher: agent };
    const { statusCode, headers, body } = await request(url, options);
    const named = Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);
    return { status: statusCode, headers: new Headers(named), text: await body.text() };
  }

  return {
    /** @throws DiscordBusyError at once during a pause; as `send` */
    async exchange(url: string, outgoing: Exchange): Promise<Received> {
      // Acknowledgements are tried all the same: they end in 3 s, and a person waits for each.
      if (Date.now() < pausedUntil && !url.includes('/interactions/'))
        throw new DiscordBusyError(pausedUntil - Date.now());
      const received = await send(url, outgoing);
      if (received.status === UNAUTHORISED && outgoing.headers['Authorization']?.startsWith('Bot ')) onUnauthorised();
      if (received.status === TOO_MANY && !received.headers.has('retry-after')) {
        if (Date.now() >= pausedUntil) log({ level: 'warn', event: 'banned by the proxy', pauseMs: PROXY_PAUSE_MS });
        pausedUntil = Date.now() + PROXY_PAUSE_MS;
        throw new DiscordBusyError(PROXY_PAUSE_MS);
      }
      return received;
    },
    close(): void {
      // Whoever still waits for an answer is told by an error of their own.
      agent.destroy().catch(() => undefined);
    },
  };
}

/** What a failure means: final, or worth another try after a while (`null`: as the back-off says). */
function retryAfter(error: unknown): { readonly isFinal: boolean; readonly waitMs: number | null } {
  if (error instanceof DiscordBusyError) return { isFinal: false, waitMs: error.retryAfterMs };
  if (error instanceof RateLimitError) return { isFinal: false, waitMs: Math.max(error.retryAfter, error.timeToReset) };
  return { isFinal: error instanceof DiscordAPIError, waitMs: null };
}

/** @throws DiscordBusyError when no try succeeded in time; what is final, as it is */
async function patiently<Value>(
  { deadlineMs, firstWaitMs }: Pick<RestLimits, 'firstWaitMs'> & { readonly deadlineMs: number },
  once: (tries: number) => Promise<Value>,
): Promise<Value> {
  const giveUpAt = Date.now() + deadlineMs;
  for (let tries = 1; ; tries++) {
    try {
      return await once(tries);
    } catch (error) {
      const { isFinal, waitMs } = retryAfter(error);
      if (isFinal) throw error;
      const backOffMs = Math.min(MOST_WAIT_MS, firstWaitMs * 2 ** (tries - 1)) * (0.5 + Math.random());
      if (Date.now() + (waitMs ?? backOffMs) >= giveUpAt)
        throw new DiscordBusyError(waitMs ?? AGAIN_AFTER_MS, { cause: error });
      await pause(waitMs ?? backOffMs);
    }
  }
}

export function createRest(dependencies: RestDependencies): DiscordRest {
  const { token, apiUrl = DISCORD, limits = LIMITS } = dependencies;
  const { callMs, tryMs, firstWaitMs } = limits;
  const http = createHttp(dependencies);
  const options: DiscordRest['options'] = {
    api: apiUrl,
    retries: 0,
    // A wait that a person would not sit out is told to the caller, who knows what can wait.
    rejectOnRateLimit: ({ retryAfter: afterMs, timeToReset }) => Math.max(afterMs, timeToReset) > callMs,
    async makeRequest(url, { method = 'GET', headers, body, signal }) {
      const outgoing = { method, headers, body: body ?? null, signal, deadlineMs: tryMs } as Exchange;
      const { status, headers: answered, text } = await http.exchange(url, outgoing);
      // Discord's words for what failed may be no JSON; then there is nothing but the status.
      const response = new Response(status === NO_CONTENT ? null : text, { status, headers: answered });
      return response as unknown as ReturnType<RESTOptions['makeRequest']>;
    },
  };
  const rest = new REST(options).setToken(token);
  return {
    options,
    asBot: ({ deadlineMs = callMs, method, route, query, body, files }) =>
      patiently({ deadlineMs, firstWaitMs }, () =>
        rest.request({
          method: method as never,
          fullRoute: route,
          ...(query ? { query: new URLSearchParams(query) } : {}),
          ...(body === undefined ? {} : { body }),
          ...(files && files.length > 0 ? { files: [...files] } : {}),
          // Its place in the line of its bucket included.
          signal: AbortSignal.timeout(callMs),
        }),
      ),
    asInteraction: (call, onRefusal) =>
      patiently({ deadlineMs: call.deadlineMs ?? callMs, firstWaitMs }, async (tries) => {
        try {
          const url = `${apiUrl}/${VERSION}${call.route}${call.query ? `?${call.query}` : ''}`;
          return answerOf(call, await http.exchange(url, { ...outgoingOf(call), deadlineMs: tryMs }));
        } catch (error) {
          if (error instanceof DiscordAPIError && onRefusal) return onRefusal(error, tries);
          throw error;
        }
      }),
    close: () => http.close(),
  };
}

function outgoingOf({ method, body, files = [] }: RestCall): Omit<Exchange, 'deadlineMs'> {
  const json = body === undefined ? null : JSON.stringify(body);
  if (files.length > 0) return { method, headers: AGENT, body: formOf(json, files) };
  return { method, headers: json === null ? AGENT : { ...AGENT, 'content-type': 'application/json' }, body: json };
}

/** @throws DiscordBusyError, HTTPError, DiscordAPIError */
function answerOf({ method, route }: RestCall, { status, headers, text }: Received): unknown {
  if (status === TOO_MANY) throw new DiscordBusyError(Number(headers.get('retry-after')) * 1000);
  if (status >= 500) throw new HTTPError(status, '', method, routeOf(route), {});
  const answer: unknown = text === '' ? null : JSON.parse(text);
  if (status < 400) return answer;
  const said = (answer ?? {}) as { readonly code?: number; readonly message?: string };
  const raw = { code: 0, message: '', ...said };
  throw new DiscordAPIError(raw, said.code ?? status, status, method, routeOf(route), {});
}

const AGENT = { 'user-agent': 'DiscordBot (https://discord.js.org, verbatim)' };

/** Without what is secret in it. */
const routeOf = (route: string): string =>
  route.replace(/^(?<place>\/(?:webhooks|interactions)\/\d+)\/[^/]+/u, '$<place>/…');

/** undici takes its own FormData only, so the platform writes the parts; their boundary stands in the content type. */
async function encoded({ headers, body }: Pick<Exchange, 'headers' | 'body'>) {
  if (!(body instanceof FormData)) return { headers, body };
  const form = new Response(body);
  const type = form.headers.get('content-type') ?? '';
  return { headers: { ...headers, 'content-type': type }, body: Buffer.from(await form.arrayBuffer()) };
}

/** As Discord wants a message with files: the message as JSON, each file as a part of its own. */
function formOf(json: string | null, files: readonly RawFile[]): FormData {
  const form = new FormData();
  if (json !== null) form.append('payload_json', json);
  for (const [index, { name, data, contentType }] of files.entries()) {
    const content = data instanceof Uint8Array ? new Uint8Array(data) : String(data);
    form.append(`files[${index}]`, new Blob([content], contentType ? { type: contentType } : {}), name);
  }
  return form;
}
