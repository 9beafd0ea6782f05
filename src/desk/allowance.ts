/** Tokens set aside before they are spent, under the limits of member, server and everybody at once. */
import {
  type Allowance,
  type AllowanceLimit,
  type Ceilings,
  type Clock,
  dayEnd,
  dayLimits,
  dayOf,
  mayGuildSpend,
  type Reservation,
  type Settings,
  type Spender,
} from '#domain';
import type { Charge, Store } from '#store';

/** A counter is of use on its day only; two days reach past the end of that from any moment. */
const COUNTER_KEPT_MS = 2 * 86_400_000;
/** What belongs to no guild. */
const EVERYBODY = '';

export interface AllowanceDependencies {
  readonly atomic: Store['atomic'];
  readonly ceilings: Ceilings;
  readonly clock: Clock;
}

interface Limited {
  readonly limit: AllowanceLimit;
  readonly charge: Charge;
}

export function createAllowance({ atomic, ceilings, clock }: AllowanceDependencies): Allowance {
  const keyOf = (what: string, now: number): string => `tokens/${dayOf(now)}/${what}`;

  function limitsFor(spender: Spender, settings: Pick<Settings, 'allowances'>, by: number, now: number): Limited[] {
    const { member, guild } = dayLimits(spender, settings, ceilings);
    const charge = { by, ttlMs: COUNTER_KEPT_MS };
    const limits: Limited[] = [
      {
        limit: 'member',
        charge: { ...charge, guild: spender.guild, key: keyOf(`member/${spender.member}`, now), limit: member },
      },
      {
        limit: 'guild',
        // Not among the server's own records: deleting those must not give it a second allowance on the same day.
        charge: { ...charge, guild: EVERYBODY, key: keyOf(`guild/${spender.guild}`, now), limit: guild },
      },
    ];
    const overall = ceilings.tokensPerDay;
    if (overall !== null)
      limits.push({
        limit: 'overall',
        charge: { ...charge, guild: EVERYBODY, key: keyOf('overall', now), limit: overall },
      });
    return limits;
  }

  function reservationOf(limits: readonly Limited[], reserved: number): Reservation {
    let isSettled = false;
    return {
      async settle(used) {
        if (isSettled) return;
        isSettled = true;
        const difference = Math.max(0, Math.ceil(used)) - reserved;
        if (difference === 0) return;
        // On the day it was set aside, also when the work ended on the next.
        for (const { charge } of limits)
          await atomic.increment(charge.guild, charge.key, difference, { ttlMs: charge.ttlMs });
      },
    };
  }

  return {
    async reserve(spender, settings, tokens) {
      if (!mayGuildSpend(spender.guild, ceilings)) return { refusal: { limit: 'not-allowed', freesAt: null } };
      const now = clock();
      const by = Math.max(1, Math.ceil(tokens));
      const limits = limitsFor(spender, settings, by, now);
      const exceeded = await atomic.spend(limits.map(({ charge }) => charge));
      const worst = limits[exceeded.at(-1)?.index ?? -1];
      if (!worst) return { reservation: reservationOf(limits, by) };
      // A limit under what one briefing costs never frees up by waiting.
      return { refusal: { limit: worst.limit, freesAt: by > worst.charge.limit ? null : dayEnd(now) } };
    },
    async remaining(spender, settings) {
      const now = clock();
      const limits = limitsFor(spender, settings, 0, now);
      const left = await Promise.all(
        limits.map(async ({ charge }) => Math.max(0, charge.limit - (await atomic.count(charge.guild, charge.key)))),
      );
      const [member = 0, guild = 0, overall = Number.MAX_SAFE_INTEGER] = left;
      const isOpen = mayGuildSpend(spender.guild, ceilings);
      const ofGuild = isOpen ? Math.min(guild, overall) : 0;
      return { member: Math.min(member, ofGuild), guild: ofGuild, freesAt: dayEnd(now) };
    },
  };
}
