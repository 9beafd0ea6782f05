/** Questions as a server meets them: with its settings, in its turn, paid by whoever asks, and booked. */
import type { FairQueue } from '#desk';
import { type Article, type Settings, withChoices } from '#domain';

import {
  answerQuestion,
  type QuestionDependencies,
  type QuestionRequest,
  type QuestionResult,
} from './answer-question.ts';
import type { Booking } from './booking.ts';
import type { Discuss } from './discuss.ts';
import { type BriefSource, readSource, type SourceDependencies } from './read-source.ts';
import { changeOf, type TextChange } from './text-change.ts';

export interface Questioner {
  /** Results never leave it: a guild's id, or `user:ID`. */
  readonly guild: string;
  /** The guild's, as they were when the request came in. */
  readonly settings: Settings;
  /** User id: whose allowance pays. */
  readonly member: string;
  /** `false`: the member's roles may not spend tokens. */
  readonly maySpend: boolean;
  readonly signal?: AbortSignal;
}

interface Asking extends Questioner {
  readonly question: string;
  /** Output language, ISO 639-1; the server's when absent, else the article's own. */
  readonly language?: string;
}

export interface GuildAnswer extends QuestionResult {
  readonly articles: readonly Article[];
  /** The text of its one article is not what it was when it was read before. */
  readonly change: TextChange | null;
}

export interface GuildQuestions {
  /** @throws BotError as reading and `answerQuestion` do */
  ask(request: Asking & { readonly source: BriefSource }): Promise<GuildAnswer>;
  /** The next turn of a discussion. @throws BotError as `Discuss.say` */
  say(request: Asking & { readonly discussion: string }): Promise<GuildAnswer>;
  /** Reads an article and adds it to a discussion that has begun. @throws BotError as reading does */
  add(request: Questioner & { readonly source: BriefSource; readonly discussion: string }): Promise<Article>;
}

export interface GuildQuestionDependencies {
  readonly questions: QuestionDependencies;
  readonly discuss: Discuss;
  readonly source: SourceDependencies;
  readonly booking: Booking;
  readonly queue: FairQueue;
}

export function createGuildQuestions(dependencies: GuildQuestionDependencies): GuildQuestions {
  const { questions, discuss, source: reading, booking, queue } = dependencies;

  async function inTurn<Result>(asker: Questioner, work: () => Promise<Result>): Promise<Result> {
    const result = await queue.run(asker.guild, work, asker.signal ? { signal: asker.signal } : {});
    booking.asked(asker);
    return result;
  }

  const asked = (
    { guild, settings, member, maySpend, signal, question, language }: Asking,
    spoken: string | null = null,
  ): Omit<QuestionRequest, 'articles' | 'history'> => ({
    question,
    guild,
    settings,
    member,
    maySpend,
    ...(signal ? { signal } : {}),
    ...withChoices({ language: language ?? spoken }, settings),
  });

  return {
    ask: (request) =>
      inTurn(request, async () => {
        const article = await readSource(reading, request);
        const result = await answerQuestion(questions, { ...asked(request), articles: [article] });
        return { ...result, articles: [article], change: await changeOf(reading.store, request.guild, article) };
      }),
    say: (request) =>
      inTurn(request, async () => {
        const { guild, discussion } = request;
        // The conversation's own language comes before the server's.
        const held = await discuss.get(guild, discussion);
        const result = await discuss.say({ ...asked(request, held?.language), guild, discussion });
        const [only, ...others] = result.articles;
        const change = only && others.length === 0 ? await changeOf(reading.store, guild, only) : null;
        return { ...result, change };
      }),
    async add({ discussion, ...request }) {
      const article = await queue.run(
        request.guild,
        () => readSource(reading, request),
        request.signal ? { signal: request.signal } : {},
      );
      await discuss.begin({ ...request, discussion }, [article.id]);
      return article;
    },
  };
}
