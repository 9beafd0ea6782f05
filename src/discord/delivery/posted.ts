/** What everybody sees: remembered once, drawn again from there, and gone with the message that it answers. */
import { Routes } from 'discord.js';

import { type Clock, describeError, type PostedMessage, type PostedMessages } from '#domain';

import type { Delivery } from '../contracts/delivery.ts';
import type { AboutView, MessageView } from '../contracts/view.ts';
import { verdictOn } from './refusals.ts';
import type { Wire } from './wire.ts';

/** Deleted messages kept in mind: longer than any answer is on its way. */
const GONE_REMEMBERED = 1000;

export interface PostedDependencies {
  readonly wire: Wire;
  readonly posted: PostedMessages;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

/** Where it stands, who asked for it (user id), and the message that it answers. */
export type PostedWhere = Pick<PostedMessage, 'id' | 'channel' | 'member' | 'source'>;

export interface Posted extends Pick<Delivery, 'drawAgain' | 'removeAnswers'> {
  /** Does not wait for the store; what cannot be remembered is logged. */
  remember(guild: string, where: PostedWhere, about: AboutView): void;
}

export function createPosted({ wire, posted, clock, log }: PostedDependencies): Posted {
  /** Messages deleted lately: an answer that is on its way to one of them goes again when it arrives. */
  const gone = new Set<string>();
  /** Settles when everything shown so far is remembered. */
  let remembering: Promise<unknown> = Promise.resolve();

  async function add(guild: string, where: PostedWhere, about: AboutView): Promise<void> {
    // An offer that became an answer still belongs to the message with the link.
    const source = where.source ?? (await posted.byId(guild, where.id))?.source ?? null;
    await posted.add(guild, { ...about, ...where, source, postedAt: clock() });
    if (source !== null && gone.has(source)) await removeAll(guild, source);
  }

  async function removeAll(guild: string, source: string): Promise<void> {
    for (const { id, channel } of await posted.ofSource(guild, source)) {
      const refusal = await wire.remove(channel, id);
      // What the bot may not remove still stands, and can still be corrected.
      if (refusal === null || refusal === 'gone') await posted.forget(guild, id);
    }
  }

  return {
    remember(guild, where, about) {
      const added = add(guild, where, about).catch((error: unknown) =>
        log({ level: 'error', event: 'not remembered', cause: describeError(error) }),
      );
      // Without their values: each would hold the one before it, for as long as the process lives.
      remembering = Promise.all([remembering, added]).then(() => undefined);
    },
    async drawAgain(guild, article, draw) {
      let changed = 0;
      try {
        // A message that was just changed to show something else is not to be changed back.
        await remembering;
        for (const post of await posted.ofArticle(guild, article)) {
          if (post.article !== article) continue;
          const view = await draw(post);
          const outcome = view && (await edit(wire, guild, post, view));
          if (outcome === 'done') changed += 1;
          if (outcome === 'gone') await posted.forget(guild, post.id);
        }
      } catch {
        // The store does not answer: what is kept has changed all the same, and the next look at it says so.
      }
      return changed;
    },
    async removeAnswers(guild, source) {
      gone.add(source);
      const [oldest] = gone;
      if (gone.size > GONE_REMEMBERED && oldest !== undefined) gone.delete(oldest);
      await removeAll(guild, source);
    },
  };
}

/** `failed`: not this time. */
async function edit(
  wire: Wire,
  guild: string,
  { id, channel }: PostedMessage,
  view: MessageView,
): Promise<'done' | 'gone' | 'failed'> {
  try {
    await wire.keep(guild, view.controls);
    await wire.patch(Routes.channelMessage(channel, id), view);
    return 'done';
  } catch (error) {
    return verdictOn(error) === 'gone' ? 'gone' : 'failed';
  }
}
