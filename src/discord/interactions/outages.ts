/** What was accepted outlives a store that is away for a while: it is tried again, and answered once. */
import { setTimeout as sleep } from 'node:timers/promises';

import { type AcceptedRequest, BotError, type Inbox } from '#domain';

/** A store that was restarted is back in seconds. */
export const STORE_RETRY_MS = 2000;
/** Who asked longer ago than this has stopped looking; most of the 15 min that an interaction's token lives. */
export const STORE_PATIENCE_MS = 10 * 60_000;

export const isStoreAway = (error: unknown): boolean =>
  error instanceof BotError && error.code === 'storage-unavailable';

/**
 * Runs the work again for as long as it fails for want of the store. Nothing is spent twice: what it costs is set aside in
 * the store first.
 */
export async function throughOutages<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
  const until = performance.now() + STORE_PATIENCE_MS;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isStoreAway(error) || signal.aborted || performance.now() > until) throw error;
      await sleep(STORE_RETRY_MS, undefined, { ref: false });
    }
  }
}

/** What is answered stays answered: where the store cannot be told now, it is told as soon as it can. Never rejects. */
export async function closeWhenPossible(
  inbox: Pick<Inbox, 'close'>,
  entry: Pick<AcceptedRequest, 'guild' | 'id'>,
  signal: AbortSignal,
): Promise<void> {
  const { guild, id } = entry;
  const close = (): Promise<void> => inbox.close({ guild, id });
  try {
    await close();
  } catch {
    throughOutages(close, signal).catch(() => undefined);
  }
}
