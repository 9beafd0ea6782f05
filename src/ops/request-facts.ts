/** Facts about one request, gathered on its way, so that its one record tells the whole story. */
import { AsyncLocalStorage } from 'node:async_hooks';

type Facts = Record<string, unknown>;

export interface RequestFacts {
  /** Runs the work of one request; what is noted inside belongs to it. */
  within<Result>(work: () => Result): Result;
  /** Adds to the request under way; nothing happens outside of one. */
  note(facts: Readonly<Facts>): void;
  /** What has been noted so far. */
  noted(): Readonly<Facts>;
}

export function createRequestFacts(): RequestFacts {
  const current = new AsyncLocalStorage<Facts>();
  return {
    within: (work) => current.run({}, work),
    note(facts) {
      const held = current.getStore();
      if (held) Object.assign(held, facts);
    },
    noted: () => current.getStore() ?? {},
  };
}
