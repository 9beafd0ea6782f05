/** One page through the guard: hops by hand, one deadline for all, bytes counted after decompression. */
import { fetch, type Response } from 'undici';

import { BotError } from '#domain';

import type { Guard } from './guard.ts';

const HOPS = 5;
const TOTAL_TIMEOUT_MS = 15_000;
const LIMIT_BYTES = 5 * 1024 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const USER_AGENT = 'Verbatim/0.1 (Discord bot that summarises articles its members ask for)';

export interface FetchedPage {
  /** After redirects. */
  readonly url: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** @throws BotError `link-*`, `page-*`, `cancelled` */
export async function fetchPage(guard: Guard, link: string, signal?: AbortSignal): Promise<FetchedPage> {
  if (!URL.canParse(link)) throw new BotError('link-malformed', { link: link.slice(0, 200) });
  let url = new URL(link);
  const deadline = AbortSignal.timeout(TOTAL_TIMEOUT_MS);
  const stop = signal ? AbortSignal.any([signal, deadline]) : deadline;
  for (let hops = 0; hops <= HOPS; hops += 1) {
    guard.check(url);
    const host = url.host;
    try {
      const response = await fetch(url.href, {
        dispatcher: guard.agent,
        redirect: 'manual',
        signal: stop,
        headers: { accept: 'text/html,application/xhtml+xml,text/plain;q=0.9', 'user-agent': USER_AGENT },
      });
      const target = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (target !== null) {
        await response.body?.cancel();
        if (!URL.canParse(target, url.href)) throw new BotError('link-malformed', { link: target.slice(0, 200) });
        url = new URL(target, url.href);
        continue;
      }
      if (!response.ok) {
        await response.body?.cancel();
        throw statusError(response, host);
      }
      return {
        url: url.href,
        contentType: response.headers.get('content-type') ?? '',
        bytes: await readBody(response, host),
      };
    } catch (error) {
      throw toLinkError(error, host, signal, deadline);
    }
  }
  throw new BotError('link-redirects', { host: url.host, hops: HOPS });
}

async function readBody(response: Response, host: string): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > LIMIT_BYTES) throw new BotError('page-too-large', { host, limitBytes: LIMIT_BYTES });
    parts.push(chunk);
  }
  if (size === 0) throw new BotError('page-empty', { host });
  return Buffer.concat(parts);
}

function statusError(response: Response, host: string): BotError {
  const { status } = response;
  const wait = Number(response.headers.get('retry-after') ?? Number.NaN);
  const retryAfterSeconds = Number.isFinite(wait) ? wait : null;
  if (status === 401 || status === 402 || status === 403) return new BotError('page-forbidden', { host, status });
  if (status === 404) return new BotError('page-missing', { host, status });
  if (status === 410) return new BotError('page-gone', { host, status });
  if (status === 429 || status === 503) return new BotError('page-busy', { host, status, retryAfterSeconds });
  if (status === 451) return new BotError('page-legal', { host, status });
  return new BotError('page-failed', { host, status });
}

function toLinkError(error: unknown, host: string, signal: AbortSignal | undefined, deadline: AbortSignal): BotError {
  if (error instanceof BotError) return error;
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof BotError) return cause;
  const options = { cause: error };
  if (signal?.aborted) return new BotError('cancelled', {}, options);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  if (deadline.aborted || code.includes('TIMEOUT'))
    return new BotError('link-timeout', { host, seconds: TOTAL_TIMEOUT_MS / 1000 }, options);
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return new BotError('link-unresolved', { host }, options);
  if (/CERT|TLS|SSL|ALTNAME/u.test(code)) return new BotError('link-insecure', { host }, options);
  return new BotError('link-unreachable', { host }, options);
}
