/**
 * The sandbox's clock: real time plus what a test has added. It decides token life, nonce windows and archiving;
 * sockets, heartbeats and rate limits stay on real time, because the clients on the other side wait in real time.
 */
export interface SandboxClock {
  now: () => number;
  advance(ms: number): void;
}

export function createClock(): SandboxClock {
  let added = 0;
  return {
    now: () => Date.now() + added,
    advance(ms) {
      if (ms < 0) throw new RangeError('the clock only goes forward');
      added += ms;
    },
  };
}
