/** Numbers, dates and names: must occur in the article (the gate), and should occur near the cited sentences. */
import { type Article, cut, sentenceAt } from '#domain';
import { calendarIn, type NameIndex, nameIndex, numbersIn, properNamesIn } from '#language';

/** Small counts in words ("two", "three") are often counted by the writer: flagging them was right in 31 % of cases only. */
const SMALLEST_CHECKED_WORD = 13;
const TOLERANCE = 1e-9;

/** What an article knows, prepared once and asked for every line. */
export interface ArticleFacts {
  readonly article: Article;
  readonly names: NameIndex;
  readonly values: ReadonlySet<number>;
  readonly calendar: ReadonlySet<number>;
}

const prepared = new WeakMap<Article, ArticleFacts>();

/** The article's facts; title, site and date of the header count as part of what it says. */
export function factsOf(article: Article): ArticleFacts {
  const known = prepared.get(article);
  if (known) return known;
  const { title, site, authors, publishedAt } = article.metadata;
  const whole = [title ?? '', article.text, site ?? '', ...authors, (publishedAt ?? '').slice(0, 10)].join('\n\n');
  const facts = factsIn(whole, article);
  prepared.set(article, facts);
  return facts;
}

/** The facts of some part of the article's text. */
function factsIn(text: string, article: Article): ArticleFacts {
  return {
    article,
    names: nameIndex(text),
    values: new Set(numbersIn(text).flatMap((number) => [...number.readings, ...rangeEnds(number.text)])),
    calendar: new Set(calendarIn(text).map((mention) => mention.index)),
  };
}

/** "2007" and "11" of "2007-11": the second is also 2011. */
function rangeEnds(text: string): number[] {
  return /^\d{2}$/u.test(text) ? [1900 + Number(text), 2000 + Number(text)] : [];
}

export interface FactProblem {
  /** `kind: detail`, ready to be shown to a writer. */
  readonly reason: string;
  /** The article's spelling, when the claim is one letter off it. */
  readonly correction: { readonly from: string; readonly to: string } | null;
}

/** What a text states that its article does not know. Empty: passed. */
export function unknownFacts(text: string, facts: ArticleFacts, language: string): FactProblem[] {
  return [...unknownNumbers(text, facts), ...unknownDates(text, facts), ...unknownNames(text, facts, language)];
}

function unknownNumbers(text: string, facts: ArticleFacts): FactProblem[] {
  return numbersIn(text)
    .filter((number) => !(number.inWords && (number.readings[0] ?? 0) < SMALLEST_CHECKED_WORD))
    .filter((number) => !number.readings.some((value) => isKnownValue(value, facts.values)))
    .map((number) => ({ reason: `number-absent: ${number.text}`, correction: null }));
}

function isKnownValue(value: number, values: ReadonlySet<number>): boolean {
  if (values.has(value)) return true;
  for (const known of values) if (Math.abs(known - value) <= TOLERANCE * Math.max(1, Math.abs(known))) return true;
  return false;
}

function unknownDates(text: string, facts: ArticleFacts): FactProblem[] {
  return calendarIn(text)
    .filter((mention) => !facts.calendar.has(mention.index))
    .map((mention) => ({ reason: `date-absent: ${mention.text}`, correction: null }));
}

function unknownNames(text: string, facts: ArticleFacts, language: string): FactProblem[] {
  const calendarWords = new Set(calendarIn(text).map((mention) => mention.text.toLowerCase()));
  const problems: FactProblem[] = [];
  for (const name of properNamesIn(text, language)) {
    for (const word of name.words) {
      if (/\d/u.test(word) || calendarWords.has(word.toLowerCase()) || facts.names.knows(word)) continue;
      if (knowsSpelledOut(name.words, facts)) continue;
      const spelling = facts.names.nearMiss(word);
      problems.push({
        reason: spelling ? `name-misspelt: ${word} for ${spelling}` : `name-absent: ${word}`,
        correction: spelling ? { from: word, to: spelling } : null,
      });
    }
  }
  return problems;
}

/** "United Nations" where the article writes "UN". */
function knowsSpelledOut(words: readonly string[], facts: ArticleFacts): boolean {
  if (words.length < 2) return false;
  return facts.names.has(words.map((word) => word.charAt(0)).join(''));
}

/** What the text states that the cited sentences, one neighbour on each side included, do not hold. */
export function factsMissingNear(
  text: string,
  facts: ArticleFacts,
  evidence: readonly number[],
  language: string,
): FactProblem[] {
  return unknownFacts(text, factsIn(neighbourhood(facts.article, evidence), facts.article), language);
}

function neighbourhood(article: Article, evidence: readonly number[]): string {
  const numbers = new Set(evidence.flatMap((number) => [number - 1, number, number + 1]));
  return [...numbers]
    .sort((a, b) => a - b)
    .map((number) => sentenceAt(article, number))
    .filter((sentence) => sentence !== undefined)
    .map((sentence) => cut(article, sentence))
    .join(' ');
}
