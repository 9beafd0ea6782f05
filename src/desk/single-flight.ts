/** One run per key: who asks for the same thing while it is being made waits for the same result. */
export interface SingleFlight<Value> {
  /** Starts `make` unless a run for this key is under way; the result (or failure) is everybody's. */
  run(key: string, make: () => Promise<Value>): Promise<Value>;
  /** Runs under way. */
  readonly size: number;
}

export function createSingleFlight<Value>(): SingleFlight<Value> {
  const running = new Map<string, Promise<Value>>();
  return {
    run(key, make) {
      const current = running.get(key);
      if (current) return current;
      const run = (async () => {
        try {
          return await make();
        } finally {
          running.delete(key);
        }
      })();
      running.set(key, run);
      return run;
    },
    get size() {
      return running.size;
    },
  };
}
