/** The pause between two requests of a member: told, or waited out where somebody has typed what would be lost. */
import { setTimeout as pause } from 'node:timers/promises';

import { BotError, type Clock, type Settings } from '#domain';

import type { Services } from '../contracts/services.ts';

/** A pause that ends so soon is waited out: what was typed into a form, or said in a conversation, would be lost otherwise. */
export const WAITED_OUT_MS = 60_000;

export interface Paused {
  readonly guild: string;
  readonly userId: string;
  readonly settings: Settings;
  readonly services: { readonly desk: Pick<Services['desk'], 'coolDowns'> };
  readonly signal: AbortSignal;
}

/** @throws BotError `cool-down` when it takes longer than may be waited */
export async function enterCoolDown(paused: Paused, clock: Clock, mayWaitMs = 0): Promise<void> {
  const { guild, userId, settings, services } = paused;
  for (;;) {
    const refusal = await services.desk.coolDowns.enter({ guild, member: userId }, settings);
    if (!refusal) return;
    const waitMs = Math.max(1, refusal.freesAt - clock());
    if (waitMs > mayWaitMs || paused.signal.aborted)
      throw new BotError('cool-down', { of: refusal.of, retryAfterSeconds: Math.ceil(waitMs / 1000) });
    await pause(waitMs, undefined, { ref: false });
  }
}
