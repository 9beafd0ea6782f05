/** Link, text or file → article. */
import type { lookup } from 'node:dns';

import { type Article, type ArticleReader, type ArticleSource, BotError, type Clock, type ReadRequest } from '#domain';

import { ExplainedRefusal } from './explained-refusal.ts';
import type { ExtractRecord } from './extract/record.ts';
import type { StepName } from './extract/step-names.ts';
import { createFetcher, type FetchedPage, type Fetcher, type SharedFetches, type Validators } from './fetch.ts';
import type { ParsedArticle, ParseJob } from './parse.ts';
import { createWorkerPool, type WorkerPool } from './worker-pool.ts';

export interface ReaderOptions {
  /** `host:port` that may be reached although private: for tests and intranets. */
  readonly allowPrivateHosts: readonly string[];
  readonly clock: Clock;
  readonly userAgent?: string;
  readonly log?: (event: string, facts: Record<string, unknown>) => void;
  /** For tests: how names become addresses. */
  readonly lookup?: typeof lookup;
  /** Absent: everybody fetches alone. */
  readonly sharedFetches?: SharedFetches;
  /** ms for fetching one page, from the first look-up to the last byte. */
  readonly totalTimeoutMs?: number;
  /** Started elsewhere, in place of threads of the reader's own; closed with the reader. */
  readonly pool?: WorkerPool;
  /** Reading threads. */
  readonly threads?: number;
  /** Documents that may wait for a thread. */
  readonly maxWaiting?: number;
  /** ms for reading one document, once it is here. */
  readonly deadlineMs?: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  /** Ask the site's robots.txt first: for links that nobody asked to have read. */
  readonly respectRobots?: boolean;
  /** What an earlier reading of the link got: answered with `not-modified` when nothing changed. */
  readonly validators?: Validators;
}

/** A reading with what the next one of the same link needs. */
export type Reading =
  | { readonly kind: 'article'; readonly article: Article; readonly validators: Validators | null }
  | { readonly kind: 'not-modified' };

/** With every piece of text that was left out or put back, with step and reason. */
export type ExplainedReading =
  | { readonly article: Article; readonly records: readonly ExtractRecord[] }
  | { readonly article: null; readonly refusal: ExplainedRefusal };

export interface Reader extends ArticleReader {
  readAgain(request: ReadRequest, options?: ReadOptions): Promise<Reading>;
  /** @throws BotError when there was no page to explain */
  explain(request: ReadRequest, off?: readonly StepName[]): Promise<ExplainedReading>;
}

const MAX_FILE_BYTES = 10 * 1024 * 1024;
const PARSED_TYPES = /^(?:text\/(?:html|plain|markdown|xml)|application\/(?:xhtml\+xml|xml|pdf))$/;
const FILE_ENDINGS: Readonly<Record<string, string>> = {
  htm: 'text/html',
  html: 'text/html',
  md: 'text/plain',
  pdf: 'application/pdf',
  text: 'text/plain',
  txt: 'text/plain',
};

