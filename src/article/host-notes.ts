/** What the last answer of a host means for the next request: hosts that said "later", and names that do not exist. */
import { BotError, type Clock } from '#domain';

/** A site that asks for a longer pause gets this one; the next try asks again. */
const MAX_PAUSE_S = 3_600;
/** A mistyped name in a busy channel is looked up once; a new site's name is found soon after it came to be. */
const UNRESOLVED_MS = 2 * 60_000;
const MAX_HOSTS = 1_000;

export interface HostNotes {
  now(): number;
  /** @throws BotError `page-busy` while the host has asked to be left alone, `link-unresolved` while its name is not there */
  check(host: string): void;
  /** Takes from a failed request what holds for the next ones. */
  note(host: string, error: BotError): void;
}

export function createHostNotes(clock: Clock): HostNotes {
  const paused = new Map<string, number>();
  const unresolved = new Map<string, number>();

  /** Milliseconds until the note ends; 0 without one. */
  function left(notes: Map<string, number>, host: string): number {
    const end = notes.get(host);
    if (end === undefined) return 0;
    if (end <= clock()) notes.delete(host);
    return Math.max(0, end - clock());
  }

  function keep(notes: Map<string, number>, host: string, lengthMs: number): void {
    // One that is reported again while it holds is this table's own answer.
    if (left(notes, host) > 0) return;
    if (notes.size >= MAX_HOSTS) notes.delete(notes.keys().next().value ?? '');
    notes.set(host, clock() + lengthMs);
  }

  return {
    now: clock,
    check(host) {
      const pauseMs = left(paused, host);
      if (pauseMs > 0)
        throw new BotError('page-busy', { host, status: 429, retryAfterSeconds: Math.ceil(pauseMs / 1000) });
      if (left(unresolved, host) > 0) throw new BotError('link-unresolved', { host });
    },
    note(host, { code, facts }) {
      if (code === 'link-unresolved') return keep(unresolved, host, UNRESOLVED_MS);
      const seconds = code === 'page-busy' && 'retryAfterSeconds' in facts ? Number(facts.retryAfterSeconds) : 0;
      if (seconds > 0) keep(paused, host, Math.min(seconds, MAX_PAUSE_S) * 1000);
    },
  };
}
