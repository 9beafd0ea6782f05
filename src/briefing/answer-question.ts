/** A question about articles that have been read: asked of a model and checked, or answered by the sentences that match best. */
import {
  type Answer,
  type AnswerOutcome,
  type AnswerSentence,
  type Article,
  BotError,
  type Check,
  type Clock,
  type Engine,
  type EngineName,
  estimateTokens,
  type JudgeAnswer,
  type ModelUsage,
  type Settings,
  type ShownArticle,
  type Spending,
  squeeze,
  type Turn,
  type Verified,
} from '#domain';
import {
  type AnswerCase,
  type AnswerVerdict,
  sentenceAsAnswer,
  settleJudgedAnswer,
  verifyAnswerSentence,
} from '#grounding';
import { searchSentences, wordsMissing } from '#language';

import { recentTurns, shownArticles } from './material-for-question.ts';
import { provenanceOf } from './provenance.ts';

const LONGEST_QUESTION_CHARS = 1_000;
/** Sentences shown when nobody writes an answer. */
const SEARCHED_SENTENCES = 3;
/** Those that fit half as well as the best are no answer beside it. */
const SHOWN_SHARE = 0.5;
/** Sentences of one answer; a model that says more was not asked for it. */
const LONGEST_ANSWER = 5;

export interface QuestionRequest {
  /** A guild's id, `user:ID` outside guilds, `terminal` for the command line. */
  readonly guild: string;
  /** The guild's, as they were when the request came in. */
  readonly settings: Pick<Settings, 'allowances' | 'retentionDays'>;
  /** User id of who asked: whose allowance pays. */
  readonly member?: string;
  /** `false`: the member's roles may not spend tokens. */
  readonly maySpend?: boolean;
  readonly articles: readonly Article[];
  readonly question: string;
  readonly history?: readonly Turn[];
  /** Output language, ISO 639-1; the first article's when absent. */
  readonly language?: string;
  readonly engine?: EngineName;
  readonly signal?: AbortSignal;
  /** Is there allowance left for one more call of this kind? Yes when absent. */
  readonly mayCall?: (purpose: ModelUsage['purpose']) => boolean;
  readonly onSentence?: (sentence: Verified<AnswerSentence>) => void;
}

export interface QuestionResult {
  readonly answer: Answer;
  /** Why a search answered although a model was asked; `null` when nothing went wrong. */
  readonly fallback: BotError | null;
}

export interface QuestionDependencies {
  readonly engines: { readonly extractive: Engine; readonly openai: Engine | null };
  /** Tokens of sentences and of history that one call may hold. */
  readonly materialTokens: number;
  readonly countTokens: (text: string) => number;
  readonly spending: Spending;
  readonly clock: Clock;
}

/** @throws BotError `question-missing`, `question-too-long`, `article-missing`, `model-unconfigured`, `cancelled` */
export async function answerQuestion(
  dependencies: QuestionDependencies,
  request: QuestionRequest,
): Promise<QuestionResult> {
  const question = squeeze(request.question);
  if (question === '') throw new BotError('question-missing', {});
  if (question.length > LONGEST_QUESTION_CHARS)
    throw new BotError('question-too-long', { characters: question.length, limit: LONGEST_QUESTION_CHARS });
  if (request.articles.length === 0) throw new BotError('article-missing', {});
  const { openai } = dependencies.engines;
  if (request.engine === 'openai' && !openai) throw new BotError('model-unconfigured', {});
  const mayAsk = request.engine !== 'extractive' && (request.mayCall?.('answer') ?? true);
  const writer = mayAsk && openai?.answer ? openai : null;
  if (!writer) return { answer: searched(dependencies, { ...request, question }, []), fallback: null };
  const usages: ModelUsage[] = [];
  const { guild, settings, member = guild, maySpend = true } = request;
  const tokens = Math.min(
    dependencies.materialTokens,
    request.articles.reduce((sum, one) => sum + estimateTokens(one), 0),
  );
  try {
    const answer = await dependencies.spending.run(
      { spender: { guild, member }, settings, maySpend, tokens },
      (budget) =>
        written(
          dependencies,
          { ...budget, ...request, question },
          writer,
          (usage) => {
            usages.push(usage);
            budget.onUsage(usage);
          },
          usages,
        ),
    );
    return { answer, fallback: null };
  } catch (error) {
    if (!(error instanceof BotError) || !error.code.startsWith('model-')) throw error;
    return { answer: searched(dependencies, { ...request, question }, usages), fallback: error };
  }
}

