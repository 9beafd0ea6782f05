/** The button under a posted link: anybody who may spend starts it, once; the offer becomes the answer. */
import { z } from 'zod';

import { BotError } from '#domain';

import { writeAnswer } from '../answering.ts';
import { defineButton } from '../control.ts';

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
    if ((await services.desk.outbox.begin(press)).state !== 'mine') throw new BotError('already-started', {});
    try {
      await writeAnswer(context, {
        source: { kind: 'link', url: state.url },
        kind: 'summary',
        length: null,
        language: null,
        speaker: null,
        issue: null,
        frame: { owner: userId, isPrivate: false },
        keepsShown: true,
      });
      await services.desk.outbox.sent(press, state.source);
    } catch (error) {
      await services.desk.outbox.release(press);
      throw error;
    }
  },
});
