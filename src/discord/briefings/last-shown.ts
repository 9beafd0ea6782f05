/** The article that everybody here saw last, for whoever names none. */
import type { BriefSource } from '#briefing';
import { BotError } from '#domain';

import type { RequestContext } from '../contracts/handling.ts';

/** @throws BotError `nothing-shown-here` */
export async function lastShown({
  services,
  guild,
  channelId,
}: Pick<RequestContext, 'services' | 'guild' | 'channelId'>): Promise<BriefSource> {
  const last = await services.desk.posted.lastIn(guild, channelId);
  if (!last) throw new BotError('nothing-shown-here', {});
  return { kind: 'kept', article: last.article };
}
