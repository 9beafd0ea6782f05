/** How long a model may take: to begin, between two words, and in all. Each ends the call with its own error. */
import { BotError, type BotErrorFacts } from '#domain';

/** A server that sends nothing for this long has hung. */
const IDLE_MS = 20_000;
/** Longest wait for the first token; a longer total allows for more (a local server reads the prompt for minutes). */
const FIRST_TOKEN_MS = 60_000;

export interface Deadlines {
  readonly firstTokenMs: number;
  readonly idleMs: number;
  readonly totalMs: number;
}

export function deadlinesFor(totalMs: number, overrides: Partial<Deadlines> = {}): Deadlines {
  return { firstTokenMs: Math.max(FIRST_TOKEN_MS, totalMs), idleMs: IDLE_MS, totalMs, ...overrides };
}

export interface Watch {
  readonly signal: AbortSignal;
  /** A token arrived. */
  alive(): void;
  /** Which deadline passed; `null` while none has. */
  passed(): BotError<'model-timeout'> | null;
  stop(): void;
}

type Phase = BotErrorFacts['model-timeout']['phase'];

/** @param remainingMs what is left of the total, which counts from the first attempt on. */
export function watch(deadlines: Deadlines, remainingMs: number): Watch {
  const controller = new AbortController();
  let phase: Phase | null = null;
  const end = (next: Phase) => (): void => {
    phase ??= next;
    controller.abort();
  };
  const total = setTimeout(end('total'), remainingMs);
  let silence = setTimeout(end('first-token'), deadlines.firstTokenMs);
  const seconds = (): number => {
    if (phase === 'idle') return deadlines.idleMs / 1000;
    return (phase === 'first-token' ? deadlines.firstTokenMs : deadlines.totalMs) / 1000;
  };
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(silence);
      silence = setTimeout(end('idle'), deadlines.idleMs);
    },
    passed: () => (phase ? new BotError('model-timeout', { seconds: seconds(), phase }) : null),
    stop() {
      clearTimeout(total);
      clearTimeout(silence);
    },
  };
}

/** @throws `failure` when the signal ends the waiting. */
export async function sleep(ms: number, signal: AbortSignal, failure: () => unknown): Promise<void> {
  if (signal.aborted) throw failure();
  await new Promise<void>((resolve, reject) => {
    const onAbort = (): void => {
      clearTimeout(timer);
      reject(failure() as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', onAbort);
      resolve();
    }, ms);
    signal.addEventListener('abort', onAbort, { once: true });
  });
}
