/** What the bot says in discussions: patiently while Discord is busy, and not again where Discord has refused it. */
import { setTimeout as pause } from 'node:timers/promises';

import type { Refusal } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Edge } from '../contracts/services.ts';
import type { MessageView } from '../contracts/view.ts';
import type { Turn } from './turn.ts';

export interface Replies {
  isRefused(discussion: string): boolean;
  /** @param part of the answer: each is posted once */
  say(turn: Turn, view: MessageView, part: string): Promise<Refusal | null>;
}

/** Discord's own pauses are shorter, but for bans; an answer to a question of long ago only puzzles. */
const LONGEST_BUSY_MS = 10 * 60_000;
/** After Discord said that the bot may not write there, it is left alone so long: refusals get the address banned. */
const REFUSED_PAUSE_MS = 3_600_000;

export function createReplies({ services, clock, signal }: Edge): Replies {
  const refusedUntil = new Map<string, number>();

  /** Somebody waits for this answer, and those behind it in the discussion would meet the same. */
  async function patiently<Result>(post: () => Promise<Result>): Promise<Result> {
    try {
      return await post();
    } catch (error) {
      if (!(error instanceof DiscordBusyError) || signal.aborted) throw error;
      if (error.retryAfterMs > LONGEST_BUSY_MS) throw new Error('Discord takes no answer in time', { cause: error });
      await pause(error.retryAfterMs, undefined, { ref: false });
      return patiently(post);
    }
  }

  return {
    isRefused: (discussion) => (refusedUntil.get(discussion) ?? 0) > clock(),
    async say({ guild, discussion, message, member }, view, part) {
      const nonceOf = ['turn', message, part];
      const spot = { guild, channel: discussion, replyTo: message, nonceOf, member, source: message };
      const place = services.delivery.at(spot);
      await patiently(() => place.show(view));
      const { refused } = place;
      // What is gone is forgotten, what is closed is left alone for a while, and nothing is said of either.
      if (refused === 'gone') await services.discuss.end(guild, discussion);
      else if (refused !== null) refusedUntil.set(discussion, clock() + REFUSED_PAUSE_MS);
      return refused;
    },
  };
}
