/** One page through the guard: hops by hand, one deadline for all of them, bytes counted after decompression. */
import { fetch, type Response } from 'undici';

import { BotError, type Clock } from '#domain';

import { fetchError, isCut, retryAfterSeconds, statusError } from './fetch-errors.ts';
import { createGuard, type Guard, type GuardOptions } from './guard.ts';
import { createHostNotes, type HostNotes } from './host-notes.ts';
import { createRobots, type Robots } from './robots.ts';

const MAX_HOPS = 5;
/** For everything from the first look-up to the last byte, redirects included: a slow drip ends here. */
const TOTAL_TIMEOUT_MS = 15_000;
const MAX_BYTES = 5 * 1024 * 1024;
const MAX_ROBOTS_BYTES = 500 * 1024;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const NOT_MODIFIED = 304;
export const DEFAULT_USER_AGENT = 'Verbatim/0.1 (Discord bot that summarises articles its members ask for)';
/** A feed is only a second chance: it may take a third of the time, and has its own measure. */
const FEED_TIMEOUT_MS = 5_000;
const MAX_FEED_BYTES = 2 * 1024 * 1024;
const ACCEPT_FEED = 'application/rss+xml,application/atom+xml,application/xml;q=0.9,text/xml;q=0.9,*/*;q=0.1';
const ACCEPT = 'text/html,application/xhtml+xml,application/pdf;q=0.8,text/plain;q=0.8,*/*;q=0.1';

/** What a server gave to recognise the version by. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

export interface FetchOptions {
  readonly signal?: AbortSignal;
  readonly validators?: Validators;
  readonly respectRobots?: boolean;
}

export interface FetchedPage {
  readonly kind: 'page';
  /** After redirects. */
  readonly url: string;
  readonly host: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  readonly validators: Validators;
}

export type FetchAnswer = FetchedPage | { readonly kind: 'not-modified' };

/**
 * One fetch for everybody who asks for the same thing while it is under way: many guilds with one link are no flood for the
 * site. Nothing but its bytes is shared, and nothing is kept.
 */
export interface SharedFetches {
  run(
    key: string,
    watch: { readonly signal?: AbortSignal },
    make: (run: { readonly signal: AbortSignal }) => Promise<FetchAnswer>,
  ): Promise<FetchAnswer>;
}

export interface Fetcher {
  /** @throws BotError `link-*`, `page-*`, `cancelled` */
  get(link: string, options?: FetchOptions): Promise<FetchAnswer>;
  /** A feed of a page that was read, through the same door. @throws BotError as `get` */
  feed(link: string, options?: FetchOptions): Promise<Pick<FetchedPage, 'bytes' | 'contentType'>>;
  close(): Promise<void>;
}

export interface FetcherOptions extends GuardOptions {
  readonly clock: Clock;
  readonly userAgent?: string;
  /** From the first look-up to the last byte. */
  readonly totalTimeoutMs?: number;
  /** Absent: everybody fetches alone. */
  readonly sharedFetches?: SharedFetches;
}

export function createFetcher(options: FetcherOptions): Fetcher {
  const guard = createGuard(options);
  const userAgent = options.userAgent ?? DEFAULT_USER_AGENT;
  const hosts = createHostNotes(options.clock);
  const timeoutMs = options.totalTimeoutMs ?? TOTAL_TIMEOUT_MS;
  const shared = { guard, userAgent, hosts, timeoutMs, accept: ACCEPT };
  const robots = createRobots({
    userAgent,
    clock: options.clock,
    fetchText: async (url, signal) => {
      const walk = { ...shared, maxBytes: MAX_ROBOTS_BYTES, mustAllow: null };
      const page = await follow(walk, url, signal ? { signal } : {});
      return page.kind === 'page' ? Buffer.from(page.bytes).toString('utf8') : '';
    },
  });

  return {
    get(link, fetchOptions = {}) {
      const { signal, validators, respectRobots = false } = fetchOptions;
      const walk = { ...shared, maxBytes: MAX_BYTES, mustAllow: respectRobots ? robots : null };
      if (!options.sharedFetches) return follow(walk, link, fetchOptions);
      const key = JSON.stringify([link, validators ?? null, respectRobots]);
      return options.sharedFetches.run(key, signal ? { signal } : {}, (run) =>
        follow(walk, link, { ...fetchOptions, signal: run.signal }),
      );
    },
    async feed(link, fetchOptions = {}) {
      const limits = { timeoutMs: Math.min(timeoutMs, FEED_TIMEOUT_MS), maxBytes: MAX_FEED_BYTES, accept: ACCEPT_FEED };
      const page = await follow(
        { ...shared, ...limits, mustAllow: fetchOptions.respectRobots ? robots : null },
        link,
        fetchOptions,
      );
      return page.kind === 'page' ? page : { bytes: new Uint8Array(), contentType: '' };
    },
    close: () => guard.agent.destroy(),
  };
}

