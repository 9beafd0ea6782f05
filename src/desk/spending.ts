/** Work that may call a model, under the allowance and into the ledger. */
import {
  type Allowance,
  BotError,
  type Clock,
  type ModelUsage,
  type SettingsKeeper,
  type Spending,
  totalTokens,
  type UsageLedger,
} from '#domain';

const SECOND_MS = 1000;

export interface SpendingDependencies {
  readonly allowance: Allowance;
  readonly settings: Pick<SettingsKeeper, 'get'>;
  readonly ledger: UsageLedger;
  readonly clock: Clock;
  /** Told when what was used could not be booked; what was set aside then stays spent. */
  readonly onFault: (error: unknown) => void;
}

export function createSpending({ allowance, settings, ledger, clock, onFault }: SpendingDependencies): Spending {
  return {
    async run({ spender, maySpend, tokens }, work) {
      if (!maySpend) throw new BotError('model-allowance', { limit: 'role', retryAfterSeconds: null });
      const held = await settings.get(spender.guild);
      const outcome = await allowance.reserve(spender, held.settings, tokens);
      if ('refusal' in outcome) {
        const { limit, freesAt } = outcome.refusal;
        const retryAfterSeconds = freesAt === null ? null : Math.ceil((freesAt - clock()) / SECOND_MS);
        throw new BotError('model-allowance', { limit, retryAfterSeconds });
      }
      const usages: ModelUsage[] = [];
      try {
        return await work((usage) => usages.push(usage));
      } finally {
        // Also when the work failed: a call that came to nothing was paid for all the same.
        const used = usages.map((usage) => usage.tokens);
        try {
          await outcome.reservation.settle(used.reduce((sum, each) => sum + totalTokens(each), 0));
          if (used.length > 0)
            await ledger.add(spender, {
              modelCalls: used.length,
              inputTokens: used.reduce((sum, { input }) => sum + input, 0),
              outputTokens: used.reduce((sum, { output }) => sum + output, 0),
            });
        } catch (error) {
          onFault(error);
        }
      }
    },
  };
}
