/** From a question to its answer. */
import { BotError } from '#domain';

import type { RequestContext } from './handling.ts';
import type { BriefSource } from './sources.ts';
import { notice } from './views/message.ts';
import { questionView } from './views/question.ts';

export interface AskedQuestion {
  readonly question: string;
  /** `null`: the article shown last in this channel. */
  readonly source: BriefSource | null;
  readonly language: string | null;
}

/** @throws BotError `nothing-shown-here` and as the use case does */
export async function answerQuestion(
  context: RequestContext,
  { question, source, language }: AskedQuestion,
): Promise<void> {
  const { answer, guild, userId, maySpend, services, signal, wording } = context;
  const about = source ?? (await shownLast(context));
  const result = await services.askHere({
    guild,
    member: userId,
    maySpend,
    source: about,
    question,
    signal,
    ...(language ? { language } : {}),
    onRead: ({ coverage }) => {
      // One update at most: an answer is a few sentences.
      void answer.show(notice(wording.texts.lookingFor({ words: coverage.words }))).catch(() => undefined);
    },
  });
  const fallback = result.fallback && wording.errorSentence(result.fallback);
  await answer.show(questionView(result.article, result.answer, wording.texts, fallback));
}

async function shownLast({ services, guild, channelId }: RequestContext): Promise<BriefSource> {
  const post = await services.desk.posted.lastIn(guild, channelId);
  if (!post) throw new BotError('nothing-shown-here', {});
  return { kind: 'kept', article: post.article };
}
