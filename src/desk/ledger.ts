/** What was used, by day and member. */
import { type Clock, dayOf, NO_USAGE, sumUsage, type UsageLedger, type UsageRow } from '#domain';
import type { Store } from '#store';

export function createUsageLedger({ usage }: Pick<Store, 'usage'>, clock: Clock): UsageLedger {
  async function rows(guild: string, member?: string): Promise<UsageRow[]> {
    const found: UsageRow[] = [];
    for await (const [key, entry] of usage.entries(guild)) {
      const [day = '', who = ''] = key.split('/');
      if (member === undefined || who === member) found.push({ day, member: who, ...entry });
    }
    return found.sort((a, b) => a.day.localeCompare(b.day) || a.member.localeCompare(b.member));
  }

  return {
    async add({ guild, member }, used) {
      await usage.update(guild, `${dayOf(clock())}/${member}`, (entry = NO_USAGE) =>
        sumUsage([entry, { ...NO_USAGE, ...used }]),
      );
    },
    rows,
    async forget(guild, member) {
      for (const { day } of await rows(guild, member)) await usage.delete(guild, `${day}/${member}`);
    },
  };
}
