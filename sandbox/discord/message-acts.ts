/** People write, edit and delete messages, react, and open threads. */
import type { Json } from '../common/json.ts';
import { idOf, openDm, type Ref } from './guilds.ts';
import { createLookups, needRights } from './lookups.ts';
import { addLinkEmbeds, createMessage, deleteMessage, deleteTogether, editMessage, setReaction } from './messages.ts';
import { Permission } from './permissions.ts';
import { type ShownMessage, shown } from './shows.ts';
import { type UploadedFile, upload } from './slash.ts';
import { deleteChannel, openForWriting, openThread, setArchived } from './threads.ts';
import type { Channel } from './types.ts';
import { channelPermissions, type World } from './world.ts';

/** Messages, reactions and threads of people. */
export interface MessageActs {
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
  /** A moderator or another bot deletes several messages of one channel at once. */
  deleteTogether(messages: Ref[]): void;
  react(message: Ref, emoji: string, user: Ref): void;
  unreact(message: Ref, emoji: string, user: Ref): void;
  /** Discord adds the preview of a link a moment after it was posted. */
  unfurl(message: Ref, embeds: Json[]): void;
  openThread(act: { channel: Ref; user: Ref; name: string; message?: Ref; isPrivate?: boolean }): Channel;
  archive(thread: Ref, options?: { isLocked?: boolean }): void;
  deleteChannel(channel: Ref): void;
}

export function createMessageActs(world: World): MessageActs {
  const { channelOf, messageOf, userOf } = createLookups(world);
  return {
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
    deleteTogether(refs) {
      const messages = refs.map(messageOf);
      if (messages[0]) deleteTogether(world, channelOf(messages[0].channelId), messages);
    },
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
