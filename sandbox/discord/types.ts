/** The things of Discord as the stand-in keeps them in memory. */
import type { Json } from '../common/json.ts';

export interface User {
  id: string;
  username: string;
  displayName: string;
  isBot: boolean;
}

export interface Role {
  id: string;
  name: string;
  permissions: bigint;
  isMentionable: boolean;
}

export interface Member {
  user: User;
  roleIds: Set<string>;
  joinedAt: number;
}

/** Permissions of a role (type 0) or a member (type 1) in one channel. */
interface Overwrite {
  id: string;
  type: 0 | 1;
  allow: bigint;
  deny: bigint;
}

export interface Guild {
  id: string;
  name: string;
  ownerId: string;
  locale: string;
  roles: Map<string, Role>;
  members: Map<string, Member>;
  /** Its own ones, in the order they were added. */
  emojis?: { id: string; name: string }[];
  /** An outage of Discord, not a removal of the bot. */
  isUnavailable: boolean;
}

export const ChannelType = {
  text: 0,
  dm: 1,
  groupDm: 3,
  announcement: 5,
  announcementThread: 10,
  publicThread: 11,
  privateThread: 12,
  forum: 15,
} as const;

interface ThreadState {
  ownerId: string;
  isArchived: boolean;
  isLocked: boolean;
  autoArchiveMinutes: number;
  archiveChangedAt: number;
  memberIds: Set<string>;
}

export interface Channel {
  id: string;
  type: number;
  name: string;
  topic: string | null;
  guildId: string | undefined;
  parentId: string | undefined;
  overwrites: Overwrite[];
  /** Of a direct message: the people in it. */
  recipientIds: string[];
  thread: ThreadState | undefined;
  lastMessageId: string | null;
}

export interface Attachment {
  id: string;
  filename: string;
  contentType: string;
  description: string | undefined;
  bytes: Buffer;
}

/** Who would have had a notification: computed from the text, `allowed_mentions` and the author's permissions. */
export interface Pinged {
  everyone: boolean;
  users: string[];
  roles: string[];
}

/** What a reader sees of a message at one moment. */
export interface MessageFace {
  content: string;
  embeds: Json[];
  components: Json[];
  attachments: Attachment[];
  flags: number;
}

export interface Message extends MessageFace {
  id: string;
  channelId: string;
  guildId: string | undefined;
  author: User;
  /** Set for messages of other webhooks and for interaction answers (then the application's id). */
  webhookId: string | undefined;
  type: number;
  createdAt: number;
  editedAt: number | undefined;
  /** Of an ephemeral message: the one person who sees it. */
  onlyFor: string | undefined;
  reference: { messageId: string; channelId: string } | undefined;
  interaction: { id: string; type: number; userId: string; name: string | undefined } | undefined;
  nonce: string | number | undefined;
  mentionedIds: string[];
  mentionedRoleIds: string[];
  mentionsEveryone: boolean;
  pinged: Pinged;
  reactions: Map<string, Set<string>>;
  threadId: string | undefined;
  isDeleted: boolean;
}

export const MessageFlag = {
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

export const InteractionType = { command: 2, component: 3, autocomplete: 4, modal: 5 } as const;

export const CallbackType = {
  pong: 1,
  message: 4,
  defer: 5,
  deferUpdate: 6,
  update: 7,
  autocomplete: 8,
  modal: 9,
} as const;

export interface Acknowledgement {
  type: number;
  /** From the interaction's creation, in ms. */
  afterMs: number;
}

export interface Interaction {
  id: string;
  token: string;
  type: number;
  createdAt: number;
  user: User;
  guildId: string | undefined;
  channelId: string;
  locale: string;
  /** Installed for a user, not in this guild: the bot has no channel routes here. */
  isUserInstalled: boolean;
  commandName: string | undefined;
  /** The message whose component was used, or that the modal was opened from. */
  sourceMessageId: string | undefined;
  acknowledgement: Acknowledgement | undefined;
  /** The message that `@original` means: the answer, the deferral or, for updates, the source message. */
  originalId: string | undefined;
  followUpIds: string[];
  modal: Json | undefined;
  choices: Json[] | undefined;
  data: Json;
}

/** One state that one message had: what was visible, and from when. */
export interface TimelineEntry {
  at: number;
  kind: 'created' | 'edited' | 'deleted';
  messageId: string;
  channelId: string;
  onlyFor: string | undefined;
  authorId: string;
  isThinking: boolean;
  text: string;
  face: MessageFace;
}
