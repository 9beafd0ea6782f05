/** One page's markup → its article: the road from tree to paragraphs (the room's README tells the steps and why in that order). */
import { countWords } from '#domain';

import { type Block, blocksOf } from './blocks.ts';
import { type Choice, chooseBlocks } from './choose.ts';
import type { PageDocument } from './dom.ts';
import { filterBlocks } from './filter.ts';
import { flatParagraphs } from './flat.ts';
import { authorNames, metadataOf, type PageMetadata } from './metadata.ts';
import { type Page, type PageOptions, PageTooComplex, parsePage } from './page.ts';
import { paragraphsOf } from './paragraphs.ts';
import { removeParts } from './parts.ts';
import { findArticle } from './readability.ts';
import type { BodyParagraph, ExtractRecord } from './record.ts';
import { rescueBody } from './rescue.ts';
import { oneLine } from './visible-text.ts';

export interface ExtractOptions {
  readonly explain?: boolean;
  /** Steps left out, by name: to see what each does. */
  readonly off?: readonly string[];
}

export interface Extract {
  readonly paragraphs: readonly BodyParagraph[];
  readonly metadata: PageMetadata;
  readonly page: PageFacts;
  readonly records: readonly ExtractRecord[];
}

/** What the coverage is judged by, besides the text. */
export interface PageFacts {
  /** Made only when asked for: most pages are whole. */
  readonly shortLines: () => readonly string[];
  readonly words: number;
  readonly linkShare: number;
  readonly scriptCharacters: number;
  readonly hasScriptRoot: boolean;
  /** Not all of the page was read. */
  readonly wasCut: boolean;
}

export function extractArticle(html: string, options: ExtractOptions = {}): Extract {
  const off = new Set(options.off);
  try {
    return fromTree(html, options, off);
  } catch (error) {
    if (error instanceof PageTooComplex) return fromTokens(html);
    throw error;
  }
}

interface Tree {
  readonly page: Page;
  readonly removed: readonly ExtractRecord[];
  readonly blocks: readonly Block[];
}

function treeOf(html: string, options: ExtractOptions, off: ReadonlySet<string>): Tree {
  const page = pageOf(html, { explain: options.explain ?? false, off });
  const removed = removeParts(page.document, off);
  return { page, removed, blocks: blocksOf(page.document, off) };
}

/** Behind an open dialog a page hides itself from screen readers as a whole: when that is most of it, it is read. */
function pageOf(html: string, options: PageOptions): Page {
  const page = parsePage(html, options);
  const visible = page.document.body.measure.ink;
  if (page.behindDialog <= visible || options.off?.has('behind-dialog')) return page;
  const whole = parsePage(html, { ...options, readsBehindDialog: true });
  return whole.document.body.measure.ink > visible * 2 ? whole : page;
}

function fromTree(html: string, options: ExtractOptions, off: ReadonlySet<string>): Extract {
  const { page, removed, blocks } = treeOf(html, options, off);
  const metadata = metadataOf(page);
  const facts = factsOf(page, blocks, removed);
  const title = metadata.title ?? '';
  const byline = metadata.authors.join(', ');
  const again = (): PageDocument => treeOf(html, {}, off).page.document;
  const finding =
    blocks.length > 0 ? findArticle(page.document, blocks.length, { title, byline: byline || null }, again) : null;
  const choice = chooseBlocks(blocks, finding, title, off);
  const { kept, dropped } = filterBlocks(choice.blocks, { title, author: byline || (finding?.byline ?? '') }, off);
  const found = paragraphsOf(kept, off);
  const rescued = off.has('json-ld') ? null : rescueBody(metadata.jsonLdBody, found, off);
  const records = options.explain
    ? [
        ...hiddenRecords(page),
        ...removed,
        ...recordsOf([...choice.added, ...choice.left, ...dropped, ...passedBy(blocks, choice)]),
        ...rescueRecords(rescued, found),
      ]
    : [];
  return {
    paragraphs: rescued ?? found,
    metadata: withAuthors(metadata, finding?.byline ?? null),
    page: facts,
    // For people to read: no control character of the page comes through.
    records: records.map((record) => ({ ...record, selector: oneLine(record.selector), text: oneLine(record.text) })),
  };
}

