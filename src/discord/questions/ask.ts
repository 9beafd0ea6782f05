/** From a question to its answer: about a given article, the conversation that goes on here, or what was shown here last. */

import { type AskState, NOTHING_ASKED } from '../briefings/ask-state.ts';
import { drawAgain } from '../briefings/draw-again.ts';
import { lastShown } from '../briefings/last-shown.ts';
import { type BriefSource, sourceOfText } from '../briefings/sources.ts';
import type { FormView } from '../contracts/form.ts';
import type { RequestContext } from '../contracts/handling.ts';
import { questionAnswerView } from './view.ts';

export interface AskRequest extends Partial<AskState> {
  readonly question: string;
}

export function askFormView({ wording, guild, isPrivate }: RequestContext, asked: Partial<AskState>): FormView {
  const { texts } = wording;
  const state: AskState = { ...NOTHING_ASKED, isPrivate, ...asked };
  const isShared = !state.isPrivate && !guild.startsWith('user:');
  return {
    title: texts.askFormTitle,
    use: { name: 'ask-form', state },
    fields: [
      { kind: 'text', name: 'question', label: texts.askQuestion, hint: texts.askHint, isLong: true, isRequired: true },
      ...(isShared
        ? [
            {
              kind: 'choice',
              name: 'who',
              label: texts.askWhoSees,
              options: [
                { label: texts.askEverybody, value: 'all', isChosen: true },
                { label: texts.askOnlyMe, value: 'me' },
              ],
            } as const,
          ]
        : []),
    ],
  };
}

/** @throws BotError `nothing-shown-here` when nothing was shown here; as the use case does */
export async function writeAskedAnswer(context: RequestContext, asked: AskRequest): Promise<void> {
  const { services, place, wording, guild, settings, userId, maySpend, signal, isPrivate } = context;
  const asking = {
    guild,
    settings,
    member: userId,
    maySpend,
    signal,
    question: asked.question,
    ...(asked.language ? { language: asked.language } : {}),
  };
  const about = await subjectOf(context, asked);
  const result =
    'discussion' in about
      ? await services.questions.say({ ...asking, discussion: about.discussion })
      : await services.questions.ask({ ...asking, source: about.source });
  await place.show(
    questionAnswerView(result, {
      texts: wording.texts,
      fallback: result.fallback && wording.errorSentence(result.fallback),
      owner: userId,
      isPrivate,
      discussion: 'discussion' in about ? about.discussion : null,
    }),
  );
  if (result.change?.is === 'newer') void drawAgain(context, result.change.before.id);
}

type AskedAbout = { readonly discussion: string } | { readonly source: BriefSource };

/** What was named comes first, then the conversation of this place, then what everybody here saw last. */
async function subjectOf(
  { services, guild, channelId, isPrivate }: RequestContext,
  asked: AskRequest,
): Promise<AskedAbout> {
  if (asked.discussion && (await services.discuss.get(guild, asked.discussion)))
    return { discussion: asked.discussion };
  if (asked.given) return { source: sourceOfText(asked.given) };
  if (asked.article) return { source: { kind: 'kept', article: asked.article } };
  // What is asked privately does not go into a conversation that others read.
  const here = await services.discuss.get(guild, channelId);
  if (here && !isPrivate) return { discussion: channelId };
  const article = here?.articles.at(-1);
  return {
    source: article === undefined ? await lastShown({ services, guild, channelId }) : { kind: 'kept', article },
  };
}
