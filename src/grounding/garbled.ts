/**
 * Text that no reader should meet: a word said twice in a row, "X and X", the same run of words twice in one sentence. The
 * article's own doublings are left alone.
 */
import { type Article, cut } from '#domain';
import { functionWords, patternOfAll, sentencesIn, tokensOf } from '#language';

const REPEATED_WORDS = 3;
/** "in the" comes twice in any sentence; a run with two words of substance does not. */
const REPEATED_CONTENT = 2;

const AND = patternOfAll(({ topics }) => topics?.and);
const THE = patternOfAll(({ topics }) => topics?.articles);
const DOUBLED = new RegExp(
  String.raw`(?<![\p{L}'’-])(?<word>\p{L}{4,})(?: (?:${AND}))?(?: (?:${THE}))? \k<word>(?![\p{L}'’-])`,
  'iu',
);
/** "had had", "that that" are grammar. */
const GRAMMAR = /^(?:that|very|much|more|over|again|years?|days?|step|face|hand|side|door|back|year)\b/iu;

function doubledWord(text: string, articleText: string): string | null {
  const found = DOUBLED.exec(text);
  if (!found || GRAMMAR.test(found[0])) return null;
  return articleText.toLowerCase().includes(found[0].toLowerCase()) ? null : found[0];
}

function repeatedRun(text: string, language: string): string | null {
  const stop = functionWords(language);
  for (const sentence of sentencesIn(text, language)) {
    const words = tokensOf(sentence).map((token) => token.folded);
    const seen = new Set<string>();
    for (let at = 0; at + REPEATED_WORDS <= words.length; at += 1) {
      const run = words.slice(at, at + REPEATED_WORDS);
      if (run.filter((word) => !stop.has(word)).length < REPEATED_CONTENT) continue;
      const key = run.join(' ');
      if (seen.has(key)) return key;
      seen.add(key);
    }
  }
  return null;
}

/** The words that the text repeats; `null` when it repeats none, or when a sentence of the article repeats them too. */
export function garbledWords(text: string, article: Article): string | null {
  const doubled = doubledWord(text, article.text);
  if (doubled !== null) return doubled;
  const run = repeatedRun(text, article.language);
  if (run === null) return null;
  // A sentence of the article that repeats itself may be repeated.
  return article.sentences.some((sentence) => cut(article, sentence).toLowerCase().split(run).length > 2) ? null : run;
}
