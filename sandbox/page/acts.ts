/** Does in the stand-in what a person did on the page. */
import type { Json } from '../common/json.ts';
import type { DiscordSandbox } from '../discord/discord.ts';
import { Permission } from '../discord/permissions.ts';
import type { Run } from '../discord/run.ts';
import type { OptionValue, UploadedFile } from '../discord/slash.ts';
import { CallbackType } from '../discord/types.ts';
import { channelPermissions } from '../discord/world.ts';
import type { ActResult, PageAct, SentFile, SentValue } from './shapes.ts';

/** Forms that people have open; the oldest are forgotten. */
const FORMS_KEPT = 50;

/** Does what a person did in the page. Never rejects: what cannot be done is a sentence. */
export type Performer = (userId: string, act: PageAct) => Promise<ActResult>;

export function createPerformer(discord: DiscordSandbox): Performer {
  const forms = new Map<string, Run>();
  /** A component or command may open a form; the browser has to hear of it at once. */
  const formOf = async (run: Run): Promise<ActResult> => {
    const acknowledged = await run.acknowledged().catch(() => undefined);
    if (acknowledged?.type !== CallbackType.modal || !run.interaction.modal) return {};
    forms.set(run.interaction.id, run);
    for (const id of [...forms.keys()].slice(0, -FORMS_KEPT)) forms.delete(id);
    return { form: { run: run.interaction.id, definition: run.interaction.modal } };
  };
  return async (user, act) => {
    try {
      return await perform(discord, forms, formOf, user, act);
    } catch (error) {
      return { error: sentence(error) };
    }
  };
}

/** The acts speak to developers; a sentence in the page begins with a capital and ends with a stop. */
function sentence(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const begun = `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
  return /[.!?]$/u.test(begun) ? begun : `${begun}.`;
}

async function perform(
  discord: DiscordSandbox,
  forms: ReadonlyMap<string, Run>,
  formOf: (run: Run) => Promise<ActResult>,
  user: string,
  act: PageAct,
): Promise<ActResult> {
  const { act: acts } = discord;
  switch (act.kind) {
    case 'command': {
      const options = Object.fromEntries(Object.entries(act.options).map(([name, value]) => [name, optionOf(value)]));
      return formOf(acts.slash({ channel: act.channel, user, command: act.command, options }));
    }
    case 'menu': {
      const channel = channelOfMessage(discord, act.message);
      return formOf(acts.messageCommand({ channel, user, command: act.command, message: act.message }));
    }
    case 'autocomplete':
      return { choices: await acts.autocomplete({ ...act, user }).choices({ timeoutMs: 3000 }) };
    case 'button':
      return formOf(acts.button(act.message, act.customId, user));
    case 'select':
      return formOf(acts.select(act.message, act.customId, act.values, user));
    case 'form': {
      const opener = forms.get(act.run);
      if (!opener)
        throw new Error('This form is no longer open. Open it again with the button or command that led to it');
      const values = Object.entries(act.values).map(([name, value]) => [name, formValue(value)] as const);
      return formOf(acts.submitModal(opener, Object.fromEntries(values)));
    }
    case 'thread': {
      const channel = channelOfMessage(discord, act.message);
      return { threadId: acts.openThread({ channel, user, name: act.name, message: act.message }).id };
    }
    case 'post': {
      const files = act.files.map(fileOf);
      const { channel, content, replyTo } = act;
      return { messageId: acts.post({ channel, user, content, files, ...(replyTo ? { replyTo } : {}) }).id };
    }
    case 'edit':
    case 'delete':
    case 'react':
      changeMessage(discord, user, act);
      return {};
  }
}

type MessageAct = Extract<PageAct, { kind: 'edit' | 'delete' | 'react' }>;

function changeMessage(discord: DiscordSandbox, user: string, act: MessageAct): void {
  const message = discord.world.messages.get(act.message);
  if (!message || message.isDeleted) throw new Error('This message is no longer there');
  const isOwn = message.author.id === user || message.onlyFor === user;
  switch (act.kind) {
    case 'edit':
      if (message.author.id !== user) throw new Error('Only the author can edit a message');
      return discord.act.edit(message, act.content);
    case 'delete': {
      const channel = discord.world.channels.get(message.channelId);
      const bits = channel ? channelPermissions(discord.world, user, channel) : 0n;
      if (!isOwn && !(bits & Permission.MANAGE_MESSAGES))
        throw new Error('You may delete your own messages here, not those of others');
      return discord.act.delete(message);
    }
    case 'react':
      return act.isOn ? discord.act.react(message, act.emoji, user) : discord.act.unreact(message, act.emoji, user);
  }
}

function channelOfMessage(discord: DiscordSandbox, id: string): string {
  const message = discord.world.messages.get(id);
  if (!message) throw new Error('This message is no longer there');
  return message.channelId;
}

function optionOf(value: SentValue): OptionValue {
  return typeof value === 'object' ? fileOf(value) : value;
}

function formValue(value: string | string[] | SentFile[]): string | string[] | UploadedFile[] {
  if (typeof value === 'string') return value;
  const files = value.filter((one) => typeof one === 'object');
  return files.length > 0 ? files.map(fileOf) : value.filter((one) => typeof one === 'string');
}

function fileOf(file: SentFile): UploadedFile {
  return { name: file.name, contentType: file.contentType, bytes: Buffer.from(file.base64, 'base64') };
}

/** Whether a value from the browser has the shape of an act, as far as the acts do not check themselves. */
export function isAct(value: Json): boolean {
  const kinds = [
    'command',
    'menu',
    'autocomplete',
    'button',
    'select',
    'form',
    'post',
    'edit',
    'delete',
    'react',
    'thread',
  ];
  return kinds.includes(String(value['kind']));
}
