/** Which messages show which article. */
import type { Clock, PostedMessage, PostedMessages } from '#domain';
import type { Store } from '#store';

import { unnamed } from './retention.ts';

/** Messages remembered for one article, channel or source. Older ones can no longer be corrected. */
const LIST_LENGTH = 50;

/** `keptMs`: how long the server keeps results. */
export function createPostedMessages(
  { posted, postedLists }: Pick<Store, 'posted' | 'postedLists'>,
  keptMs: (guild: string) => Promise<number>,
  clock: Clock,
): PostedMessages {
  const listsOf = ({ article, channel, source }: PostedMessage): string[] => [
    `article/${article}`,
    `channel/${channel}`,
    ...(source === null ? [] : [`source/${source}`]),
  ];

  /** A list may name a message that is forgotten already: it was taken off the lists last, or ended first. */
  async function read(guild: string, list: string): Promise<PostedMessage[]> {
    const ids = (await postedLists.get(guild, list)) ?? [];
    const messages = await Promise.all(ids.map((id) => posted.get(guild, id)));
    return messages.filter((message) => message !== undefined);
  }

  return {
    async add(guild, message) {
      const ttlMs = await keptMs(guild);
      // The message first: a list that leads to nothing is passed over, a message on no list would be lost.
      await posted.put(guild, message.id, message, { ttlMs });
      for (const list of listsOf(message))
        await postedLists.update(
          guild,
          list,
          (ids = []) => [message.id, ...ids.filter((id) => id !== message.id)].slice(0, LIST_LENGTH),
          { ttlMs },
        );
    },
    byId: (guild, id) => posted.get(guild, id),
    ofArticle: (guild, article) => read(guild, `article/${article}`),
    ofSource: (guild, source) => read(guild, `source/${source}`),
    lastIn: async (guild, channel) => (await read(guild, `channel/${channel}`))[0],
    async forget(guild, id) {
      const message = await posted.get(guild, id);
      if (!message) return;
      const ttlMs = await keptMs(guild);
      await posted.delete(guild, id);
      for (const list of listsOf(message))
        await postedLists.update(guild, list, (ids = []) => ids.filter((each) => each !== id), { ttlMs });
    },
    async disown(guild, id) {
      const message = await posted.get(guild, id);
      if (!message) return;
      // It ends when it would have ended.
      const ttlMs = Math.max(1, message.postedAt + (await keptMs(guild)) - clock());
      const disowned = (held: PostedMessage): PostedMessage =>
        held.state === undefined
          ? { ...held, member: null }
          : { ...held, member: null, state: unnamed(held.state, message.member) };
      await posted.update(guild, id, (held) => held && disowned(held), { ttlMs });
    },
    async ofMember(guild, member) {
      const messages: PostedMessage[] = [];
      for await (const [, message] of posted.entries(guild)) if (message.member === member) messages.push(message);
      return messages;
    },
  };
}