export function createArticleReader(options: ReaderOptions): Reader {
  const fetcher = createFetcher(options);
  const pool = options.pool ?? createWorkerPool(options);

  async function job(
    request: ReadRequest,
    read: ReadOptions,
  ): Promise<{ job: Omit<ParseJob, 'explain' | 'off'>; page: FetchedPage | null } | null> {
    if (request.kind === 'text') return { job: textJob(request.text, request.title), page: null };
    if (request.kind === 'file') return { job: fileJob(request), page: null };
    const page = await fetchLink(fetcher, request.url, read);
    return page && { job: pageJob(page), page };
  }

  async function read(request: ReadRequest, readOptions: ReadOptions, explain: boolean, off: readonly string[]) {
    const prepared = await job(request, readOptions);
    if (!prepared) return null;
    const first = await pool.run({ ...prepared.job, explain, off }, readOptions.signal);
    const parsed = off.includes('feed')
      ? first
      : await withFeeds(first, { ...prepared.job, explain, off }, readOptions);
    const article = articleOf(parsed, sourceOf(request, prepared.page, parsed), options.clock());
    return { article, records: parsed.records, validators: prepared.page?.validators ?? null };
  }

  /** The page read once more, beside the feeds that may have the rest of it. Whatever goes wrong there, the page was read. */
  async function withFeeds(first: ParsedArticle, job: ParseJob, { signal, respectRobots = false }: ReadOptions) {
    if (first.feeds.length === 0) return first;
    const options = { respectRobots, ...(signal ? { signal } : {}) };
    const answers = await Promise.allSettled(first.feeds.map((url) => fetcher.feed(url, options)));
    const feeds = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    if (feeds.length === 0) return first;
    try {
      return await pool.run({ ...job, feeds }, signal);
    } catch (error) {
      if (signal?.aborted) throw error;
      return first;
    }
  }

  return {
    async read(request, signal) {
      const reading = await read(request, signal ? { signal } : {}, false, []);
      if (!reading) throw new BotError('internal', { reference: 'unasked-not-modified' });
      return reading.article;
    },
    async readAgain(request, readOptions = {}) {
      const reading = await read(request, readOptions, false, []);
      return reading
        ? { kind: 'article', article: reading.article, validators: reading.validators }
        : { kind: 'not-modified' };
    },
    async explain(request, off = []) {
      try {
        const reading = await read(request, {}, true, off);
        if (!reading) throw new BotError('internal', { reference: 'unasked-not-modified' });
        return { article: reading.article, records: reading.records };
      } catch (error) {
        if (error instanceof ExplainedRefusal) return { article: null, refusal: error };
        throw error;
      }
    },
    async close() {
      await Promise.all([pool.close(), fetcher.close()]);
    },
  };
}

async function fetchLink(fetcher: Fetcher, url: string, read: ReadOptions): Promise<FetchedPage | null> {
  const answer = await fetcher.get(url, {
    ...(read.signal ? { signal: read.signal } : {}),
    ...(read.validators ? { validators: read.validators } : {}),
    respectRobots: read.respectRobots ?? false,
  });
  if (answer.kind === 'not-modified') return null;
  const type = mediaType(answer.contentType);
  if (type !== '' && !PARSED_TYPES.test(type)) throw new BotError('page-type', { host: answer.host, type });
  if (answer.bytes.length === 0) throw new BotError('page-empty', { host: answer.host });
  return answer;
}

const mediaType = (contentType: string): string => (contentType.split(';')[0] ?? '').trim().toLowerCase();

function pageJob({ url, host, bytes, contentType }: FetchedPage): Omit<ParseJob, 'explain' | 'off'> {
  return { content: { kind: 'bytes', bytes, contentType }, url, name: host };
}

function textJob(text: string, title: string | undefined): Omit<ParseJob, 'explain' | 'off'> {
  if (text.trim() === '') throw new BotError('text-empty', {});
  return { content: { kind: 'text', text, ...(title === undefined ? {} : { title }) }, url: null, name: 'text' };
}

function fileJob(request: Extract<ReadRequest, { kind: 'file' }>): Omit<ParseJob, 'explain' | 'off'> {
  const { name, bytes, contentType } = request;
  if (bytes.length > MAX_FILE_BYTES) {
    throw new BotError('file-too-large', { name, bytes: bytes.length, limitBytes: MAX_FILE_BYTES });
  }
  if (bytes.length === 0) throw new BotError('text-empty', {});
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  const stated = contentType ?? FILE_ENDINGS[ending] ?? '';
  const type = mediaType(stated);
  if (/^(?:image|audio|video|font)\//.test(type)) throw new BotError('file-type-unknown', { name, type });
  return { content: { kind: 'bytes', bytes, contentType: PARSED_TYPES.test(type) ? stated : '' }, url: null, name };
}

function sourceOf(request: ReadRequest, page: FetchedPage | null, parsed: ParsedArticle): ArticleSource {
  if (request.kind === 'link')
    return { kind: 'link', url: request.url, address: parsed.address ?? page?.url ?? request.url };
  return request.kind === 'file' ? { kind: 'file', name: request.name } : { kind: 'text' };
}

function articleOf(parsed: ParsedArticle, source: ArticleSource, readAt: number): Article {
  const { analysis, id, language, metadata, coverage } = parsed;
  return { ...analysis, id, language, source, metadata, coverage, readAt };
}
