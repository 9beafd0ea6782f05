/** What the gateway tells of servers: who may do what in which channel, and what the bot lacks. */

/** Whether somebody may see a channel and write there. */
export interface ChannelRights {
  readonly admin: boolean;
  readonly bot: boolean;
}

/** Every right that the bot may need in a channel, by Discord's names: what the invite asks for, and nothing else. */
export const RIGHTS = [
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'CreatePublicThreads',
  'AddReactions',
  'ReadMessageHistory',
  'AttachFiles',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Rights that `/help` tells of where they are lacking, by what they are for. */
export const RIGHTS_FOR = {
  view: ['ViewChannel'],
  send: ['SendMessages'],
  thread: ['CreatePublicThreads', 'SendMessagesInThreads'],
  react: ['AddReactions'],
  history: ['ReadMessageHistory'],
} as const satisfies Readonly<Record<string, readonly Right[]>>;
export type MissingRight = keyof typeof RIGHTS_FOR;

/** Who asks, with the roles that their interaction names: a cache may be behind. */
export interface Who {
  readonly userId: string;
  readonly roles: readonly string[];
}

export interface GuildFacts {
  /** The channel that settings know: of a thread, its parent. */
  parentOf(guild: string, channel: string): string;
  /** `null`: the server has no such channel, or the bot does not know it. */
  rights(guild: string, channel: string, who: Who): ChannelRights | null;
  /** What the bot lacks of these rights. `null` as for `rights`. */
  lacking(guild: string, channel: string, needed: readonly Right[]): readonly Right[] | null;
  /** The bot may read what people write. */
  readsMessages(): boolean;
}
