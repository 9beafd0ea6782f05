/**
 * RSS and Atom: the full text of an article whose page shows only its beginning. Pure. A feed says nothing about a page until
 * one of its items names the page's address or title and begins as the page does.
 */
import { Parser } from 'htmlparser2';

import { countWords } from '#domain';

import { type Extract, extractArticle } from './extract/extract.ts';
import { fold } from './extract/judged.ts';
import type { BodyParagraph, ExtractRecord } from './extract/record.ts';
import { oneLine } from './extract/visible-text.ts';
import { canonicalAddress } from './links.ts';

/** Three parsers took seconds for 100,000 items (safety facts, page bombs); a feed's first ones are the newest. */
const MAX_ITEMS = 200;
/** Characters of one item: the longest articles have 300,000. */
const MAX_FIELD_CHARACTERS = 500_000;
const CHUNK_CHARACTERS = 65_536;
/** Elements inside one another; the parser's time grows with the square of them. */
const MAX_DEPTH = 200;

export interface FeedItem {
  readonly title: string;
  readonly link: string;
  /** Markup. */
  readonly body: string;
}

const ITEMS = new Set(['item', 'entry']);
/** In the order in which they are taken for the body. */
const BODIES = ['content:encoded', 'content', 'description', 'summary'] as const;
/** `source` holds title and link of another feed. */
const FIELDS: ReadonlySet<string> = new Set(['title', 'link', 'guid', 'source', ...BODIES]);

/** Items in the feed's order; [] for what is no feed. */
export function feedItems(xml: string): FeedItem[] {
  const reader = new ItemReader();
  const parser = new Parser(reader, { xmlMode: true });
  for (let at = 0; at < xml.length && !reader.isDone; at += CHUNK_CHARACTERS)
    parser.write(xml.slice(at, at + CHUNK_CHARACTERS));
  parser.end();
  return reader.items;
}

class ItemReader {
  readonly items: FeedItem[] = [];
  #fields: Map<string, string> | null = null;
  #field = '';
  #text = '';
  /** Open elements inside the field: Atom may hold markup as it is. */
  #inner = 0;
  #isTooDeep = false;

  get isDone(): boolean {
    return this.#isTooDeep || this.items.length >= MAX_ITEMS;
  }

  onopentag(name: string, attributes: Record<string, string>): void {
    if (this.#field) {
      this.#inner++;
      this.#isTooDeep ||= this.#inner > MAX_DEPTH;
      this.#add(`<${name}>`);
    } else if (!this.#fields) {
      if (ITEMS.has(name) && !this.isDone) this.#fields = new Map();
    } else if (FIELDS.has(name)) {
      this.#field = name;
      const { href, rel = 'alternate' } = attributes;
      if (name === 'link' && href && rel === 'alternate') this.#fields.set('link', href);
    }
  }

  ontext(text: string): void {
    if (this.#field) this.#add(this.#inner > 0 ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text);
  }

  onclosetag(name: string): void {
    if (this.#isTooDeep) return;
    if (this.#inner > 0) {
      this.#inner--;
      this.#add(`</${name}>`);
    } else if (this.#field) {
      if (this.#text.trim() && !this.#fields?.has(this.#field)) this.#fields?.set(this.#field, this.#text.trim());
      this.#field = '';
      this.#text = '';
    } else if (this.#fields && ITEMS.has(name)) {
      this.items.push(itemOf(this.#fields));
      this.#fields = null;
    }
  }

  #add(text: string): void {
    if (this.#text.length + text.length <= MAX_FIELD_CHARACTERS) this.#text += text;
  }
}

function itemOf(fields: ReadonlyMap<string, string>): FeedItem {
  return {
    title: oneLine(fields.get('title') ?? ''),
    link: fields.get('link') ?? fields.get('guid') ?? '',
    body: BODIES.map((name) => fields.get(name)).find((body) => body !== undefined) ?? '',
  };
}

/** A shorter title is a section's, and many items have it. */
const MIN_TITLE_CHARACTERS = 15;

export interface FeedPage {
  /** Where the page is, and where it says it is. */
  readonly addresses: readonly string[];
  readonly title: string | null;
}

/** The item of the page itself, by its address or, failing that, by its title. */
export function itemOfPage(items: readonly FeedItem[], page: FeedPage): FeedItem | null {
  const addresses = new Set(page.addresses.map(canonicalAddress));
  const title = fold(page.title ?? '');
  return (
    items.find(({ link }) => link !== '' && addresses.has(canonicalAddress(link))) ??
    items.find((item) => title.length >= MIN_TITLE_CHARACTERS && fold(item.title) === title) ??
    null
  );
}

/** Less is not worth leaving the page's own text for. */
const MIN_TIMES = 1.1;
const MIN_WORDS = 80;
/** So many of the page's first paragraphs may be standfirst or caption; one of them begins in the feed, too. */
const OPENING_PARAGRAPHS = 3;
const OPENING_CHARACTERS = { min: 20, max: 60 };

/** The item's text through the steps of a page, or `null` when the page's own is as good, or another one. */
export function bodyOfItem(item: FeedItem, page: Extract): BodyParagraph[] | null {
  const { paragraphs } = extractArticle(pageOf(item, page.metadata.title ?? item.title));
  const text = textOf(paragraphs);
  const words = countWords(text);
  if (words < MIN_WORDS || words < countWords(textOf(page.paragraphs)) * MIN_TIMES) return null;
  return beginsAlike(page.paragraphs, fold(text)) ? [...paragraphs] : null;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

const pageOf = ({ body }: FeedItem, title: string): string =>
  `<title>${escaped(title)}</title><article><h1>${escaped(title)}</h1>${body}</article>`;

const textOf = (paragraphs: readonly BodyParagraph[]): string => paragraphs.map(({ text }) => text).join('\n');

function beginsAlike(paragraphs: readonly BodyParagraph[], feed: string): boolean {
  return paragraphs.slice(0, OPENING_PARAGRAPHS).some(({ text }) => {
    const opening = fold(text).slice(0, OPENING_CHARACTERS.max);
    return opening.length >= OPENING_CHARACTERS.min && feed.includes(opening);
  });
}

export const FEED_SELECTOR = 'link[rel="alternate"]';

/** The page with the text of its item in one of the feeds, where that is better, and what was done. */
export function withFeed(
  page: Extract,
  feeds: readonly string[],
  addresses: readonly string[],
): { readonly paragraphs: readonly BodyParagraph[]; readonly record: ExtractRecord } {
  const { title } = page.metadata;
  const record = { step: 'feed', selector: FEED_SELECTOR };
  for (const xml of feeds) {
    const item = itemOfPage(feedItems(xml), { addresses, title });
    const paragraphs = item && bodyOfItem(item, page);
    if (!paragraphs) continue;
    const words = countWords(textOf(page.paragraphs));
    const reason = `the item of this page in the site's feed, in place of ${words} words on the page`;
    return { paragraphs, record: { ...record, reason, text: oneLine(textOf(paragraphs)) } };
  }
  const reason = "no longer text of this page in the site's feed";
  return { paragraphs: page.paragraphs, record: { ...record, reason, text: oneLine(title ?? '') } };
}
