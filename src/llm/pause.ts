/** After repeated failures a server is left alone for a while; the embedded engine answers meanwhile. */
import { BotError, type Clock } from '#domain';

/** Failures in a row before the first pause. */
const FAILURES = 3;
/** Without a time stated by the server. */
const PAUSE_MS = 60_000;
/** No server is left alone for longer, whatever it states. */
const LONGEST_PAUSE_MS = 15 * 60_000;

export interface Pause {
  /** @throws the failure that began the pause, with the time that is left where the code has one */
  check(): void;
  succeeded(): void;
  failed(error: BotError): void;
}

/** A key that is wrong or an empty account does not mend itself within a minute: one failure is enough. */
const isLasting = (error: BotError): boolean => error.code === 'model-quota' || error.code === 'model-key-rejected';
const isServerFault = (error: BotError): boolean =>
  error.code === 'model-busy' || error.code === 'model-unreachable' || error.code === 'model-timeout';

export function createPause(clock: Clock): Pause {
  let failures = 0;
  let until = 0;
  let reason: BotError | null = null;
  return {
    check() {
      const left = until - clock();
      if (left <= 0 || !reason) return;
      throw reason.code === 'model-busy' ? new BotError('model-busy', { retryAfterSeconds: left / 1000 }) : reason;
    },
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed(error) {
      if (!isLasting(error) && !isServerFault(error)) return;
      failures += 1;
      if (!isLasting(error) && failures < FAILURES) return;
      const stated = 'retryAfterSeconds' in error.facts ? (error.facts.retryAfterSeconds ?? 0) * 1000 : 0;
      until = clock() + Math.min(LONGEST_PAUSE_MS, Math.max(stated, PAUSE_MS));
      reason = error;
    },
  };
}
