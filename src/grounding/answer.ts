/** Sentences of an answer through the gate: as a point of a briefing, but their evidence may lie in several articles. */
import {
  type AnswerQuotation,
  type AnswerSentence,
  type Article,
  type Check,
  cut,
  type DraftAnswerSentence,
  type JudgeAnswer,
  type JudgeTask,
  quotationById,
  sentenceAt,
  type Verified,
} from '#domain';

import { attributionsOfQuotation } from './attributions.ts';
import { factsOf } from './facts.ts';
import { forbiddenIn } from './forbidden.ts';
import { checkLine, citedSentence, existingSentences, isPostable, type LineVerdict, textsOf } from './line.ts';
import { cutQuotation } from './quotation-match.ts';
import { seal } from './seal.ts';
import { settleTypedQuotations } from './typed-quotations.ts';

/** At most one of `kept` and `toJudge` is set; neither: dropped. */
export interface AnswerVerdict {
  readonly kept: Verified<AnswerSentence> | null;
  readonly toJudge: AnswerCase | null;
  readonly check: Check | null;
}

export interface AnswerCase {
  readonly task: JudgeTask;
  readonly draft: DraftAnswerSentence;
  /** What will stand when the judge confirms it. */
  readonly candidate: AnswerSentence;
  readonly reasons: readonly string[];
}

/** The sentences cited of one article. */
interface Cited {
  readonly article: Article;
  readonly numbers: readonly number[];
}

function citedBy(articles: readonly Article[], draft: DraftAnswerSentence): Cited[] {
  return articles
    .map((article, index) => ({
      article,
      numbers: existingSentences(
        article,
        draft.evidence.filter((evidence) => evidence.article === index + 1).map((evidence) => evidence.sentence),
      ),
    }))
    .filter(({ numbers }) => numbers.length > 0);
}

/** What fails is not written again: a reader waits for the answer, and the cited sentence answers too. */
export function verifyAnswerSentence(
  articles: readonly Article[],
  draft: DraftAnswerSentence,
  language: string,
): AnswerVerdict {
  const cited = citedBy(articles, draft);
  if (cited.length === 0) return dropped(['evidence-missing']);
  const lines = cited.map(({ article, numbers }) => checkLine(draft.text, numbers, factsOf(article), language));
  const faults = inAll(lines.map((line) => line.faults));
  if (faults.length > 0) return replaced(cited, draft, faults);
  const candidate: AnswerSentence = {
    evidence: cited.flatMap(({ article }, index) =>
      (lines[index]?.evidence ?? []).map((sentence) => ({ article: article.id, sentence })),
    ),
    text: textOf(draft.text, cited, lines),
    quotations: quotationsOf(cited, draft.quotations),
    origin: lines.some((line) => line.isReCited) ? 're-cited' : 'kept',
  };
  // Near to one of its articles is near enough: a comparison says one thing of each.
  const reasons = lines.every((line) => line.doubts.length > 0) ? (lines[0]?.doubts ?? []) : [];
  if (reasons.length > 0) {
    const sentences = cited.flatMap(({ article, numbers }) => textsOf(article, numbers));
    const task: JudgeTask = { kind: 'line', claim: candidate.text, sentences };
    return { kept: null, toJudge: { task, draft, candidate, reasons }, check: null };
  }
  return { kept: seal(candidate), toJudge: null, check: { about: 'answer', decision: 'kept', reasons: [] } };
}

export function settleJudgedAnswer(
  articles: readonly Article[],
  { candidate, draft, reasons }: AnswerCase,
  answer: JudgeAnswer,
): AnswerVerdict {
  if (answer !== true)
    return replaced(citedBy(articles, draft), draft, [...reasons, 'far-from-evidence: not confirmed']);
  const kept = seal<AnswerSentence>({ ...candidate, origin: 'confirmed' });
  return { kept, toJudge: null, check: { about: 'answer', decision: 'confirmed', reasons } };
}

/** A sentence of the article as it stands, for a search; `null` when it may not be shown. */
export function sentenceAsAnswer(article: Article, number: number): Verified<AnswerSentence> | null {
  const sentence = sentenceAt(article, number);
  if (!sentence || !isPostable(article, number)) return null;
  const evidence = [{ article: article.id, sentence: number }];
  return seal<AnswerSentence>({ evidence, text: cut(article, sentence), quotations: [], origin: 'replaced' });
}

/** Faults that no cited article clears: what one of two reports does not know the other may. */
function inAll(faults: readonly (readonly string[])[]): string[] {
  const [first = [], ...rest] = faults;
  return first.filter((fault) => rest.every((others) => others.includes(fault)));
}

/** With several articles typed marks are settled against each; what any of them quotes keeps its marks. */
function textOf(text: string, cited: readonly Cited[], lines: readonly LineVerdict[]): string {
  const [only] = lines;
  if (lines.length === 1 && only) return only.text;
  const holder = cited.find(({ article }) => settleTypedQuotations(text, article).unmatched.length === 0);
  const article = (holder ?? cited[0])?.article;
  return article ? settleTypedQuotations(text, article).text : text;
}

/** Ids of quotations that begin in a cited sentence or beside it, cut out, with the speaker where rules are certain. */
function quotationsOf(cited: readonly Cited[], ids: readonly string[]): AnswerQuotation[] {
  return [...new Set(ids)].flatMap((id) => {
    for (const { article, numbers } of cited) {
      const quotation = quotationById(article, id);
      const isNear = quotation?.sentences.some((number) => numbers.some((other) => Math.abs(number - other) <= 1));
      const words = isNear ? cutQuotation(article, id) : null;
      if (!words || forbiddenIn(words.words, article).length > 0) continue;
      const certain = attributionsOfQuotation(article, id).find((attribution) => attribution.certain);
      return [{ ...words, article: article.id, speaker: certain?.speaker ?? null }];
    }
    return [];
  });
}

function replaced(cited: readonly Cited[], draft: DraftAnswerSentence, reasons: readonly string[]): AnswerVerdict {
  for (const { article, numbers } of cited) {
    const sentence = citedSentence(article, numbers, draft.text);
    const kept = sentence && sentenceAsAnswer(article, sentence.number);
    if (kept) return { kept, toJudge: null, check: { about: 'answer', decision: 'replaced', reasons } };
  }
  return dropped(reasons);
}

const dropped = (reasons: readonly string[]): AnswerVerdict => ({
  kept: null,
  toJudge: null,
  check: { about: 'answer', decision: 'dropped', reasons },
});
