/** What the settings in force still lack: rights of the bot, channels that are gone, the Message Content intent. */
import type { ChannelMode, Settings } from '#domain';
import type { Texts } from '#texts';

import type { GuildFacts } from '../contracts/guild-facts.ts';
import { rightsOfMode, WRITING } from '../contracts/rights.ts';
import { channelMention } from './lines.ts';

/** Sentences shown, what concerns every channel first; an admin repairs them one by one. */
const MOST = 4;

/** One sentence for each thing that is missing, with what to do about it. Pure but for what `facts` answers. */
export function setupLines(guild: string, settings: Settings, facts: GuildFacts, texts: Texts): readonly string[] {
  const lines: string[] = [];
  const named = Object.entries(settings.modes).filter(
    (entry): entry is [string, Exclude<ChannelMode, 'off'>] => entry[1] !== 'off',
  );
  for (const [id, mode] of named) {
    const channel = channelMention(id);
    const lacking = facts.lacking(guild, id, rightsOfMode(mode));
    // Without the right to see it, no other can be used.
    if (lacking === null || lacking.includes('ViewChannel')) lines.push(texts.setupChannelGone({ channel }));
    else if (lacking.length > 0)
      lines.push(texts.setupRights({ channel, rights: lacking.map((right) => texts.right({ right })) }));
  }
  const { reportChannel } = settings;
  if (reportChannel !== null) {
    const lacking = facts.lacking(guild, reportChannel, WRITING.channel);
    if (lacking === null || lacking.length > 0)
      lines.push(texts.setupReportsGone({ channel: channelMention(reportChannel) }));
  }
  if ((named.length > 0 || settings.answersEveryMessage) && !facts.readsMessages()) lines.unshift(texts.setupIntent);
  return lines.slice(0, MOST);
}
