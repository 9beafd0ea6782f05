/** One message per post, over retries, cut connections and restarts. */
import type { Clock, Outbox, PostName, PostState } from '#domain';
import type { Store } from '#store';

/** A post is not tried again after a day: whoever asked has gone. */
const POST_KEPT_MS = 24 * 3_600_000;
const SENDING = 'sending/';
const SENT = 'sent/';

export function createOutbox(atomic: Store['atomic'], clock: Clock): Outbox {
  const keyOf = ({ channel, about, kind }: PostName): string => `post/${JSON.stringify([channel, about, kind])}`;
  const options = { ttlMs: POST_KEPT_MS };

  async function stateOf(post: PostName): Promise<PostState | undefined> {
    const state = await atomic.state(post.guild, keyOf(post));
    if (state === undefined) return undefined;
    if (state.startsWith(SENT)) return { state: 'sent', message: state.slice(SENT.length) };
    return { state: 'in-doubt', since: Number(state.slice(SENDING.length)) };
  }

  async function begin(post: PostName): Promise<PostState> {
    if (await atomic.putIfAbsent(post.guild, keyOf(post), `${SENDING}${clock()}`, options)) return { state: 'mine' };
    // It may have ended between the two questions; then it is free.
    return (await stateOf(post)) ?? begin(post);
  }

  /** Moves on from whatever attempt stands. */
  async function move(post: PostName, to: string | null): Promise<void> {
    const now = await stateOf(post);
    if (now?.state === 'in-doubt')
      await atomic.transition(post.guild, keyOf(post), `${SENDING}${now.since}`, to, options);
  }

  return {
    begin,
    again: (post, since) =>
      // Never the same moment: of two who take over at once only the first may find what it expects.
      atomic.transition(
        post.guild,
        keyOf(post),
        `${SENDING}${since}`,
        `${SENDING}${Math.max(clock(), since + 1)}`,
        options,
      ),
    sent: (post, message) => move(post, `${SENT}${message}`),
    release: (post) => move(post, null),
  };
}
