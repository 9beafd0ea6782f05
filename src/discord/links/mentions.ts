/** Messages that are meant for the bot: a mention of it with a link, and everything in a direct message. */
import type { Message } from 'discord.js';

import { type BotError, mayMemberSpend, type Settings, scopeOf } from '#domain';
import type { Wording } from '#texts';

import { showBriefing } from '../briefings/show.ts';
import { sourceOfMessage } from '../briefings/sources.ts';
import type { Place } from '../contracts/delivery.ts';
import type { Edge } from '../contracts/services.ts';
import { acceptMessage, messageClaim } from '../interactions/accept.ts';
import { errorView } from '../interactions/error-view.ts';

/** Nobody but a person is answered, or two bots would talk for ever. */
export function isAddressed(message: Message): boolean {
  if (message.author.bot || message.webhookId || message.system) return false;
  if (message.guildId === null) return true;
  const me = message.client.user.id;
  return new RegExp(`<@!?${me}>`, 'u').test(message.content) && /https?:\/\//iu.test(message.content);
}

export async function answerMention(message: Message, edge: Edge): Promise<void> {
  await take(message, await mentionOf(message, null, edge), { isResumed: false, isAnswered: false }, edge);
}

/** After a restart. @param shown the bot's message under it, which may not have been its last word */
export async function goOnWithMention(message: Message, shown: string | null, edge: Edge): Promise<void> {
  const mention = await mentionOf(message, shown, edge);
  const isAnswered = shown !== null && (await edge.services.desk.posted.byId(mention.guild, shown)) !== undefined;
  await take(message, mention, { isResumed: true, isAnswered }, edge);
}

/** What is known before anything is done about it. */
interface Mention {
  readonly guild: string;
  readonly settings: Settings;
  readonly wording: Wording;
  readonly place: Place;
}

async function mentionOf(message: Message, shown: string | null, { services, speak }: Edge): Promise<Mention> {
  const { id, channelId: channel, author } = message;
  const guild = scopeOf(message.guildId, author.id);
  const { settings } = await services.desk.settings.get(guild);
  const about = { replyTo: id, nonceOf: ['mention', id], member: author.id, source: id };
  const place = services.delivery.at({ guild, channel, ...about, shown });
  return { guild, settings, place, wording: speak(settings.language ?? message.guild?.preferredLocale ?? null) };
}

interface Earlier {
  readonly isResumed: boolean;
  /** By an earlier run, which did not get to write that down. */
  readonly isAnswered: boolean;
}

function take(message: Message, mention: Mention, { isResumed, isAnswered }: Earlier, edge: Edge): Promise<void> {
  const { id, channelId: channel, author } = message;
  const { guild, settings, wording, place } = mention;
  const asked = {
    id,
    guild,
    name: 'mention',
    member: author.id,
    settings,
    claim: messageClaim(edge, { id, guild, channel, member: author.id }),
    isResumed,
    waitsOutCoolDown: false,
    async run() {
      if (!isAnswered) await write(message, mention, edge);
      return place.refused ?? 'answered';
    },
    say: (error: BotError) => place.show(errorView(error, wording)),
  };
  return acceptMessage(asked, edge);
}

async function write(message: Message, mention: Mention, { services, signal }: Edge): Promise<void> {
  const files = message.attachments.map(({ name, url, size, contentType }) => ({ name, url, size, contentType }));
  const maySpend = mayMemberSpend(mention.settings, [...(message.member?.roles.cache.keys() ?? [])]);
  await showBriefing(
    { ...mention, userId: message.author.id, maySpend, services, signal, isPrivate: false },
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
