/** What has been begun and is not over, so that a process can stop without cutting it off. */
export interface Drain {
  /** Nothing happens once draining has begun. */
  begin(work: () => Promise<void>): void;
  /** Takes nothing new; resolves when all is over, or after the time given. */
  drain(limitMs: number): Promise<void>;
}

export function createDrain(): Drain {
  const running = new Set<Promise<void>>();
  let isDraining = false;
  return {
    begin(work) {
      if (isDraining) return;
      const run = work().finally(() => running.delete(run));
      running.add(run);
    },
    async drain(limitMs) {
      isDraining = true;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, limitMs);
      });
      await Promise.race([Promise.allSettled(running), late]);
      clearTimeout(timer);
    },
  };
}
