/** Updates of one message, at a pace that Discord's limits allow: the newest that waits is shown, the others never. */
import type { MessageView } from '../contracts/view.ts';

/** An answer that comes sooner is shown without any word on the way. */
const FIRST_AFTER_MS = 700;

export interface Pacer {
  offer(view: () => MessageView): void;
  /** Nothing more is shown after this resolves. */
  stop(): Promise<void>;
}

export function createPacer(show: (view: MessageView) => Promise<unknown>, intervalMs: number): Pacer {
  let waiting: (() => MessageView) | null = null;
  let timer: NodeJS.Timeout | null = null;
  let underWay: Promise<unknown> = Promise.resolve();
  let isShowing = false;
  let isStopped = false;

  function arm(ms: number): void {
    timer = setTimeout(() => {
      timer = null;
      const view = waiting;
      waiting = null;
      if (isStopped || view === null) return;
      // A lost update is not worth an error: the next one, or the answer, says more.
      isShowing = true;
      underWay = show(view()).catch(() => undefined);
      void underWay.then(() => {
        isShowing = false;
        if (!isStopped) arm(intervalMs);
      });
    }, ms);
  }

  return {
    offer(view) {
      waiting = view;
      if (timer === null && !isShowing && !isStopped) arm(FIRST_AFTER_MS);
    },
    async stop() {
      isStopped = true;
      if (timer) clearTimeout(timer);
      await underWay;
    },
  };
}
