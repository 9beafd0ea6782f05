/** Is this process well, and should it get work? */

/** How often the loop is looked at. */
const LOOK_MS = 1000;
/** A loop that stood still for longer than this misses acknowledgements (3 s). */
const LAG_LIMIT_MS = 2500;
/** So long after it stood still the process is not trusted with work. */
const RECOVERY_MS = 15_000;
const CHECK_DEADLINE_MS = 2000;

export interface HealthOptions {
  /** By name: resolves when that part is well. */
  readonly checks: Readonly<Record<string, () => Promise<void>>>;
  /** Monotonic, ms. */
  readonly now?: () => number;
}

export interface Readiness {
  readonly isReady: boolean;
  /** `ok`, or why not, by part. */
  readonly parts: Readonly<Record<string, string>>;
}

export interface Health {
  readiness(): Promise<Readiness>;
  /** From now on not ready: the process is about to stop. */
  drain(): void;
  stop(): void;
}

export function createHealth({ checks, now = () => performance.now() }: HealthOptions): Health {
  let isDraining = false;
  let lastLook = now();
  let stoodStillAt = Number.NEGATIVE_INFINITY;
  const look = (): void => {
    const at = now();
    if (at - lastLook - LOOK_MS > LAG_LIMIT_MS) stoodStillAt = at;
    lastLook = at;
  };
  const timer = setInterval(look, LOOK_MS).unref();

  return {
    async readiness() {
      look();
      const parts: Record<string, string> = {
        process: isDraining ? 'stopping' : 'ok',
        loop: now() - stoodStillAt < RECOVERY_MS ? 'stood still a moment ago' : 'ok',
      };
      await Promise.all(
        Object.entries(checks).map(async ([name, check]) => {
          parts[name] = await outcomeOf(check);
        }),
      );
      return { isReady: Object.values(parts).every((part) => part === 'ok'), parts };
    },
    drain() {
      isDraining = true;
    },
    stop: () => clearInterval(timer),
  };
}

/** Never the error's own words: they may name hosts and files, and this page has no password. */
async function outcomeOf(check: () => Promise<void>): Promise<string> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('no answer'), CHECK_DEADLINE_MS);
  });
  const done = check().then(
    () => 'ok',
    () => 'failed',
  );
  const outcome = await Promise.race([done, late]);
  clearTimeout(timer);
  return outcome;
}