/** The head names nobody, and Readability met an author's line. */
function withAuthors(metadata: PageMetadata, byline: string | null): PageMetadata {
  if (metadata.authors.length > 0 || byline === null) return metadata;
  return { ...metadata, authors: authorNames(byline, metadata.site) };
}

function hiddenRecords(page: Page): ExtractRecord[] {
  return page.hidden.map(({ selector, reason, text }) => ({ step: 'hidden-text', selector, reason, text }));
}

interface BlockRecord {
  readonly step: string;
  readonly reason: string;
  readonly block: Block;
}

/** In the order of the page. */
function recordsOf(blocks: readonly BlockRecord[]): ExtractRecord[] {
  return blocks
    .toSorted((a, b) => a.block.index - b.block.index)
    .map(({ step, reason, block }) => ({ step, reason, selector: block.place.selector, text: block.text }));
}

function passedBy(blocks: readonly Block[], choice: Choice): BlockRecord[] {
  const within = new Set([...choice.blocks, ...choice.left.map(({ block }) => block)]);
  return blocks
    .filter((block) => !within.has(block))
    .map((block) => ({ step: 'readability', reason: 'not in the part that reads like the article', block }));
}

function rescueRecords(rescued: readonly BodyParagraph[] | null, found: readonly BodyParagraph[]): ExtractRecord[] {
  if (!rescued) return [];
  const selector = 'script[type="application/ld+json"]';
  const text = rescued.map((paragraph) => paragraph.text).join('\n');
  const words = countWords(found.map((paragraph) => paragraph.text).join('\n'));
  return [{ step: 'json-ld', selector, reason: `articleBody in place of ${words} words on the page`, text }];
}

/** Lines where a page says "subscribe to continue"; longer ones are prose. */
const MAX_SHORT_LINE_INK = 250;
const MIN_SHORT_LINE_INK = 8;
const MAX_SHORT_LINES = 400;
/** Characters a word has on average, to count a page's words without cutting it into words. */
const INK_PER_WORD = 5;

function factsOf(page: Page, blocks: readonly Block[], removed: readonly ExtractRecord[]): PageFacts {
  let ink = 0;
  let linked = 0;
  for (const block of blocks) {
    ink += block.ink;
    linked += block.ink * block.linkShare;
  }
  return {
    shortLines: () => [...removed.map(({ text }) => text), ...shortLinesOf(blocks)],
    words: Math.ceil(ink / INK_PER_WORD),
    linkShare: linked / Math.max(1, ink),
    scriptCharacters: page.scriptCharacters,
    hasScriptRoot: page.hasScriptRoot,
    wasCut: false,
  };
}

function shortLinesOf(blocks: readonly Block[]): string[] {
  return blocks
    .filter(({ ink }) => ink > MIN_SHORT_LINE_INK && ink <= MAX_SHORT_LINE_INK)
    .slice(0, MAX_SHORT_LINES)
    .map(({ text }) => text);
}

function fromTokens(html: string): Extract {
  const { paragraphs: texts, wasCut } = flatParagraphs(html);
  const paragraphs = texts.map((text) => ({ text, kind: 'prose' as const }));
  const metadata = metadataOf(parsePage(headOf(html)));
  const ink = paragraphs.reduce((sum, { text }) => sum + text.length, 0);
  return {
    paragraphs,
    metadata,
    page: {
      shortLines: () => [],
      words: Math.ceil(ink / INK_PER_WORD),
      linkShare: 0,
      scriptCharacters: 0,
      hasScriptRoot: false,
      wasCut,
    },
    records: [],
  };
}

const MAX_HEAD_CHARACTERS = 100_000;

function headOf(html: string): string {
  const end = html.slice(0, MAX_HEAD_CHARACTERS).toLowerCase().indexOf('</head>');
  return end > 0 ? html.slice(0, end) : '';
}
