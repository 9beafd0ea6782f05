/** One request through its definition: ready answer, form, or acknowledged, recorded, run and closed. One guard for all. */
import { randomBytes } from 'node:crypto';

import { inTime } from '#desk';
import { type AcceptedRequest, BotError, type Clock, describeError, mayMemberSpend } from '#domain';
import type { Speak } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Command } from '../contracts/command.ts';
import { type Acknowledgement, type InteractionPlace, NotAcknowledgedError } from '../contracts/delivery.ts';
import type { Asker, Handling, RequestContext } from '../contracts/handling.ts';
import type { Services } from '../contracts/services.ts';
import { notice } from '../contracts/view.ts';
import { TOKEN_LIFE_MS } from '../delivery/limits.ts';
import { enterCoolDown, WAITED_OUT_MS } from './cool-down.ts';
import { errorView } from './error-view.ts';
import type { Incoming } from './incoming.ts';
import { closeWhenPossible, isStoreAway, STORE_PATIENCE_MS, STORE_RETRY_MS } from './outages.ts';

export interface ServeDependencies {
  readonly services: Services;
  readonly commands: readonly Command[];
  readonly speak: Speak;
  readonly clock: Clock;
  /** Holds no token. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
  /** How long an answer under an interaction may take; shorter in tests. */
  readonly patienceMs?: number;
}

/** A definition with what it reads its input from. */
export interface Bound {
  readonly name: string;
  readonly handling: Handling<unknown>;
  readonly input: () => Promise<unknown>;
}

/** A lookup that takes longer is not "at once". */
const READY_WITHIN_MS = 20;
/** What must be known before the acknowledgement; half of the 3 s are left for the way. */
const KNOWN_WITHIN_MS = 1500;
/** As long as the inbox has for its record: a store that holds a write back is told to who waits. */
const RECORDED_WITHIN_MS = 300;
/** A token lives 15 min; the last half minute is for saying how it ended. */
const PATIENCE_MS = TOKEN_LIFE_MS - 30_000;

export interface Served {
  /**
   * For the log: `answered`, `left` (to the next start), `repeated`, `late` (Discord no longer took the acknowledgement),
   * `put back`, `in doubt` (whether Discord took the acknowledgement), `unanswered` or the code of the error.
   */
  readonly outcome: string;
  /** Recorded, and Discord does not answer now: to be served again, if it has been acknowledged. */
  readonly againInMs?: number;
}

export async function serve(
  incoming: Incoming,
  what: Bound,
  answer: InteractionPlace,
  dependencies: ServeDependencies,
): Promise<Served> {
  const { services, speak, signal, log } = dependencies;
  const entry = { guild: incoming.ref.guild, id: incoming.ref.id };
  let wording = speak(incoming.locale);
  let how: Acknowledgement = 'private';
  // Made when somebody looks, as the signal below: most of the cost of this step otherwise.
  let late: AbortController | undefined;
  const lateness = (): AbortController => (late ??= new AbortController());
  let timer: NodeJS.Timeout | undefined;
  const isResumed = answer.isAcknowledged;
  const taking = { isRecorded: isResumed };
  /** What was never recorded needs no closing, least of all by a store that does not answer. */
  const closeTaken = async (): Promise<void> => {
    if (taking.isRecorded) await services.desk.inbox.close(entry);
  };
  try {
    const [asker, input] = await inTime(
      KNOWN_WITHIN_MS,
      Promise.all([askerOf(incoming, dependencies), what.input()]),
      tooLate,
    );
    how = what.handling.acknowledge(asker, input);
    if (how !== 'form') answer.choose(how);
    wording = how === 'public' ? asker.everybodys : asker.own;
    timer = setTimeout(() => {
      // A public answer goes on as an ordinary message; any other must end while it still can be said.
      if (how === 'public' && incoming.ref.mayPost)
        void answer.show(notice(wording.texts.answerFollows)).catch(() => undefined);
      else lateness().abort();
    }, dependencies.patienceMs ?? PATIENCE_MS).unref();
    let stopped: AbortSignal | undefined;
    const context: RequestContext = {
      ...asker,
      services,
      get signal() {
        stopped ??= AbortSignal.any([signal, lateness().signal, answer.gone]);
        return stopped;
      },
      commands: dependencies.commands,
      place: answer,
      wording,
      isPrivate: how !== 'public',
      isResumed,
    };
    return { outcome: await handle({ incoming, what, input, how, entry, taking }, context, dependencies) };
  } catch (error) {
    // Stopped from outside in mid-work: it stays in the inbox, and the next start goes on with it.
    if (signal.aborted) return { outcome: 'left' };
    try {
      // Somebody deleted the answer while it was written: as final as when its last word finds no message.
      if (answer.gone.aborted) {
        await closeTaken();
        return { outcome: 'answered' };
      }
      const unsaid = unsaidFor(error, answer, taking);
      if (unsaid?.againInMs === undefined && unsaid) await closeTaken();
      if (unsaid) return unsaid;
      const minutes = Math.floor((dependencies.patienceMs ?? PATIENCE_MS) / 60_000);
      const known = late?.signal.aborted ? new BotError('answer-late', { minutes }) : toBotError(error);
      if (known.code === 'internal') log({ level: 'error', reference: known.facts, cause: describeError(error) });
      if (staysOpen(known, what, answer, { ref: incoming.ref, now: dependencies.clock() })) {
        // Once: every further try would say it again.
        if (!isResumed) await answer.show(notice(wording.texts.goesOnLater));
        return { outcome: 'put back', againInMs: STORE_RETRY_MS };
      }
      const view = errorView(known, wording);
      if (how === 'update' || how === 'form' || !answer.isAcknowledged) await answer.aside(view);
      else await answer.show(view);
      if (taking.isRecorded) await closeWhenPossible(services.desk.inbox, entry, signal);
      return { outcome: known.code };
    } catch (failure) {
      log({ level: 'error', cause: describeError(failure) });
      const unsaid = unsaidFor(failure, answer, taking);
      if (unsaid?.againInMs !== undefined) return unsaid;
      // Not even the error can be said: whoever asks again is served, and no start tries it once more.
      await closeTaken().catch(() => undefined);
      return unsaid ?? { outcome: 'unanswered' };
    }
  } finally {
    clearTimeout(timer);
  }
}

