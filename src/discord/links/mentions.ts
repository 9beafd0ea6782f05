/** Messages that are meant for the bot: a mention of it with a link, and everything in a direct message. */
import type { Message } from 'discord.js';

import { type AcceptedRequest, type BotError, mayMemberSpend, type Settings, scopeOf } from '#domain';
import type { Wording } from '#texts';

import { showBriefing } from '../briefings/show.ts';
import { sourceOfMessage } from '../briefings/sources.ts';
import type { Place } from '../contracts/delivery.ts';
import type { Edge } from '../contracts/services.ts';
import { acceptMessage, inboxClaim } from '../interactions/accept.ts';
import { errorView } from '../interactions/error-view.ts';

/** What is known before anything is done about it. */
interface Mention {
  readonly guild: string;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly place: Place;
}

export interface Mentions {
  /** Nobody but a person is answered, or two bots would talk for ever. */
  isAddressed(message: Message): boolean;
  answer(message: Message): Promise<void>;
  /** After a restart; `shown`: the bot's message under it, which may not have been its last word. */
  goOn(message: Message, shown: string | null): Promise<void>;
}

export function createMentions(edge: Edge): Mentions {
  const { services, speak, signal } = edge;
  const { desk } = services;

  async function mentionOf(message: Message, shown: string | null): Promise<Mention> {
    const guild = scopeOf(message.guildId, message.author.id);
    const { settings } = await desk.settings.get(guild);
    const place = services.delivery.at({
      guild,
      channel: message.channelId,
      replyTo: message.id,
      nonceOf: ['mention', message.id],
      member: message.author.id,
      source: message.id,
      shown,
    });
    return { guild, settings, place, wording: speak(settings.language ?? message.guild?.preferredLocale ?? null) };
  }

  async function write(message: Message, { guild, settings, wording, place }: Mention): Promise<void> {
    const files = message.attachments.map(({ name, url, size, contentType }) => ({ name, url, size, contentType }));
    const maySpend = mayMemberSpend(settings, [...(message.member?.roles.cache.keys() ?? [])]);
    const userId = message.author.id;
    await showBriefing(
      { guild, userId, settings, maySpend, services, signal, place, wording, isPrivate: false },
      {
        source: sourceOfMessage({ id: message.id, content: message.content, files }),
        kind: 'summary',
        length: null,
        language: null,
        speaker: null,
        issue: null,
      },
    );
  }

  /** `isAnswered`: by an earlier run, which did not get to write that down. */
  function take(message: Message, mention: Mention, isResumed: boolean, isAnswered = false): Promise<void> {
    const { guild, settings, wording, place } = mention;
    const asked = {
      id: message.id,
      guild,
      name: 'mention',
      member: message.author.id,
      settings,
      claim: inboxClaim(desk.inbox, () => acceptedOf(message, guild)),
      isResumed,
      waitsOutCoolDown: false,
      acknowledge: async () => true,
      async run() {
        if (!isAnswered) await write(message, mention);
        return place.refused ?? 'answered';
      },
      say: (error: BotError) => place.show(errorView(error, wording)),
    };
    return acceptMessage(asked, edge);
  }

  return {
    isAddressed(message) {
      if (message.author.bot || message.webhookId || message.system) return false;
      if (message.guildId === null) return true;
      const me = message.client.user.id;
      return new RegExp(`<@!?${me}>`, 'u').test(message.content) && /https?:\/\//iu.test(message.content);
    },
    answer: async (message) => take(message, await mentionOf(message, null), false),
    async goOn(message, shown) {
      const mention = await mentionOf(message, shown);
      const isAnswered = shown !== null && (await desk.posted.byId(mention.guild, shown)) !== undefined;
      await take(message, mention, true, isAnswered);
    },
  };
}

function acceptedOf({ id, channelId, author }: Message, guild: string): AcceptedRequest {
  const place = { id, guild, channel: channelId, member: author.id };
  return { ...place, kind: 'message', isPrivate: false, mayPost: true, answer: null, request: '{}' };
}
