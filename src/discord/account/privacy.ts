/** `/privacy` and its buttons: what is held, asked about once more, deleted. */
import { z } from 'zod';

import { isOutsideGuilds, scopeOf } from '#domain';

import { type Control, defineButton } from '../contracts/control.ts';
import type { Asker, RequestContext } from '../contracts/handling.ts';
import { type MessageView, notice } from '../contracts/view.ts';
import { requireAdmin } from '../settings/panel.ts';
import { confirmationView, type Deletion, privacyView } from './privacy-view.ts';

export async function privacyOf({
  guild,
  userId,
  isAdmin,
  settings,
  services,
  wording,
}: RequestContext): Promise<MessageView> {
  const { retention } = services.desk;
  const alone = await retention.held(scopeOf(null, userId));
  const here = isOutsideGuilds(guild)
    ? null
    : { mine: await retention.heldOf(guild, userId), server: await retention.held(guild), isAdmin };
  return privacyView({ alone, here, retentionDays: settings.retentionDays }, wording.texts);
}

const WhatSchema = z.object({ what: z.enum(['mine', 'server']) });

/** One's own is anybody's to delete; a server's is for who has "Manage Server" at this moment. */
function mayDelete(asker: Asker, what: Deletion): 'update' {
  if (what === 'server') requireAdmin(asker);
  return 'update';
}

const show = defineButton({
  name: 'privacy-show',
  state: z.object({}),
  acknowledge: () => 'update',
  ready: privacyOf,
});

const ask = defineButton({
  name: 'privacy-ask',
  state: WhatSchema,
  acknowledge: (asker, { state }) => mayDelete(asker, state.what),
  ready: async ({ wording }, { state }) => confirmationView(state.what, wording.texts),
});

const erase = defineButton({
  name: 'privacy-delete',
  state: WhatSchema,
  acknowledge: (asker, { state }) => mayDelete(asker, state.what),
  async run({ place, guild, userId, services, wording }, { state }) {
    const { retention } = services.desk;
    const { texts } = wording;
    if (state.what === 'mine') await retention.deleteMember(guild, userId);
    else await retention.deleteGuild(guild);
    await place.show(notice(state.what === 'mine' ? texts.privacyMineGone : texts.privacyServerGone));
  },
});

export const privacyButtons: readonly Control[] = [show, ask, erase];
