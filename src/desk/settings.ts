/** Settings of a server, changed without loss however many admins save at once. */
import {
  type Author,
  type Clock,
  FIRST_SETTINGS,
  type GuildSettings,
  type SettingsKeeper,
  withChange,
  withUndo,
} from '#domain';
import type { Store } from '#store';

import { type Retained, retainedCollections } from './retention.ts';

const KEY = 'guild';
const DAY_MS = 86_400_000;

export function createSettingsKeeper(store: Retained & Pick<Store, 'settings'>, clock: Clock): SettingsKeeper {
  async function update(
    guild: string,
    by: string,
    step: (held: GuildSettings, author: Author) => GuildSettings,
  ): Promise<GuildSettings> {
    let before = FIRST_SETTINGS;
    const after = await store.settings.update(guild, KEY, (held = FIRST_SETTINGS) => {
      before = held;
      return step(held, { by, at: clock() });
    });
    const held = after ?? before;
    const moreDays = held.settings.retentionDays - before.settings.retentionDays;
    // What is kept already follows the new setting, so that "7 days" is true of yesterday's articles too.
    if (moreDays !== 0)
      for (const collection of retainedCollections(store)) await collection.shift(guild, moreDays * DAY_MS);
    return held;
  }

  return {
    get: async (guild) => (await store.settings.get(guild, KEY)) ?? FIRST_SETTINGS,
    change: (guild, change, facts, by) =>
      update(guild, by, (held, author) =>
        withChange(held, typeof change === 'function' ? change(held.settings) : change, facts, author),
      ),
    undo: (guild, revision, by) => update(guild, by, (held, author) => withUndo(held, revision, author)),
  };
}
