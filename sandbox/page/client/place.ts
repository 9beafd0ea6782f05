/** Where the page is: person, server, channel. Kept in the address, so that a reload or a second window finds it again. */
import { changed, channelOf, channelsOf, DIRECT, guilds, model } from './model.ts';

const last = new Map<string, string>();

export function goTo(guild: string, channel: string): void {
  model.guild = guild;
  model.channel = channel;
  last.set(guild, channel);
  model.select = undefined;
  model.menu = undefined;
  model.editing = undefined;
  model.isListOpen = false;
  model.draft.replyTo = undefined;
  history.replaceState(null, '', `#/${model.user}/${guild}/${channel}`);
  changed();
  document.getElementById('message-box')?.focus();
}

/** Goes into a server, to the channel that was open there last. */
export function enter(guild: string): void {
  goTo(guild, last.get(guild) ?? channelsOf(guild)[0]?.id ?? '');
}

/** Person, server and channel that the address names; '' where it names none. */
export function placeInAddress(): { user: string; guild: string; channel: string } {
  const [user = '', guild = '', channel = ''] = location.hash.replace(/^#\//u, '').split('/');
  return { user, guild, channel };
}

/** After a start or a change of person: stays where it is when that person sees it, else goes to the first channel. */
export function settle(): void {
  const wanted = placeInAddress();
  const channel = channelOf(model.channel || wanted.channel);
  const guild = model.guild || wanted.guild;
  const isThere = channel && (channel.guildId ?? DIRECT) === guild;
  if (isThere) goTo(guild, channel.id);
  else enter(guilds()[0]?.id ?? DIRECT);
}
