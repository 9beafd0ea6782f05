/**
 * The one way in for whatever the bot is asked, by an interaction or by a message: taken once, past the cool-down,
 * acknowledged, done through outages of the store, closed. What fails becomes a sentence.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';

import { inTime } from '#desk';
import { type AcceptedRequest, BotError, describeError, type Inbox, type Settings } from '#domain';

import { DiscordBusyError } from '../connection/rest.ts';
import { type InteractionPlace, NotAcknowledgedError } from '../contracts/delivery.ts';
import type { Edge } from '../contracts/services.ts';

/** Where it is written down that something is taken, so that it is done once, over events sent again and restarts. */
export interface Claim {
  /** `false`: it is taken already. */
  take(): Promise<boolean>;
  done(): Promise<void>;
  /** It ended in an error, or Discord refused the answer. */
  failed(): Promise<void>;
}

/** One try at what was asked. */
export interface Attempt {
  /** Of the interaction, or of the message. */
  readonly id: string;
  readonly guild: string;
  /** For the log and the metrics. */
  readonly name: string;
  readonly claim: Claim;
  /** An earlier try, or an earlier run of the bot, took it. */
  readonly isResumed: boolean;
  /** Under an interaction. `null` for a message, which is taken by being written down. */
  readonly place: Pick<InteractionPlace, 'isAcknowledged' | 'gone'> | null;
  /** To whoever asked, in words. */
  say(error: BotError): Promise<unknown>;
}

/** What is done once it is taken. */
export interface Job {
  /** User id. */
  readonly member: string;
  readonly settings: Settings;
  /**
   * A cool-down of the member is waited out after the acknowledgement, since what they typed would be lost. Else they are
   * told of it, before the acknowledgement.
   */
  readonly waitsOutCoolDown: boolean;
  /** Tells that it is taken; may be called again. `false`: it is answered already. */
  acknowledge?(): Promise<boolean>;
  /** Begins anew after an outage of the store. Gives `answered`, or how else it ended, for the log. */
  run(): Promise<string>;
  /** Called once when the store is away and the job waits for it. */
  onOutage?(): Promise<unknown>;
}

/** How far the request has come. */
export interface Standing {
  /** By this try or an earlier one. What never was needs no closing. */
  isTaken: boolean;
  /** The job has been run before, and did not get to its end. */
  isBegun: boolean;
}

export interface Outcome {
  /**
   * For the log: `answered`, `left` (to the next start), `repeated`, `late` (Discord no longer took the acknowledgement),
   * `put back`, `in doubt` (whether Discord took the acknowledgement), `unanswered`, the code of the error, or the job's own.
   */
  readonly outcome: string;
  /** It is taken, and Discord does not answer now: to be tried again, if it has been acknowledged. */
  readonly againInMs?: number;
}

/** A longer cool-down is told instead of waited out. */
const WAITED_OUT_MS = 60_000;
/** As long as the inbox has for its record. When the store holds a write back for longer, whoever waits is told so. */
const COOL_DOWN_KNOWN_WITHIN_MS = 300;

/** A store that was restarted is back in seconds. */
const STORE_RETRY_MS = 2000;
/** Who asked longer ago than this has stopped looking; most of the 15 min that an interaction's token lives. */
const STORE_PATIENCE_MS = 10 * 60_000;

export function inboxClaim(inbox: Pick<Inbox, 'record' | 'close'>, accepted: () => AcceptedRequest): Claim {
  const close = (): Promise<void> => inbox.close(accepted());
  return { take: () => inbox.record(accepted()), done: close, failed: close };
}

/** Nothing of a message's text is kept: after a restart it is read again where it stands. */
export function messageClaim(
  { services }: Edge,
  message: Pick<AcceptedRequest, 'id' | 'guild' | 'channel' | 'member'>,
): Claim {
  const how = { kind: 'message', isPrivate: false, mayPost: true, answer: null, request: '{}' } as const;
  return inboxClaim(services.desk.inbox, () => ({ ...message, ...how }));
}

/** Runs one try, and ends it whatever happens, with one record in the log. Never rejects. */
export async function guarded(
  attempt: Attempt,
  work: (standing: Standing) => Promise<string>,
  edge: Edge,
): Promise<Outcome> {
  const startedAt = performance.now();
  const { id, guild, name, isResumed, place } = attempt;
  const standing: Standing = { isTaken: isResumed, isBegun: isResumed };
  const outcome = await work(standing).then(
    (how): Outcome => ({ outcome: how }),
    (error: unknown) => end(error, attempt, standing, edge),
  );
  edge.log({
    [place ? 'interaction' : 'message']: id,
    command: name,
    guild,
    ...outcome,
    ...(isResumed ? { isResumed } : {}),
    durationMs: Math.round(performance.now() - startedAt),
  });
  return outcome;
}

/** Taken → past the cool-down → acknowledged → done → closed. @throws BotError `cool-down`; what the job throws */
export async function accept(job: Job, { claim, guild }: Attempt, standing: Standing, edge: Edge): Promise<string> {
  const enter = (mayWaitMs: number) => enterCoolDown({ guild, member: job.member }, job.settings, mayWaitMs, edge);
  let mustWait = !standing.isTaken && job.waitsOutCoolDown;
  if (!standing.isTaken) {
    // First: another process that heard it too must not have its own cool-down said about it.
    if (!(await claim.take())) return 'repeated';
    standing.isTaken = true;
    if (!job.waitsOutCoolDown) await inTime(COOL_DOWN_KNOWN_WITHIN_MS, enter(0), tooLate);
  }
  const work = async (): Promise<string> => {
    if (job.acknowledge && !(await job.acknowledge())) return 'repeated';
    if (mustWait) await enter(WAITED_OUT_MS);
    mustWait = false;
    return job.run();
  };
  const outcome = await throughOutages(work, edge.signal, () => {
    standing.isBegun = true;
    return job.onOutage?.();
  });
  if (outcome !== 'repeated') await whenPossible(() => (outcome === 'answered' ? claim.done() : claim.failed()), edge);
  return outcome;
}

