/** Work that may call a model, under the allowance and into the ledger. */
import {
  type Allowance,
  BotError,
  type Clock,
  type ModelUsage,
  type Reservation,
  type Settings,
  type Spender,
  type Spending,
  type Tokens,
  totalTokens,
  type UsageLedger,
} from '#domain';

const SECOND_MS = 1000;

export interface SpendingDependencies {
  readonly allowance: Allowance;
  readonly ledger: UsageLedger;
  readonly clock: Clock;
  /** Told of every call of the model, also of one that came to nothing. */
  readonly onModelCall: (usage: ModelUsage) => void;
  /** Told when what was used could not be booked; what was set aside then stays spent. */
  readonly onFault: (error: unknown) => void;
}

/** Repair and judge together cost at most about what the writing does. */
const WITH_SECOND_CALLS = 2;

type Outcome = Awaited<ReturnType<Allowance['reserve']>>;

export function createSpending({ allowance, ledger, clock, onFault, onModelCall }: SpendingDependencies): Spending {
  function orThrow(outcome: Outcome): Reservation {
    if ('reservation' in outcome) return outcome.reservation;
    const { limit, freesAt } = outcome.refusal;
    const retryAfterSeconds = freesAt === null ? null : Math.ceil((freesAt - clock()) / SECOND_MS);
    throw new BotError('model-allowance', { limit, retryAfterSeconds });
  }

  /** With room for second calls where the allowance has it, else for the first alone. */
  async function reserve(
    spender: Spender,
    settings: Pick<Settings, 'allowances'>,
    tokens: number,
  ): Promise<{ reservation: Reservation; hasRoom: boolean }> {
    const roomy = await allowance.reserve(spender, settings, tokens * WITH_SECOND_CALLS);
    if ('reservation' in roomy) return { reservation: roomy.reservation, hasRoom: true };
    return { reservation: orThrow(await allowance.reserve(spender, settings, tokens)), hasRoom: false };
  }

  async function book(spender: Spender, reservation: Reservation, used: readonly Tokens[]): Promise<void> {
    try {
      await reservation.settle(used.reduce((sum, each) => sum + totalTokens(each), 0));
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

  return {
    async run({ spender, settings, maySpend, tokens }, work) {
      if (!maySpend) throw new BotError('model-allowance', { limit: 'role', retryAfterSeconds: null });
      const { reservation, hasRoom } = await reserve(spender, settings, tokens);
      const used: Tokens[] = [];
      const mayCall = (): boolean => hasRoom || used.reduce((sum, each) => sum + totalTokens(each), 0) < tokens / 2;
      try {
        const onUsage = (usage: ModelUsage): void => {
          used.push(usage.tokens);
          onModelCall(usage);
        };
        return await work({ onUsage, mayCall });
      } finally {
        // Also when the work failed: a call that came to nothing was paid for all the same.
        await book(spender, reservation, used);
      }
    },
  };
}
