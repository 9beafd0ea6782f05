/** One run per key, watched by everybody who asked for it: each hears all of its progress and may leave alone. */
import { BotError } from '#domain';

interface Watch<Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

export interface SharedRuns<Progress, Result> {
  /**
   * Joins the run for this key, or starts it. The run is stopped when its last watcher has left.
   * @throws BotError `cancelled` when this watcher's signal comes first
   */
  run(
    key: string,
    watch: Watch<Progress>,
    make: (run: { readonly signal: AbortSignal; readonly onProgress: (progress: Progress) => void }) => Promise<Result>,
  ): Promise<Result>;
}

export interface SharedRunsOptions<Result> {
  /** Whether a result holds only for the watcher that started the run. Those who joined then run again without it. */
  readonly isStartersOnly?: (result: Result) => boolean;
}

interface Run<Progress, Result> {
  readonly result: Promise<Result>;
  readonly stop: AbortController;
  readonly watchers: Set<Watch<Progress>>;
  /** Told again to a watcher that joins late. */
  readonly past: Progress[];
}

export function createSharedRuns<Progress, Result>({
  isStartersOnly = () => false,
}: SharedRunsOptions<Result> = {}): SharedRuns<Progress, Result> {
  const runs = new Map<string, Run<Progress, Result>>();

  function start(key: string, make: Parameters<SharedRuns<Progress, Result>['run']>[2]): Run<Progress, Result> {
    const stop = new AbortController();
    const watchers = new Set<Watch<Progress>>();
    const past: Progress[] = [];
    const onProgress = (progress: Progress): void => {
      past.push(progress);
      for (const watcher of watchers) watcher.onProgress?.(progress);
    };
    const work = async (): Promise<Result> => {
      try {
        return await make({ signal: stop.signal, onProgress });
      } finally {
        if (runs.get(key) === run) runs.delete(key);
      }
    };
    const run: Run<Progress, Result> = {
      // Not before the next turn: whoever starts it must be watching when the first progress comes.
      result: Promise.resolve().then(work),
      stop,
      watchers,
      past,
    };
    runs.set(key, run);
    return run;
  }

  const shared: SharedRuns<Progress, Result> = {
    async run(key, watch, make) {
      if (watch.signal?.aborted) throw new BotError('cancelled', {});
      const joined = runs.get(key);
      const run = joined ?? start(key, make);
      run.watchers.add(watch);
      for (const progress of run.past) watch.onProgress?.(progress);
      const { promise: left, reject } = Promise.withResolvers<never>();
      const leave = (): void => {
        run.watchers.delete(watch);
        if (run.watchers.size === 0) {
          // The next who asks begins anew: this run is being stopped.
          if (runs.get(key) === run) runs.delete(key);
          run.stop.abort();
        }
        reject(new BotError('cancelled', {}));
      };
      watch.signal?.addEventListener('abort', leave, { once: true });
      try {
        const result = await Promise.race([run.result, left]);
        if (!joined || !isStartersOnly(result)) return result;
      } finally {
        watch.signal?.removeEventListener('abort', leave);
        run.watchers.delete(watch);
      }
      return shared.run(key, watch, make);
    },
  };
  return shared;
}
