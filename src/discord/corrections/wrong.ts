/** "Wrong?": a reader reports a line; it is checked again, the posts follow, and the admins are told. */
import { z } from 'zod';

import { type CorrectResult, itemsOf } from '#briefing';
import { BotError, COMPLAINTS, type Complaint } from '#domain';

import { acknowledgementFor } from '../briefings/buttons.ts';
import { drawAgain } from '../briefings/draw-again.ts';
import { BriefingStateSchema } from '../briefings/state.ts';
import { defineButton, defineModal } from '../contracts/control.ts';
import type { RequestContext } from '../contracts/handling.ts';
import type { ButtonView } from '../contracts/view.ts';
import { requireAdmin } from '../settings/panel.ts';
import { correctionView, reportView, wrongFormView } from './view.ts';

export const wrongButton = defineButton({
  name: 'wrong',
  state: BriefingStateSchema,
  acknowledge(asker, { state }) {
    acknowledgementFor(asker, state);
    return 'form';
  },
  async form({ services, guild, wording, isAdmin, settings }, { state }) {
    const kept = await services.kept.get(guild, state.article, state.briefing);
    if (!kept) throw new BotError('control-expired', {});
    return wrongFormView(itemsOf(kept.briefing), state, {
      texts: wording.texts,
      isAdmin,
      isReported: settings.reportChannel !== null,
    });
  },
});

export const wrongForm = defineModal({
  name: 'wrong-form',
  state: BriefingStateSchema,
  isWork: true,
  acknowledge(asker, { state, fields }) {
    acknowledgementFor(asker, state);
    if (fields['act'] === 'withdraw') requireAdmin(asker);
    return 'private';
  },
  async run(context, { state, fields, messageId }) {
    const chosen = Object.entries(fields).flatMap(([name, id]) => (/^point$|^position\d$/u.test(name) ? [id] : []));
    if (chosen.length === 0) throw new BotError('item-missing', {});
    const isWithdrawal = fields['act'] === 'withdraw';
    const complaint = COMPLAINTS.find((one) => one === fields['what']) ?? 'other';
    const { article, briefing } = state;
    const results: CorrectResult[] = [];
    for (const item of chosen)
      results.push(await correct(context, { article, briefing, item, isWithdrawal, complaint }));
    await context.place.show(correctionView(results, context.wording.texts));
    if (results.some(({ outcome }) => outcome !== 'kept')) await drawAgain(context, article);
    for (const [index, result] of results.entries())
      await report(context, {
        result,
        briefing,
        why: fields['why'] ?? null,
        messageId: state.isPrivate ? null : messageId,
        index,
      });
  },
});

interface ToCorrect {
  readonly article: string;
  readonly briefing: string;
  readonly item: string;
  readonly isWithdrawal: boolean;
  readonly complaint?: Complaint;
}

function correct(
  { services, guild, settings, userId, maySpend, signal }: RequestContext,
  of: ToCorrect,
): Promise<CorrectResult> {
  return services.correct({ ...of, guild, settings, member: userId, maySpend, signal });
}

interface Reported {
  readonly result: CorrectResult;
  readonly briefing: string;
  readonly why: string | null;
  readonly messageId: string | null;
  readonly index: number;
}

/** A channel that is gone or closed costs the report, not the correction. */
async function report(context: RequestContext, { result, briefing, why, messageId, index }: Reported): Promise<void> {
  const { settings, services, guild, channelId, userId, everybodys, place } = context;
  if (settings.reportChannel === null) return;
  const post = messageId === null ? null : `https://discord.com/channels/${guild}/${channelId}/${messageId}`;
  const { texts } = everybodys;
  const shown = { reporter: userId, why, post };
  const withdraw: ButtonView | null =
    result.itemId === null
      ? null
      : {
          kind: 'button',
          label: texts.buttonWithdraw,
          isDangerous: true,
          use: { name: 'withdraw', state: { article: result.article.id, briefing, item: result.itemId, ...shown } },
        };
  try {
    const view = reportView({ result, ...shown, withdraw }, texts);
    const nonceOf = ['report', place.messageId ?? '', String(index), result.itemId ?? ''];
    await services.delivery.at({ guild, channel: settings.reportChannel, nonceOf }).show(view);
  } catch {
    // Said to the reporter already; the admins find the note on the post.
  }
}

export const withdrawButton = defineButton({
  name: 'withdraw',
  state: z.object({
    article: z.string(),
    briefing: z.string(),
    item: z.string(),
    reporter: z.string(),
    why: z.string().nullable(),
    post: z.string().nullable(),
  }),
  acknowledge(asker) {
    requireAdmin(asker);
    return 'update';
  },
  async run(context, { state }) {
    const result = await correct(context, { ...state, isWithdrawal: true });
    await drawAgain(context, state.article);
    const view = reportView(
      { result, ...state, withdraw: null, withdrawnBy: context.userId },
      context.everybodys.texts,
    );
    await context.place.show(view);
  },
});
