/** What the bot asks Discord to tell it: as little as the modes in use need. Pure. */
import { GatewayIntentBits, Partials } from 'discord.js';

import type { ChannelMode } from '#domain';

export interface Subscription {
  readonly intents: readonly GatewayIntentBits[];
  readonly partials: readonly Partials[];
}

/**
 * @param modes in use in any channel
 * @param hasMessageContent the operator lets the bot ask for the privileged intent; without it only messages that mention
 * the bot, and direct ones, come with their text
 */
export function subscriptionFor(modes: ReadonlySet<ChannelMode>, hasMessageContent: boolean): Subscription {
  const isListening = hasMessageContent && [...modes].some((mode) => mode !== 'off');
  const hasReactions = isListening && modes.has('reaction');
  return {
    intents: [
      GatewayIntentBits.Guilds,
      // Mentions and direct messages need no privilege.
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
      // Posted links, and questions in discussions that do not name the bot.
      ...(hasMessageContent ? [GatewayIntentBits.MessageContent] : []),
      ...(hasReactions ? [GatewayIntentBits.GuildMessageReactions] : []),
    ],
    // Deleted, edited and direct messages may be older than this session.
    partials: [Partials.Channel, Partials.Message, ...(hasReactions ? [Partials.Reaction, Partials.User] : [])],
  };
}

export function sameSubscription(a: Subscription, b: Subscription): boolean {
  return JSON.stringify([a.intents, a.partials]) === JSON.stringify([b.intents, b.partials]);
}
