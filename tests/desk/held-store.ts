/** A store in memory whose clock the test sets. */
import { openStore } from '#store';

export const START = Date.UTC(2026, 10, 24, 10);

export async function heldStore(url = 'memory://') {
  let now = START;
  const clock = (): number => now;
  const store = await openStore(url, { clock });
  return {
    store,
    clock,
    /** ms from the beginning of the test. */
    at(ms: number) {
      now = START + ms;
    },
  };
}
export type HeldStore = Awaited<ReturnType<typeof heldStore>>;
