/** Which messages show which article, so that they can be corrected, marked, linked to and deleted. */

export interface PostedMessage {
  /** Message id. */
  readonly id: string;
  readonly channel: string;
  readonly article: string;
  /** User id of who asked for it; `null` for an offer that nobody asked for. */
  readonly member: string | null;
  /** The message that the link stood in, if it was answered there. */
  readonly source: string | null;
  readonly kind: 'briefing' | 'positions' | 'answer' | 'offer' | 'discussion';
  /** Output language, ISO 639-1. */
  readonly language: string;
  /** ms since the epoch. */
  readonly postedAt: number;
  /** What whoever posted it needs to draw it again, as JSON; absent where it cannot be. */
  readonly state?: unknown;
}

/** Public messages only: what one person was shown privately is remembered nowhere. Kept as long as the results. */
export interface PostedMessages {
  add(guild: string, message: PostedMessage): Promise<void>;
  byId(guild: string, id: string): Promise<PostedMessage | undefined>;
  /** Newest first. */
  ofArticle(guild: string, article: string): Promise<readonly PostedMessage[]>;
  /** Those that answer one source message. */
  ofSource(guild: string, source: string): Promise<readonly PostedMessage[]>;
  /** The article shown last in a channel, for "ask" without an article. */
  lastIn(guild: string, channel: string): Promise<PostedMessage | undefined>;
  forget(guild: string, id: string): Promise<void>;
  /** Forgets who asked for it. */
  disown(guild: string, id: string): Promise<void>;
  /** Those a member asked for; the messages themselves are for the edge to delete. */
  ofMember(guild: string, member: string): Promise<readonly PostedMessage[]>;
}

export interface PostName {
  readonly guild: string;
  readonly channel: string;
  /** What it is about: an article's id, a source message and link, an interaction's id. */
  readonly about: string;
  /** Posts of different kinds about the same thing are different posts. */
  readonly kind: string;
}

export type PostState =
  | { readonly state: 'mine' }
  /**
   * An earlier attempt began then (ms since the epoch) and its end is unknown. While Discord still knows the nonce, send
   * again with it; later, look for the message first, and if that does not tell, do not send.
   */
  | { readonly state: 'in-doubt'; readonly since: number }
  | { readonly state: 'sent'; readonly message: string };

/** Posting once, over retries and restarts. A post is named by what it is about, not by the attempt. */
export interface Outbox {
  /** Before the request leaves. Whoever is answered `mine` sends. */
  begin(post: PostName): Promise<PostState>;
  /** Takes over an attempt in doubt. `false`: somebody else has. */
  again(post: PostName, since: number): Promise<boolean>;
  sent(post: PostName, message: string): Promise<void>;
  /** The request certainly had no effect (refused, never sent): free again. */
  release(post: PostName): Promise<void>;
}
