/** What the page says about itself: JSON-LD first, then meta tags, then marks in the body. Read before Readability. */
import { countWords, type Metadata } from '#domain';

import type { PageDocument, PageElement } from './dom.ts';
import { type JsonLdArticle, jsonLdArticle } from './json-ld.ts';
import { fold } from './judged.ts';
import type { Page } from './page.ts';
import { pageWords } from './phrases.ts';
import { oneLine } from './visible-text.ts';

export interface PageMetadata extends Metadata {
  /** As the page gives it; the caller decides whether it may be believed. */
  readonly canonical: string | null;
  readonly language: string | null;
  /** JSON-LD or a meta tag says that it is for subscribers. */
  readonly isPaid: boolean;
  /** Words the page says its article has. */
  readonly statedWords: number | null;
  readonly isArticle: boolean;
  readonly jsonLdBody: string | null;
  /** As the page gives them. */
  readonly feeds: readonly string[];
}

const MAX_TITLE_CHARACTERS = 300;
/** A shorter only heading may be the site's name or the section's. */
const MIN_HEADLINE_WORDS = 4;
const MAX_NAME_CHARACTERS = 60;
const MAX_NAME_WORDS = 6;
const MAX_AUTHORS = 8;
const PAID_TIERS = new Set(['locked', 'metered', 'premium', 'paid', 'subscriber']);

export function metadataOf(page: Page): PageMetadata {
  const ld = jsonLdArticle(page.jsonLd);
  const meta = firstContent(page);
  const site = clean(meta('og:site_name') ?? ld?.publisher ?? meta('application-name'));
  const language = page.language ?? meta('og:locale') ?? meta('content-language') ?? ld?.language ?? null;
  const type = meta('og:type')?.toLowerCase() ?? '';
  return {
    title: titleOf(page, ld, meta, site),
    site,
    authors: authorsOf(page, ld, meta, site),
    publishedAt: dateOf([
      ld?.published,
      meta('article:published_time'),
      meta('parsely-pub-date'),
      meta('datepublished'),
      meta('dc.date.issued') ?? meta('dc.date'),
      meta('date'),
      meta('sailthru.date'),
      timeElement(page.document),
    ]),
    updatedAt: dateOf([ld?.modified, meta('article:modified_time'), meta('og:updated_time'), meta('datemodified')]),
    section: clean(ld?.section ?? meta('article:section') ?? meta('parsely-section')),
    canonical: page.links.get('canonical')?.[0] ?? meta('og:url'),
    language: languageCode(language),
    isPaid: ld?.isFree === false || PAID_TIERS.has(meta('article:content_tier')?.toLowerCase() ?? ''),
    statedWords: ld?.wordCount ?? null,
    isArticle: ld !== null || type.startsWith('article') || meta('article:published_time') !== null,
    jsonLdBody: ld?.body ?? null,
    feeds: page.feeds,
  };
}

type MetaLookup = (key: string) => string | null;

