/** The model provider's limits of a minute, kept by all processes together. */
import { setTimeout as sleep } from 'node:timers/promises';

import { BotError, type Clock } from '#domain';
import type { Charge, Store } from '#store';

const MINUTE_MS = 60_000;
/** Who waits longer is better served by the embedded engine. */
const PATIENCE_MS = 20_000;
/** So that those who wait for the same minute do not all come at once. */
const JITTER_MS = 200;
const EVERYBODY = '';

/** `null`: no limit. */
export interface ProviderLimits {
  readonly requestsPerMinute: number | null;
  readonly tokensPerMinute: number | null;
}

export interface ProviderLimitsOptions {
  readonly atomic: Pick<Store['atomic'], 'spend'>;
  readonly clock: Clock;
  readonly limits: ProviderLimits;
  /** Shorter in tests. */
  readonly patienceMs?: number;
}

/**
 * Waits until a call of so many tokens (read and at most written) fits into what the limits leave, and takes its part. A
 * call above the limit of a whole minute takes the whole minute.
 * @throws BotError `model-busy` when that is too long to wait, `storage-unavailable`, `cancelled`
 */
export type Admit = (tokens: number, signal: AbortSignal) => Promise<void>;

export function createProviderLimits({
  atomic,
  clock,
  limits,
  patienceMs = PATIENCE_MS,
}: ProviderLimitsOptions): Admit {
  const { requestsPerMinute, tokensPerMinute } = limits;
  const charge = (of: string, by: number, limit: number | null): Charge[] =>
    limit === null
      ? []
      : // The limit is part of the name: processes that were told different ones do not count together.
        [{ guild: EVERYBODY, key: `provider/${of}/${limit}`, by: Math.min(by, limit), limit, ttlMs: MINUTE_MS }];

  return async (tokens, signal) => {
    const charges = [...charge('requests', 1, requestsPerMinute), ...charge('tokens', tokens, tokensPerMinute)];
    const until = clock() + patienceMs;
    for (;;) {
      if (signal.aborted) throw new BotError('cancelled', {});
      const exceeded = await atomic.spend(charges);
      if (exceeded.length === 0) return;
      const freesAt = Math.max(...exceeded.map(({ expires }) => expires));
      const waitMs = Math.max(1, freesAt - clock());
      if (clock() + waitMs > until) throw new BotError('model-busy', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
      await sleep(waitMs + Math.random() * JITTER_MS, undefined, { signal }).catch(() => undefined);
    }
  };
}
