/** What an admin of the sandbox's servers has set before anybody comes. */
import { createSettingsKeeper } from '../../src/desk/index.ts';
import { openStore } from '../../src/store/index.ts';

/** Whoever tries things out asks more often than a member of a server does. */
const PAUSE_S = 3;

export async function furnishBot(
  storeUrl: string,
  { guilds, admin }: { readonly guilds: readonly string[]; readonly admin: string },
): Promise<void> {
  const store = await openStore(storeUrl, { clock: Date.now });
  try {
    const settings = createSettingsKeeper(store, Date.now);
    for (const guild of guilds)
      await settings.change(guild, { field: 'coolDown', of: 'member', value: PAUSE_S }, { guildCeiling: null }, admin);
  } finally {
    await store.close();
  }
}
