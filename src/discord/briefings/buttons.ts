/**
 * The buttons on a briefing. Pressed by the person who asked, they change the message; pressed by anybody else, they give
 * that person a private copy, so that nobody turns the pages under another reader's eyes. On a private one they are its
 * owner's alone.
 */
import { BotError } from '#domain';

import { type Control, defineButton } from '../contracts/control.ts';
import type { Acknowledgement } from '../contracts/delivery.ts';
import type { Asker, RequestContext } from '../contracts/handling.ts';
import type { MessageView } from '../contracts/view.ts';
import { showBriefing } from './show.ts';
import { type BriefingState, BriefingStateSchema } from './state.ts';
import { briefingView, longer, shorter } from './view.ts';

/** @throws BotError `control-expired` for somebody who never saw the message */
export function acknowledgementFor({ userId }: Asker, { owner, isPrivate }: BriefingState): Acknowledgement {
  if (owner === userId) return 'update';
  if (isPrivate) throw new BotError('control-expired', {});
  return 'private';
}

/** Whose message the briefing will stand on after the press. */
export function frameFor(
  { userId }: Asker,
  { owner, isPrivate }: BriefingState,
): Pick<BriefingState, 'owner' | 'isPrivate'> {
  return owner === userId ? { owner, isPrivate } : { owner: userId, isPrivate: true };
}

/** The same result, shown differently. `null`: it is no longer kept. */
async function shownAs(
  { services, guild, wording }: RequestContext,
  state: BriefingState,
): Promise<MessageView | null> {
  const result = await services.kept.get(guild, state.article, state.briefing);
  return result && briefingView(result, state, { texts: wording.texts });
}

interface Turn {
  readonly name: string;
  readonly next: (state: BriefingState) => BriefingState;
  /** Always beside the briefing, for the presser alone. */
  readonly isBeside?: boolean;
}

function turn({ name, next, isBeside = false }: Turn): Control {
  const target = (asker: Asker, state: BriefingState): BriefingState => ({
    ...next(state),
    ...(isBeside ? { owner: asker.userId, isPrivate: true } : frameFor(asker, state)),
  });
  return defineButton({
    name,
    state: BriefingStateSchema,
    acknowledge(asker, { state }) {
      const how = acknowledgementFor(asker, state);
      return isBeside ? 'private' : how;
    },
    ready: (context, { state }) => shownAs(context, target(context, state)),
  });
}

const readAgain = defineButton({
  name: 'read-again',
  state: BriefingStateSchema,
  isWork: true,
  acknowledge: (asker, { state }) => acknowledgementFor(asker, state),
  async run(context, { state }) {
    const kept = await context.services.kept.get(context.guild, state.article, state.briefing);
    if (kept?.article.source.kind !== 'link') throw new BotError('control-expired', {});
    await showBriefing(context, {
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

export const briefingButtons: readonly Control[] = [
  turn({ name: 'positions', next: (state) => ({ ...state, kind: 'positions', page: 0 }) }),
  turn({ name: 'summary', next: (state) => ({ ...state, kind: 'summary', page: 0 }) }),
  turn({ name: 'shorter', next: (state) => ({ ...state, length: shorter(state.length) ?? state.length, page: 0 }) }),
  turn({ name: 'longer', next: (state) => ({ ...state, length: longer(state.length) ?? state.length, page: 0 }) }),
  turn({ name: 'more', next: (state) => ({ ...state, page: state.page + 1 }) }),
  turn({ name: 'back', next: (state) => ({ ...state, page: Math.max(0, state.page - 1) }) }),
  turn({ name: 'sources', next: (state) => ({ ...state, kind: 'sources', page: 0 }), isBeside: true }),
  readAgain,
];
