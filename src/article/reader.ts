/** Link, text or file → article. */
import { createHash } from 'node:crypto';

import {
  type Article,
  type ArticleReader,
  type ArticleSource,
  BotError,
  type Clock,
  countWords,
  type Metadata,
  type ReadRequest,
} from '#domain';
import { type Analyser, createAnalyser } from '#language';

import { decode } from './decode.ts';
import { detectLanguage } from './detect-language.ts';
import { fetchPage } from './fetch.ts';
import { createGuard, type GuardOptions } from './guard.ts';
import { readPage } from './page.ts';
import { type BodyParagraph, readPlainText } from './plain-text.ts';

export interface ReaderOptions extends GuardOptions {
  readonly clock: Clock;
}

interface Material {
  readonly source: ArticleSource;
  readonly metadata: Metadata;
  readonly language: string | null;
  readonly paragraphs: readonly BodyParagraph[];
}

const NO_METADATA: Metadata = {
  title: null,
  site: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  section: null,
};
/** A page with fewer words of body is no article. */
const PAGE_FLOOR_WORDS = 30;
const HTML = /^\s*(?:<!doctype html|<html|<\?xml|<head|<body|<article)/iu;

export function createArticleReader(options: ReaderOptions): ArticleReader {
  const guard = createGuard(options);
  let analyser: Promise<Analyser> | null = null;

  async function finish(material: Material): Promise<Article> {
    const joined = material.paragraphs.map((paragraph) => paragraph.text).join('\n');
    const words = countWords(joined);
    if (words === 0) throw new BotError('text-empty', {});
    const language = detectLanguage(joined, material.language);
    analyser ??= createAnalyser();
    const analysis = (await analyser).analyse({
      paragraphs: material.paragraphs,
      title: material.metadata.title,
      language,
    });
    return {
      ...analysis,
      id: createHash('sha256').update(analysis.text).digest('hex'),
      language,
      source: material.source,
      metadata: material.metadata,
      coverage: { extent: 'whole', words, reasons: [] },
      readAt: options.clock(),
    };
  }

  async function readLink(link: string, signal: AbortSignal | undefined): Promise<Material> {
    const page = await fetchPage(guard, link, signal);
    const host = new URL(page.url).host;
    const type = (page.contentType.split(';')[0] ?? '').trim().toLowerCase();
    if (type !== '' && !/^(?:text\/html|application\/xhtml\+xml|text\/plain)$/u.test(type))
      throw new BotError('page-type', { host, type });
    const text = decode(page.bytes, page.contentType, host);
    const source: ArticleSource = { kind: 'link', url: link, address: page.url };
    if (type === 'text/plain') return { ...fromText(text), source };
    const read = readPage(text);
    const words = countWords(read.paragraphs.map((paragraph) => paragraph.text).join(' '));
    if (words < PAGE_FLOOR_WORDS) throw new BotError('page-not-article', { host, words });
    return { ...read, source };
  }

  return {
    async read(request: ReadRequest, signal) {
      if (request.kind === 'link') return finish(await readLink(request.url, signal));
      if (request.kind === 'text')
        return finish({ ...fromText(request.text, request.title), source: { kind: 'text' } });
      const text = decode(request.bytes, request.contentType ?? '', request.name);
      const source: ArticleSource = { kind: 'file', name: request.name };
      if (text.startsWith('%PDF') || text.includes('\u0001')) {
        throw new BotError('file-type-unknown', { name: request.name, type: request.contentType ?? 'not a text' });
      }
      return finish(HTML.test(text) ? { ...readPage(text), source } : { ...fromText(text), source });
    },
    async close() {
      await guard.agent.close();
    },
  };
}

function fromText(text: string, givenTitle?: string): Omit<Material, 'source'> {
  const { title, paragraphs } = readPlainText(text, givenTitle);
  return { metadata: { ...NO_METADATA, title }, language: null, paragraphs };
}
