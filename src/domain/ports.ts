/** What the use cases need from the outside, so that rooms of one layer stay blind to one another. */
import type { AnswerPart, Turn } from './answer.ts';
import type { Article } from './article.ts';
import type { DraftItem, EngineName, Tokens } from './briefing.ts';
import type { JudgeAnswer, JudgeTask } from './judge.ts';

/** ms since the epoch. */
export type Clock = () => number;

export type ReadRequest =
  | { readonly kind: 'link'; readonly url: string }
  | { readonly kind: 'text'; readonly text: string; readonly title?: string }
  | { readonly kind: 'file'; readonly name: string; readonly bytes: Uint8Array; readonly contentType?: string };

export interface ArticleReader {
  /**
   * Reads a link, a text or a file into an article.
   * @throws BotError `link-*`, `page-*`, `file-*`, `text-empty`, `article-*`, `reader-overloaded`, `cancelled`
   */
  read(request: ReadRequest, signal?: AbortSignal): Promise<Article>;
  close(): Promise<void>;
}

/** What one attempt at a model call used, booked whether or not it succeeded. */
export interface ModelUsage {
  readonly purpose: 'briefing' | 'repair' | 'judge' | 'answer';
  readonly model: string;
  readonly tokens: Tokens;
}

export interface CallContext {
  readonly signal: AbortSignal;
  readonly onUsage: (usage: ModelUsage) => void;
}

export interface DraftRequest extends CallContext {
  readonly article: Article;
  /** Output language, ISO 639-1. */
  readonly language: string;
}

/** One article as it is shown for a question: whole, or these sentences of it. */
export interface ShownArticle {
  readonly article: Article;
  /** Numbers, in reading order; `null`: all. */
  readonly sentences: readonly number[] | null;
}

export interface AnswerRequest extends CallContext {
  readonly articles: readonly ShownArticle[];
  readonly question: string;
  /** What was said before, the oldest first; already cut to what may be sent. */
  readonly history: readonly Turn[];
  /** Output language, ISO 639-1. */
  readonly language: string;
}

/** Something to write again, with located reasons ("number-absent: 5.68"). */
export interface RepairTask {
  readonly draft: DraftItem;
  readonly reasons: readonly string[];
}

/** Writes drafts. What it yields is unverified. */
export interface Engine {
  readonly name: EngineName;
  readonly model: string | null;
  /** Hash over its prompts and schemas: part of the cache key. */
  readonly promptHash: string;
  /**
   * Yields each item as soon as it is complete.
   * @throws BotError `model-*`, `cancelled`
   */
  draft(request: DraftRequest): AsyncIterable<DraftItem>;
  /**
   * One call for all tasks; answers in their order, `null` where it has nothing better. Absent: the engine cannot
   * rewrite.
   */
  repair?(tasks: readonly RepairTask[], request: DraftRequest): Promise<readonly (DraftItem | null)[]>;
  /** One call for all tasks; answers in their order. Absent: the engine has no second reader. */
  judge?(tasks: readonly JudgeTask[], request: CallContext): Promise<readonly JudgeAnswer[]>;
  /**
   * Answers a question in one call, each sentence as soon as it is complete. Absent: the engine cannot answer.
   * @throws BotError `model-*`, `cancelled`
   */
  answer?(request: AnswerRequest): AsyncIterable<AnswerPart>;
}
