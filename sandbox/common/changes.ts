/** Tells listeners that something in the sandbox changed; waiting is built on it, so that nothing polls. */
export interface Changes {
  notify(): void;
  listen(listener: () => void): () => void;
}

export function createChanges(): Changes {
  const listeners = new Set<() => void>();
  return {
    notify() {
      for (const listener of Array.from(listeners)) listener();
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Generous, because the machines that run tests are busy; a wait ends at the event, not at the limit. */
export const DEFAULT_WAIT_MS = 60_000;

/**
 * Waits until `look` gives something other than undefined; looks once now and once after each change.
 * Rejects with what `explain` says when the time is over, so that a failed test tells what was there instead.
 */
export function waitFor<T>(
  changes: Changes,
  look: () => T | undefined,
  options: { timeoutMs?: number | undefined; explain: () => string },
): Promise<T> {
  return new Promise((resolve, reject) => {
    const finish = (settle: () => void) => {
      clearTimeout(timer);
      stop();
      settle();
    };
    const attempt = () => {
      try {
        const found = look();
        if (found !== undefined) finish(() => resolve(found));
      } catch (error) {
        finish(() => reject(error));
      }
    };
    const timeoutMs = options.timeoutMs ?? DEFAULT_WAIT_MS;
    const timer = setTimeout(
      () => finish(() => reject(new Error(`not within ${timeoutMs} ms: ${options.explain()}`))),
      timeoutMs,
    );
    const stop = changes.listen(attempt);
    attempt();
  });
}

/** Waits until nothing has changed and nothing is under way for `quietMs`; each change starts the wait again. */
export function waitForQuiet(
  changes: Changes,
  isBusy: () => boolean,
  options: { quietMs: number; timeoutMs?: number | undefined; explain: () => string },
): Promise<void> {
  return new Promise((resolve, reject) => {
    let quiet: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      clearTimeout(limit);
      clearTimeout(quiet);
      stop();
      settle();
    };
    const restart = () => {
      clearTimeout(quiet);
      if (!isBusy()) quiet = setTimeout(() => end(resolve), options.quietMs);
    };
    const timeoutMs = options.timeoutMs ?? DEFAULT_WAIT_MS;
    const limit = setTimeout(
      () => end(() => reject(new Error(`no quiet within ${timeoutMs} ms: ${options.explain()}`))),
      timeoutMs,
    );
    const stop = changes.listen(restart);
    restart();
  });
}
