/** Can a sentence be shown without its neighbours? No dangling "he", no "but", no bare voice, of a fair length. */
import { type Article, cut, type Sentence, type Span } from '#domain';
import {
  functionWords,
  isFirstPerson,
  type Lexicon,
  monthNames,
  patternOfAll,
  tokensOf,
  weekdayNames,
  wholeWord,
} from '#language';

import { isBoilerplate } from './boilerplate.ts';

const SHORTEST_POINT_WORDS = 6;
const LONGEST_POINT_WORDS = 60;
/** More of a sentence than this inside marks: "“We will see.”" alone says nothing without its speaker. */
const MOSTLY_QUOTED = 0.8;

const ofAll = (list: keyof NonNullable<Lexicon['leaning']>): string => patternOfAll(({ leaning }) => leaning?.[list]);

/** Words that lean on the sentence before. */
const LEANING_START = new RegExp(String.raw`^["“”„«»‘'\s]*(?:${ofAll('start')})(?!\p{L})`, 'iu');
/** "It is …", "There were …", "This year" point at nothing outside. */
const EMPTY_START = new RegExp(String.raw`^(?:${ofAll('emptyStart')})(?!\p{L})`, 'iu');
/** "rejected those demands", "on the same day": points back from the middle. */
const LEANING_INSIDE = wholeWord(ofAll('inside'));
/** A standfirst that only names its matter: "How the town planned a road", "Was im Rat gesagt wurde." */
const VERBLESS_START = new RegExp(String.raw`^(?:${ofAll('verbless')})(?!\p{Ll})`, 'u');
/** "… denied this.": the matter stands in the sentence before. */
const LEANING_END = new RegExp(String.raw`\s(?:${ofAll('end')})[.!]["”»’]*$`, 'iu');
const PRONOUN = new RegExp(`^(?:-(?:t-)?)?(?:${patternOfAll(({ persons }) => persons?.third)})$`, 'iu');

