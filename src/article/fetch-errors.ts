/** What went wrong on the way to a page → the fact that a person is told. */
import { BotError } from '#domain';

/** For everything from the first look-up to the last byte, redirects included: a slow drip ends here. */
export const TOTAL_TIMEOUT_MS = 15_000;

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
}

const UNRESOLVED = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA']);
const INSECURE = /CERT|TLS|SSL|ALTNAME|SELF_SIGNED|UNABLE_TO_VERIFY/;
const DAMAGED = new Set([
  'Z_DATA_ERROR',
  'Z_BUF_ERROR',
  'ERR__ERROR_FORMAT_PADDING_1',
  'UND_ERR_RES_CONTENT_LENGTH_MISMATCH',
]);

export function fetchError(error: unknown, { host, signal, deadline }: Circumstances): BotError {
  for (const each of causes(error)) if (each instanceof BotError) return each;
  const options = { cause: error };
  if (signal?.aborted) return new BotError('cancelled', {}, options);
  const codes = causes(error).map(codeOf);
  const has = (matches: (code: string) => boolean): boolean => codes.some(matches);
  if (deadline.aborted || has((code) => code.includes('TIMEOUT') || code === 'ETIMEDOUT')) {
    return new BotError('link-timeout', { host, seconds: TOTAL_TIMEOUT_MS / 1000 }, options);
  }
  if (has((code) => UNRESOLVED.has(code))) return new BotError('link-unresolved', { host }, options);
  if (has((code) => INSECURE.test(code))) return new BotError('link-insecure', { host }, options);
  if (has((code) => DAMAGED.has(code) || code.startsWith('ERR_BROTLI') || code.startsWith('ZSTD'))) {
    return new BotError('page-damaged', { host }, options);
  }
  return new BotError('link-unreachable', { host }, options);
}

const MAX_CAUSES = 6;

function causes(error: unknown): unknown[] {
  const found: unknown[] = [];
  for (let at = error; at instanceof Error && found.length < MAX_CAUSES; at = at.cause) found.push(at);
  return found;
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