/** What ends a request without a word, since Discord takes none. `null`: something can be said. */
function unsaidFor(error: unknown, answer: InteractionPlace, { isRecorded }: Taken['taking']): Served | null {
  if (error instanceof NotAcknowledgedError) return { outcome: error.why };
  if (!(error instanceof DiscordBusyError)) return null;
  if (!isRecorded) return { outcome: 'unanswered' };
  return { outcome: answer.isAcknowledged ? 'put back' : 'in doubt', againInMs: error.retryAfterMs };
}

/** The store is away, and Discord has been told that this is taken: it goes on when the store is back. */
function staysOpen(
  error: BotError,
  what: Bound,
  answer: InteractionPlace,
  { ref, now }: { readonly ref: Incoming['ref']; readonly now: number },
): boolean {
  const isAccepted = what.handling.isWork === true && answer.isAcknowledged;
  return isAccepted && isStoreAway(error) && now - ref.receivedAt < STORE_PATIENCE_MS;
}

interface Taken {
  readonly incoming: Incoming;
  readonly what: Bound;
  readonly input: unknown;
  readonly how: Acknowledgement;
  readonly entry: Pick<AcceptedRequest, 'guild' | 'id'>;
  readonly taking: { isRecorded: boolean };
}

async function handle(taken: Taken, context: RequestContext, dependencies: ServeDependencies): Promise<string> {
  const { what, input, how, entry } = taken;
  const { handling } = what;
  const { place: answer, services } = context;
  if (how === 'form' && handling.form) {
    await answer.openForm(await handling.form(context, input));
    return 'answered';
  }
  const ready = handling.ready ? await inTime(READY_WITHIN_MS, handling.ready(context, input), () => null) : null;
  if (ready) {
    await answer.show(ready);
    if (answer.isAcknowledged && handling.isWork) await closeWhenPossible(services.desk.inbox, entry, context.signal);
    return 'answered';
  }
  if (!handling.isWork) {
    await answer.acknowledge();
    await handling.run?.(context, input);
    return 'answered';
  }
  if (!answer.isAcknowledged) {
    const accepted = acceptedOf(taken);
    const isTyped = accepted.kind === 'form' || (handling.isTyped ?? false);
    // First: another process that heard it too must not have its own cool-down said about it.
    if (!(await services.desk.inbox.record(accepted))) return 'repeated';
    taken.taking.isRecorded = true;
    if (!isTyped) await inTime(RECORDED_WITHIN_MS, enterCoolDown(context, dependencies.clock), tooLate);
    await answer.acknowledge();
    if (isTyped) await enterCoolDown(context, dependencies.clock, WAITED_OUT_MS);
  }
  // Also writes down that Discord was told.
  if (!(await services.desk.inbox.answering(entry))) return 'repeated';
  await handling.run?.(context, input);
  await answer.confirm();
  await closeWhenPossible(services.desk.inbox, entry, context.signal);
  return 'answered';
}

const KINDS = { command: 'command', menu: 'command', control: 'component' } as const;

function acceptedOf({ incoming, how }: Taken): AcceptedRequest {
  const { ref, userId, asked } = incoming;
  const { token, ...withoutToken } = ref;
  return {
    id: ref.id,
    guild: ref.guild,
    channel: ref.channelId,
    member: userId,
    kind: asked.kind === 'control' && asked.isForm ? 'form' : KINDS[asked.kind],
    isPrivate: how !== 'public',
    mayPost: ref.mayPost,
    answer: { application: ref.applicationId, token },
    // The token stands in its own field, which is never logged.
    request: JSON.stringify({ ...incoming, ref: { ...withoutToken, token: '' } } satisfies Incoming),
  };
}

async function askerOf(incoming: Incoming, { services, speak }: ServeDependencies): Promise<Asker> {
  const { ref, userId, roles, isAdmin, here, isThread, locale, guildLocale } = incoming;
  const { settings } = await services.desk.settings.get(ref.guild);
  const own = speak(locale);
  return {
    userId,
    guild: ref.guild,
    channelId: ref.channelId,
    isAdmin,
    here,
    isThread,
    settings,
    maySpend: mayMemberSpend(settings, roles),
    missing: incoming.missing,
    own,
    everybodys: guildLocale === null ? own : speak(settings.language ?? guildLocale),
  };
}

function tooLate(): never {
  throw new BotError('storage-unavailable', { operation: 'before the acknowledgement' });
}

export function toBotError(error: unknown): BotError {
  if (error instanceof BotError) return error;
  return new BotError('internal', { reference: randomBytes(4).toString('hex') }, { cause: error });
}
