/** What a press release says about its sender under the news: everything from there on. */
import type { Judged } from './judged.ts';
import { pageWords, SENTENCE_END } from './phrases.ts';

/** The news comes first, and is the larger part. */
const MIN_NEWS_WORDS = 60;
const MIN_NEWS_SHARE = 0.6;
const MAX_HEADING_WORDS = 10;
const MIN_EMPHASIS = 0.9;
/** Where the paragraph under "About Gull Point" has that name. */
const OPENING_CHARACTERS = 160;

const ABOUT = new RegExp(
  String.raw`^(?:${pageWords('about')})\s(?:(?:${pageWords('aboutArticles')})\s)?(\p{Lu}.{1,60})$`,
  'u',
);
const CONTACT = new RegExp(String.raw`^(?:${pageWords('contacts')})\s?:?$`, 'iu');

/** A plain word, which a guide may have above a chapter: only for the last lines. */
const PLAIN_CONTACT = /^contacts?\s?:?$/iu;
const LAST_LINES_SHARE = 0.85;

/** Index of the first such block; the number of blocks without one. */
export function boilerplateStart(blocks: readonly Judged[]): number {
  const total = blocks.reduce((sum, { size }) => sum + size, 0);
  let words = 0;
  for (const [index, judged] of blocks.entries()) {
    const isPlain = PLAIN_CONTACT.test(judged.text);
    const share = isPlain ? LAST_LINES_SHARE : MIN_NEWS_SHARE;
    const isAfterNews = words >= MIN_NEWS_WORDS && words >= total * share;
    if (isAfterNews && isBoilerplateHeading(judged, blocks[index + 1])) return index;
    words += judged.size;
  }
  return blocks.length;
}

function isBoilerplateHeading({ text, size, isHeading, block }: Judged, next: Judged | undefined): boolean {
  if (size > MAX_HEADING_WORDS || !(isHeading || block.emphasisShare >= MIN_EMPHASIS) || !next) return false;
  if (CONTACT.test(text) || PLAIN_CONTACT.test(text)) return true;
  const name = ABOUT.exec(text)?.[1];
  return name !== undefined && !SENTENCE_END.test(text) && next.text.slice(0, OPENING_CHARACTERS).includes(name);
}
