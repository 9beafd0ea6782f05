/** What was accepted outlives a store that is away for a while: it is tried again, and answered once. */
import { setTimeout as sleep } from 'node:timers/promises';

import { BotError } from '#domain';

/** A store that was restarted is back in seconds. */
const STORE_RETRY_MS = 2000;
/** Who asked longer ago than this has stopped looking; most of the 15 min that an interaction's token lives. */
const STORE_PATIENCE_MS = 10 * 60_000;

/**
 * Runs the work again for as long as it fails for want of the store. Nothing is spent twice: what it costs is set aside in
 * the store first.
 * @param onOutage told once, before the first wait
 */
export async function throughOutages<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
  onOutage?: () => Promise<unknown> | undefined,
): Promise<Result> {
  const until = performance.now() + STORE_PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof BotError && error.code === 'storage-unavailable';
      if (!isAway || signal.aborted || performance.now() > until) throw error;
      if (tries === 1) await onOutage?.();
      await sleep(STORE_RETRY_MS, undefined, { ref: false });
      if (signal.aborted) throw error;
    }
  }
}