/** A message, or a reaction to one. What is put back, since Discord takes nothing now, is tried again by itself. */
export async function acceptMessage(asked: Omit<Attempt, 'place'> & Job, edge: Edge): Promise<void> {
  const attempt = { ...asked, place: null };
  const { againInMs } = await guarded(attempt, (standing) => accept(asked, attempt, standing, edge), edge);
  if (againInMs === undefined) return;
  setTimeout(() => {
    if (!edge.signal.aborted) void acceptMessage({ ...asked, isResumed: true }, edge);
  }, againInMs).unref();
}

/** What is needed before the acknowledgement is not known in time. */
export function tooLate(): never {
  throw new BotError('storage-unavailable', { operation: 'before the acknowledgement' });
}

/** What is over stays over: where the store cannot be told now, it is told as soon as it can. Never rejects. */
export async function whenPossible(close: () => Promise<void>, { signal }: Pick<Edge, 'signal'>): Promise<void> {
  try {
    await close();
  } catch {
    throughOutages(close, signal).catch(() => undefined);
  }
}

/**
 * Runs the work again for as long as it fails for want of the store. Nothing is spent twice: what it costs is set aside in
 * the store first.
 * @param onOutage told once, before the first wait
 */
async function throughOutages<Result>(
  work: () => Promise<Result>,
  signal: AbortSignal,
  onOutage?: () => Promise<unknown> | undefined,
): Promise<Result> {
  const until = performance.now() + STORE_PATIENCE_MS;
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const isAway = error instanceof BotError && error.code === 'storage-unavailable';
      if (!isAway || signal.aborted || performance.now() > until) throw error;
      if (tries === 1) await onOutage?.();
      await pause(STORE_RETRY_MS, undefined, { ref: false });
      if (signal.aborted) throw error;
    }
  }
}

/** @throws BotError `cool-down` when it takes longer than may be waited */
async function enterCoolDown(
  spender: { readonly guild: string; readonly member: string },
  settings: Settings,
  mayWaitMs: number,
  { services, clock, signal }: Edge,
): Promise<void> {
  for (;;) {
    const refusal = await services.desk.coolDowns.enter(spender, settings);
    if (!refusal) return;
    const waitMs = Math.max(1, refusal.freesAt - clock());
    if (waitMs > mayWaitMs || signal.aborted)
      throw new BotError('cool-down', { of: refusal.of, retryAfterSeconds: Math.ceil(waitMs / 1000) });
    await pause(waitMs, undefined, { ref: false });
  }
}

async function end(error: unknown, attempt: Attempt, { isTaken }: Standing, edge: Edge): Promise<Outcome> {
  const endingNow = (cause: unknown): Ending =>
    endingOf(cause, {
      isStopped: edge.signal.aborted,
      isDropped: attempt.place?.gone.aborted ?? false,
      isTaken,
      isAcknowledged: attempt.place?.isAcknowledged ?? true,
    });
  let ending = endingNow(error);
  if (ending.do === 'say') {
    const known = toBotError(error);
    if (known.code === 'internal') edge.log({ level: 'error', reference: known.facts, cause: describeError(error) });
    try {
      await attempt.say(known);
      ending = { do: 'close', outcome: known.code };
    } catch (failure) {
      edge.log({ level: 'error', cause: describeError(failure) });
      ending = endingNow(failure);
    }
  }
  if ((ending.do === 'close' || ending.do === 'say') && isTaken) await whenPossible(() => attempt.claim.failed(), edge);
  if (ending.do === 'again') return { outcome: ending.outcome, againInMs: ending.againInMs };
  // Not even the error can be said: whoever asks again is served, and no start tries it once more.
  return { outcome: ending.do === 'say' ? 'unanswered' : ending.outcome };
}

interface EndingFacts {
  readonly isStopped: boolean;
  /** Somebody deleted the answer while it was written. */
  readonly isDropped: boolean;
  readonly isTaken: boolean;
  readonly isAcknowledged: boolean;
}

type Ending =
  /** It stays in the inbox, and the next start goes on with it. */
  | { readonly do: 'leave'; readonly outcome: 'left' }
  /** Without a word. */
  | { readonly do: 'close'; readonly outcome: string }
  | { readonly do: 'again'; readonly outcome: 'put back' | 'in doubt'; readonly againInMs: number }
  | { readonly do: 'say' };

/** How a try ends that failed. Pure. */
function endingOf(error: unknown, { isStopped, isDropped, isTaken, isAcknowledged }: EndingFacts): Ending {
  if (isStopped) return { do: 'leave', outcome: 'left' };
  // As final as when the last word finds no message.
  if (isDropped) return { do: 'close', outcome: 'answered' };
  if (error instanceof NotAcknowledgedError) return { do: 'close', outcome: error.why };
  if (!(error instanceof DiscordBusyError)) return { do: 'say' };
  if (!isTaken) return { do: 'close', outcome: 'unanswered' };
  return { do: 'again', outcome: isAcknowledged ? 'put back' : 'in doubt', againInMs: error.retryAfterMs };
}

export function toBotError(error: unknown): BotError {
  if (error instanceof BotError) return error;
  return new BotError('internal', { reference: randomBytes(4).toString('hex') }, { cause: error });
}
