/** The one way out, put together: places, what is remembered of them, and the rest that the bot does to messages. */
import { type Clock, isOutsideGuilds, type PostedMessages } from '#domain';

import type { DiscordRest } from '../connection/rest.ts';
import type { Delivery } from '../contracts/delivery.ts';
import type { GuildFacts } from '../contracts/guild-facts.ts';
import type { ControlStates } from '../contracts/services.ts';
import { label } from './escape.ts';
import { LIMITS } from './limits.ts';
import { placeAt, placeUnder } from './place.ts';
import { createPosted } from './posted.ts';
import { refusedBy } from './refusals.ts';
import { createWire } from './wire.ts';

export interface DeliveryDependencies {
  readonly rest: DiscordRest;
  readonly controls: ControlStates;
  readonly posted: PostedMessages;
  readonly facts: Pick<GuildFacts, 'lacking'>;
  readonly clock: Clock;
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
}

export function createDelivery({ rest, controls, posted, facts, clock, log }: DeliveryDependencies): Delivery {
  const wire = createWire({ rest, controls, clock });
  const memory = createPosted({ wire, posted, clock, log });
  /** Discord refuses a reply to a message that the bot may not read. */
  const withoutHistory = (guild: string, channel: string): boolean =>
    (facts.lacking(guild, channel, ['ReadMessageHistory'])?.length ?? 0) > 0;
  return {
    under(ref, member, isResumed) {
      const { guild, channelId: channel } = ref;
      return placeUnder(wire, ref, {
        isResumed,
        onPublic: (id, { about }) => about && memory.remember(guild, { id, channel, member, source: null }, about),
      });
    },
    at(spot) {
      const { guild, channel, replyTo, member = null, source = null } = spot;
      const isReply = replyTo !== undefined && !withoutHistory(guild, channel);
      return placeAt(wire, { ...spot, replyTo: isReply ? replyTo : null }, (id, { about }) => {
        // In a direct message nobody but the asker sees it.
        if (about && !isOutsideGuilds(guild)) memory.remember(guild, { id, channel, member, source }, about);
      });
    },
    isAcknowledged: (ref) => wire.isAcknowledged(ref),
    async openThread(channel, message, name) {
      try {
        return await wire.startThread(channel, message, label(name, LIMITS.threadName));
      } catch (error) {
        return { refused: refusedBy(error) };
      }
    },
    async react(channel, message, emoji) {
      try {
        await wire.react(channel, message, emoji);
        return null;
      } catch (error) {
        return refusedBy(error);
      }
    },
    async typing(channel) {
      // Only a courtesy.
      await wire.typing(channel).catch(() => undefined);
    },
    replyTo: (channel, message, author) => wire.replyTo(channel, message, author),
    drawAgain: (guild, article, draw) => memory.drawAgain(guild, article, draw),
    removeAnswers: (guild, source) => memory.removeAnswers(guild, source),
  };
}
