/**
 * Links to a passage: `#:~:text=[prefix-,]textStart[,textEnd][,-suffix]` (WICG, URL fragment text directives). A browser
 * takes the first place that matches: base letters only (case and accents do not count), whole words, one block for each
 * term. Pure; the article's text and title stand for the page's.
 */
import type { Article, Span } from '#domain';

type PassageArticle = Pick<Article, 'text' | 'paragraphs' | 'language' | 'source' | 'metadata'>;

/** Fewer words may also stand in a menu or a teaser, which are not in the article's text. */
const MIN_START_WORDS = 3;
const MAX_TERM_WORDS = 14;
const MAX_CONTEXT_WORDS = 6;
/** A passage of so many words is written out whole, when that is shorter than its two ends. */
const MAX_WHOLE_WORDS = 10;

interface Word extends Span {}

/** The page as the matcher sees it. */
interface Searchable {
  /** Folded, of the length of the original; blocks are kept apart by a character that no term holds. */
  readonly folded: string;
  readonly original: string;
  /** Offset of the article's text in it: the title comes first. */
  readonly shift: number;
  readonly words: readonly Word[];
  readonly starts: ReadonlyMap<number, number>;
  readonly ends: ReadonlySet<number>;
}

interface Directive {
  readonly prefix: string | null;
  readonly start: string;
  readonly end: string | null;
  readonly suffix: string | null;
}

const BLOCK_BREAK = '\n';
const searchables = new WeakMap<object, Searchable>();

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
  const page = searchableOf(article);
  const target = { start: span.start + page.shift, end: span.end + page.shift };
  const inside = page.words.filter(({ start, end }) => start >= target.start && end <= target.end);
  const first = inside[0];
  const last = inside.at(-1);
  if (!first || !last) return null;
  const passage = { start: first.start, end: last.end };
  let best: string | null = null;
  for (const directive of candidates(page, inside, passage)) {
    const encoded = encodeDirective(directive);
    if (best !== null && encoded.length >= best.length) continue;
    if (selects(page, directive, passage)) best = encoded;
    if (best !== null && (directive.prefix ?? directive.suffix) !== null) break;
  }
  return best;
}

/** Plain ones first; context is tried only when no plain one selects the place. */
function* candidates(page: Searchable, words: readonly Word[], passage: Span): Generator<Directive> {
  const cut = (from: number, to: number): string => page.original.slice(from, to);
  const whole = cut(passage.start, passage.end);
  const isOneBlock = !whole.includes(BLOCK_BREAK);
  const plain: Directive[] = [];
  if (isOneBlock && words.length <= MAX_WHOLE_WORDS)
    plain.push({ prefix: null, start: whole, end: null, suffix: null });
  for (
    let count = Math.min(MIN_START_WORDS, words.length);
    count <= Math.min(MAX_TERM_WORDS, words.length - 1);
    count++
  ) {
    const start = cut(passage.start, words[count - 1]?.end ?? passage.end);
    for (let ends = 1; ends <= Math.min(MAX_TERM_WORDS, words.length - count); ends++) {
      plain.push({ prefix: null, start, end: cut(words.at(-ends)?.start ?? passage.start, passage.end), suffix: null });
    }
  }
  yield* plain.filter(({ start, end }) => !start.includes(BLOCK_BREAK) && !end?.includes(BLOCK_BREAK));
  if (plain.some((directive) => selects(page, directive, passage))) return;
  const bases =
    isOneBlock && words.length <= MAX_TERM_WORDS
      ? [{ prefix: null, start: whole, end: null, suffix: null }]
      : plain.slice(-MAX_TERM_WORDS);
  for (let count = 1; count <= MAX_CONTEXT_WORDS; count++) {
    const prefix = contextBefore(page, passage.start, count);
    const suffix = contextAfter(page, passage.end, count);
    for (const base of bases) {
      if (prefix) yield { ...base, prefix };
      if (suffix) yield { ...base, suffix };
      if (prefix && suffix) yield { ...base, prefix, suffix };
    }
  }
}

function contextBefore(page: Searchable, start: number, count: number): string | null {
  const before = page.words.filter(({ end }) => end <= start).slice(-count);
  const from = before[0]?.start;
  const to = before.at(-1)?.end;
  const text = from === undefined || to === undefined ? '' : page.original.slice(from, start).trimEnd();
  return text === '' || text.includes(BLOCK_BREAK) ? null : text;
}

