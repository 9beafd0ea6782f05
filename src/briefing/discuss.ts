/** Use case: a conversation about articles. It has a record of its own: which articles, and the last turns. */
import { z } from 'zod';

import { type Article, BotError, type Discussion, type Turn } from '#domain';

import {
  answerQuestion,
  type QuestionDependencies,
  type QuestionRequest,
  type QuestionResult,
} from './answer-question.ts';

/** Turns kept; a call gets fewer (see `recentTurns`). */
const KEPT_TURNS = 20;
/** A turn is kept at most so long: what was asked, and what was answered in short. */
const KEPT_TURN_CHARS = 1_500;
/** One conversation holds so many articles. */
const MOST_ARTICLES = 5;

/** How a conversation is kept. */
export const DiscussionSchema = z.object({
  articles: z.array(z.string()),
  turns: z.array(z.object({ who: z.enum(['person', 'bot']), text: z.string() })),
}) satisfies z.ZodType<Discussion>;

/** What `discuss` needs of the store. A guild's records are reached under that guild only. */
export interface DiscussionStore {
  readonly articles: { get(guild: string, id: string): Promise<Article | undefined> };
  readonly discussions: {
    get(guild: string, id: string): Promise<Discussion | undefined>;
    update(
      guild: string,
      id: string,
      change: (current: Discussion | undefined) => Discussion | undefined,
    ): Promise<Discussion | undefined>;
  };
}

export interface DiscussRequest extends Omit<QuestionRequest, 'articles' | 'history'> {
  /** A thread's or channel's id. */
  readonly discussion: string;
}

export interface DiscussResult extends QuestionResult {
  readonly articles: readonly Article[];
}

export interface Discuss {
  /** Begins a conversation about articles that are kept, or adds articles to one. */
  begin(guild: string, discussion: string, articles: readonly string[]): Promise<Discussion>;
  /**
   * Answers the next question and keeps both.
   * @throws BotError `discussion-unknown` when nothing was begun or its articles are kept no longer; as `answerQuestion`
   */
  say(request: DiscussRequest): Promise<DiscussResult>;
}

export function createDiscuss(dependencies: QuestionDependencies & { readonly store: DiscussionStore }): Discuss {
  const { store } = dependencies;

  async function articlesOf(guild: string, record: Discussion): Promise<Article[]> {
    const articles = await Promise.all(record.articles.map((id) => store.articles.get(guild, id)));
    return articles.filter((article) => article !== undefined);
  }

  return {
    async begin(guild, discussion, articles) {
      const record = await store.discussions.update(guild, discussion, (current) => ({
        articles: [...new Set([...(current?.articles ?? []), ...articles])].slice(-MOST_ARTICLES),
        turns: current?.turns ?? [],
      }));
      return record ?? { articles, turns: [] };
    },
    async say({ discussion, ...request }) {
      const { guild } = request;
      const record = await store.discussions.get(guild, discussion);
      const articles = record ? await articlesOf(guild, record) : [];
      if (!record || articles.length === 0) throw new BotError('discussion-unknown', {});
      const result = await answerQuestion(dependencies, { ...request, articles, history: record.turns });
      const said = result.answer.sentences.map((sentence) => sentence.text).join(' ');
      await store.discussions.update(
        guild,
        discussion,
        (current) =>
          current &&
          withTurns(current, [
            { who: 'person', text: result.answer.question },
            { who: 'bot', text: said },
          ]),
      );
      return { articles, ...result };
    },
  };
}

const withTurns = (record: Discussion, turns: readonly Turn[]): Discussion => ({
  ...record,
  turns: [...record.turns, ...turns.map(({ who, text }) => ({ who, text: text.slice(0, KEPT_TURN_CHARS) }))].slice(
    -KEPT_TURNS,
  ),
});
