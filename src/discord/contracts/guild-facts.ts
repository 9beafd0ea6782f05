/** What the gateway tells of servers: who may do what in which channel, and what the bot lacks. */
import type { Right } from './rights.ts';

/** Whether somebody may see a channel and write there. */
export interface ChannelRights {
  readonly admin: boolean;
  readonly bot: boolean;
}

export interface GuildFacts {
  /** The channel that settings know: of a thread, its parent. */
  parentOf(guild: string, channel: string): string;
  /**
   * Of whoever pressed or called a command just now, and of the bot.
   * @param user user id
   * @returns `null` when the server has no such channel, or the bot does not know it or them
   */
  rights(guild: string, channel: string, user: string): ChannelRights | null;
  /** What the bot lacks of these rights. `null` as for `rights`. */
  lacking(guild: string, channel: string, needed: readonly Right[]): readonly Right[] | null;
  /** The bot may read what people write. */
  readsMessages(): boolean;
}
