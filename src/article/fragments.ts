/**
 * Links to a passage: `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]` (WICG, URL fragment text directives). A browser
 * takes the first place that matches: base letters only (case and accents do not count), whole words, one block for each
 * term. Pure; the article's text and title stand for the page's.
 */
import type { Article, Span } from '#domain';

import { BLOCK_BREAK, indexPassages, type PassageIndex, type WordRange } from './passage-index.ts';

type PassageArticle = Pick<Article, 'text' | 'paragraphs' | 'language' | 'source' | 'metadata'>;

/** Fewer words may also stand in a menu or a teaser, which are not in the article's text. */
const MIN_START_WORDS = 3;
const MAX_TERM_WORDS = 14;
const MAX_CONTEXT_WORDS = 6;
/** A passage of so many words is written out whole, when that is shorter than its two ends. */
const MAX_WHOLE_WORDS = 10;
/** Words that stand in more places than these get no context: a text of one sentence, repeated, is no news. */
const MOST_PLACES = 500;

/** Words of the page, and the text around them that must stand there too. */
interface Directive {
  readonly prefix: Span | null;
  readonly start: WordRange;
  readonly end: WordRange | null;
  readonly suffix: Span | null;
}

const indexes = new WeakMap<object, PassageIndex>();

/** The article's address with the directive for this passage; `null` when the article has no address. */
export function passageLink(article: PassageArticle, span: Span): string | null {
  if (article.source.kind !== 'link') return null;
  const { address } = article.source;
  const directive = directiveFor(article, span);
  if (!directive) return address;
  return `${address}${address.includes('#') ? '' : '#'}:~:text=${directive}`;
}

/** Without the address: what stands behind `text=`; `null` when the passage has no word. */
export function directiveFor(article: PassageArticle, span: Span): string | null {
  const page = indexOf(article);
  const passage = page.wordsIn({ start: span.start + page.shift, end: span.end + page.shift });
  if (passage.count === 0) return null;
  return plainDirective(page, passage) ?? directiveInContext(page, passage);
}

function indexOf(article: PassageArticle): PassageIndex {
  let index = indexes.get(article);
  if (!index) {
    index = indexPassages(article.metadata.title ?? '', article.text, article.language);
    indexes.set(article, index);
  }
  return index;
}

const isOneBlock = (page: PassageIndex, range: WordRange): boolean => !cut(page, range).includes(BLOCK_BREAK);

/** The shortest directive without context that selects the passage. Longer terms are longer when encoded, too. */
function plainDirective(page: PassageIndex, passage: WordRange): string | null {
  let best: string | null = null;
  const isShorter = (encoded: string): boolean => best === null || encoded.length < best.length;
  const isUnique = (start: WordRange, end: WordRange | null): boolean =>
    selects(page, { prefix: null, start, end, suffix: null }, passage);
  if (passage.count <= MAX_WHOLE_WORDS && isOneBlock(page, passage) && isUnique(passage, null))
    best = encoded(page, passage);
  for (const start of startTerms(page, passage)) {
    // From an earlier place on, each end of the passage would be found as well.
    if (page.find(start)(0) !== passage.first) continue;
    const first = encoded(page, start);
    if (!isShorter(first)) break;
    for (const end of endTerms(page, passage, start.count)) {
      const both = `${first},${encoded(page, end)}`;
      if (!isShorter(both)) break;
      if (isUnique(start, end)) best = both;
    }
  }
  return best;
}

/** Beginnings of the passage, shortest first, each within one block. */
function* startTerms(page: PassageIndex, { first, count }: WordRange): Generator<WordRange> {
  const longest = Math.min(MAX_TERM_WORDS, count - 1);
  for (let words = Math.min(MIN_START_WORDS, count); words <= longest; words++) {
    const term = { first, count: words };
    if (!isOneBlock(page, term)) return;
    yield term;
  }
}

/** Ends of the passage behind a beginning of so many words, shortest first, each within one block. */
function* endTerms(page: PassageIndex, { first, count }: WordRange, taken: number): Generator<WordRange> {
  for (let words = 1; words <= Math.min(MAX_TERM_WORDS, count - taken); words++) {
    const term = { first: first + count - words, count: words };
    if (!isOneBlock(page, term)) return;
    yield term;
  }
}

/** The first directive that selects the passage by what stands before or behind it, with as little of that as will do. */
function directiveInContext(page: PassageIndex, passage: WordRange): string | null {
  const bases = basesFor(page, passage);
  for (let count = 1; count <= MAX_CONTEXT_WORDS; count++) {
    const prefix = contextBefore(page, passage, count);
    const suffix = contextAfter(page, passage, count);
    for (const base of bases) {
      const tried: Directive[] = [
        ...(prefix ? [{ ...base, prefix, suffix: null }] : []),
        ...(suffix ? [{ ...base, prefix: null, suffix }] : []),
        ...(prefix && suffix ? [{ ...base, prefix, suffix }] : []),
      ];
      const found = tried.find((directive) => selects(page, directive, passage));
      if (found) return encodeDirective(page, found);
    }
  }
  return null;
}

