/** What is done about a link, or on a press, is written down in the outbox first: it is done once, whoever asks again. */
import type { Outbox, PostName } from '#domain';

import type { Claim } from '../interactions/accept.ts';

/**
 * @param message that `done` writes down as sent
 * @param isResumed an earlier run began it, and its end is unknown: this one goes on with it
 */
export function postClaim(outbox: Outbox, post: PostName, message: string, isResumed = false): Claim {
  return {
    async take() {
      const begun = await outbox.begin(post);
      return begun.state === 'mine' || (begun.state === 'in-doubt' && isResumed && outbox.again(post, begun.since));
    },
    done: () => outbox.sent(post, message),
    failed: () => outbox.release(post),
  };
}
