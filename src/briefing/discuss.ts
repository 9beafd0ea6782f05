/** Use case: a conversation about articles. It has a record of its own: which articles, and the last turns. */
import {
  type Article,
  BotError,
  type Discussion,
  NEW_DISCUSSION,
  retentionOf,
  type Settings,
  type Turn,
} from '#domain';

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
/** More than one is a group: nobody else need be remembered. */
const COUNTED_PEOPLE = 2;
/** One conversation holds so many articles. */
const MOST_ARTICLES = 5;

/** What `discuss` needs of the store. A guild's records are reached under that guild only. */
export interface DiscussionStore {
  readonly articles: { get(guild: string, id: string): Promise<Article | undefined> };
  readonly discussions: {
    get(guild: string, id: string): Promise<Discussion | undefined>;
    update(
      guild: string,
      id: string,
      change: (current: Discussion | undefined) => Discussion | undefined,
      retention: { readonly ttlMs: number },
    ): Promise<Discussion | undefined>;
    delete(guild: string, id: string): Promise<unknown>;
    entries(guild: string): AsyncIterable<readonly [string, Discussion]>;
  };
}

/** One discussion, and how long its server keeps it. */
export interface DiscussionRef {
  readonly guild: string;
  readonly settings: Pick<Settings, 'retentionDays'>;
  /** A thread's or channel's id. */
  readonly discussion: string;
}

export type DiscussRequest = Omit<QuestionRequest, 'articles' | 'history'> & DiscussionRef;

export interface DiscussResult extends QuestionResult {
  readonly articles: readonly Article[];
}

export interface Discuss {
  /** Begins a conversation about articles that are kept, or adds articles to one; the newest are kept when they are too many. */
  begin(
    discussion: DiscussionRef,
    articles: readonly string[],
    place?: Partial<Omit<Discussion, 'articles' | 'turns'>>,
  ): Promise<Discussion>;
  get(guild: string, discussion: string): Promise<Discussion | undefined>;
  /** Its articles as far as they are still kept, in the order in which they were added. */
  articles(guild: string, discussion: string): Promise<readonly Article[]>;
  /** Somebody wrote in it. Gives how many people have, counted to two; 0 where nothing was begun. */
  wrote(discussion: DiscussionRef, person: string): Promise<number>;
  speak(discussion: DiscussionRef, language: string): Promise<void>;
  /** Its thread is gone, or the channel that the thread hung on. */
  end(guild: string, channel: string): Promise<void>;
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

  const update = (
    { guild, settings, discussion }: DiscussionRef,
    change: (current: Discussion | undefined) => Discussion | undefined,
  ): Promise<Discussion | undefined> => store.discussions.update(guild, discussion, change, retentionOf(settings));

  return {
    async begin(ref, articles, place = {}) {
      const begun = (current: Discussion = NEW_DISCUSSION): Discussion => ({
        ...current,
        ...place,
        articles: [...new Set([...current.articles, ...articles])].slice(-MOST_ARTICLES),
      });
      return (await update(ref, begun)) ?? begun();
    },
    get: (guild, discussion) => store.discussions.get(guild, discussion),
    async articles(guild, discussion) {
      const record = await store.discussions.get(guild, discussion);
      return record ? articlesOf(guild, record) : [];
    },
    async wrote(ref, person) {
      const record = await update(ref, (current) =>
        current && current.people.length < COUNTED_PEOPLE && !current.people.includes(person)
          ? { ...current, people: [...current.people, person] }
          : undefined,
      );
      return record?.people.length ?? 0;
    },
    async speak(ref, language) {
      await update(ref, (current) => current && { ...current, language });
    },
    async end(guild, channel) {
      const hanging: string[] = [];
      for await (const [id, { parent }] of store.discussions.entries(guild)) if (parent === channel) hanging.push(id);
      for (const id of [channel, ...hanging]) await store.discussions.delete(guild, id);
    },
    async say(request) {
      const { guild, discussion } = request;
      const record = await store.discussions.get(guild, discussion);
      const articles = record ? await articlesOf(guild, record) : [];
      if (!record || articles.length === 0) throw new BotError('discussion-unknown', {});
      const language = request.language ?? record.language;
      const asked = { ...request, ...(language ? { language } : {}), articles, history: record.turns };
      const result = await answerQuestion(dependencies, asked);
      const said = result.answer.sentences.map((sentence) => sentence.text).join(' ');
      await update(
        request,
        (current) =>
          current &&
          withTurns(current, [
            { who: 'person', by: request.member, text: result.answer.question },
            { who: 'bot', text: said },
          ]),
      );
      return { articles, ...result };
    },
  };
}

const withTurns = (record: Discussion, turns: readonly Turn[]): Discussion => ({
  ...record,
  turns: [...record.turns, ...turns.map((turn) => ({ ...turn, text: turn.text.slice(0, KEPT_TURN_CHARS) }))].slice(
    -KEPT_TURNS,
  ),
});
