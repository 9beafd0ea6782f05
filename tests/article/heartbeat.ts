/** How late this thread's loop was while something else went on: the whole lateness, and its own share of it. */

const BEAT_MS = 10;

export interface Lateness<Result> {
  /** The longest wait between two beats beyond what was asked for: this thread's work and a busy machine's together. */
  readonly lateMs: number;
  /** The most CPU time this thread spent between two beats: its own work, whatever else the machine does. */
  readonly ownMs: number;
  readonly result: Result;
}

export async function latenessDuring<Result>(act: () => Promise<Result>): Promise<Lateness<Result>> {
  let lateMs = 0;
  let ownMs = 0;
  let beatAt = performance.now();
  let spent = process.threadCpuUsage();
  const beat = (): void => {
    const { user, system } = process.threadCpuUsage(spent);
    ownMs = Math.max(ownMs, (user + system) / 1000);
    lateMs = Math.max(lateMs, performance.now() - beatAt - BEAT_MS);
    beatAt = performance.now();
    spent = process.threadCpuUsage();
  };
  const timer = setInterval(beat, BEAT_MS);
  const result = await act();
  // What the answer brought with it is worked off before the next beat.
  await new Promise((resolve) => setTimeout(resolve, 2 * BEAT_MS));
  clearInterval(timer);
  return { lateMs, ownMs, result };
}

/** The quietest of a few runs: what is slow every time is the code's doing, what is slow once is the machine's. */
export async function quietest<Result>(act: () => Promise<Result>, isEnough: (run: Lateness<Result>) => boolean) {
  let best = await latenessDuring(act);
  for (let run = 1; run < RUNS && !isEnough(best); run++) {
    const next = await latenessDuring(act);
    best = { ...next, lateMs: Math.min(best.lateMs, next.lateMs), ownMs: Math.min(best.ownMs, next.ownMs) };
  }
  return best;
}

const RUNS = 4;