/** What context is put around: the passage whole, or its longest beginnings and ends. */
function basesFor(page: PassageIndex, passage: WordRange): Pick<Directive, 'start' | 'end'>[] {
  if (passage.count <= MAX_TERM_WORDS && isOneBlock(page, passage)) return [{ start: passage, end: null }];
  const pairs = [...startTerms(page, passage)].flatMap((start) =>
    [...endTerms(page, passage, start.count)].map((end) => ({ start, end })),
  );
  return pairs.slice(-MAX_TERM_WORDS);
}

function contextBefore(page: PassageIndex, passage: WordRange, count: number): Span | null {
  const before = Math.min(count, passage.first);
  if (before === 0) return null;
  const { start } = page.spanOf({ first: passage.first - before, count: before });
  const { start: end } = page.spanOf(passage);
  return withinBlock(page, { start, end: start + page.original.slice(start, end).trimEnd().length });
}

function contextAfter(page: PassageIndex, passage: WordRange, count: number): Span | null {
  const next = passage.first + passage.count;
  const after = Math.min(count, page.words - next);
  if (after === 0) return null;
  const { end: from } = page.spanOf(passage);
  const { end } = page.spanOf({ first: next, count: after });
  return withinBlock(page, { start: end - page.original.slice(from, end).trimStart().length, end });
}

const withinBlock = (page: PassageIndex, span: Span): Span | null =>
  page.original.slice(span.start, span.end).includes(BLOCK_BREAK) ? null : span;

/** Does the first match lie at the passage, and is it the only one? */
function selects(page: PassageIndex, { prefix, start, end, suffix }: Directive, passage: WordRange): boolean {
  const wanted = page.spanOf(passage);
  const next = page.find(start);
  const nextEnd = end === null ? null : page.find(end);
  let isFound = false;
  let places = 0;
  for (let word = next(0); word >= 0; word = next(word + 1)) {
    const { start: at, end: startEnd } = page.spanOf({ first: word, count: start.count });
    if (++places > MOST_PLACES) return false;
    if (prefix !== null && !endsWithContext(page, at, prefix)) continue;
    const endAt = nextEnd === null ? startEnd : findEnd(page, nextEnd, startEnd, end?.count ?? 0, suffix);
    // Behind the last end nothing matches any more.
    if (endAt < 0) break;
    if (nextEnd === null && suffix !== null && !beginsWithContext(page, endAt, suffix)) continue;
    if (isFound || at !== wanted.start || endAt !== wanted.end) return false;
    isFound = true;
  }
  return isFound;
}

/** Where the first such end behind the offset stops; -1 when there is none. */
function findEnd(
  page: PassageIndex,
  next: (fromWord: number) => number,
  from: number,
  count: number,
  suffix: Span | null,
): number {
  let places = 0;
  for (let word = next(page.wordFrom(from)); word >= 0; word = next(word + 1)) {
    const after = page.spanOf({ first: word, count }).end;
    if (suffix === null || beginsWithContext(page, after, suffix)) return after;
    if (++places > MOST_PLACES) return -1;
  }
  return -1;
}

const SPACE = /\s/;

function endsWithContext(page: PassageIndex, at: number, prefix: Span): boolean {
  let end = at;
  while (end > 0 && SPACE.test(page.folded[end - 1] ?? '')) end--;
  const start = end - (prefix.end - prefix.start);
  return start >= 0 && page.folded.startsWith(folded(page, prefix), start) && page.isWordStart(start);
}

function beginsWithContext(page: PassageIndex, at: number, suffix: Span): boolean {
  let start = at;
  while (SPACE.test(page.folded[start] ?? '')) start++;
  return page.folded.startsWith(folded(page, suffix), start) && page.isWordEnd(start + suffix.end - suffix.start);
}

const folded = (page: PassageIndex, { start, end }: Span): string => page.folded.slice(start, end);

function cut(page: PassageIndex, range: WordRange): string {
  const { start, end } = page.spanOf(range);
  return page.original.slice(start, end);
}

const encodeTerm = (term: string): string =>
  encodeURIComponent(term).replace(/[-!'()*~_]/g, (mark) =>
    mark === '_' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const encoded = (page: PassageIndex, range: WordRange): string => encodeTerm(cut(page, range));

function encodeDirective(page: PassageIndex, { prefix, start, end, suffix }: Directive): string {
  const context = ({ start: from, end: to }: Span): string => encodeTerm(page.original.slice(from, to));
  return [
    ...(prefix === null ? [] : [`${context(prefix)}-`]),
    encoded(page, start),
    ...(end === null ? [] : [encoded(page, end)]),
    ...(suffix === null ? [] : [`-${context(suffix)}`]),
  ].join(',');
}
