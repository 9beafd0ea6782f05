/**
 * Discord's REST as the bot uses it: with back-off, deadlines and an end. discord.js repeats a 5xx four times within a
 * fifth of a second, waits for a stalled body without end, sleeps through any `Retry-After`, and repeats a 429 of the proxy
 * in front of Discord as fast as it can (measured with @discordjs/rest 2.6).
 */
import { DiscordAPIError, HTTPError, RateLimitError, type RawFile, REST, type RESTOptions } from 'discord.js';

import { createTransport, type Received } from './transport.ts';

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

/** What a failure means: final, or worth another try after a while (`null`: as the back-off says). */
export function verdictOn(error: unknown): { readonly isFinal: boolean; readonly waitMs: number | null } {
  if (error instanceof DiscordBusyError) return { isFinal: false, waitMs: error.retryAfterMs };
  if (error instanceof RateLimitError) return { isFinal: false, waitMs: Math.max(error.retryAfter, error.timeToReset) };
  return { isFinal: error instanceof DiscordAPIError, waitMs: null };
}

export function createRest(dependencies: RestDependencies): DiscordRest {
  const { token, apiUrl, limits = LIMITS, log, onUnauthorised } = dependencies;
  const transport = createTransport();
  const base = `${apiUrl ?? DISCORD}/${VERSION}`;
  let pausedUntil = 0;

  /** One exchange, for discord.js and for us. @throws DiscordBusyError at once during a pause */
  async function exchange(url: string, outgoing: Parameters<typeof transport.send>[1]): Promise<Received> {
    // Acknowledgements are tried all the same: they end in 3 s, and a person waits for each.
    if (Date.now() < pausedUntil && !url.includes('/interactions/'))
      throw new DiscordBusyError(pausedUntil - Date.now());
    const received = await transport.send(url, outgoing);
    if (received.status === UNAUTHORISED && outgoing.headers['Authorization']?.startsWith('Bot ')) onUnauthorised();
    if (received.status === TOO_MANY && !received.headers.has('retry-after')) {
      if (Date.now() >= pausedUntil) log({ level: 'warn', event: 'banned by the proxy', pauseMs: PROXY_PAUSE_MS });
      pausedUntil = Date.now() + PROXY_PAUSE_MS;
      throw new DiscordBusyError(PROXY_PAUSE_MS);
    }
    return received;
  }

  const options: DiscordRest['options'] = {
    ...(apiUrl ? { api: apiUrl } : { api: DISCORD }),
    retries: 0,
    // A wait that a person would not sit out is told to the caller, who knows what can wait.
    rejectOnRateLimit: ({ retryAfter, timeToReset }) => Math.max(retryAfter, timeToReset) > limits.callMs,
    async makeRequest(url, { method = 'GET', headers, body, signal }) {
      const received = await exchange(url, {
        method,
        headers: headers as Record<string, string>,
        body: body as string | FormData | null,
        signal: signal as AbortSignal,
        deadlineMs: limits.tryMs,
      });
      // Discord's words for what failed may be no JSON; then there is nothing but the status.
      const { status, headers: answered, text } = received;
      return new Response(status === NO_CONTENT ? null : text, { status, headers: answered }) as unknown as ReturnType<
        RESTOptions['makeRequest']
      >;
    },
  };
  const rest = new REST(options).setToken(token);

  async function patiently<Value>(deadlineMs: number, once: (tries: number) => Promise<Value>) {
    const giveUpAt = Date.now() + deadlineMs;
    for (let tries = 1; ; tries++) {
      try {
        return await once(tries);
      } catch (error) {
        const { isFinal, waitMs } = verdictOn(error);
        if (isFinal) throw error;
        const backOffMs = Math.min(MOST_WAIT_MS, limits.firstWaitMs * 2 ** (tries - 1)) * (0.5 + Math.random());
        if (Date.now() + (waitMs ?? backOffMs) >= giveUpAt)
          throw new DiscordBusyError(waitMs ?? AGAIN_AFTER_MS, { cause: error });
        await new Promise((resolve) => {
          setTimeout(resolve, waitMs ?? backOffMs);
        });
      }
    }
  }

  async function direct(call: RestCall, deadlineMs: number): Promise<unknown> {
    const { method, route, files = [], query } = call;
    const json = call.body === undefined ? null : JSON.stringify(call.body);
    const { status, headers, text } = await exchange(`${base}${route}${query ? `?${query}` : ''}`, {
      method,
      headers: files.length > 0 || json === null ? AGENT : { ...AGENT, 'content-type': 'application/json' },
      body: files.length > 0 ? formOf(json, files) : json,
      deadlineMs,
    });
    if (status === TOO_MANY) throw new DiscordBusyError(Number(headers.get('retry-after')) * 1000);
    if (status >= 500) throw new HTTPError(status, '', method, routeOf(route), {});
    const answer: unknown = text === '' ? null : JSON.parse(text);
    if (status < 400) return answer;
    const said = (answer ?? {}) as { readonly code?: number; readonly message?: string };
    throw new DiscordAPIError(
      { code: 0, message: '', ...said },
      said.code ?? status,
      status,
      method,
      routeOf(route),
      {},
    );
  }

  return {
    options,
    asBot: ({ deadlineMs = limits.callMs, method, route, query, body, files }) =>
      patiently(deadlineMs, () =>
        rest.request({
          method: method as never,
          fullRoute: route,
          ...(query ? { query: new URLSearchParams(query) } : {}),
          ...(body === undefined ? {} : { body }),
          ...(files && files.length > 0 ? { files: [...files] } : {}),
          // Its place in the line of its bucket included.
          signal: AbortSignal.timeout(limits.callMs),
        }),
      ),
    asInteraction: (call, onRefusal) =>
      patiently(call.deadlineMs ?? limits.callMs, async (tries) => {
        try {
          return await direct(call, limits.tryMs);
        } catch (error) {
          if (error instanceof DiscordAPIError && onRefusal) return onRefusal(error, tries);
          throw error;
        }
      }),
    close() {
      transport.close();
    },
  };
}

const AGENT = { 'user-agent': 'DiscordBot (https://discord.js.org, verbatim)' };

/** Without what is secret in it. */
const routeOf = (route: string): string =>
  route.replace(/^(?<place>\/(?:webhooks|interactions)\/\d+)\/[^/]+/u, '$<place>/…');

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
