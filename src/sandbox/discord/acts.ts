import { type Json, numberOf, objectsOf, textOf } from '../common/json.ts';
import { CommandType } from './command-rules.ts';
import { ComponentType } from './components.ts';
import { found, idOf, openDm, type Ref } from './guilds.ts';
import { componentOf, type NewInteraction, startInteraction } from './interactions.ts';
import { addLinkEmbeds, createMessage, deleteMessage, editMessage, setReaction } from './messages.ts';
import { submitData } from './modal-submit.ts';
import { Permission, type PermissionName } from './permissions.ts';
import { createRun, type Run } from './run.ts';
import { type ShownMessage, shown } from './shows.ts';
import {
  checkMayUse,
  commandData,
  findCommand,
  type OptionValue,
  selectData,
  type UploadedFile,
  upload,
} from './slash.ts';
import { deleteChannel, openForWriting, openThread, setArchived } from './threads.ts';
import { type Channel, type Interaction, InteractionType, type Message, type User } from './types.ts';
import { attachmentJson, messageJson, userJson } from './wire.ts';
import { botIsIn, canSee, channelPermissions, type World } from './world.ts';

export interface Who {
  channel: Ref;
  user: Ref;
  locale?: string;
}

/** What people do in Discord. Each act that reaches the bot gives a `Run` to await what is shown for it. */
export interface Acts {
  /** `command` may name a subcommand: 'settings language'. */
  slash(act: Who & { command: string; options?: Record<string, OptionValue> }): Run;
  /** Typing into an option with autocomplete. */
  autocomplete(
    act: Who & { command: string; option: string; typed: string; options?: Record<string, OptionValue> },
  ): Run;
  messageCommand(act: Who & { command: string; message: Ref }): Run;
  userCommand(act: Who & { command: string; target: Ref }): Run;
  button(message: Ref, customIdOrLabel: string, user: Ref, options?: { locale?: string }): Run;
  select(message: Ref, customId: string, values: string[], user: Ref, options?: { locale?: string }): Run;
  /** Fills the form that a run opened: values by custom id or label. `user` may be another than the opener only in tests of forgery. */
  submitModal(run: Run, values: Record<string, string | string[] | UploadedFile[]>, options?: { user?: Ref }): Run;
  /** A component press with any custom id, also one that no message shows. */
  forgedButton(message: Ref, customId: string, user: Ref): Run;
  post(act: {
    channel: Ref;
    user: Ref;
    content: string;
    files?: UploadedFile[];
    replyTo?: Ref;
    embeds?: Json[];
    isWebhook?: boolean;
  }): ShownMessage;
  /** A direct message to the bot. */
  dm(user: Ref, content: string): ShownMessage;
  edit(message: Ref, content: string): void;
  delete(message: Ref): void;
  react(message: Ref, emoji: string, user: Ref): void;
  unreact(message: Ref, emoji: string, user: Ref): void;
  /** Discord adds the preview of a link a moment after it was posted. */
  unfurl(message: Ref, embeds: Json[]): void;
  openThread(act: { channel: Ref; user: Ref; name: string; message?: Ref; isPrivate?: boolean }): Channel;
  archive(thread: Ref, options?: { isLocked?: boolean }): void;
  deleteChannel(channel: Ref): void;
}

