/** What one call may hold: whole articles where they fit, else the sentences that a search finds; the last turns. */
import { type Article, cut, type ShownArticle, type Turn } from '#domain';
import { searchSentences } from '#language';

interface Limits {
  readonly materialTokens: number;
  readonly countTokens: (text: string) => number;
}

/** A conversation is carried on from its last turns; older ones cost more than they tell. */
const MOST_TURNS = 8;
const HISTORY_TOKENS = 4_000;
/** The opening says what an article is about, whatever was asked. */
const OPENING_SENTENCES = 3;
/** Found sentences with their neighbours are about so many times as long as the hits. */
const HITS_PER_THOUSAND_TOKENS = 10;
/** `{"id":…,"text":"","article":1}` */
const ROW_TOKENS = 14;

export function recentTurns(history: readonly Turn[], { countTokens }: Pick<Limits, 'countTokens'>): Turn[] {
  const recent: Turn[] = [];
  let tokens = 0;
  for (const turn of history.slice(-MOST_TURNS).toReversed()) {
    tokens += countTokens(turn.text);
    if (tokens > HISTORY_TOKENS) break;
    recent.unshift(turn);
  }
  return recent;
}

export function shownArticles(
  articles: readonly Article[],
  question: string,
  history: readonly Turn[],
  { materialTokens, countTokens }: Limits,
): ShownArticle[] {
  const share = materialTokens / articles.length;
  // "And what did she say to that?" is found only with what was asked before.
  const lastAsked = history.findLast((turn) => turn.who === 'person')?.text ?? '';
  return articles.map((article) => {
    // A token has a byte at least: most articles fit without being counted.
    const rows = article.sentences.length * ROW_TOKENS;
    if (Buffer.byteLength(article.text) + rows < share || countTokens(article.text) + rows < share)
      return { article, sentences: null };
    return { article, sentences: found(article, `${question} ${lastAsked}`, share, countTokens) };
  });
}

function found(article: Article, question: string, share: number, countTokens: Limits['countTokens']): number[] {
  const chosen = new Set<number>();
  let tokens = 0;
  const add = (number: number): void => {
    const sentence = article.sentences[number - 1];
    if (!sentence || chosen.has(number)) return;
    const size = countTokens(cut(article, sentence)) + ROW_TOKENS;
    if (tokens + size > share) return;
    chosen.add(number);
    tokens += size;
  };
  for (let number = 1; number <= OPENING_SENTENCES; number += 1) add(number);
  const hits = searchSentences(article, question, Math.ceil((share / 1000) * HITS_PER_THOUSAND_TOKENS));
  for (const { sentence } of hits) for (const number of [sentence, sentence - 1, sentence + 1]) add(number);
  return [...chosen].sort((a, b) => a - b);
}
