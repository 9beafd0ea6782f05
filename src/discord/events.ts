/** Who hears what: each event of Discord's gateway, and each message that an earlier run left, goes to one part of the bot. */
import { type Client, Events, type Message } from 'discord.js';

import { type AcceptedRequest, describeError, type OpenRequest } from '#domain';

import { controls } from './controls.ts';
import { createDiscussions, goneChannel } from './discussions/listener.ts';
import { createDispatch, type DispatchDependencies } from './interactions/dispatch.ts';
import { resumeMessages } from './interactions/resumed-messages.ts';
import { answerMention, goOnWithMention, isAddressed } from './links/mentions.ts';
import { createPostedLinks } from './links/posted.ts';
import { answerReaction } from './links/reacted.ts';
import { createStops } from './links/stops.ts';

export interface Hearing {
  /** From now on the client's events are heard. */
  listen(client: Client): void;
  /** Goes on with what an earlier run had accepted and not answered. */
  resume(left: readonly OpenRequest[], client: Client<true>): Promise<void>;
}

/** @param begin runs the handling of an event on behalf of the interaction or message with this id */
export function createHearing(
  edge: Omit<DispatchDependencies, 'controls'>,
  begin: (id: string, run: () => Promise<void>) => void,
): Hearing {
  const { services, signal, log } = edge;
  const { discuss, delivery } = services;
  const stops = createStops(signal);
  const interactions = createDispatch({ ...edge, controls });
  const discussions = createDiscussions(edge);
  const links = createPostedLinks(edge, stops);

  /** An event that fails is written down, and the next is served. */
  async function guarded(event: string, run: () => Promise<void>): Promise<void> {
    try {
      await run();
    } catch (error) {
      log({ level: 'error', event, cause: describeError(error) });
    }
  }
  const hear = (event: string, id: string, run: () => Promise<void>): void => begin(id, () => guarded(event, run));

  /** Of a discussion, else meant for the bot, else perhaps with links that nobody asked about. */
  async function posted(message: Message): Promise<void> {
    if (await discussions.heard(message)) return;
    if (isAddressed(message)) await answerMention(message, edge);
    else await links.posted(message);
  }

  async function deleted(guild: string | null, messages: readonly string[]): Promise<void> {
    if (guild === null) return;
    for (const id of messages) {
      stops.stop(id);
      await delivery.removeAnswers(guild, id);
    }
  }

  /** `false`: there is nothing to go on with. */
  async function goOn(message: Message, { guild, channel }: AcceptedRequest): Promise<boolean> {
    const shown = await delivery.replyTo(channel, message.id, message.client.user.id);
    // What is said in a discussion is said whole.
    if (await discuss.get(guild, channel)) return shown === null && discussions.heard(message, true);
    await guarded('message', () => goOnWithMention(message, shown, edge));
    return true;
  }

  return {
    listen(client) {
      client.on(Events.InteractionCreate, (interaction) =>
        hear('interaction', interaction.id, () => interactions.handle(interaction)),
      );
      client.on(Events.MessageCreate, (message) => hear('message', message.id, () => posted(message)));
      client.on(Events.MessageUpdate, (_before, after) => hear('edit', after.id, () => links.edited(after)));
      client.on(Events.MessageDelete, ({ guildId, id }) => hear('deletion', id, () => deleted(guildId, [id])));
      client.on(Events.MessageBulkDelete, (all) =>
        hear('deletion', all.firstKey() ?? '', () => deleted(all.first()?.guildId ?? null, [...all.keys()])),
      );
      client.on(Events.MessageReactionAdd, (reaction, user) =>
        hear('reaction', reaction.message.id, () => answerReaction(reaction, user, stops, edge)),
      );
      // Of threads that are not in its cache discord.js tells nobody.
      client.on(Events.Raw, (packet: unknown) => {
        const gone = goneChannel(packet);
        if (gone) hear('channel deleted', gone.channel, () => discuss.end(gone.guild, gone.channel));
      });
    },
    async resume(left, client) {
      await Promise.all([interactions.resume(left), resumeMessages(left, client, { ...edge, goOn })]);
    },
  };
}
