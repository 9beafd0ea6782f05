/** The pause between two requests of one member, and between two unasked offers in one channel. */
import type { CoolDowns } from '#domain';
import type { Charge, Store } from '#store';

const SECOND_MS = 1000;

export function createCoolDowns(atomic: Store['atomic']): CoolDowns {
  return {
    async enter({ guild, member }, { coolDowns }, channel) {
      const pauses = [
        { of: 'member' as const, key: member, seconds: coolDowns.member },
        ...(channel === undefined ? [] : [{ of: 'channel' as const, key: channel, seconds: coolDowns.channel }]),
      ].filter(({ seconds }) => seconds > 0);
      // The length is part of the name: a pause that admins have shortened must not go on at its old length.
      const charges = pauses.map(
        ({ of, key, seconds }): Charge => ({
          guild,
          key: `cool-down/${of}/${key}/${seconds}`,
          by: 1,
          limit: 1,
          ttlMs: seconds * SECOND_MS,
        }),
      );
      if (charges.length === 0) return null;
      // Before every acknowledgement: 0.2 ms, where a ledger's write takes 5.
      const [longest] = (await atomic.spend(charges, 'cache')).toSorted((a, b) => b.expires - a.expires);
      const of = pauses[longest?.index ?? -1]?.of;
      return longest && of ? { of, freesAt: longest.expires } : null;
    },
  };
}
