/**
 * A server that fails is left alone for a while, and the embedded engine answers meanwhile: at once when it states a time or
 * cannot mend itself, else after repeated failures. When the time is over one call tries it, and the others wait for what
 * comes of that.
 */
import { BotError, type Clock } from '#domain';

/** Failures in a row before the first pause. */
const FAILURES = 3;
/** Without a time stated by the server. */
const PAUSE_MS = 60_000;
/** No server is left alone for longer, whatever it states. */
const LONGEST_PAUSE_MS = 15 * 60_000;

/** One call that may be made. Exactly one of its functions is called, once. */
export interface Permit {
  succeeded(): void;
  failed(error: BotError): void;
  /** It ended without a word about the server: cancelled, or left by its reader. */
  left(): void;
}

export interface Pause {
  /** @throws the failure that began the pause, with the time that is left where the code has one */
  enter(): Permit;
}

/** A key that is wrong or an empty account does not mend itself within a minute: one failure is enough. */
const isLasting = (error: BotError): boolean => error.code === 'model-quota' || error.code === 'model-key-rejected';
const isServerFault = (error: BotError): boolean =>
  error.code === 'model-busy' || error.code === 'model-unreachable' || error.code === 'model-timeout';
const statedMs = ({ facts }: BotError): number =>
  'retryAfterSeconds' in facts ? (facts.retryAfterSeconds ?? 0) * 1000 : 0;

/** @param onLasting told once of a fault that only the operator can mend, until a call has succeeded again. */
export function createPause(clock: Clock, onLasting: (error: BotError) => void = () => undefined): Pause {
  let failures = 0;
  let until = 0;
  /** Why the server is left alone; `null`: it is not. */
  let reason: BotError | null = null;
  let isProbed = false;
  let isTold = false;

  function refuse(why: BotError, leftMs: number): never {
    throw why.code === 'model-busy' && leftMs > 0
      ? new BotError('model-busy', { retryAfterSeconds: leftMs / 1000 })
      : why;
  }

  function open(): void {
    failures = 0;
    reason = null;
    isTold = false;
  }

  function close(error: BotError): void {
    failures += 1;
    if (isLasting(error) && !isTold) {
      isTold = true;
      onLasting(error);
    }
    const stated = statedMs(error);
    if (!isLasting(error) && stated === 0 && failures < FAILURES) return;
    until = clock() + Math.min(LONGEST_PAUSE_MS, stated || PAUSE_MS);
    reason = error;
  }

  return {
    enter() {
      const leftMs = until - clock();
      if (reason && (leftMs > 0 || isProbed)) refuse(reason, leftMs);
      const isProbe = reason !== null;
      if (isProbe) isProbed = true;
      const end = (what: () => void): void => {
        if (isProbe) isProbed = false;
        what();
      };
      return {
        succeeded: () => end(open),
        failed: (error) =>
          end(() => {
            if (isLasting(error) || isServerFault(error)) close(error);
            // A server that refuses or answers nonsense is there.
            else if (error.code !== 'cancelled') open();
          }),
        left: () => end(() => undefined),
      };
    },
  };
}
