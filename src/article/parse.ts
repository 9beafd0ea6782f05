/** Everything about a document that costs time, in one function for the worker: bytes or text → the pieces of an article. */

import { createHash } from 'node:crypto';

import { getDomain } from 'tldts';

import { type ArticleId, BotError, type Coverage, countWords, type Metadata } from '#domain';
import type { Analyser } from '#language';

import { coverageOfText, judgePage } from './coverage.ts';
import { decode, REPLACED_LIMIT } from './decode.ts';
import { detectLanguage } from './detect-language.ts';
import { ExplainedRefusal } from './explained-refusal.ts';
import { type Extract, extractArticle } from './extract/extract.ts';
import type { BodyParagraph, ExtractRecord } from './extract/record.ts';
import { withFeed } from './feed.ts';
import { withoutTracking } from './links.ts';
import { readPdf } from './pdf.ts';
import { readPlainText } from './plain-text.ts';

export interface ParseJob {
  readonly content:
    | { readonly kind: 'text'; readonly text: string; readonly title?: string }
    | { readonly kind: 'bytes'; readonly bytes: Uint8Array; readonly contentType: string };
  /** Where the bytes came from; `null` for what was pasted or attached. */
  readonly url: string | null;
  /** What errors name: the host, or the file. */
  readonly name: string;
  readonly explain: boolean;
  readonly off: readonly string[];
  /** Feeds that an earlier reading of the page asked for. */
  readonly feeds?: readonly { readonly bytes: Uint8Array; readonly contentType: string }[];
}

export interface ParsedArticle {
  readonly id: ArticleId;
  readonly analysis: ReturnType<Analyser['analyse']>;
  readonly metadata: Metadata;
  readonly language: string;
  readonly coverage: Coverage;
  /** The page's own address, when it is believed. */
  readonly address: string | null;
  readonly records: readonly ExtractRecord[];
  /** Feeds of the site that may have the rest of a text that is cut. */
  readonly feeds: readonly string[];
}

interface Material {
  readonly metadata: Metadata;
  readonly language: string | null;
  readonly paragraphs: readonly BodyParagraph[];
  readonly coverage: Coverage;
  readonly canonical: string | null;
  readonly records: readonly ExtractRecord[];
  readonly feeds?: readonly string[];
}

/**
 * An article beyond this is a shelf of books; the first part is read and the coverage says so. More than a model is ever
 * asked to read, so that its engine refuses what is too long for it and nobody pays for a part.
 */
const MAX_ARTICLE_WORDS = 400_000;
const HTML_START = /^\s{0,1000}(?:<!doctype|<html|<\?xml|<head|<body|<article|<!--|<div|<p|<h1|<meta)/i;

/** @throws BotError `page-*`, `file-*`, `text-empty` */
export async function parse(job: ParseJob, analyser: Analyser): Promise<ParsedArticle> {
  const material = await materialOf(job);
  const { paragraphs, wasCut } = withinLimit(material.paragraphs);
  if (paragraphs.length === 0) throw new BotError('text-empty', {});
  const sample = paragraphs
    .slice(0, 40)
    .map(({ text }) => text)
    .join('\n');
  const language = detectLanguage(sample, material.language);
  const analysis = analyser.analyse({ paragraphs, title: material.metadata.title, language });
  return {
    id: createHash('sha256').update(analysis.text).digest('hex'),
    analysis,
    metadata: material.metadata,
    language,
    coverage: wasCut ? cutCoverage(material.coverage, paragraphs) : material.coverage,
    address: believedAddress(material.canonical, job.url),
    records: job.explain ? material.records : [],
    feeds: material.feeds ?? [],
  };
}

async function materialOf(job: ParseJob): Promise<Material> {
  const { content } = job;
  if (content.kind === 'text') return fromText(content.text, content.title, false);
  if (isPdf(content.bytes, content.contentType)) return fromPdf(job, content.bytes);
  const decoded = decode(content.bytes, content.contentType);
  if (decoded.replacedShare > REPLACED_LIMIT) {
    throw new BotError('page-encoding', { host: job.name, replacedPercent: Math.round(100 * decoded.replacedShare) });
  }
  if (isBinary(decoded.text)) throw unknownType(job, content.contentType);
  const isPlain = content.contentType.toLowerCase().startsWith('text/plain') || content.contentType === '';
  if (isPlain && !HTML_START.test(decoded.text)) return fromText(decoded.text, undefined, decoded.wasCut);
  return fromHtml(job, decoded.text, decoded.wasCut);
}

function isPdf(bytes: Uint8Array, contentType: string): boolean {
  return (
    contentType.toLowerCase().startsWith('application/pdf') ||
    Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-'
  );
}

/** Control characters do not occur in text; in images and archives they are everywhere. */
const BINARY_SAMPLE = 2_000;
const BINARY_SHARE = 0.05;

function isBinary(text: string): boolean {
  const sample = text.slice(0, BINARY_SAMPLE);
  const controls = sample.match(/[\p{Cc}--[\t\n\v\f\r]]/gv)?.length ?? 0;
  return controls > sample.length * BINARY_SHARE;
}

function unknownType(job: ParseJob, type: string): BotError {
  if (job.url === null) return new BotError('file-type-unknown', { name: job.name, type: type || 'not a text' });
  return new BotError('page-type', { host: job.name, type });
}

const NO_METADATA: Metadata = {
  title: null,
  site: null,
  authors: [],
  publishedAt: null,
  updatedAt: null,
  section: null,
};

