/** Articles longer than one prompt: their sentences in windows of about equal size. Never a silent cut. */
import { type Article, BotError, type Sentence } from '#domain';

import { sentenceRow } from './material.ts';
import { countTokens } from './token-count.ts';

/** Tokens of material for one call; models lose the middle of longer ones, whatever their context allows. */
export const WINDOW_TOKENS = 24_000;
/** Room for instructions and answer beside the material. */
const OVERHEAD_TOKENS = 8_000;
const SMALLEST_WINDOW = 1_000;
/** More calls for one article cost more than any reader would spend on it. */
const MOST_WINDOWS = 24;

export function windowTokens(contextTokens: number): number {
  return Math.max(SMALLEST_WINDOW, Math.min(WINDOW_TOKENS, contextTokens - OVERHEAD_TOKENS));
}

/** What `{"id":…,"text":""}` and a quotation mark or two take. */
const ROW_BYTES = 40;

/**
 * Numbers of the sentences of each window, in reading order; one window for an article that fits.
 * @throws BotError `article-too-long` before anything is spent
 */
export function windowsOf(article: Article, limitTokens: number): number[][] {
  const all = article.sentences.map((sentence) => sentence.number);
  // A token has a byte at least: most articles fit without being counted.
  if (Buffer.byteLength(article.text) + article.sentences.length * ROW_BYTES < limitTokens) return [all];
  const sizes = article.sentences.map((sentence) => tokensOfRow(article, sentence));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const windows = Math.ceil(total / limitTokens);
  if (windows > MOST_WINDOWS) {
    const limitWords = Math.floor((article.coverage.words * MOST_WINDOWS * limitTokens) / total / 1000) * 1000;
    throw new BotError('article-too-long', { words: article.coverage.words, limitWords });
  }
  return filled(all, sizes, total / windows, limitTokens);
}

const tokensOfRow = (article: Article, sentence: Sentence): number => countTokens(sentenceRow(article, sentence)) + 1;

/** Windows end at the equal share, so that the last one is no scrap. */
function filled(numbers: readonly number[], sizes: readonly number[], share: number, limit: number): number[][] {
  const windows: number[][] = [[]];
  let size = 0;
  for (const [index, number] of numbers.entries()) {
    const next = sizes[index] ?? 0;
    const current = windows.at(-1) ?? [];
    if (current.length > 0 && (size >= share || size + next > limit)) {
      windows.push([number]);
      size = next;
    } else {
      current.push(number);
      size += next;
    }
  }
  return windows;
}
