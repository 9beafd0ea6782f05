/** What a statement is about, in its own words. */
import type { Article } from '#domain';
import { functionWords, lexiconOf, monthNames, patternOfAll, stem, tokensOf } from '#language';

/** More words are a clause, not a matter. */
const LONGEST_ISSUE_WORDS = 4;

const EMPTY = new RegExp(`^(?:${patternOfAll(({ topics }) => topics?.empty)})$`, 'iu');
/** "year", "Freitag", "mes": when is not what. */
const TIME = new RegExp(`^(?:${[...monthNames('en'), patternOfAll(({ topics }) => topics?.times)].join('|')})$`, 'iu');

/**
 * The run of words that the article repeats most, among those that look like a noun phrase. Empty when it repeats none: an
 * issue that is only a verb ("called", "wants") tells a reader nothing.
 */
export function issueOf(article: Article, statement: string, cue: string | null, speaker: string): string {
  const counts = stemCounts(article);
  const stop = functionWords(article.language);
  const own = new Set(tokensOf(`${cue ?? ''} ${speaker}`).map(({ folded }) => folded));
  const isLeftOut = (word: string): boolean => stop.has(word) || own.has(word) || EMPTY.test(word);
  let best = { text: '', score: 0 };
  let run: { start: number; end: number; score: number; words: number } | null = null;
  const tokens = tokensOf(statement);
  for (const [index, token] of tokens.entries()) {
    const count =
      isLeftOut(token.folded) || (article.language === 'de' && !/^\p{Lu}/u.test(token.text))
        ? 0
        : (counts.get(stem(token.text, article.language)) ?? 0);
    if (count < 2 || (run && /[^\s]/u.test(statement.slice(run.end, token.start)))) run = null;
    if (count < 2) continue;
    if (run && run.words < LONGEST_ISSUE_WORDS)
      run = { start: run.start, end: token.end, score: run.score + count, words: run.words + 1 };
    else if (opensNounPhrase(article.language, token.text, tokens[index - 1]?.folded, statement.slice(0, token.start)))
      run = { start: token.start, end: token.end, score: count, words: 1 };
    else run = null;
    if (run && run.score > best.score && !isTimeOrNumber(statement.slice(run.start, run.end)))
      best = { text: statement.slice(run.start, run.end), score: run.score };
  }
  return best.text.replace(/['’]s$/u, '');
}

const isTimeOrNumber = (text: string): boolean =>
  text.split(/\s+/u).every((word) => TIME.test(word) || /^[\d.,]+$/u.test(word));

/** A name, a German noun, or a word behind an article or preposition; never the rest of a number ("215,|000 crowns"). */
function opensNounPhrase(language: string, text: string, before: string | undefined, left: string): boolean {
  if (/[\d][.,]$/u.test(left) || /^\d/u.test(text)) return false;
  if (/^\p{Lu}/u.test(text) && (before !== undefined || language === 'de')) return true;
  if (language === 'de') return false;
  const signs = lexiconOf(language)?.topics?.beforeNoun ?? '';
  return signs === '' || (before !== undefined && new RegExp(`^(?:${signs})$`, 'u').test(before));
}

const countsByArticle = new WeakMap<Article, ReadonlyMap<string, number>>();

function stemCounts(article: Article): ReadonlyMap<string, number> {
  const known = countsByArticle.get(article);
  if (known) return known;
  const counts = new Map<string, number>();
  for (const token of tokensOf(`${article.metadata.title ?? ''} ${article.text}`)) {
    const key = stem(token.text, article.language);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  countsByArticle.set(article, counts);
  return counts;
}
