/**
 * The buttons on an answer. Pressed by the person who asked, they change the message; pressed by anybody else, they give
 * that person a private copy, so that nobody turns the pages under another reader's eyes. On a private answer they are its
 * owner's alone.
 */
import { BotError } from '#domain';

import { type Control, defineButton } from '../contracts/control.ts';
import type { Acknowledgement } from '../contracts/delivery.ts';
import type { Asker, RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { writeAnswer } from './show.ts';
import { type AnswerState, AnswerStateSchema } from './state.ts';
import { answerView, longer, shorter } from './view.ts';

/** @throws BotError `control-expired` for somebody who never saw the message */
export function placeFor({ userId }: Asker, { owner, isPrivate }: AnswerState): Acknowledgement {
  if (owner === userId) return 'update';
  if (isPrivate) throw new BotError('control-expired', {});
  return 'private';
}

/** Whose message the answer will stand on after the press. */
export function frameFor(
  { userId }: Asker,
  { owner, isPrivate }: AnswerState,
): Pick<AnswerState, 'owner' | 'isPrivate'> {
  return owner === userId ? { owner, isPrivate } : { owner: userId, isPrivate: true };
}

/** The same result, shown differently. `null`: it is no longer kept. */
async function shownAs({ services, guild, wording }: RequestContext, state: AnswerState): Promise<MessageView | null> {
  const result = await services.kept.get(guild, state.article, state.briefing);
  return result && answerView(result, state, { texts: wording.texts });
}

interface Turn {
  readonly name: string;
  readonly next: (state: AnswerState) => AnswerState;
  /** Always beside the answer, for the presser alone. */
  readonly isBeside?: boolean;
}

function turn({ name, next, isBeside = false }: Turn): Control {
  const target = (asker: Asker, state: AnswerState): AnswerState => ({
    ...next(state),
    ...(isBeside ? { owner: asker.userId, isPrivate: true } : frameFor(asker, state)),
  });
  return defineButton({
    name,
    state: AnswerStateSchema,
    acknowledge(asker, { state }) {
      const place = placeFor(asker, state);
      return isBeside ? 'private' : place;
    },
    ready: (context, { state }) => shownAs(context, target(context, state)),
  });
}

const readAgain = defineButton({
  name: 'read-again',
  state: AnswerStateSchema,
  isWork: true,
  acknowledge: (asker, { state }) => placeFor(asker, state),
  async run(context, { state }) {
    const kept = await context.services.kept.get(context.guild, state.article, state.briefing);
    if (kept?.article.source.kind !== 'link') throw new BotError('control-expired', {});
    await writeAnswer(context, {
      source: { kind: 'link', url: kept.article.source.url },
      kind: state.kind === 'positions' ? 'positions' : 'summary',
      length: state.length,
      language: kept.briefing.language,
      speaker: state.speaker,
      issue: state.issue,
      isFresh: true,
      frame: frameFor(context, state),
      keepsShown: true,
    });
  },
});

export const answerButtons: readonly Control[] = [
  turn({ name: 'positions', next: (state) => ({ ...state, kind: 'positions', page: 0 }) }),
  turn({ name: 'summary', next: (state) => ({ ...state, kind: 'summary', page: 0 }) }),
  turn({ name: 'shorter', next: (state) => ({ ...state, length: shorter(state.length) ?? state.length, page: 0 }) }),
  turn({ name: 'longer', next: (state) => ({ ...state, length: longer(state.length) ?? state.length, page: 0 }) }),
  turn({ name: 'more', next: (state) => ({ ...state, page: state.page + 1 }) }),
  turn({ name: 'back', next: (state) => ({ ...state, page: Math.max(0, state.page - 1) }) }),
  turn({ name: 'sources', next: (state) => ({ ...state, kind: 'sources', page: 0 }), isBeside: true }),
  readAgain,
];