/** One call for the answer, and one more when sentences of it are far from what they cite. */
async function written(
  dependencies: QuestionDependencies,
  request: QuestionRequest,
  writer: Engine,
  onUsage: (usage: ModelUsage) => void,
  usages: readonly ModelUsage[],
): Promise<Answer> {
  const { articles, question } = request;
  const language = request.language ?? articles[0]?.language ?? 'und';
  const context = { signal: request.signal ?? new AbortController().signal, onUsage };
  const shown: ShownArticle[] = shownArticles(articles, question, request.history ?? [], dependencies);
  const history = recentTurns(request.history ?? [], dependencies);
  const verdicts: AnswerVerdict[] = [];
  let isAnswerable = false;
  const parts = writer.answer?.({ articles: shown, question, history, language, ...context }) ?? [];
  for await (const part of parts) {
    if (part.kind === 'answerable') isAnswerable = part.isAnswerable;
    // What is said before "answerable", or in spite of "not answerable", is not what was asked for.
    else if (isAnswerable && verdicts.length < LONGEST_ANSWER) {
      const verdict = verifyAnswerSentence(articles, part.sentence, language);
      verdicts.push(verdict);
      if (verdict.kept) request.onSentence?.(verdict.kept);
    }
  }
  const settled = await judgedAnswers(verdicts, request, writer, context);
  const sentences = distinct(settled.flatMap(({ kept }) => kept ?? []));
  const checks = settled.flatMap(({ check }) => check ?? []);
  const base = { articles: articles.map(({ id }) => id), question, language, checks };
  const provenance = provenanceOf(writer, usages, dependencies.clock());
  if (sentences.length > 0) return { ...base, outcome: 'answered', sentences, provenance };
  return { ...base, outcome: 'not-said', sentences: nearest(articles, question, 1), provenance };
}

async function judgedAnswers(
  verdicts: readonly AnswerVerdict[],
  request: QuestionRequest,
  writer: Engine,
  context: { readonly signal: AbortSignal; readonly onUsage: (usage: ModelUsage) => void },
): Promise<AnswerVerdict[]> {
  const cases: AnswerCase[] = verdicts.flatMap(({ toJudge }) => toJudge ?? []);
  let answers: readonly JudgeAnswer[] = [];
  if (cases.length > 0 && writer.judge && (request.mayCall?.('judge') ?? true)) {
    try {
      answers = await writer.judge(
        cases.map(({ task }) => task),
        context,
      );
    } catch (error) {
      // A judge that fails costs its answers, not the answer. A cancelled one ends everything.
      if (context.signal.aborted) throw error;
    }
  }
  return verdicts.map((verdict) => {
    if (!verdict.toJudge) return verdict;
    const settled = settleJudgedAnswer(
      request.articles,
      verdict.toJudge,
      answers[cases.indexOf(verdict.toJudge)] ?? null,
    );
    if (settled.kept) request.onSentence?.(settled.kept);
    return settled;
  });
}

function searched(dependencies: QuestionDependencies, request: QuestionRequest, usages: readonly ModelUsage[]): Answer {
  const { articles, question } = request;
  const sentences = nearest(articles, question, SEARCHED_SENTENCES);
  const outcome: AnswerOutcome = sentences.length > 0 ? 'searched' : 'not-said';
  return {
    articles: articles.map(({ id }) => id),
    question,
    // Sentences of the article keep its language.
    language: articles[0]?.language ?? 'und',
    outcome,
    missing: wordsMissing(articles, question),
    sentences,
    provenance: provenanceOf(dependencies.engines.extractive, usages, dependencies.clock()),
    checks: sentences.map((): Check => ({ about: 'answer', decision: 'kept', reasons: [] })),
  };
}

/** The best-matching sentences that may be shown, in turn from each article, the best first. */
function nearest(articles: readonly Article[], question: string, limit: number): Verified<AnswerSentence>[] {
  const hits = articles
    .map((article) =>
      searchSentences(article, question, limit + 2)
        .filter(({ score }, _at, [best]) => score >= (best?.score ?? 0) * SHOWN_SHARE)
        .flatMap(({ sentence }) => sentenceAsAnswer(article, sentence) ?? []),
    )
    .flatMap((sentences, lane) => sentences.map((sentence, rank) => ({ sentence, lane, rank })))
    .sort((a, b) => a.rank - b.rank || a.lane - b.lane);
  return hits.slice(0, limit).map(({ sentence }) => sentence);
}

const distinct = (sentences: readonly Verified<AnswerSentence>[]): Verified<AnswerSentence>[] =>
  sentences.filter((one, index) => sentences.findIndex((other) => other.text === one.text) === index);
