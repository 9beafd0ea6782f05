/** The answer to one interaction: acknowledged once, shown and shown again, closed when its token is spent. */
import { DiscordAPIError, InteractionResponseType, MessageFlags, Routes } from 'discord.js';

import type { Acknowledgement } from './handling.ts';
import { TOKEN_LIFE_MS } from './limits.ts';
import { type FormView, renderForm } from './views/form.ts';
import type { MessageView } from './views/message.ts';
import { render, statesOf } from './views/render.ts';
import type { Wire } from './wire.ts';

export interface InteractionRef {
  readonly id: string;
  readonly token: string;
  readonly applicationId: string;
  readonly channelId: string;
  /** ms since the epoch. */
  readonly receivedAt: number;
  /** Where controls and posts are kept. */
  readonly guild: string;
  /** The bot may write an ordinary message there, once the token is spent. */
  readonly mayPost: boolean;
}

export interface Answer {
  readonly isAcknowledged: boolean;
  /** Decides how everything that follows is seen. */
  choose(how: Exclude<Acknowledgement, 'form'>): void;
  /** Within 3 s of the event, unless something is shown at once. */
  acknowledge(): Promise<void>;
  openForm(form: FormView): Promise<void>;
  /**
   * Sends on the first call, updates afterwards; calls keep their order.
   * @returns `false` when it can no longer be shown: the token is spent and no ordinary message may stand in
   */
  show(view: MessageView): Promise<boolean>;
  /** To the asker alone, beside what is shown. */
  aside(view: MessageView): Promise<void>;
}

/** Unknown interaction, invalid webhook token, unknown webhook. */
const SPENT = new Set<string | number>([10_062, 50_027, 10_015]);
/** Unknown message: somebody deleted it. Unknown channel. */
const GONE = new Set<string | number>([10_008, 10_003]);
const codeOf = (error: unknown): string | number | null => (error instanceof DiscordAPIError ? error.code : null);

export function createAnswer(wire: Wire, ref: InteractionRef): Answer {
  let how: Exclude<Acknowledgement, 'form'> = 'private';
  let stage: 'new' | 'open' | 'posted' | 'closed' = 'new';
  let postedId: string | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  async function respond(type: InteractionResponseType, data?: Record<string, unknown>, view?: MessageView) {
    await wire.callback(ref, { type, ...(data ? { data } : {}) }, view ? render(view).files : []);
    stage = 'open';
  }

  async function first(view: MessageView): Promise<boolean> {
    const type =
      how === 'update' ? InteractionResponseType.UpdateMessage : InteractionResponseType.ChannelMessageWithSource;
    const ephemeral = how === 'private' ? MessageFlags.Ephemeral : 0;
    await respond(type, wire.body(view, MessageFlags.IsComponentsV2 | ephemeral), view);
    return true;
  }

  async function update(view: MessageView): Promise<boolean> {
    try {
      if (wire.clock() - ref.receivedAt > TOKEN_LIFE_MS) return await instead(view);
      await wire.patch(Routes.webhookMessage(ref.applicationId, ref.token, '@original'), view);
      return true;
    } catch (error) {
      if (GONE.has(codeOf(error) ?? '')) stage = 'closed';
      else if (SPENT.has(codeOf(error) ?? '')) return instead(view);
      else throw error;
      return false;
    }
  }

  /** The token is spent: an ordinary message answers what was asked in public; what was private is closed. */
  async function instead(view: MessageView): Promise<boolean> {
    if (how !== 'public' || !ref.mayPost) {
      stage = 'closed';
      return false;
    }
    postedId = await wire.post(ref.channelId, view, { nonceOf: ['late answer', ref.id] });
    stage = 'posted';
    return true;
  }

  async function show(view: MessageView): Promise<boolean> {
    if (stage === 'closed') return false;
    await wire.keep(ref.guild, statesOf(view.controls));
    if (stage === 'new') return first(view);
    if (stage === 'open') return update(view);
    if (postedId !== null) await wire.patch(Routes.channelMessage(ref.channelId, postedId), view);
    return true;
  }

  return {
    get isAcknowledged() {
      return stage !== 'new';
    },
    choose(chosen) {
      how = chosen;
    },
    async acknowledge() {
      if (stage !== 'new') return;
      // A deferral may carry the ephemeral flag only; Components V2 are set by the edit.
      const data = how === 'private' ? { flags: MessageFlags.Ephemeral } : {};
      if (how === 'update') await respond(InteractionResponseType.DeferredMessageUpdate);
      else await respond(InteractionResponseType.DeferredChannelMessageWithSource, data);
    },
    async openForm(form) {
      await wire.keep(ref.guild, statesOf([{ kind: 'button', label: '', use: form.use }]));
      await respond(InteractionResponseType.Modal, renderForm(form) as unknown as Record<string, unknown>);
    },
    show(view) {
      const shown = queue.then(() => show(view));
      queue = shown.catch(() => undefined);
      return shown;
    },
    async aside(view) {
      if (stage === 'new') {
        how = 'private';
        await first(view);
        return;
      }
      await wire.keep(ref.guild, statesOf(view.controls));
      await wire.followUp(ref, view);
    },
  };
}
