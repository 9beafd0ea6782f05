/** What the page knows and what its person is doing. One object; every change draws the page anew. */
import type { Json } from '../../common/json.ts';
import type {
  Behind,
  PageChannel,
  PageGuild,
  PageMessage,
  PageRun,
  PageStatus,
  PageUpdate,
  SentFile,
  SentValue,
} from '../shapes.ts';
import type { OfferedCommand } from './slash-text.ts';

/** Stands for the direct messages with the bot, where a server's id would stand. */
export const DIRECT = 'direct';

interface Draft {
  text: string;
  files: SentFile[];
  replyTo: string | undefined;
  /** Set once a command was chosen: its options are filled then. */
  command: OfferedCommand | undefined;
  values: Record<string, SentValue>;
  /** Optional options that the person has added. */
  added: string[];
  /** Which suggestion is marked. */
  marked: number;
  /** Suggestions of the bot for the option that is being typed. */
  choices: { option: string; list: { name: string; value: string | number }[] } | undefined;
}

interface Form {
  run: string;
  definition: Json;
  error: string;
}

export interface Model {
  things: Map<string, unknown>;
  isConnected: boolean;
  user: string;
  guild: string;
  channel: string;
  draft: Draft;
  form: Form | undefined;
  /** The message whose menu is open. */
  menu: { message: string; x: number; y: number } | undefined;
  panel:
    | { kind: 'behind'; message: string; behind: Behind | undefined; error: string }
    | { kind: 'articles' }
    | undefined;
  /** The select that is open, and what is marked in it. */
  select: { message: string; customId: string; values: string[] } | undefined;
  editing: { message: string; text: string } | undefined;
  notice: string;
  isListOpen: boolean;
  /** Components that were pressed and have no answer yet: `message customId`. */
  pressed: Set<string>;
  /** The newest message that was seen, by channel. */
  seen: Map<string, string>;
  dismissed: Set<string>;
}

export function emptyDraft(): Draft {
  return {
    text: '',
    files: [],
    replyTo: undefined,
    command: undefined,
    values: {},
    added: [],
    marked: 0,
    choices: undefined,
  };
}

export const model: Model = {
  things: new Map(),
  isConnected: false,
  user: '',
  guild: '',
  channel: '',
  draft: emptyDraft(),
  form: undefined,
  menu: undefined,
  panel: undefined,
  select: undefined,
  editing: undefined,
  notice: '',
  isListOpen: false,
  pressed: new Set(),
  seen: new Map(),
  dismissed: new Set(),
};

let draw: () => void = () => undefined;
let isDue = false;

export function drawWith(drawing: () => void): void {
  draw = drawing;
}

/** Draws the page in a moment, once for all changes until then. */
export function changed(): void {
  if (isDue) return;
  isDue = true;
  // A frame never comes in a window that is not shown; the text for a screen reader should be there all the same.
  setTimeout(() => {
    if (isDue) drawNow();
  }, 0);
}

/** Draws at once: for what gets the focus, so that the next key already arrives there. */
export function drawNow(): void {
  isDue = false;
  draw();
}

export function apply(update: PageUpdate): void {
  if (update.isStart) model.things.clear();
  for (const [key, thing] of Object.entries(update.put)) model.things.set(key, thing);
  for (const key of update.drop) model.things.delete(key);
  model.isConnected = true;
}

function all<T>(kind: string): T[] {
  return [...model.things].filter(([key]) => key.startsWith(`${kind}:`)).map(([, thing]) => thing as T);
}

const byId = (a: { id: string }, b: { id: string }) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

export const status = () => model.things.get('status') as PageStatus | undefined;
export const guilds = () => all<PageGuild>('guild').sort(byId);
export const guildHere = () => model.things.get(`guild:${model.guild}`) as PageGuild | undefined;
export const channels = () => all<PageChannel>('channel').sort(byId);
export const channelOf = (id: string) => model.things.get(`channel:${id}`) as PageChannel | undefined;
export const channelHere = () => channelOf(model.channel);
export const messageOf = (id: string) => model.things.get(`message:${id}`) as PageMessage | undefined;
export const commandsHere = () => (model.things.get(`commands:${model.guild}`) as Json[] | undefined) ?? [];
export const runs = () => all<PageRun>('run').sort(byId);
export const isTyping = (channel: string) => model.things.has(`typing:${channel}`);

export function messagesOf(channel: string): PageMessage[] {
  return all<PageMessage>('message')
    .filter((one) => one.channelId === channel)
    .sort(byId);
}

/** Channels of a server (or the direct messages) that are no threads. */
export function channelsOf(guild: string): PageChannel[] {
  return channels().filter((one) => (one.guildId ?? DIRECT) === guild && one.parentId === undefined);
}

export function threadsOf(channel: string): PageChannel[] {
  return channels().filter((one) => one.parentId === channel && !one.isArchived);
}

export function isUnread(channel: PageChannel): boolean {
  const last = channel.lastMessageId;
  return last !== null && channel.id !== model.channel && last !== model.seen.get(channel.id);
}