function fromText(text: string, givenTitle: string | undefined, wasCut: boolean): Material {
  const { title, authors, paragraphs, records } = readPlainText(text, givenTitle);
  return {
    metadata: { ...NO_METADATA, title, authors },
    language: null,
    paragraphs,
    coverage: coverageOfText(
      paragraphs.map((paragraph) => paragraph.text),
      wasCut,
    ),
    canonical: null,
    records,
  };
}

async function fromPdf(job: ParseJob, bytes: Uint8Array): Promise<Material> {
  try {
    const { text, title, wasCut } = await readPdf(bytes);
    const material = fromText(text, undefined, wasCut);
    return { ...material, metadata: { ...material.metadata, title: material.metadata.title ?? title } };
  } catch (error) {
    throw new BotError('page-damaged', { host: job.name }, { cause: error });
  }
}

function fromHtml(job: ParseJob, html: string, wasCut: boolean): Material {
  const page = extractArticle(html, { explain: job.explain, off: job.off });
  const { title, site, authors, publishedAt, updatedAt, section, language, canonical } = page.metadata;
  const feed = job.feeds && withFeed(page, job.feeds.map(decodeFeed), [job.url ?? '', canonical ?? '']);
  const extract = feed ? { ...page, paragraphs: feed.paragraphs, records: [...page.records, feed.record] } : page;
  const judgement = judgePage(signsOf(extract, job.url, wasCut));
  if ('refusal' in judgement) {
    const refusal = new BotError(judgement.refusal, { host: job.name, words: judgement.words });
    if (!job.explain) throw refusal;
    throw new ExplainedRefusal(refusal, {
      records: extract.records,
      paragraphs: extract.paragraphs.map(({ text }) => text),
    });
  }
  return {
    metadata: { title, site, authors, publishedAt, updatedAt, section },
    language,
    paragraphs: extract.paragraphs,
    coverage: judgement.coverage,
    canonical,
    records: extract.records,
    feeds: mayBeInFeed(judgement.coverage, page.metadata.isPaid) ? feedAddresses(page.metadata.feeds, job.url) : [],
  };
}

const decodeFeed = ({ bytes, contentType }: { bytes: Uint8Array; contentType: string }): string =>
  decode(bytes, contentType).text;

/** The text breaks off, and not because the rest is sold: a feed is no way round a paywall. */
function mayBeInFeed({ extent, reasons }: Coverage, isPaid: boolean): boolean {
  if (isPaid || reasons.includes('paywall') || extent === 'whole') return false;
  return reasons.includes('cut-text') || reasons.includes('continue-reading');
}

/** Sites offer one for everything and one for the section. */
const MAX_FEEDS = 2;

function feedAddresses(stated: readonly string[], url: string | null): string[] {
  if (url === null) return [];
  const addresses = stated.filter((each) => URL.canParse(each, url)).map((each) => new URL(each, url).href);
  return [...new Set(addresses)].slice(0, MAX_FEEDS);
}

function signsOf({ paragraphs, metadata, page }: Extract, url: string | null, wasCut: boolean) {
  return {
    title: metadata.title ?? '',
    paragraphs: paragraphs.map(({ text }) => text),
    shortLines: page.shortLines,
    pageWords: page.words,
    pageLinkShare: page.linkShare,
    scriptCharacters: page.scriptCharacters,
    hasScriptRoot: page.hasScriptRoot,
    isArticle: metadata.isArticle,
    isPaid: metadata.isPaid,
    statedWords: metadata.statedWords,
    isFrontPage: url !== null && new URL(url).pathname === '/',
    wasCut: wasCut || page.wasCut,
  };
}

function withinLimit(paragraphs: readonly BodyParagraph[]): { paragraphs: readonly BodyParagraph[]; wasCut: boolean } {
  let words = 0;
  for (const [index, { text }] of paragraphs.entries()) {
    const size = countWords(text);
    words += size;
    if (words <= MAX_ARTICLE_WORDS) continue;
    const kept = paragraphs.slice(0, index);
    const first = paragraphs[0];
    if (kept.length > 0 || !first) return { paragraphs: kept, wasCut: true };
    return { paragraphs: [{ ...first, text: beginningOf(text, MAX_ARTICLE_WORDS / size) }], wasCut: true };
  }
  return { paragraphs, wasCut: false };
}

/** About this share of a text, up to the end of a word. */
function beginningOf(text: string, share: number): string {
  const cut = text.slice(0, Math.floor(text.length * share));
  const end = cut.lastIndexOf(' ');
  return end > 0 ? cut.slice(0, end) : cut;
}

function cutCoverage(coverage: Coverage, paragraphs: readonly BodyParagraph[]): Coverage {
  const words = paragraphs.reduce((sum, { text }) => sum + countWords(text), 0);
  const extent = coverage.extent === 'whole' ? 'part' : coverage.extent;
  return { extent, words, reasons: [...new Set([...coverage.reasons, 'too-long' as const])] };
}

/** The page may name another address of its own site; one of another site would put words into that site's mouth. */
export function believedAddress(canonical: string | null, url: string | null): string | null {
  if (url === null) return null;
  const own = withoutTracking(url);
  if (canonical === null || !URL.canParse(canonical, url)) return own;
  const stated = new URL(canonical, url);
  const isWeb = stated.protocol === 'https:' || stated.protocol === 'http:';
  if (!isWeb || stated.username !== '' || stated.port !== new URL(url).port) return own;
  const site = getDomain(url);
  const isSameSite = stated.hostname === new URL(url).hostname || (site !== null && site === getDomain(stated.href));
  // Some pages name the front page as the address of everything.
  const isFrontPage = stated.pathname === '/' && stated.search === '' && new URL(url).pathname !== '/';
  return isSameSite && !isFrontPage ? withoutTracking(stated.href) : own;
}