export function createActs(world: World, isRestBusy: () => boolean): Acts {
  const channelOf = (ref: Ref) => found(world.channels.get(idOf(ref)), 'channel', ref);
  const userOf = (ref: Ref) => found(world.users.get(idOf(ref)), 'user', ref);
  const messageOf = (ref: Ref) => found(liveMessage(world, idOf(ref)), 'message', ref);
  const start = (input: NewInteraction): Run => {
    const startsAt = world.timeline.length;
    return createRun(world, startInteraction(world, input), startsAt, isRestBusy);
  };
  const place = (who: Who) => {
    const channel = channelOf(who.channel);
    const user = userOf(who.user);
    needRights(world, channel, user, ['USE_APPLICATION_COMMANDS']);
    const guild = channel.guildId ? world.guilds.get(channel.guildId) : undefined;
    const isAbroad = guild !== undefined && !botIsIn(world, guild.id);
    return { channel, user, guild, isAbroad };
  };
  const command = (who: Who, name: string, type: number) => {
    const at = place(who);
    const definition = findCommand(world, at.guild?.id, name, type);
    checkMayUse(world, definition, at.user, at.channel, at.isAbroad);
    return { ...at, definition };
  };
  const component = (ref: Ref, user: Ref, data: Json, locale?: string): Run => {
    const message = messageOf(ref);
    return start({
      type: InteractionType.component,
      user: userOf(user),
      channel: channelOf(message.channelId),
      locale,
      data,
      source: message,
    });
  };

  return {
    slash(act) {
      const [name = '', ...path] = act.command.replace(/^\//u, '').split(' ');
      const at = command(act, name, CommandType.chat);
      const data = commandData(world, at.definition, act.options ?? {}, { guild: at.guild, path });
      return start({
        type: InteractionType.command,
        user: at.user,
        channel: at.channel,
        locale: act.locale,
        data,
        commandName: textOf(at.definition['name']),
      });
    },
    autocomplete(act) {
      const at = command(act, act.command, CommandType.chat);
      const option = found(
        objectsOf(at.definition['options']).find((one) => one['name'] === act.option),
        'option',
        act.option,
      );
      if (option['autocomplete'] !== true) throw new Error(`option "${act.option}" has no autocomplete`);
      const others = Object.entries(act.options ?? {}).map(([name, value]) => ({ name, type: 3, value }));
      const data = {
        id: at.definition['id'],
        name: at.definition['name'],
        type: 1,
        options: [...others, { name: act.option, type: option['type'], value: act.typed, focused: true }],
      };
      return start({
        type: InteractionType.autocomplete,
        user: at.user,
        channel: at.channel,
        locale: act.locale,
        data,
        commandName: textOf(at.definition['name']),
      });
    },
    messageCommand(act) {
      const at = command(act, act.command, CommandType.message);
      const target = messageOf(act.message);
      const data = {
        id: at.definition['id'],
        name: at.definition['name'],
        type: 3,
        target_id: target.id,
        resolved: { messages: { [target.id]: messageJson(world, target) } },
      };
      return start({
        type: InteractionType.command,
        user: at.user,
        channel: at.channel,
        locale: act.locale,
        data,
        commandName: textOf(at.definition['name']),
      });
    },
    userCommand(act) {
      const at = command(act, act.command, CommandType.user);
      const target = userOf(act.target);
      const data = {
        id: at.definition['id'],
        name: at.definition['name'],
        type: 2,
        target_id: target.id,
        resolved: { users: { [target.id]: userJson(target) } },
      };
      return start({
        type: InteractionType.command,
        user: at.user,
        channel: at.channel,
        locale: act.locale,
        data,
        commandName: textOf(at.definition['name']),
      });
    },
    button(ref, customIdOrLabel, user, options) {
      const message = messageOf(ref);
      needVisible(world, message, idOf(user));
      const button = componentOf(message, customIdOrLabel);
      if (button['disabled'] === true) throw new Error(`the button "${customIdOrLabel}" is disabled`);
      if (typeof button['custom_id'] !== 'string')
        throw new Error(`"${customIdOrLabel}" is a link: the bot hears nothing of it`);
      return component(
        ref,
        user,
        { custom_id: button['custom_id'], component_type: ComponentType.button, id: numberOf(button['id']) },
        options?.locale,
      );
    },
    select(ref, customId, values, user, options) {
      const message = messageOf(ref);
      needVisible(world, message, idOf(user));
      const guild = message.guildId ? world.guilds.get(message.guildId) : undefined;
      const select = componentOf(message, customId);
      if (select['disabled'] === true) throw new Error(`the select "${customId}" is disabled`);
      return component(
        ref,
        user,
        { ...selectData(world, select, values, guild), id: numberOf(select['id']) },
        options?.locale,
      );
    },
    forgedButton: (ref, customId, user) =>
      component(ref, user, { custom_id: customId, component_type: ComponentType.button, id: 1 }),
    submitModal(run, values, options) {
      const opener = run.interaction;
      const source = opener.sourceMessageId ? liveMessage(world, opener.sourceMessageId) : undefined;
      const user = options?.user ? userOf(options.user) : opener.user;
      const files = (list: UploadedFile[]) =>
        list.map((file) => upload(world, file)).map((one) => attachmentJson(one, world.attachmentBase));
      return start({
        type: InteractionType.modal,
        user,
        channel: channelOf(opener.channelId),
        locale: opener.locale,
        data: submitData(formOf(opener), values, files),
        source,
      });
    },
    post(act) {
      const channel = channelOf(act.channel);
      const user = userOf(act.user);
      needRights(world, channel, user, [channel.thread ? 'SEND_MESSAGES_IN_THREADS' : 'SEND_MESSAGES']);
      openForWriting(world, channel, (channelPermissions(world, user.id, channel) & Permission.MANAGE_THREADS) !== 0n);
      const body: Json = {
        content: act.content,
        embeds: act.embeds ?? [],
        ...(act.replyTo ? { message_reference: { message_id: idOf(act.replyTo) } } : {}),
      };
      const files = (act.files ?? []).map((file) => upload(world, file));
      channel.thread?.memberIds.add(user.id);
      return shown(
        world,
        createMessage(world, {
          channel,
          author: user,
          body,
          files,
          ...(act.isWebhook ? { webhookId: world.nextId() } : {}),
        }),
      );
    },
    dm: (user, content) =>
      shown(
        world,
        createMessage(world, {
          channel: openDm(world, idOf(user)),
          author: userOf(user),
          body: { content },
          files: [],
        }),
      ),
    edit: (ref, content) => void editMessage(world, messageOf(ref), { content }, []),
    delete: (ref) => deleteMessage(world, messageOf(ref)),
    react: (ref, emoji, user) => setReaction(world, messageOf(ref), emoji, idOf(user), true),
    unreact: (ref, emoji, user) => setReaction(world, messageOf(ref), emoji, idOf(user), false),
    unfurl: (ref, embeds) => addLinkEmbeds(world, messageOf(ref), embeds),
    openThread(act) {
      const channel = channelOf(act.channel);
      return openThread(
        world,
        channel,
        { name: act.name, type: act.isPrivate ? 12 : 11 },
        idOf(act.user),
        act.message ? messageOf(act.message) : undefined,
      );
    },
    archive(ref, options) {
      const thread = channelOf(ref);
      if (thread.thread && options?.isLocked !== undefined) thread.thread.isLocked = options.isLocked;
      setArchived(world, thread, true);
    },
    deleteChannel: (ref) => deleteChannel(world, channelOf(ref)),
  };
}

function liveMessage(world: World, id: string): Message | undefined {
  const message = world.messages.get(id);
  return message?.isDeleted ? undefined : message;
}

function formOf(opener: Interaction): Json {
  if (!opener.modal) throw new Error('this interaction opened no form');
  return opener.modal;
}

function needVisible(world: World, message: Message, userId: string): void {
  const channel = world.channels.get(message.channelId);
  const isHidden =
    (message.onlyFor !== undefined && message.onlyFor !== userId) || !channel || !canSee(world, userId, channel);
  if (isHidden) throw new Error('this person does not see the message');
}

/** A person who may not do it in the client cannot do it here either. */
function needRights(world: World, channel: Channel, user: User, names: PermissionName[]): void {
  if (!canSee(world, user.id, channel)) throw new Error(`${user.displayName} does not see #${channel.name}`);
  const bits = channelPermissions(world, user.id, channel);
  const missing = names.filter((name) => !(bits & Permission[name]));
  if (missing.length > 0) throw new Error(`${user.displayName} lacks ${missing.join(', ')} in #${channel.name}`);
}