export function standsAlone(article: Article, sentence: Sentence): boolean {
  const text = cut(article, sentence);
  const words = tokensOf(text).length;
  const kind = article.paragraphs[sentence.paragraph]?.kind;
  if (kind === 'heading' || words < SHORTEST_POINT_WORDS || words > LONGEST_POINT_WORDS) return false;
  if (!/[.!…。！]["”»“’)]*$/u.test(text) || (LEANING_START.test(text) && !EMPTY_START.test(text))) return false;
  if (VERBLESS_START.test(text) || LEANING_END.test(text)) return false;
  const outside = outsideMarks(article, sentence);
  if (LEANING_INSIDE.test(outside) || isFirstPerson(outside)) return false;
  if (article.language === 'en' && opensWithPronoun(outside)) return false;
  if (isInterviewersTurn(article, sentence)) return false;
  return (
    !hasOpenSpeaker(article, sentence) && !isMostlyQuotation(article, sentence) && !isBoilerplate(article, sentence)
  );
}

/** The speaker of what the sentence brings stands in another one: `“…,” he said.`, a turn of an interview, "Sie forderte …". */
function hasOpenSpeaker(article: Article, sentence: Sentence): boolean {
  const text = cut(article, sentence);
  const holds = (span: Span | null): boolean =>
    span !== null && span.start >= sentence.start && span.end <= sentence.end;
  return article.attributions.some(({ speaker, mention, cue, content, manner }) => {
    const isWhole = content.some(({ start, end }) => start <= sentence.start && end + 2 >= sentence.end);
    if (!holds(cue) && !isWhole) return false;
    if (holds(mention) && mention && !PRONOUN.test(cut(article, mention))) return false;
    // A quotation that fills the sentence is judged by its marks.
    if (isWhole && !holds(cue) && manner === 'quoted' && isMostlyQuotation(article, sentence)) return false;
    const names = speaker ? tokensOf(speaker.name).filter((token) => /^\p{Lu}\p{L}{2}/u.test(token.text)) : [];
    return !names.some((name) => text.includes(name.text));
  });
}

/** So many paragraphs that are one speaker's turn as a whole make an interview; other paragraphs between the first and the last of them are questions. */
const MIN_TURNS = 3;
const turnsOf = new WeakMap<Article, ReadonlySet<number>>();

function isInterviewersTurn(article: Article, { paragraph }: Sentence): boolean {
  const turns = turnsOf.get(article) ?? wholeTurns(article);
  turnsOf.set(article, turns);
  return (
    turns.size >= MIN_TURNS && !turns.has(paragraph) && paragraph > Math.min(...turns) && paragraph < Math.max(...turns)
  );
}

/** Who answers in an interview; `null` in any other text. */
export function answeringIn(article: Article): string | null {
  const turns = article.attributions.filter(({ cue, manner }) => cue === null && manner === 'reported');
  return turns.length >= MIN_TURNS ? (turns[0]?.speaker?.name ?? null) : null;
}

function wholeTurns(article: Article): ReadonlySet<number> {
  const turns = article.attributions.filter(({ cue, manner }) => cue === null && manner === 'reported');
  return new Set(turns.flatMap(({ sentences }) => article.sentences[(sentences[0] ?? 0) - 1]?.paragraph ?? []));
}

/** "It is clear that …", "it took three days to …": stands for what follows. */
const EXPLETIVE =
  /^it\s(?:(?:is|was|will be|has been|would be|became|remains)\s(?:not\s|also\s|still\s)?(?:clear|unclear|known|unknown|expected|likely|unlikely|possible|impossible|hard|easy|difficult|time|too|because|only|the (?:first|second|third|last))|took|takes)(?!\p{L})/iu;

/** "At night it can take …", `“…,” said its director`: a pronoun for which the sentence has no noun before. */
function opensWithPronoun(outside: string): boolean {
  const tokens = tokensOf(outside);
  const at = tokens.findIndex(({ folded }) => /^(?:he|she|it|they|him|them|his|her|hers|its|their)$/u.test(folded));
  if (at < 0) return false;
  const rest = outside.slice(tokens[at]?.start ?? 0);
  if (EXPLETIVE.test(rest)) return false;
  const before = tokens.slice(0, at);
  return !before.some(({ text, folded }, index) => isNounSign(text, folded, index));
}

const ADVERBIAL =
  /^(?:as|this|besides|perhaps|sometimes|nowadays|afterwards|towards|across|unless|whereas|yes|thus|always|\p{L}+ly|within|without|before|during|despite|according|asked|speaking)$/u;

const DAYS_AND_MONTHS = new Set([...monthNames('en'), ...weekdayNames('en')]);

/** A name, a noun's article, a plural that opens the sentence. */
function isNounSign(text: string, folded: string, index: number): boolean {
  if (/^(?:the|a|an|all|some|most|many|few|every|each|no|both|more|nobody|everyone|anyone|people)$/u.test(folded))
    return true;
  if (index === 0)
    return (
      /^\p{Lu}/u.test(text) && (folded.endsWith('s') || !functionWords('en').has(folded)) && !ADVERBIAL.test(folded)
    );
  return /^\p{Lu}/u.test(text) && !DAYS_AND_MONTHS.has(text.toLowerCase());
}

function outsideMarks(article: Article, sentence: Sentence): string {
  let text = '';
  let at = sentence.start;
  for (const { start, end } of article.quotations) {
    if (end <= at || start >= sentence.end) continue;
    text += article.text.slice(at, Math.max(at, start));
    at = Math.max(at, end);
  }
  return text + article.text.slice(at, Math.max(at, sentence.end));
}

function isMostlyQuotation(article: Article, sentence: Sentence): boolean {
  const inside = article.quotations.reduce(
    (sum, quotation) =>
      sum + Math.max(0, Math.min(quotation.end, sentence.end) - Math.max(quotation.start, sentence.start)),
    0,
  );
  return inside > MOSTLY_QUOTED * (sentence.end - sentence.start);
}
