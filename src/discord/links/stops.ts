/** Work on a message ends when somebody deletes the message. */
export interface Stops {
  /** `stopped` is aborted when the message is deleted, or the process stops. */
  run<Result>(message: string, work: (stopped: AbortSignal) => Promise<Result>): Promise<Result>;
  stop(message: string): void;
}

export function createStops(signal: AbortSignal): Stops {
  /** By the message that the work is about. */
  const underWay = new Map<string, AbortController>();
  return {
    async run(message, work) {
      const stop = new AbortController();
      underWay.set(message, stop);
      try {
        return await work(AbortSignal.any([stop.signal, signal]));
      } finally {
        underWay.delete(message);
      }
    },
    stop(message) {
      underWay.get(message)?.abort();
    },
  };
}