function contextAfter(page: Searchable, end: number, count: number): string | null {
  const at = page.words.findIndex(({ start }) => start >= end);
  const last = at < 0 ? undefined : page.words[Math.min(at + count, page.words.length) - 1];
  const text = last ? page.original.slice(end, last.end).trimStart() : '';
  return text === '' || text.includes(BLOCK_BREAK) ? null : text;
}

/** Does the first match lie at the passage, and is it the only one? */
function selects(page: Searchable, directive: Directive, passage: Span): boolean {
  const matches = matchesOf(page, directive, 2);
  const [only] = matches;
  return matches.length === 1 && only?.start === passage.start && only.end === passage.end;
}

function matchesOf(page: Searchable, directive: Directive, limit: number): Span[] {
  const found: Span[] = [];
  const start = foldText(directive.start);
  const end = directive.end === null ? null : foldText(directive.end);
  for (let at = findWhole(page, start, 0); at >= 0 && found.length < limit; at = findWhole(page, start, at + 1)) {
    if (directive.prefix !== null && !endsWithContext(page, at, foldText(directive.prefix))) continue;
    const afterStart = at + start.length;
    const endAt = end === null ? afterStart : findEnd(page, end, afterStart, directive.suffix);
    if (endAt < 0) continue;
    if (end === null && directive.suffix !== null && !beginsWithContext(page, endAt, foldText(directive.suffix)))
      continue;
    found.push({ start: at, end: endAt });
  }
  return found;
}

function findEnd(page: Searchable, end: string, from: number, suffix: string | null): number {
  for (let at = findWhole(page, end, from); at >= 0; at = findWhole(page, end, at + 1)) {
    const after = at + end.length;
    if (suffix === null || beginsWithContext(page, after, foldText(suffix))) return after;
  }
  return -1;
}

/** Begins and ends where words do. */
function findWhole(page: Searchable, term: string, from: number): number {
  for (let at = page.folded.indexOf(term, from); at >= 0; at = page.folded.indexOf(term, at + 1)) {
    if (page.starts.has(at) && page.ends.has(at + term.length)) return at;
  }
  return -1;
}

const SPACE = /\s/;

function endsWithContext(page: Searchable, at: number, prefix: string): boolean {
  let end = at;
  while (end > 0 && SPACE.test(page.folded[end - 1] ?? '')) end--;
  const start = end - prefix.length;
  return start >= 0 && page.folded.startsWith(prefix, start) && page.starts.has(start);
}

function beginsWithContext(page: Searchable, at: number, suffix: string): boolean {
  let start = at;
  while (SPACE.test(page.folded[start] ?? '')) start++;
  return page.folded.startsWith(suffix, start) && page.ends.has(start + suffix.length);
}

function searchableOf(article: PassageArticle): Searchable {
  const known = searchables.get(article);
  if (known) return known;
  const title = article.metadata.title ?? '';
  const original = `${title}${BLOCK_BREAK}${article.text}`;
  const segmenter = new Intl.Segmenter(article.language === 'und' ? 'en' : article.language, { granularity: 'word' });
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(original)) {
    if (isWordLike) words.push({ start: index, end: index + segment.length });
  }
  const page: Searchable = {
    folded: foldText(original),
    original,
    shift: title.length + BLOCK_BREAK.length,
    words,
    starts: new Map(words.map(({ start }, index) => [start, index])),
    ends: new Set(words.map(({ end }) => end)),
  };
  searchables.set(article, page);
  return page;
}

const MARKS = /\p{Mark}/gu;
const folds = new Map<string, string>();

/** Base letters in lower case, each as long as it was, so that offsets stay. */
function foldText(text: string): string {
  let folded = '';
  for (const character of text) {
    let base = folds.get(character);
    if (base === undefined) {
      const plain = character.normalize('NFD').replace(MARKS, '').toLowerCase();
      base = plain.length === character.length ? plain : character;
      folds.set(character, base);
    }
    folded += base;
  }
  return folded;
}

const encodeTerm = (term: string): string =>
  encodeURIComponent(term).replace(/[-!'()*~_]/g, (mark) =>
    mark === '_' ? mark : `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

function encodeDirective({ prefix, start, end, suffix }: Directive): string {
  const terms = [
    prefix === null ? null : `${encodeTerm(prefix)}-`,
    encodeTerm(start),
    end === null ? null : encodeTerm(end),
  ];
  const shown = terms.filter((term) => term !== null).join(',');
  return suffix === null ? shown : `${shown},-${encodeTerm(suffix)}`;
}