interface Walk {
  readonly guard: Guard;
  readonly userAgent: string;
  readonly hosts: HostNotes;
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly accept: string;
  /** robots.txt, asked on every hop. */
  readonly mustAllow: Robots | null;
}

async function follow(walk: Walk, link: string, options: FetchOptions): Promise<FetchAnswer> {
  const deadline = AbortSignal.timeout(walk.timeoutMs);
  const signal = options.signal ? AbortSignal.any([options.signal, deadline]) : deadline;
  walk.guard.check(link);
  let url = new URL(link);
  for (let hops = 0; hops <= MAX_HOPS; hops++) {
    walk.guard.check(url);
    url.hash = '';
    const { host } = url;
    try {
      walk.hosts.check(host);
      if (walk.mustAllow && !(await walk.mustAllow.allows(url, signal))) throw new BotError('link-robots', { host });
      const response = await request(walk, url, signal, options.validators);
      const target = REDIRECTS.has(response.status) ? response.headers.get('location') : null;
      if (target === null) return await receive(walk, url, response);
      await response.body?.cancel();
      if (!URL.canParse(target, url.href)) throw new BotError('link-malformed', { link: target.slice(0, 200) });
      url = new URL(target, url.href);
    } catch (error) {
      const known = fetchError(error, { host, signal: options.signal, deadline, timeoutMs: walk.timeoutMs });
      walk.hosts.note(host, known);
      throw known;
    }
  }
  throw new BotError('link-redirects', { host: url.host, hops: MAX_HOPS });
}

/** Twice where the connection was cut before an answer, since nothing is changed by asking (RFC 9110, 9.2.2). */
async function request(
  walk: Walk,
  url: URL,
  signal: AbortSignal,
  validators: Validators | undefined,
): Promise<Response> {
  try {
    return await requestOnce(walk, url, signal, validators);
  } catch (error) {
    if (signal.aborted || !isCut(error)) throw error;
    return requestOnce(walk, url, signal, validators);
  }
}

function requestOnce(walk: Walk, url: URL, signal: AbortSignal, validators: Validators | undefined): Promise<Response> {
  return fetch(url.href, {
    dispatcher: walk.guard.agent,
    redirect: 'manual',
    signal,
    headers: {
      accept: walk.accept,
      'accept-language': 'en,*;q=0.5',
      'user-agent': walk.userAgent,
      ...(validators?.etag ? { 'if-none-match': validators.etag } : {}),
      ...(validators?.lastModified ? { 'if-modified-since': validators.lastModified } : {}),
    },
  });
}

async function receive(
  walk: Walk,
  url: URL,
  response: Response,
): Promise<FetchedPage | { readonly kind: 'not-modified' }> {
  const { host } = url;
  if (response.status === NOT_MODIFIED) {
    await response.body?.cancel();
    return { kind: 'not-modified' };
  }
  if (!response.ok) {
    await response.body?.cancel();
    const retryAfter = retryAfterSeconds(response.headers.get('retry-after'), walk.hosts.now());
    throw statusError(response.status, host, retryAfter);
  }
  return {
    kind: 'page',
    url: url.href,
    host,
    contentType: response.headers.get('content-type') ?? '',
    bytes: await readBody(response, host, walk.maxBytes),
    validators: { etag: response.headers.get('etag'), lastModified: response.headers.get('last-modified') },
  };
}

async function readBody(response: Response, host: string, limitBytes: number): Promise<Uint8Array> {
  const tooLarge = (): BotError => new BotError('page-too-large', { host, limitBytes });
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) {
    await response.body?.cancel();
    throw tooLarge();
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    const bytes: Uint8Array = chunk;
    size += bytes.length;
    if (size > limitBytes) throw tooLarge();
    parts.push(bytes);
  }
  return Buffer.concat(parts);
}
