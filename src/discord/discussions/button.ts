/** The button "Discuss" on an answer. */
import { BotError } from '#domain';

import { acknowledgementFor } from '../briefings/buttons.ts';
import { BriefingStateSchema } from '../briefings/state.ts';
import { defineButton } from '../contracts/control.ts';
import { acknowledgePress, beginDiscussion } from './begin.ts';

export const discussButton = defineButton({
  name: 'discuss',
  state: BriefingStateSchema,
  acknowledge(asker, { state }) {
    acknowledgementFor(asker, state);
    return acknowledgePress(asker, state.isPrivate);
  },
  async run(context, { state, messageId }) {
    const kept = await context.services.kept.get(context.guild, state.article, state.briefing);
    if (!kept) throw new BotError('control-expired', {});
    const { language } = kept.briefing;
    await beginDiscussion(context, {
      article: kept.article,
      wanted: context.settings.discussion,
      message: messageId,
      language: language === kept.article.language ? null : language,
      isPrivate: state.isPrivate,
      isBeside: false,
    });
  },
});
