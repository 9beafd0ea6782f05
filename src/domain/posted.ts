/** Which messages show which article, so that they can be corrected, marked, linked to and deleted. */

export interface PostedMessage {
  /** Message id. */
  readonly id: string;
  readonly channel: string;
  readonly article: string;
  /** User id of the member who asked for it; `null` for an offer that nobody asked for. */
  readonly member: string | null;
  /** The message that the link stood in, if it was answered there. */
  readonly source: string | null;
  readonly kind: 'briefing' | 'positions' | 'answer' | 'offer' | 'discussion';
  /** Output language, ISO 639-1. */
  readonly language: string;
  /** ms since the epoch. */
  readonly postedAt: number;
  /** What room `discord` needs to draw the message again, as JSON; absent where it cannot be drawn again. */
  readonly state?: unknown;
}

/** The list of public messages; messages that only one person sees are not remembered. Kept as long as the results. */
export interface PostedMessages {
  add(guild: string, message: PostedMessage): Promise<void>;
  byId(guild: string, id: string): Promise<PostedMessage | undefined>;
  /** Newest first. */
  ofArticle(guild: string, article: string): Promise<readonly PostedMessage[]>;
  /** Messages that answer one source message. */
  ofSource(guild: string, source: string): Promise<readonly PostedMessage[]>;
  /** The message that showed an article last in a channel: a question that names no article is about this one. */
  lastIn(guild: string, channel: string): Promise<PostedMessage | undefined>;
  forget(guild: string, id: string): Promise<void>;
  /** Forgets which member asked for the message. */
  disown(guild: string, id: string): Promise<void>;
  /** Messages that a member asked for. Deleting them in Discord is left to room `discord`. */
  ofMember(guild: string, member: string): Promise<readonly PostedMessage[]>;
}

export interface PostName {
  readonly guild: string;
  readonly channel: string;
  /** What the post is about: an article's id, a source message and link, or an interaction's id. */
  readonly about: string;
  /** Posts of different kinds about one thing are different posts. */
  readonly kind: string;
}

export type PostState =
  | { readonly state: 'mine' }
  /**
   * An earlier attempt began at `since` (ms since the epoch), and nobody knows how it ended. While Discord still remembers
   * the nonce, send again with it. Later, look for the message first; where looking does not tell, do not send.
   */
  | { readonly state: 'in-doubt'; readonly since: number }
  | { readonly state: 'sent'; readonly message: string };

/**
 * Makes sure that a post is sent once, over retries and restarts. A post is named by what it is about, not by the
 * attempt.
 */
export interface Outbox {
  /** To be called before the request is sent. The caller that gets `mine` sends it. */
  begin(post: PostName): Promise<PostState>;
  /** Takes over an attempt in doubt. `false`: another caller has taken it over. */
  again(post: PostName, since: number): Promise<boolean>;
  sent(post: PostName, message: string): Promise<void>;
  /** To be called when the request certainly had no effect (refused, never sent): another attempt may begin. */
  release(post: PostName): Promise<void>;
}
