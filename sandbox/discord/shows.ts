/** What one person sees in a channel now, in a form that tests can read. */
import { asJson, type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { allComponents, ComponentType, isSelect } from './components.ts';
import { idOf, type Ref } from './guilds.ts';
import { inputOf } from './modal-rules.ts';
import { Permission } from './permissions.ts';
import { readingText } from './reading.ts';
import { type Attachment, type Message, MessageFlag, type Pinged } from './types.ts';
import { canSee, channelPermissions, messagesIn, type World } from './world.ts';

interface ShownButton {
  label: string;
  customId: string | undefined;
  url: string | undefined;
  style: number;
  isDisabled: boolean;
}

interface ShownSelect {
  customId: string;
  type: number;
  placeholder: string;
  options: { label: string; value: string; isChosen: boolean }[];
  minValues: number;
  maxValues: number;
  isDisabled: boolean;
}

/** A message as one reader sees it now, as plain data. */
export interface ShownMessage {
  id: string;
  channelId: string;
  author: string;
  authorId: string;
  /** Content, embeds and components in reading order; see `readingText`. */
  text: string;
  content: string;
  embeds: Json[];
  components: Json[];
  buttons: ShownButton[];
  selects: ShownSelect[];
  files: { name: string; contentType: string; text: string; bytes: Buffer }[];
  isThinking: boolean;
  isEphemeral: boolean;
  isV2: boolean;
  isEdited: boolean;
  flags: number;
  pinged: Pinged;
  /** Emoji and who reacted with it. */
  reactions: { emoji: string; users: string[] }[];
  replyTo: string | undefined;
  threadId: string | undefined;
  at: number;
}

/** A form as its reader sees it. */
export interface ShownModal {
  title: string;
  customId: string;
  text: string;
  fields: {
    customId: string;
    label: string;
    type: number;
    value: string;
    isRequired: boolean;
    maxLength: number | undefined;
  }[];
}

/** The messages of a channel that this person sees, oldest first. */
export function shownIn(world: World, channelRef: Ref, asUser: Ref): ShownMessage[] {
  const channel = world.channels.get(idOf(channelRef));
  const userId = idOf(asUser);
  if (!channel || !canSee(world, userId, channel)) return [];
  const mayRead = (channelPermissions(world, userId, channel) & Permission.READ_MESSAGE_HISTORY) !== 0n;
  return messagesIn(world, channel.id)
    .filter((message) => (message.onlyFor ? message.onlyFor === userId : mayRead))
    .map((message) => shown(world, message));
}

export function shown(world: World, message: Message): ShownMessage {
  const all = allComponents(message.components);
  return {
    id: message.id,
    channelId: message.channelId,
    author: message.author.displayName,
    authorId: message.author.id,
    text: readingText(message),
    content: message.content,
    embeds: message.embeds,
    components: message.components,
    buttons: all.filter((one) => one['type'] === ComponentType.button).map(shownButton),
    selects: all.filter(isSelect).map(shownSelect),
    files: message.attachments.map(shownFile),
    isThinking: (message.flags & MessageFlag.loading) !== 0,
    isEphemeral: message.onlyFor !== undefined,
    isV2: (message.flags & MessageFlag.componentsV2) !== 0,
    isEdited: message.editedAt !== undefined,
    flags: message.flags,
    pinged: message.pinged,
    reactions: [...message.reactions].map(([emoji, users]) => ({
      emoji,
      users: [...users].map((id) => world.users.get(id)?.displayName ?? id),
    })),
    replyTo: message.reference?.messageId,
    threadId: message.threadId,
    at: message.createdAt,
  };
}

function shownButton(button: Json): ShownButton {
  return {
    label: [textOf(asJson(button['emoji'])['name']), textOf(button['label'])].filter(Boolean).join(' '),
    customId: typeof button['custom_id'] === 'string' ? button['custom_id'] : undefined,
    url: typeof button['url'] === 'string' ? button['url'] : undefined,
    style: numberOf(button['style']),
    isDisabled: button['disabled'] === true,
  };
}

function shownSelect(select: Json): ShownSelect {
  const defaults = objectsOf(select['default_values']).map((one) => textOf(one['id']));
  const options = objectsOf(select['options']).map((one) => ({
    label: textOf(one['label']),
    value: textOf(one['value']),
    isChosen: one['default'] === true,
  }));
  return {
    customId: textOf(select['custom_id']),
    type: numberOf(select['type']),
    placeholder: textOf(select['placeholder']),
    options: options.length > 0 ? options : defaults.map((id) => ({ label: id, value: id, isChosen: true })),
    minValues: select['min_values'] === undefined ? 1 : numberOf(select['min_values']),
    maxValues: select['max_values'] === undefined ? 1 : numberOf(select['max_values']),
    isDisabled: select['disabled'] === true,
  };
}

function shownFile(file: Attachment): ShownMessage['files'][number] {
  const isText = /^text\/|json/u.test(file.contentType) || /\.(txt|md|json|csv)$/u.test(file.filename);
  return {
    name: file.filename,
    contentType: file.contentType,
    text: isText ? file.bytes.toString('utf8') : '',
    bytes: file.bytes,
  };
}

export function shownModal(modal: Json): ShownModal {
  const parts = objectsOf(modal['components']);
  const fields = parts.flatMap((part) => {
    const input = inputOf(part);
    if (!input) return [];
    return [
      {
        customId: textOf(input['custom_id']),
        label: textOf(part['label']) || textOf(input['label']),
        type: numberOf(input['type']),
        value: textOf(input['value']),
        isRequired: input['required'] !== false,
        maxLength: typeof input['max_length'] === 'number' ? input['max_length'] : undefined,
      },
    ];
  });
  const lines = parts.map(
    (part) =>
      textOf(part['content']) ||
      [textOf(part['label']), textOf(part['description'])].filter(Boolean).join(': ') ||
      textOf(inputOf(part)?.['label']),
  );
  return {
    title: textOf(modal['title']),
    customId: textOf(modal['custom_id']),
    text: [textOf(modal['title']), ...lines].join('\n'),
    fields,
  };
}
