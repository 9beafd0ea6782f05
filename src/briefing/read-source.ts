/** From what was asked to the article: an address read lately is not fetched again, and one that has not changed is not read again. */
import { canonicalAddress, type Reader } from '#article';
import { type Article, BotError, type Clock, type ReadRequest, retentionOf, type Settings } from '#domain';

/** A link is read again after this; its age stands in the header until then. */
const READ_AGAIN_AFTER_MS = 30 * 60_000;

/** An article, or the one that is kept under this id. */
export type BriefSource = ReadRequest | { readonly kind: 'kept'; readonly article: string };

export interface LinkNote {
  readonly articleId: string;
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** ms since the epoch. */
  readonly readAt: number;
  /** The article that the page held when it was read before, where that was another. */
  readonly before?: string;
}

export interface Kept<Value> {
  get(guild: string, key: string): Promise<Value | undefined>;
  put(guild: string, key: string, value: Value, retention: { readonly ttlMs: number }): Promise<void>;
}

export interface SourceStore {
  readonly articles: Kept<Article>;
  readonly links: Kept<LinkNote>;
}

export interface SourceDependencies {
  readonly reader: Pick<Reader, 'readAgain'>;
  readonly store: SourceStore;
  readonly clock: Clock;
}

export interface SourceRequest {
  readonly guild: string;
  /** The guild's: how long what is read is kept. */
  readonly settings: Pick<Settings, 'retentionDays'>;
  readonly source: BriefSource;
  /** Read a link now, however lately it was read. */
  readonly isFresh?: boolean;
  /** Nobody asked for this link by name: robots.txt decides. */
  readonly isUnasked?: boolean;
  readonly signal?: AbortSignal;
}

/** What is kept for this source; `null` when it must be read. Fetches nothing. */
export async function keptArticle(
  { store, clock }: Pick<SourceDependencies, 'store' | 'clock'>,
  { guild, source, isFresh }: Pick<SourceRequest, 'guild' | 'source' | 'isFresh'>,
): Promise<Article | null> {
  if (source.kind === 'kept') return (await store.articles.get(guild, source.article)) ?? null;
  if (source.kind !== 'link' || isFresh) return null;
  const note = await store.links.get(guild, canonicalAddress(source.url));
  if (!note || clock() - note.readAt > READ_AGAIN_AFTER_MS) return null;
  const article = await store.articles.get(guild, note.articleId);
  return article ? { ...article, readAt: note.readAt } : null;
}

/**
 * @throws BotError as the reader does; `control-expired` when a kept article is no longer there
 */
export async function readSource(dependencies: SourceDependencies, request: SourceRequest): Promise<Article> {
  const { reader, store } = dependencies;
  const { guild, settings, source, signal, isUnasked = false } = request;
  const kept = await keptArticle(dependencies, request);
  if (kept) return kept;
  if (source.kind === 'kept') throw new BotError('control-expired', {});
  if (source.kind === 'link') return readLink(dependencies, request, source);
  const reading = await reader.readAgain(source, { ...(signal ? { signal } : {}), respectRobots: isUnasked });
  if (reading.kind === 'not-modified') throw new BotError('internal', { reference: 'unasked-not-modified' });
  const { article } = reading;
  // The same words may have been read from an address before: the kept article stays the one that has it.
  const earlier = await store.articles.get(guild, article.id);
  if (earlier?.source.kind !== 'link') await store.articles.put(guild, article.id, article, retentionOf(settings));
  return article;
}

async function readLink(
  { reader, store, clock }: SourceDependencies,
  { guild, settings, signal, isUnasked = false }: SourceRequest,
  source: Extract<ReadRequest, { kind: 'link' }>,
): Promise<Article> {
  const kept = retentionOf(settings);
  const key = canonicalAddress(source.url);
  const note = await store.links.get(guild, key);
  const earlier = note && (await store.articles.get(guild, note.articleId));
  const reading = await reader.readAgain(source, {
    ...(signal ? { signal } : {}),
    respectRobots: isUnasked,
    // Only with the text still at hand does "not modified" help.
    ...(earlier && note ? { validators: { etag: note.etag, lastModified: note.lastModified } } : {}),
  });
  const readAt = clock();
  if (reading.kind === 'not-modified') {
    if (!earlier || !note) throw new BotError('internal', { reference: 'unasked-not-modified' });
    await store.links.put(guild, key, { ...note, readAt }, kept);
    return { ...earlier, readAt };
  }
  const { article, validators } = reading;
  await store.articles.put(guild, article.id, article, kept);
  // A page that goes back to what it said before has that as its newest text, too.
  const before = note && note.articleId !== article.id ? note.articleId : note?.before;
  const read = {
    articleId: article.id,
    ...(before && before !== article.id ? { before } : {}),
    etag: validators?.etag ?? null,
    lastModified: validators?.lastModified ?? null,
  };
  const keys = new Set([key, ...(article.source.kind === 'link' ? [canonicalAddress(article.source.address)] : [])]);
  for (const one of keys) await store.links.put(guild, one, { ...read, readAt }, kept);
  return article;
}
