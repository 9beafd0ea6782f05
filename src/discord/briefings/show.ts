/** From what is asked of an article to its briefing: shown at once when it is there, written with progress when it is not. */
import type { BriefRequest, BriefResult } from '#briefing';
import { type Length, withChoices } from '#domain';

import type { Place } from '../contracts/delivery.ts';
import type { RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { EDIT_INTERVAL_MS } from '../delivery/limits.ts';
import { createPacer } from '../delivery/pacer.ts';
import { drawAgain } from './draw-again.ts';
import { nothingYet, progressView, withProgress } from './progress.ts';
import type { AskedSource } from './sources.ts';
import type { BriefingState } from './state.ts';
import { briefingView } from './view.ts';

/** What showing a briefing needs of a request; a posted link has no more. */
export type BriefingContext = Pick<
  RequestContext,
  'guild' | 'userId' | 'settings' | 'maySpend' | 'services' | 'signal' | 'wording' | 'isPrivate'
> & {
  readonly place: Pick<Place, 'show'>;
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
  /** The message that shows the briefing already, and whose it is. Absent: a new message of the asker's. */
  readonly frame?: Pick<BriefingState, 'owner' | 'isPrivate'>;
  /** What is shown now stays until the briefing is there. */
  readonly keepsShown?: boolean;
}

/** The briefing out of the store, or `null`. */
export async function readyBriefing(context: BriefingContext, question: Question): Promise<MessageView | null> {
  if (question.source.kind === 'attached') return null;
  const result = await context.services.kept.find({ ...requestOf(context, question), source: question.source });
  return result && viewOf(context, question, result);
}

/** Shows how far it is, every line that has passed, and then the briefing. @throws BotError as the use case does */
export async function showBriefing(context: BriefingContext, question: Question): Promise<BriefResult> {
  const { place, services, signal, wording } = context;
  const source = await sourceAtHand(context, question.source);
  const pacer = createPacer(question.keepsShown ? async () => undefined : (view) => place.show(view), EDIT_INTERVAL_MS);
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
    await place.show(viewOf(context, question, result));
    if (result.change?.is === 'newer') void drawAgain({ everybodys: wording, ...context }, result.change.before.id);
    return result;
  } finally {
    await pacer.stop();
  }
}

function requestOf(context: BriefingContext, question: Question): Omit<BriefRequest, 'source'> {
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

async function sourceAtHand(
  { services, signal }: BriefingContext,
  source: AskedSource,
): Promise<BriefRequest['source']> {
  if (source.kind !== 'attached') return source;
  const { name, contentType } = source.file;
  const bytes = await services.download(source.file, signal);
  return { kind: 'file', name, bytes, ...(contentType ? { contentType } : {}) };
}

function viewOf(context: BriefingContext, question: Question, result: BriefResult): MessageView {
  const { settings, wording, userId, isPrivate } = context;
  const state: BriefingState = {
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
  return briefingView(result, state, { texts: wording.texts, fallback });
}
