/** Says once, where admins read, that the bot was refused in a channel whose links it is to answer. */
import type { Guild } from 'discord.js';

import { modeOf, type Settings } from '#domain';
import type { Texts } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import { WRITING } from '../contracts/rights.ts';
import type { Services } from '../contracts/services.ts';
import { notice } from '../contracts/view.ts';
import { channelMention } from '../settings/lines.ts';
import { setupLines } from '../settings/setup.ts';

export interface RefusedIn {
  readonly guild: Guild;
  readonly channel: string;
  readonly settings: Settings;
}

/**
 * Where reports go, else Discord's own channel for admins, else that for system messages: the first in which the bot may
 * write. With none of them the panel alone shows what is missing, since a message to a person who did not ask is a nuisance.
 * Once a day for a channel, over restarts: a refusal that lasts is no news.
 */
export async function tellAdmins(
  { guild, channel, settings }: RefusedIn,
  { facts, delivery, desk }: Pick<Services, 'facts' | 'delivery' | 'desk'>,
  texts: Texts,
): Promise<void> {
  const places = [settings.reportChannel, guild.publicUpdatesChannelId, guild.systemChannelId];
  const target = places.find(
    (id) => id !== null && id !== channel && facts.lacking(guild.id, id, WRITING.channel)?.length === 0,
  );
  if (!target) return;
  const post = { guild: guild.id, channel: target, about: channel, kind: 'refused' };
  if ((await desk.outbox.begin(post)).state !== 'mine') return;
  const only: Settings = { ...settings, modes: { [channel]: modeOf(settings, channel) }, reportChannel: null };
  const view = notice(
    texts.linksRefused({ channel: channelMention(channel) }),
    ...setupLines(guild.id, only, facts, texts),
  );
  const place = delivery.at({ guild: guild.id, channel: target, nonceOf: ['refused', channel] });
  await place.show(view).catch(async (error: unknown) => {
    // Discord took nothing: it is told with the next refusal.
    if (error instanceof DiscordBusyError) await desk.outbox.release(post);
    throw error;
  });
  if (place.messageId !== null) await desk.outbox.sent(post, place.messageId);
}
