/** Use case: one question about one or several articles, read, answered, checked. Nothing of it is kept. */
import type { Article, ArticleReader, ReadRequest } from '#domain';

import {
  answerQuestion,
  type QuestionDependencies,
  type QuestionRequest,
  type QuestionResult,
} from './answer-question.ts';

export interface AskRequest extends Omit<QuestionRequest, 'articles' | 'history'> {
  readonly sources: readonly ReadRequest[];
  readonly onRead?: (articles: readonly Article[]) => void;
}

export interface AskResult extends QuestionResult {
  readonly articles: readonly Article[];
}

export type Ask = (request: AskRequest) => Promise<AskResult>;

export function createAsk(dependencies: QuestionDependencies & { readonly reader: ArticleReader }): Ask {
  return async ({ sources, onRead, ...request }) => {
    const articles = await Promise.all(sources.map((source) => dependencies.reader.read(source, request.signal)));
    onRead?.(articles);
    return { articles, ...(await answerQuestion(dependencies, { ...request, articles })) };
  };
}
