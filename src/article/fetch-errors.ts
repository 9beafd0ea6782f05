/** What went wrong on the way to a page → the fact that a person is told. */
import { BotError } from '#domain';

export function statusError(status: number, host: string, retryAfter: number | null): BotError {
  if (status === 401 || status === 402 || status === 403) return new BotError('page-forbidden', { host, status });
  if (status === 404) return new BotError('page-missing', { host, status });
  if (status === 410) return new BotError('page-gone', { host, status });
  if (status === 429 || status === 503)
    return new BotError('page-busy', { host, status, retryAfterSeconds: retryAfter });
  if (status === 451) return new BotError('page-legal', { host, status });
  return new BotError('page-failed', { host, status });
}

/** Seconds, or a date (RFC 9110, 10.2.3); `null` when there is none. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d{1,9}$/.test(text)) return Number(text);
  const date = Date.parse(text);
  return Number.isFinite(date) ? Math.max(0, Math.ceil((date - now) / 1000)) : null;
}

interface Circumstances {
  readonly host: string;
  readonly signal: AbortSignal | undefined;
  readonly deadline: AbortSignal;
  readonly timeoutMs: number;
}

const UNRESOLVED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
const INSECURE = /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO_VERIFY/;
/** zlib's, brotli's and zstd's own codes, and a body that is shorter than it says. */
const DAMAGED = /^(?:Z_(?:DATA|BUF)_ERROR|ERR_{1,2}(?:BROTLI|ERROR_FORMAT)|ZSTD_)|RES_CONTENT_LENGTH_MISMATCH$/;
/** undici unpacks five layers, and says so in words only. */
const OVERPACKED = /content-encodings/;

export function fetchError(error: unknown, { host, signal, deadline, timeoutMs }: Circumstances): BotError {
  for (const each of causes(error)) if (each instanceof BotError) return each;
  const options = { cause: error };
  if (signal?.aborted) return new BotError('cancelled', {}, options);
  const codes = causes(error).map(codeOf);
  const has = (matches: (code: string) => boolean): boolean => codes.some(matches);
  if (deadline.aborted) return new BotError('link-timeout', { host, seconds: timeoutMs / 1000 }, options);
  if (has((code) => UNRESOLVED.has(code))) return new BotError('link-unresolved', { host }, options);
  if (has((code) => INSECURE.test(code))) return new BotError('link-insecure', { host }, options);
  const isOverpacked = causes(error).some((each) => each instanceof Error && OVERPACKED.test(each.message));
  if (isOverpacked || has((code) => DAMAGED.test(code))) {
    return new BotError('page-damaged', { host }, options);
  }
  return new BotError('link-unreachable', { host }, options);
}

/** The connection was closed, by the page's server or on the way. */
const CUT = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET']);

/** Without an answer: a kept connection that the server gave up at the moment when it was used again looks like this. */
export const isCut = (error: unknown): boolean => causes(error).some((each) => CUT.has(codeOf(each)));

const MAX_CAUSES = 6;

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let at = error; at instanceof Error && found.length < MAX_CAUSES; at = at.cause) found.push(at);
  return found;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