function firstContent(page: Page): MetaLookup {
  const contents = new Map<string, string>();
  for (const { key, content } of page.metas)
    if (content.trim() && !contents.has(key)) contents.set(key, content.trim());
  return (key) => contents.get(key) ?? null;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', quot: '"', apos: "'", lt: '<', gt: '>', nbsp: ' ' };

/** Many sites escape their metadata twice. */
function clean(text: string | null | undefined): string | null {
  if (!text) return null;
  const plain = text
    .slice(0, MAX_TITLE_CHARACTERS * 4)
    .replace(/&(amp|quot|apos|lt|gt|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/&#(\d{1,7});/g, (_, code: string) => characterOf(Number(code)))
    .replace(/&#x([\da-f]{1,6});/gi, (_, code: string) => characterOf(Number.parseInt(code, 16)));
  return oneLine(plain).slice(0, MAX_TITLE_CHARACTERS) || null;
}

function characterOf(code: number): string {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '';
}

const SEPARATORS = [' | ', ' - ', ' – ', ' — ', ' :: ', ' » ', ' · ', ' / ', ' < ', ' « '];

function titleOf(page: Page, ld: JsonLdArticle | null, meta: MetaLookup, site: string | null): string | null {
  const headings = page.document.getElementsByTagName('h1').map((heading) => oneLine(heading.textContent));
  const stated = [ld?.headline, meta('og:title'), meta('twitter:title'), meta('dc.title'), page.title]
    .map(clean)
    .filter((title) => title !== null)
    .map((title) => withoutSite(title, site));
  const first = stated.find((title) => title !== '');
  const only =
    headings.filter((heading) => heading !== '').length === 1 ? headings.find((heading) => heading !== '') : undefined;
  if (!first) return headings.find((heading) => heading !== '')?.slice(0, MAX_TITLE_CHARACTERS) ?? null;
  // The heading on the page is the title that readers see: the head's is often longer by a name, or cut, or for search engines.
  const wanted = fold(first);
  const shown = headings.find((heading) => {
    const folded = fold(heading);
    return folded.length >= 15 && (wanted.startsWith(folded) || folded.startsWith(wanted));
  });
  const alone =
    only && !ld?.headline && countWords(only) >= MIN_HEADLINE_WORDS && fold(only) !== fold(site ?? '')
      ? only
      : undefined;
  return (shown ?? alone ?? withoutSiteOfTitle(first, page.title, headings)).slice(0, MAX_TITLE_CHARACTERS);
}

function withoutSite(title: string, site: string | null): string {
  if (!site) return title;
  const name = fold(site);
  for (const separator of SEPARATORS) {
    const at = title.lastIndexOf(separator);
    if (at > 0 && fold(title.slice(at)) === name) return title.slice(0, at).trim();
    const start = title.indexOf(separator);
    if (start > 0 && fold(title.slice(0, start)) === name) return title.slice(start + separator.length).trim();
  }
  return title;
}

/** The head names no site, but the title ends in a part that the heading does not have. */
function withoutSiteOfTitle(title: string, pageTitle: string, headings: readonly string[]): string {
  if (title !== oneLine(pageTitle)) return title;
  for (const separator of SEPARATORS) {
    const at = title.lastIndexOf(separator);
    if (at <= 0) continue;
    const start = title.slice(0, at).trim();
    if (headings.some((heading) => fold(heading) === fold(start))) return start;
    // A short last part behind a long first one is a name: "… | The Harbour Post".
    if (fold(title.slice(at)).split(' ').length <= 4 && fold(start).split(' ').length >= 5) return start;
  }
  return title;
}

const BY = new RegExp(String.raw`^(?:${pageWords('by')}|(?:${pageWords('byMore')})[:：]?)\s`, 'iu');
const BETWEEN_NAMES = new RegExp(String.raw`,|;|\s\|\s|\s&\s|\s(?:${pageWords('and')})\s`, 'u');
const NO_NAME = new RegExp(String.raw`https?:|www\.|@|\d{2}|^(?:${pageWords('noAuthors')})$`, 'iu');

function authorsOf(page: Page, ld: JsonLdArticle | null, meta: MetaLookup, site: string | null): string[] {
  const sources: (() => readonly (string | null)[])[] = [
    () => ld?.authors ?? [],
    () => [meta('parsely-author'), meta('author'), meta('dc.creator')].slice(0, 3),
    () => [meta('article:author')],
    () => elementTexts(page.document, (element) => element.attributeMap.rel === 'author'),
    () => elementTexts(page.document, (element) => element.attributeMap.itemprop === 'author'),
  ];
  for (const source of sources) {
    const names = source().flatMap((text) => authorNames(text ?? '', site));
    if (names.length > 0) return [...new Set(names)].slice(0, MAX_AUTHORS);
  }
  return [];
}

/** One byline → names. */
export function authorNames(byline: string, site: string | null): string[] {
  const text = clean(byline)?.replace(BY, '') ?? '';
  return text
    .split(BETWEEN_NAMES)
    .map((name) => name.trim().replace(BY, ''))
    .filter((name) => {
      if (name === '' || name.length > MAX_NAME_CHARACTERS || NO_NAME.test(name)) return false;
      return name.split(' ').length <= MAX_NAME_WORDS && (site === null || fold(name) !== fold(site));
    });
}

function elementTexts(document: PageDocument, matches: (element: PageElement) => boolean): string[] {
  return document
    .getElementsByTagName('a,span,div,p,address')
    .filter(matches)
    .slice(0, MAX_AUTHORS)
    .map((element) => oneLine(element.textContent));
}

function timeElement(document: PageDocument): string | null {
  const times = document.getElementsByTagName('time');
  const marked = times.find(
    ({ attributeMap }) => attributeMap.itemprop === 'datePublished' || attributeMap.pubdate !== undefined,
  );
  return (marked ?? times[0])?.attributeMap.datetime ?? null;
}

const ISO = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?\s?(Z|[+-]\d\d:?\d\d)?)?$/;
const ZONE_WITHOUT_COLON = /^([+-]\d\d)(\d\d)$/;

/** The first that is a date, in ISO 8601 with the zone it was given in; without a zone when it had none. */
function dateOf(candidates: readonly (string | null | undefined)[]): string | null {
  for (const candidate of candidates) {
    const text = candidate?.trim();
    if (!text) continue;
    const iso = ISO.exec(text);
    if (iso) {
      const [, day = '', time, zone = ''] = iso;
      return time ? `${day}T${time}${zone.replace(ZONE_WITHOUT_COLON, '$1:$2')}` : day;
    }
    const parsed = text.length <= 60 ? Date.parse(text) : Number.NaN;
    if (Number.isFinite(parsed)) return new Date(parsed).toISOString();
  }
  return null;
}

function languageCode(tag: string | null): string | null {
  const code = tag?.trim().slice(0, 2).toLowerCase() ?? '';
  return /^[a-z]{2}$/.test(code) ? code : null;
}
