/** Numbers, dates and names: must occur in the article (the gate), and should occur near the cited sentences. */
import { type Article, cut, sentenceAt } from '#domain';
import {
  COMMON_OPENERS,
  calendarIn,
  datesIn,
  fold,
  functionWords,
  listed,
  type NameIndex,
  nameIndex,
  numbersIn,
  ORDINALS,
  properNamesIn,
  tokensOf,
} from '#language';

import { translatedPlaces } from './places.ts';
import { foreignSkeletons, nameSkeleton } from './transliterate.ts';
import { swappedUnits, type UnitIndex, unitIndex } from './units.ts';

/** Small counts in words ("two", "three") are often counted by the writer: flagging them was right in 31 % of cases only. */
const SMALLEST_CHECKED_WORD = 13;
const TOLERANCE = 1e-9;

const ORDINAL = new RegExp(String.raw`(?<!\p{L})(?:${Object.keys(ORDINALS).join('|')})(?=r?n?s?(?!\p{L}))`, 'giu');

function ordinalsIn(text: string): { text: string; value: number }[] {
  return Array.from(text.matchAll(ORDINAL), (match) => ({
    text: match[0],
    value: ORDINALS[match[0].toLowerCase()] ?? 0,
  }));
}

/** What an article knows, prepared once and asked for every line. */
export interface ArticleFacts {
  readonly article: Article;
  readonly names: NameIndex;
  readonly values: ReadonlySet<number>;
  readonly calendar: ReadonlySet<number>;
  /** Days of months, as `day/month`. */
  readonly dates: ReadonlySet<string>;
  readonly units: UnitIndex;
  /** Words that the article writes in capitals inside a sentence and nowhere else in lower case: names, as far as letters tell. */
  readonly nameWords: ReadonlySet<string>;
  /** Names of an article in another script, as their consonants in Latin letters. Empty for Latin script. */
  readonly skeletons: ReadonlySet<string>;
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

/** The facts of some part of the article's text, each kind found when it is first asked for. */
function factsIn(text: string, article: Article): ArticleFacts {
  const lazily = <Value>(make: () => Value): (() => Value) => {
    let made: { readonly value: Value } | null = null;
    return () => (made ??= { value: make() }).value;
  };
  const names = lazily(() => nameIndex(text));
  const values = lazily(() => valuesIn(text));
  const calendar = lazily(() => new Set(calendarIn(text).map((mention) => mention.index)));
  const dates = lazily(() => new Set(datesIn(text).map(dateKey)));
  const units = lazily(() => unitIndex(text));
  const nameWords = lazily(() => nameWordsIn(text));
  const skeletons = lazily(() => foreignSkeletons(text));
  return {
    article,
    get names() {
      return names();
    },
    get values() {
      return values();
    },
    get calendar() {
      return calendar();
    },
    get dates() {
      return dates();
    },
    get units() {
      return units();
    },
    get nameWords() {
      return nameWords();
    },
    get skeletons() {
      return skeletons();
    },
  };
}

const dateKey = ({ day, month }: { readonly day: number; readonly month: number }): string => `${day}/${month}`;

function valuesIn(text: string): ReadonlySet<number> {
  return new Set([
    ...numbersIn(text).flatMap((number) => [...number.readings, ...rangeEnds(number.text)]),
    ...ordinalsIn(text).map((ordinal) => ordinal.value),
  ]);
}

/** A capital behind a stop or a mark says nothing; a word also written small is no name. */
function nameWordsIn(text: string): ReadonlySet<string> {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const token of tokensOf(text)) {
    if (/^\p{Ll}/u.test(token.text)) small.add(token.folded);
    else if (
      /^\p{Lu}/u.test(token.text) &&
      /[\p{L}\p{N},;] $/u.test(text.slice(Math.max(0, token.start - 2), token.start))
    )
      names.add(fold(token.text));
  }
  return new Set([...names].filter((name) => !small.has(name)));
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
  /** A name, which a translator may render differently. */
  readonly isName?: boolean;
}

/** What a text states that its article does not know. Empty: passed. */
export function unknownFacts(text: string, facts: ArticleFacts, language: string): FactProblem[] {
  return [...unknownNumbers(text, facts), ...unknownDates(text, facts), ...unknownNames(text, facts, language)];
}

