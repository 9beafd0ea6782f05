/** Answers to questions about articles: what an engine writes (draft) and what a reader may see (verified). */
import type { ArticleId, Evidence, Speaker } from './article.ts';
import type { Check, CutQuotation, Origin, Provenance, Verified } from './briefing.ts';

// ---- draft: what an engine claims

/** Points at a sentence of one of the articles that were shown, which are numbered from 1. */
export interface DraftEvidence {
  readonly article: number;
  readonly sentence: number;
}

export interface DraftAnswerSentence {
  readonly evidence: readonly DraftEvidence[];
  readonly text: string;
  readonly quotations: readonly string[];
}

/** One part of a drafted answer, in the order in which an engine writes them. */
export type AnswerPart =
  | { readonly kind: 'answerable'; readonly isAnswerable: boolean }
  | { readonly kind: 'sentence'; readonly sentence: DraftAnswerSentence };

/** One thing said in a conversation. Untrusted whoever said it: the bot's own turns come back from the store, too. */
export interface Turn {
  readonly who: 'person' | 'bot';
  readonly text: string;
  /** User id of the person, so that the turn can be deleted with everything else that is theirs. */
  readonly by?: string | undefined;
}

/** How a conversation is kept. */
export interface Discussion {
  readonly articles: readonly ArticleId[];
  readonly turns: readonly Turn[];
  /** Output language, ISO 639-1; `null`: the server's, else the articles' own. */
  readonly language: string | null;
  /** Whether the bot opened the thread for this discussion: there it also answers messages that do not name it. */
  readonly isOwnThread: boolean;
  /** Id of the channel that holds the thread: when the channel is deleted, so is the thread. */
  readonly parent: string | null;
  /** User ids of the first two people who wrote in it: one is a dialogue, two are a group. */
  readonly people: readonly string[];
}

export const NEW_DISCUSSION: Discussion = {
  articles: [],
  turns: [],
  language: null,
  isOwnThread: false,
  parent: null,
  people: [],
};

/** The discussion without what a person said and what the bot answered to it. `undefined`: the person took no part. */
export function withoutPerson(record: Discussion, person: string): Discussion | undefined {
  const theirs = record.turns.map(({ who, by }) => who === 'person' && by === person);
  const isAnswerToThem = (at: number): boolean => record.turns[at]?.who === 'bot' && theirs[at - 1] === true;
  const turns = record.turns.filter((_turn, at) => !theirs[at] && !isAnswerToThem(at));
  const people = record.people.filter((each) => each !== person);
  const isUntouched = turns.length === record.turns.length && people.length === record.people.length;
  return isUntouched ? undefined : { ...record, turns, people };
}

// ---- answer: what has been checked

export interface AnswerQuotation extends CutQuotation {
  readonly article: ArticleId;
  /** `null`: nothing confirms who said it. */
  readonly speaker: Speaker | null;
}

export interface AnswerSentence {
  readonly evidence: readonly Evidence[];
  readonly text: string;
  readonly quotations: readonly AnswerQuotation[];
  readonly origin: Origin;
}

/**
 * - `answered`: the sentences answer the question
 * - `not-said`: the articles do not say; the sentences are the nearest things they do say, or none
 * - `searched`: no model looked; the sentences are the best matches of a search
 */
export const ANSWER_OUTCOMES = ['answered', 'not-said', 'searched'] as const;
export type AnswerOutcome = (typeof ANSWER_OUTCOMES)[number];

export interface Answer {
  readonly articles: readonly ArticleId[];
  readonly question: string;
  /** Output language, ISO 639-1. */
  readonly language: string;
  readonly outcome: AnswerOutcome;
  /** Words of the question that a search found in none of the articles; absent where a model answered. */
  readonly missing?: readonly string[];
  readonly sentences: readonly Verified<AnswerSentence>[];
  readonly provenance: Provenance;
  readonly checks: readonly Check[];
}
