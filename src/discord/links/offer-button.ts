/** The button under a posted link: anybody who may spend starts it, once; the offer becomes the answer. */
import { z } from 'zod';

import { BotError, withChoices } from '#domain';

import { showBriefing } from '../briefings/show.ts';
import { defineButton } from '../contracts/control.ts';
import type { RequestContext } from '../contracts/handling.ts';
import { toBotError } from '../interactions/accept.ts';
import { errorView } from '../interactions/error-view.ts';
import { type OfferState, offerView } from './offer-view.ts';
import { postClaim } from './post-claim.ts';

const OfferSchema = z.object({ url: z.string(), source: z.string(), cost: z.enum(['ready', 'tokens', 'rules']) });

export const offerButton = defineButton({
  name: 'offer',
  state: OfferSchema,
  isWork: true,
  acknowledge({ maySpend }, { state }) {
    if (state.cost === 'tokens' && !maySpend) throw new BotError('may-not-spend', {});
    return 'update';
  },
  async run(context, { state }) {
    const { guild, channelId, userId, services } = context;
    const press = { guild, channel: channelId, about: `${state.source} ${state.url}`, kind: 'offer' };
    // The first press starts it; after a restart the same press goes on with it.
    const claim = postClaim(services.desk.outbox, press, state.source, context.isResumed);
    if (!(await claim.take())) throw new BotError('already-started', {});
    try {
      await showBriefing(context, {
        source: { kind: 'link', url: state.url },
        kind: 'summary',
        length: null,
        language: null,
        speaker: null,
        issue: null,
        frame: { owner: userId, isPrivate: false },
      });
      await claim.done();
    } catch (error) {
      await claim.failed();
      if (!context.signal.aborted) await offerAgain(context, state, error);
      throw error;
    }
  },
});

/** How far it was stands where the offer stood; whoever comes next finds the offer. */
async function offerAgain(
  { services, guild, settings, signal, place, everybodys }: RequestContext,
  state: OfferState,
  error: unknown,
): Promise<void> {
  try {
    const source = { kind: 'link', url: state.url } as const;
    const offered = await services.preview({ guild, settings, source, signal, ...withChoices({}, settings) });
    await place.show(offerView(offered, state, everybodys.texts));
  } catch {
    // What cannot be read any more is not offered again, and says so to whoever waited for it.
    await place.show(errorView(toBotError(error), everybodys));
  }
}