function unknownNumbers(text: string, facts: ArticleFacts): FactProblem[] {
  const ordinals = ordinalsIn(text)
    .filter((ordinal) => !facts.values.has(ordinal.value))
    .map((ordinal) => ({ reason: `number-absent: ${ordinal.text}`, correction: null }));
  const numbers = numbersIn(text)
    .filter((number) => !(number.inWords && (number.readings[0] ?? 0) < SMALLEST_CHECKED_WORD))
    .filter((number) => !number.readings.some((value) => isKnownValue(value, facts.values)))
    .map((number) => ({ reason: `number-absent: ${number.text}`, correction: null }));
  const units = swappedUnits(text, facts.units).map((reason) => ({ reason, correction: null }));
  return [...numbers, ...ordinals, ...units];
}

function isKnownValue(value: number, values: ReadonlySet<number>): boolean {
  if (values.has(value)) return true;
  for (const known of values) if (Math.abs(known - value) <= TOLERANCE * Math.max(1, Math.abs(known))) return true;
  return false;
}

function unknownDates(text: string, facts: ArticleFacts): FactProblem[] {
  const absent = calendarIn(text)
    .filter((mention) => !facts.calendar.has(mention.index))
    .map((mention) => mention.text);
  // The month is there, and the day may be there too, but never together.
  const mixed = datesIn(text)
    .filter((date) => facts.calendar.has(date.month) && !facts.dates.has(dateKey(date)))
    .filter((date) => [...facts.dates].some((known) => known.endsWith(`/${date.month}`)))
    .map((date) => date.text);
  return [...absent, ...mixed].map((words) => ({ reason: `date-absent: ${words}`, correction: null }));
}

function unknownNames(text: string, facts: ArticleFacts, language: string): FactProblem[] {
  const { article } = facts;
  const places = language === article.language ? null : translatedPlaces(article.text, article.language, language);
  const calendarWords = new Set(calendarIn(text).map((mention) => mention.text.toLowerCase()));
  const problems: FactProblem[] = [];
  for (const name of properNamesIn(text, language)) {
    const opener = opensSentence(text, name.start) ? name.words[0] : undefined;
    const isArticle = opener !== undefined && functionWords(language).has(opener.toLowerCase());
    const words = isArticle ? name.words.slice(1) : name.words;
    for (const word of language === 'de' ? germanNames(name.text, words) : words) {
      if ((word === opener && looksCommon(word)) || places?.has(word.toLowerCase())) continue;
      if (/\d/u.test(word) || calendarWords.has(word.toLowerCase()) || facts.names.knows(word)) continue;
      if (facts.skeletons.has(nameSkeleton(word))) continue;
      if (knowsSpelledOut(name.words, facts)) continue;
      const spelling = facts.names.nearMiss(word);
      problems.push({
        reason: spelling ? `name-misspelt: ${word} for ${spelling}` : `name-absent: ${word}`,
        correction: spelling ? { from: word, to: spelling } : null,
        isName: true,
      });
    }
  }
  return problems;
}

/** In German every noun has a capital: only two and more of them in a row are a name ("Der Rat von Sandhaven" holds none). */
function germanNames(run: string, words: readonly string[]): readonly string[] {
  const rows = run
    .split(/\s+(?=\p{Ll})|(?<=\s\p{Ll}+)\s+/u)
    .map((row) => words.filter((word) => row.split(/[\s-]+/u).includes(word)));
  return rows.filter((row) => row.length >= 2).flat();
}

const opensSentence = (text: string, at: number): boolean =>
  /(?:^|[.!?:…]["”’»)]*)\s*["“„«‘]?$/u.test(text.slice(0, at));

/** A capital that only opens the sentence: without a dictionary, told by the word's ending, plus the commonest of the rest. */
const COMMON_ENDING =
  /(?:ing|ed|ly|tion|tions|ment|ments|ness|[ie]ty|ities|ers|ors|ists|ics|ies|als|ants|ents|ives|ages|ures|ous|ful|less|able|ible|ung|ungen|heit|keit|schaft)$/u;
const OPENING = new Set(listed(COMMON_OPENERS));
const looksCommon = (word: string): boolean => OPENING.has(word.toLowerCase()) || COMMON_ENDING.test(word);

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
