/** Work waits its turn: one turn for each guild after the other, however many requests one of them sends. */
import { BotError } from '#domain';

export interface FairQueueOptions {
  /** Pieces of work under way at once. */
  readonly atOnce: number;
  /** Of one guild, so that one that works slowly leaves places for others. */
  readonly atOncePerGuild: number;
  readonly waitingPerGuild: number;
  readonly waiting: number;
}

export interface FairQueue {
  /**
   * @param options `onPlace`: the place in the queue, from 1, whenever it changes; never called for work that starts at once
   * @throws BotError `queue-full` at once; `cancelled` when the signal comes before the turn
   */
  run<Result>(
    guild: string,
    work: () => Promise<Result>,
    options?: { readonly signal?: AbortSignal; readonly onPlace?: (place: number) => void },
  ): Promise<Result>;
  readonly waiting: number;
  readonly running: number;
}

interface Waiter {
  readonly start: () => void;
  readonly onPlace: ((place: number) => void) | undefined;
  place: number;
}

export function createFairQueue(options: FairQueueOptions): FairQueue {
  /** In the order of turns: a guild that had its turn goes to the end. */
  const lines = new Map<string, Waiter[]>();
  const busy = new Map<string, number>();
  let running = 0;
  let waiting = 0;

  const mayStart = (guild: string): boolean =>
    running < options.atOnce && (busy.get(guild) ?? 0) < options.atOncePerGuild;

  /** Starts whoever's turn it is, as long as there is room. */
  function advance(): void {
    for (;;) {
      const next = [...lines].find(([guild]) => mayStart(guild));
      const waiter = next?.[1].shift();
      if (!next || !waiter) break;
      const [guild, line] = next;
      lines.delete(guild);
      if (line.length > 0) lines.set(guild, line);
      waiting -= 1;
      take(guild);
      waiter.start();
    }
    tellPlaces();
  }

  /** Places as the turns will come: the first of each guild, then the second of each. */
  function tellPlaces(): void {
    const rounds = [...lines.values()].flatMap((line) => line.map((waiter, round) => ({ waiter, round })));
    rounds.sort((a, b) => a.round - b.round);
    for (const [index, { waiter }] of rounds.entries()) {
      if (waiter.place === index + 1) continue;
      waiter.place = index + 1;
      waiter.onPlace?.(waiter.place);
    }
  }

  function take(guild: string): void {
    running += 1;
    busy.set(guild, (busy.get(guild) ?? 0) + 1);
  }

  function release(guild: string): void {
    running -= 1;
    const left = (busy.get(guild) ?? 1) - 1;
    if (left === 0) busy.delete(guild);
    else busy.set(guild, left);
    advance();
  }

  function leave(guild: string, waiter: Waiter): void {
    const line = lines.get(guild) ?? [];
    line.splice(line.indexOf(waiter), 1);
    if (line.length === 0) lines.delete(guild);
    waiting -= 1;
    advance();
  }

  async function turn(
    guild: string,
    { signal, onPlace }: { readonly signal?: AbortSignal; readonly onPlace?: (place: number) => void },
  ): Promise<void> {
    const line = lines.get(guild) ?? [];
    if (line.length >= options.waitingPerGuild || waiting >= options.waiting)
      throw new BotError('queue-full', { waiting: line.length });
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const waiter: Waiter = { start: resolve, onPlace, place: 0 };
    const cancel = (): void => {
      leave(guild, waiter);
      reject(new BotError('cancelled', {}));
    };
    waiting += 1;
    lines.set(guild, [...line, waiter]);
    tellPlaces();
    signal?.addEventListener('abort', cancel, { once: true });
    await promise;
    signal?.removeEventListener('abort', cancel);
  }

  return {
    async run(guild, work, how = {}) {
      if (how.signal?.aborted) throw new BotError('cancelled', {});
      if (mayStart(guild) && !lines.has(guild)) take(guild);
      else await turn(guild, how);
      try {
        return await work();
      } finally {
        release(guild);
      }
    },
    get waiting() {
      return waiting;
    },
    get running() {
      return running;
    },
  };
}
