/** One interaction through its definition: a form, an answer that is ready, or work that the guard accepts first. */
import { inTime } from '#desk';
import { type AcceptedRequest, BotError, mayMemberSpend } from '#domain';

import type { Command } from '../contracts/command.ts';
import type { Acknowledgement, InteractionPlace } from '../contracts/delivery.ts';
import type { Asker, Handling, RequestContext } from '../contracts/handling.ts';
import type { Edge } from '../contracts/services.ts';
import { type MessageView, notice } from '../contracts/view.ts';
import { TOKEN_LIFE_MS } from '../delivery/limits.ts';
import {
  type Attempt,
  accept,
  guarded,
  inboxClaim,
  type Job,
  type Outcome,
  type Standing,
  tooLate,
  whenPossible,
} from './accept.ts';
import { errorView } from './error-view.ts';
import type { Incoming } from './incoming.ts';

export interface ServeDependencies extends Edge {
  readonly commands: readonly Command[];
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
/** A token lives 15 min; the last half minute is for saying how it ended. */
const PATIENCE_MS = TOKEN_LIFE_MS - 30_000;

/** Whose words the answer is in, and who sees it; until it is known, the asker alone. */
interface Manner {
  how: Acknowledgement;
  wording: Asker['own'];
}

interface Served {
  readonly incoming: Incoming;
  readonly what: Bound;
  readonly place: InteractionPlace;
  readonly manner: Manner;
}

/** Never rejects: what fails is said, or closed. */
export function serve(
  incoming: Incoming,
  what: Bound,
  place: InteractionPlace,
  dependencies: ServeDependencies,
): Promise<Outcome> {
  const { services, speak } = dependencies;
  const { id, guild } = incoming.ref;
  const manner: Manner = { how: 'private', wording: speak(incoming.locale) };
  const served: Served = { incoming, what, place, manner };
  const attempt: Attempt = {
    id,
    guild,
    name: what.name,
    claim: inboxClaim(services.desk.inbox, () => acceptedOf(served)),
    isResumed: place.isAcknowledged,
    place,
    say(error) {
      const view = errorView(error, manner.wording);
      // What stands there already, and what others see, is not written over by a refusal.
      const isBeside = manner.how === 'update' || manner.how === 'form' || !place.isAcknowledged;
      return isBeside ? place.aside(view) : place.show(view);
    },
  };
  return guarded(attempt, (standing) => open(served, attempt, standing, dependencies), dependencies);
}

/** Who asks, what, and how the answer will be seen; then on with it, for as long as the interaction's token lives. */
async function open(
  served: Served,
  attempt: Attempt,
  standing: Standing,
  dependencies: ServeDependencies,
): Promise<string> {
  const { incoming, what, place, manner } = served;
  const known = Promise.all([askerOf(incoming, dependencies), what.input()]);
  const [asker, input] = await inTime(KNOWN_WITHIN_MS, known, tooLate);
  manner.how = what.handling.acknowledge(asker, input);
  const isPublic = manner.how === 'public';
  if (manner.how !== 'form') place.choose(manner.how);
  manner.wording = isPublic ? asker.everybodys : asker.own;
  const { patienceMs = PATIENCE_MS } = dependencies;
  const patience = createPatience(patienceMs, {
    stops: () => [dependencies.signal, place.gone],
    // A public answer goes on as an ordinary message; any other must end while it still can be said.
    isEnd: !isPublic || !incoming.ref.mayPost,
    onLimit: () => void place.show(notice(manner.wording.texts.answerFollows)).catch(() => undefined),
  });
  const context: RequestContext = {
    ...asker,
    services: dependencies.services,
    get signal() {
      return patience.signal();
    },
    commands: dependencies.commands,
    place,
    wording: manner.wording,
    isPrivate: !isPublic,
    get isResumed() {
      return standing.isBegun;
    },
  };
  try {
    return await handle({ ...served, context, input, attempt, standing }, dependencies);
  } catch (error) {
    throw patience.isLate() ? new BotError('answer-late', { minutes: Math.floor(patienceMs / 60_000) }) : error;
  } finally {
    patience.end();
  }
}

interface PatienceOptions {
  /** What else stops the work. */
  readonly stops: () => readonly AbortSignal[];
  /** The work ends with it; else `onLimit`, and the work goes on. */
  readonly isEnd: boolean;
  readonly onLimit: () => void;
}

/** How long the work may take. Signals are created when somebody looks: they cost more than an answer that is ready. */
function createPatience(ms: number, { stops, isEnd, onLimit }: PatienceOptions) {
  const isLate = (): boolean => late?.signal.aborted ?? false;
  let late: AbortController | undefined;
  let stopped: AbortSignal | undefined;
  const lateness = (): AbortController => (late ??= new AbortController());
  const timer = setTimeout(() => (isEnd ? lateness().abort() : onLimit()), ms).unref();
  return {
    signal: (): AbortSignal => (stopped ??= AbortSignal.any([lateness().signal, ...stops()])),
    isLate,
    end: (): void => clearTimeout(timer),
  };
}

interface Handled extends Served {
  readonly context: RequestContext;
  readonly input: unknown;
  readonly attempt: Attempt;
  readonly standing: Standing;
}

async function handle(handled: Handled, dependencies: ServeDependencies): Promise<string> {
  const { what, manner, place, context, input, attempt, standing } = handled;
  const { form, ready, run, isWork } = what.handling;
  if (manner.how === 'form' && form) {
    await place.openForm(await form(context, input));
    return 'answered';
  }
  const coming = ready?.(context, input) ?? Promise.resolve(null);
  const view = ready ? await inTime(READY_WITHIN_MS, coming, () => null) : null;
  if (view) {
    await place.show(view);
    if (standing.isTaken) await whenPossible(() => attempt.claim.done(), dependencies);
    return 'answered';
  }
  const write = async (): Promise<void> => {
    if (run) await run(context, input);
    else await place.show(await onceReady(coming));
  };
  if (isWork) return accept(jobOf(handled, write), attempt, standing, dependencies);
  await place.acknowledge();
  await write();
  return 'answered';
}

function jobOf(handled: Handled, write: () => Promise<void>): Job {
  const { incoming, what, manner, place, context, attempt } = handled;
  return {
    member: incoming.userId,
    settings: context.settings,
    waitsOutCoolDown: (what.handling.isTyped ?? false) || kindOf(incoming) === 'form',
    async acknowledge() {
      await place.acknowledge();
      // Also writes down that Discord was told.
      return context.services.desk.inbox.answering(attempt);
    },
    async run() {
      await write();
      await place.confirm();
      return 'answered';
    },
    onOutage: () => place.show(notice(manner.wording.texts.goesOnLater)),
  };
}

/** What was not ready at once is shown when it is. @throws BotError `control-expired`: it is no longer kept */
async function onceReady(coming: Promise<MessageView | null>): Promise<MessageView> {
  const view = await coming;
  if (!view) throw new BotError('control-expired', {});
  return view;
}

const KINDS = { command: 'command', menu: 'command', control: 'component' } as const;

const kindOf = ({ asked }: Incoming): AcceptedRequest['kind'] =>
  asked.kind === 'control' && asked.isForm ? 'form' : KINDS[asked.kind];

function acceptedOf({ incoming, manner }: Pick<Served, 'incoming' | 'manner'>): AcceptedRequest {
  const { ref, userId } = incoming;
  const { token, ...withoutToken } = ref;
  return {
    id: ref.id,
    guild: ref.guild,
    channel: ref.channelId,
    member: userId,
    kind: kindOf(incoming),
    isPrivate: manner.how !== 'public',
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
