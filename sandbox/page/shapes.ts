/** What the page's server and the page in the browser tell one another. Types only: the browser gets them stripped. */
import type { Json } from '../common/json.ts';

export interface PagePerson {
  id: string;
  name: string;
  isBot: boolean;
}

export interface PageGuild {
  id: string;
  name: string;
  members: PagePerson[];
  roles: { id: string; name: string }[];
}

export interface PageChannel {
  id: string;
  /** `undefined` for the direct messages with the bot. */
  guildId: string | undefined;
  /** Of a thread: its channel. */
  parentId: string | undefined;
  name: string;
  topic: string;
  type: number;
  isPrivate: boolean;
  isArchived: boolean;
  isLocked: boolean;
  lastMessageId: string | null;
  may: { write: boolean; useCommands: boolean; react: boolean; manageMessages: boolean; openThreads: boolean };
}

export interface PageFile {
  id: string;
  name: string;
  contentType: string;
  size: number;
  /** On the page's own address. */
  url: string;
}

export interface PageMessage {
  id: string;
  channelId: string;
  author: PagePerson;
  /** ms since the epoch. */
  at: number;
  isEdited: boolean;
  isThinking: boolean;
  /** Only the person of this view sees it. */
  isPrivate: boolean;
  content: string;
  embeds: Json[];
  components: Json[];
  files: PageFile[];
  reactions: { emoji: string; count: number; isMine: boolean; names: string[] }[];
  replyTo: { id: string; author: string; excerpt: string } | undefined;
  threadId: string | undefined;
  /** The command that this message answers. */
  used: { by: string; name: string } | undefined;
  /** Names of those who would have had a notification. */
  pinged: string[];
  /** Whether there is something behind it: the bot wrote it. */
  isAnswer: boolean;
}

/** A use of a command, button or form by the person of this view, as long as it has no answer. */
export interface PageRun {
  id: string;
  channelId: string;
  name: string;
  kind: 'command' | 'component' | 'form';
  /** The message whose component was used. */
  sourceMessageId: string | undefined;
  customId: string | undefined;
  state: 'waiting' | 'failed';
}

export interface PageStatus {
  me: PagePerson;
  people: PagePerson[];
  bot: PagePerson;
  isBotConnected: boolean;
  engine: string;
  siteUrl: string;
  /** Pages of the local news site to try the bot with. */
  articles: { title: string; url: string; note: string }[];
  /** What the person at the page must know, for example that an earlier state could not be read. */
  notices: readonly string[];
}

/** Everything that one person sees, by key: `status`, `guild:ID`, `channel:ID`, `message:ID`, `commands:GUILD`, `run:ID`, `typing:CHANNEL`. */
export interface PageThings {
  status?: PageStatus;
  [guild: `guild:${string}`]: PageGuild;
  [channel: `channel:${string}`]: PageChannel;
  [message: `message:${string}`]: PageMessage;
  /** Definitions as the bot registered them. */
  [commands: `commands:${string}`]: Json[];
  [run: `run:${string}`]: PageRun;
  [typing: `typing:${string}`]: true;
}

/** One event of the stream: things that are new or other, and keys of those that are gone. */
export interface PageUpdate {
  /** True for the first: what was known before is no longer true. */
  isStart: boolean;
  put: PageThings;
  drop: string[];
}

export interface SentFile {
  name: string;
  contentType: string;
  base64: string;
}
export type SentValue = string | number | boolean | SentFile;

export type PageAct =
  | { kind: 'command'; channel: string; command: string; options: Record<string, SentValue> }
  | { kind: 'menu'; command: string; message: string }
  | { kind: 'autocomplete'; channel: string; command: string; option: string; typed: string }
  | { kind: 'button'; message: string; customId: string }
  | { kind: 'select'; message: string; customId: string; values: string[] }
  | { kind: 'form'; run: string; values: Record<string, string | string[] | SentFile[]> }
  | { kind: 'post'; channel: string; content: string; replyTo: string | undefined; files: SentFile[] }
  | { kind: 'edit'; message: string; content: string }
  | { kind: 'delete'; message: string }
  | { kind: 'react'; message: string; emoji: string; isOn: boolean }
  | { kind: 'thread'; message: string; name: string };

/** What an act gave at once; everything else arrives by the stream. */
export interface ActResult {
  /** Set when it could not be done: a sentence. */
  error?: string;
  /** A form that the bot opened, to be filled and sent as act `form`. */
  form?: { run: string; definition: Json };
  choices?: { name: string; value: string | number }[];
  threadId?: string;
  messageId?: string;
}

/** What stands behind a message of the bot. Times are ms since the epoch. */
export interface Behind {
  /** When the person acted: the use of the command or button, else when the message came. */
  startedAt: number;
  acknowledged: { type: number; afterMs: number } | undefined;
  requests: BehindRequest[];
  /** Every state that the message had. */
  states: { at: number; kind: 'created' | 'edited' | 'deleted'; isThinking: boolean; text: string }[];
  /** What the bot told of its work on it. */
  work: Work[];
}

export interface BehindRequest {
  method: string;
  route: string;
  at: number;
  tookMs: number | undefined;
  status: number;
  code: number | undefined;
  body: unknown;
  files: { filename: string; size: number }[];
  problems: string[];
}

/** What the bot did for one request, as it tells a parent process that listens. */
export interface Work {
  /** Of the interaction or message that asked. */
  request: string | null;
  startedAt: number;
  durationMs: number;
  /** Code of the failure; `null` when there is a briefing. */
  failure: string | null;
  isFromCache: boolean;
  stages: { name: string; afterMs: number }[];
  engine: { name: string; model: string | null } | null;
  calls: { purpose: string; model: string; input: number; output: number; estimated: boolean }[];
  article: {
    title: string | null;
    address: string | null;
    language: string;
    words: number;
    extent: string;
    reasons: string[];
    text: string;
    sentences: { number: number; start: number; end: number; paragraph: number }[];
    quotations: { id: string; start: number; end: number }[];
  } | null;
  lines: WorkLine[];
  checks: { about: string; decision: string; reasons: string[] }[];
}

export interface WorkLine {
  kind: string;
  text: string;
  /** Numbers of sentences. */
  evidence: number[];
  quotations: string[];
  speaker: string | null;
  stance: string | null;
  origin: string | null;
}
