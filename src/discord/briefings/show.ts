/** From a question about an article to its answer: shown at once when it is there, written with progress when it is not. */
import type { BriefRequest, BriefResult } from '#briefing';
import { type Length, withChoices } from '#domain';

import type { RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { EDIT_INTERVAL_MS } from '../delivery/limits.ts';
import { createPacer } from '../delivery/pacer.ts';
import { drawAgain } from './posted-again.ts';
import { nothingYet, progressView, withProgress } from './progress.ts';
import type { AskedSource } from './sources.ts';
import type { AnswerState } from './state.ts';
import { answerView } from './view.ts';

/** What writing an answer needs of a request; a posted link has no more. */
export type AnswerContext = Pick<
  RequestContext,
  'guild' | 'userId' | 'settings' | 'maySpend' | 'services' | 'signal' | 'wording' | 'isPrivate'
> & {
  readonly answer: Pick<RequestContext['answer'], 'show'>;
  /** Of everybody here, where it is another than `wording`. */
  readonly everybodys?: RequestContext['everybodys'];
};

export interface Question {
  readonly source: AskedSource;
  readonly kind: 'summary' | 'positions';
  /** `null`: as the server has it. */
  readonly length: Length | null;
  /** ISO 639-1; `null`: as the server has it, else the article's own. */
  readonly language: string | null;
  readonly speaker: string | null;
  readonly issue: string | null;
  readonly isFresh?: boolean;
  /** The message that shows the answer already, and whose it is. Absent: a new message of the asker's. */
  readonly frame?: Pick<AnswerState, 'owner' | 'isPrivate'>;
  /** What is shown now stays until the answer is there. */
  readonly keepsShown?: boolean;
}

/** The answer out of the store, or `null`. */
export async function readyAnswer(context: AnswerContext, question: Question): Promise<MessageView | null> {
  if (question.source.kind === 'attached') return null;
  const result = await context.services.kept.find({ ...requestOf(context, question), source: question.source });
  return result && viewOf(context, question, result);
}

/** Shows how far it is, every line that has passed, and then the answer. @throws BotError as the use case does */
export async function writeAnswer(context: AnswerContext, question: Question): Promise<BriefResult> {
  const { answer, services, signal, wording } = context;
  const source = await sourceAtHand(context, question.source);
  const pacer = createPacer(
    question.keepsShown ? async () => undefined : (view) => answer.show(view),
    EDIT_INTERVAL_MS,
  );
  let soFar = nothingYet(source.kind === 'link');
  try {
    const result = await services.brief({
      ...requestOf(context, question),
      source,
      signal,
      onProgress(progress) {
        soFar = withProgress(soFar, progress);
        const seen = soFar;
        pacer.offer(() => progressView(seen, wording.texts));
      },
    });
    await pacer.stop();
    await answer.show(viewOf(context, question, result));
    if (result.change?.is === 'newer') void drawAgain({ everybodys: wording, ...context }, result.change.before.id);
    return result;
  } finally {
    await pacer.stop();
  }
}

function requestOf(context: AnswerContext, question: Question): Omit<BriefRequest, 'source'> {
  const { guild, userId, maySpend, settings } = context;
  return {
    guild,
    settings,
    member: userId,
    maySpend,
    isFresh: question.isFresh ?? false,
    ...withChoices(question, settings),
  };
}

async function sourceAtHand({ services, signal }: AnswerContext, source: AskedSource): Promise<BriefRequest['source']> {
  if (source.kind !== 'attached') return source;
  const { name, contentType } = source.file;
  const bytes = await services.download(source.file, signal);
  return { kind: 'file', name, bytes, ...(contentType ? { contentType } : {}) };
}

function viewOf(context: AnswerContext, question: Question, result: BriefResult): MessageView {
  const { settings, wording, userId, isPrivate } = context;
  const state: AnswerState = {
    kind: question.kind,
    article: result.article.id,
    briefing: result.key,
    length: question.length ?? settings.length,
    page: 0,
    speaker: question.speaker,
    issue: question.issue,
    ...(question.frame ?? { owner: userId, isPrivate }),
  };
  const fallback = result.fallback && wording.errorSentence(result.fallback);
  return answerView(result, state, { texts: wording.texts, fallback });
}
