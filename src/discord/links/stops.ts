/** Work on a message ends when somebody deletes the message. */
export interface Stops {
  /** `stopped` is aborted when the message is deleted, or the process stops. */
  run<Result>(message: string, work: (stopped: AbortSignal) => Promise<Result>): Promise<Result>;
  stop(message: string): void;
}

export function createStops(signal: AbortSignal): Stops {
  /** By the message that the work is about. */
  const underWay = new Map<string, Set<AbortController>>();
  return {
    async run(message, work) {
      const stop = new AbortController();
      const all = underWay.get(message) ?? new Set();
      underWay.set(message, all.add(stop));
      try {
        return await work(AbortSignal.any([stop.signal, signal]));
      } finally {
        all.delete(stop);
        if (all.size === 0) underWay.delete(message);
      }
    },
    stop(message) {
      for (const one of underWay.get(message) ?? []) one.abort();
    },
  };
}
