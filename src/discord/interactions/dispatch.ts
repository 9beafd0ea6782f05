/** From an interaction to its definition, now or after a restart. */
import { setImmediate as turn } from 'node:timers/promises';

import type { AutocompleteInteraction, Interaction } from 'discord.js';

import { BotError, type Clock, describeError, type OpenRequest, REQUEST_KEPT_MS, resumptionOf } from '#domain';
import { localised } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import { argumentsOf, type Command, type MenuEntry } from '../contracts/command.ts';
import { type Control, pressedOf } from '../contracts/control.ts';
import type { InteractionPlace } from '../contracts/delivery.ts';
import type { Handling } from '../contracts/handling.ts';
import type { ControlStates } from '../contracts/services.ts';
import { LIMITS } from '../delivery/limits.ts';
import { type Asked, type Incoming, incomingOf } from './incoming.ts';
import { type Bound, type ServeDependencies, serve } from './serve.ts';

export interface Definitions {
  readonly commands: readonly Command[];
  readonly menu: readonly MenuEntry[];
}

export interface DispatchDependencies extends Omit<ServeDependencies, 'commands'> {
  readonly definitions: Definitions;
  /** Every button, select and form. */
  readonly controls: readonly Control[];
}

export interface Dispatch {
  handle(interaction: Interaction): Promise<void>;
  /** Goes on with the interactions among what an earlier run had accepted and not answered. */
  resume(left: readonly OpenRequest[]): Promise<void>;
}

/** After a request that is open could not be looked at. */
const TAKE_UP_AGAIN_MS = 10_000;

/** An interaction that is in the inbox, to go on with. */
interface Open {
  readonly id: string;
  readonly guild: string;
  /** `null`: it is too old, or nothing may be said to it any more. */
  incoming(): Incoming | null;
  /** Discord may not have been told that it is taken: the process ended in between, or the acknowledgement was lost. */
  readonly isInDoubt: boolean;
  /** What an earlier try has shown. */
  readonly place?: InteractionPlace;
}

export function createDispatch(dependencies: DispatchDependencies): Dispatch {
  const { definitions, services, clock, log, signal } = dependencies;
  const { delivery } = services;
  const bind = binder(definitions, dependencies.controls, services.controls);
  const serving: ServeDependencies = { ...dependencies, commands: definitions.commands };

  async function serveOne(incoming: Incoming, isResumed: boolean, begun?: InteractionPlace): Promise<void> {
    const { ref, asked, userId } = incoming;
    const what = bind(asked, ref.guild);
    if (!what) return;
    const place = begun ?? delivery.under(ref, userId, isResumed);
    const { againInMs } = await serve(incoming, what, place, serving);
    if (againInMs === undefined) return;
    const isYoung = (): boolean => clock() - ref.receivedAt < REQUEST_KEPT_MS;
    const again = {
      id: ref.id,
      guild: ref.guild,
      incoming: () => (isYoung() ? incoming : null),
      isInDoubt: !place.isAcknowledged,
    };
    later(place.isAcknowledged ? { ...again, place } : again, againInMs);
  }

  /** It is still in the inbox: a restart in between goes on with it. */
  function later(open: Open, ms: number): void {
    setTimeout(() => void goOn(open), ms).unref();
  }

  /** Never rejects: what cannot be looked at now, since Discord or the store does not answer, is tried again. */
  async function goOn(open: Open): Promise<void> {
    if (signal.aborted) return;
    try {
      const incoming = open.incoming();
      const isTaken = incoming && (!open.isInDoubt || (await delivery.isAcknowledged(incoming.ref)));
      if (isTaken) await serveOne(incoming, true, open.place);
      else await services.desk.inbox.close(open);
    } catch (error) {
      log({ level: 'warn', event: 'not taken up', interaction: open.id, cause: describeError(error) });
      later(open, error instanceof DiscordBusyError ? error.retryAfterMs : TAKE_UP_AGAIN_MS);
    }
  }

  return {
    async handle(interaction) {
      if (interaction.isAutocomplete()) return suggest(interaction, dependencies);
      const incoming = incomingOf(interaction, clock);
      if (incoming) await serveOne(incoming, false);
    },
    async resume(left) {
      const taken: Promise<void>[] = [];
      for (const request of left) {
        if (request.kind === 'message') continue;
        taken.push(goOn(openOf(request, clock)));
        // However much was left, what comes in now is to be acknowledged within 3 s.
        await turn();
      }
      await Promise.all(taken);
    },
  };
}

function openOf(request: OpenRequest, clock: Clock): Open {
  const { id, guild } = request;
  const what = resumptionOf(request, clock());
  return { id, guild, incoming: () => resumable(request, clock()), isInDoubt: what.do === 'finish' && what.lookFirst };
}

/** What was asked, with the token that may still serve. `null`: to be closed. */
function resumable(request: OpenRequest, now: number): Incoming | null {
  if (resumptionOf(request, now).do === 'close') return null;
  const incoming = JSON.parse(request.request) as Incoming;
  return {
    ...incoming,
    ref: { ...incoming.ref, token: request.answer?.token ?? '', receivedAt: request.acceptedAt },
  };
}

/** What an interaction asks, by its definition. `null`: a command that this version does not have. */
type Bind = (asked: Asked, guild: string) => Bound | null;

function binder(definitions: Definitions, allControls: readonly Control[], states: ControlStates): Bind {
  const commands = new Map(definitions.commands.map((one) => [localised(one.name).default, one]));
  const menu = new Map(definitions.menu.map((one) => [localised(one.name).default, one]));
  const controls = new Map(allControls.map((one) => [one.name, one]));
  return (asked, guild) => {
    if (asked.kind === 'command') {
      const command = commands.get(asked.name);
      return command ? bound(asked.name, command, async () => argumentsOf(command, asked.given)) : null;
    }
    if (asked.kind === 'menu') {
      const entry = menu.get(asked.name);
      return entry ? bound(asked.name, entry, async () => asked.target) : null;
    }
    const { id, press } = asked;
    const control = id && controls.get(id.name);
    if (!control) return bound('unknown control', EXPIRED, async () => null);
    return bound(id.name, control, async () => pressedOf(control, press, await states.get(guild, id.key)));
  };
}

const bound = (name: string, handling: Handling<never>, input: () => Promise<unknown>): Bound => ({
  name,
  // The input was read for this very handling; nobody else sees the pair.
  handling: handling as Handling<unknown>,
  input,
});

const EXPIRED: Handling<null> = {
  acknowledge() {
    throw new BotError('control-expired', {});
  },
};

async function suggest(
  interaction: AutocompleteInteraction,
  { definitions, speak, log }: Pick<DispatchDependencies, 'definitions' | 'speak' | 'log'>,
): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const command = definitions.commands.find(({ name }) => localised(name).default === interaction.commandName);
  const option = command?.options[focused.name];
  const choices =
    option?.type === 'string' && option.suggest ? option.suggest(focused.value, speak(interaction.locale)) : [];
  try {
    await interaction.respond(choices.slice(0, LIMITS.autocompleteChoices));
  } catch (error) {
    // Nobody waits for a suggestion that came late.
    log({ level: 'debug', event: 'late suggestion', cause: describeError(error) });
  }
}
