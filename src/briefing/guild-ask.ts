/** A question as a server meets it: about an article that is kept or read now, with the server's settings, paid for and booked. */
import type { FairQueue } from '#desk';
import { type Article, type SettingsKeeper, type UsageLedger, withChoices } from '#domain';

import {
  answerQuestion,
  type QuestionDependencies,
  type QuestionRequest,
  type QuestionResult,
} from './answer-question.ts';
import { type BriefSource, readSource, type SourceDependencies } from './read-source.ts';

export interface GuildAskRequest extends Pick<QuestionRequest, 'question' | 'language' | 'signal' | 'onSentence'> {
  readonly guild: string;
  /** User id of who asked. */
  readonly member: string;
  readonly maySpend: boolean;
  readonly source: BriefSource;
  readonly onRead?: (article: Article) => void;
}

export interface GuildAskResult extends QuestionResult {
  readonly article: Article;
}

export type GuildAsk = (request: GuildAskRequest) => Promise<GuildAskResult>;

export interface GuildAskDependencies extends QuestionDependencies, SourceDependencies {
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly ledger: UsageLedger;
  readonly queue: FairQueue;
  /** Told when a request could not be booked; the answer goes out all the same. */
  readonly onFault: (error: unknown) => void;
}

export function createGuildAsk(dependencies: GuildAskDependencies): GuildAsk {
  const { settings, ledger, queue, onFault } = dependencies;

  async function answer(request: GuildAskRequest, article: Article): Promise<QuestionResult> {
    const { guild, member, maySpend, question, signal, onSentence } = request;
    const chosen = (await settings.get(guild)).settings;
    return answerQuestion(dependencies, {
      articles: [article],
      question,
      guild,
      member,
      maySpend,
      ...withChoices(request, chosen),
      ...(signal ? { signal } : {}),
      ...(onSentence ? { onSentence } : {}),
    });
  }

  return async (request) => {
    const { guild, member, signal } = request;
    const article = await readSource(dependencies, request);
    request.onRead?.(article);
    const result = await queue.run(guild, () => answer(request, article), signal ? { signal } : {});
    ledger.add({ guild, member }, { requests: 1 }).catch(onFault);
    return { ...result, article };
  };
}
