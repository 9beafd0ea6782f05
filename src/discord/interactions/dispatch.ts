/** From an interaction to its definition, now or after a restart. */
import { setImmediate as turn } from 'node:timers/promises';

import type { AutocompleteInteraction, Interaction } from 'discord.js';

import { BotError, describeError, type OpenRequest, REQUEST_KEPT_MS, resumptionOf } from '#domain';
import { localised } from '#texts';

import { DiscordBusyError } from '../connection/rest.ts';
import type { Command, MenuEntry } from '../contracts/command.ts';
import type { InteractionPlace } from '../contracts/delivery.ts';
import type { Handling } from '../contracts/handling.ts';
import { controls as allControls } from '../controls.ts';
import { LIMITS } from '../delivery/limits.ts';
import { type Asked, type Incoming, incomingOf } from './incoming.ts';
import { type Bound, type ServeDependencies, serve } from './serve.ts';

export interface Definitions {
  readonly commands: readonly Command[];
  readonly menu: readonly MenuEntry[];
}

export interface DispatchDependencies extends Omit<ServeDependencies, 'commands'> {
  readonly definitions: Definitions;
}

export interface Dispatch {
  handle(interaction: Interaction): Promise<void>;
  /** Goes on with the interactions among what an earlier run had accepted and not answered. */
  resume(left: readonly OpenRequest[]): Promise<void>;
}

/** After a request of an earlier run could not be looked at. */
const TAKE_UP_AGAIN_MS = 10_000;

export function createDispatch(dependencies: DispatchDependencies): Dispatch {
  const { definitions, services, clock, log } = dependencies;
  const { delivery } = services;
  const commands = new Map(definitions.commands.map((one) => [localised(one.name).default, one]));
  const menu = new Map(definitions.menu.map((one) => [localised(one.name).default, one]));
  const controls = new Map(allControls.map((one) => [one.name, one]));
  const serving: ServeDependencies = { ...dependencies, commands: definitions.commands };

  function bind(asked: Asked, guild: string): Bound | null {
    if (asked.kind === 'command') {
      const command = commands.get(asked.name);
      return command ? bound(asked.name, command, async () => asked.given) : null;
    }
    if (asked.kind === 'menu') {
      const entry = menu.get(asked.name);
      return entry ? bound(asked.name, entry, async () => asked.target) : null;
    }
    const { id, press } = asked;
    const control = id && controls.get(id.name);
    if (!control) return bound('unknown control', EXPIRED, async () => null);
    return bound(id.name, control, async () => {
      const state = await services.controls.get(guild, id.key);
      if (state === undefined) throw new BotError('control-expired', {});
      return { ...press, state };
    });
  }

  /** `begun`: what an earlier try has shown. */
  async function serveOne(incoming: Incoming, isResumed: boolean, begun?: InteractionPlace): Promise<void> {
    const { ref, asked, userId } = incoming;
    const what = bind(asked, ref.guild);
    if (!what) return;
    const startedAt = performance.now();
    const answer = begun ?? delivery.under(ref, userId, isResumed);
    const { outcome, againInMs } = await serve(incoming, what, answer, serving);
    log({
      interaction: ref.id,
      command: what.name,
      guild: ref.guild,
      outcome,
      ...(isResumed ? { isResumed } : {}),
      ...(againInMs === undefined ? {} : { againInMs }),
      durationMs: Math.round(performance.now() - startedAt),
    });
    if (againInMs !== undefined) setTimeout(() => void again(incoming, answer), againInMs).unref();
  }

  /** It is still in the inbox: a restart in between goes on with it. */
  async function again(incoming: Incoming, answer: InteractionPlace): Promise<void> {
    const { ref } = incoming;
    if (dependencies.signal.aborted) return;
    const isYoung = clock() - ref.receivedAt < REQUEST_KEPT_MS;
    try {
      if (isYoung && answer.isAcknowledged) await serveOne(incoming, true, answer);
      // The acknowledgement had arrived after all, only nobody here was told.
      else if (isYoung && (await delivery.isAcknowledged(ref))) await serveOne(incoming, true);
      else await services.desk.inbox.close({ guild: ref.guild, id: ref.id });
    } catch (error) {
      log({ level: 'warn', event: 'not taken up', interaction: ref.id, cause: describeError(error) });
      setTimeout(() => void again(incoming, answer), TAKE_UP_AGAIN_MS).unref();
    }
  }

  /** The process may have ended between telling Discord and writing that down. */
  async function wasTaken(request: OpenRequest, { ref }: Incoming): Promise<boolean> {
    const what = resumptionOf(request, clock());
    return what.do !== 'finish' || !what.lookFirst || delivery.isAcknowledged(ref);
  }

  /** Never rejects: what cannot be taken up now, since Discord or the store does not answer, is tried again. */
  async function takeUp(request: OpenRequest): Promise<void> {
    if (request.kind === 'message' || dependencies.signal.aborted) return;
    try {
      const incoming = resumable(request, clock());
      if (incoming && (await wasTaken(request, incoming))) await serveOne(incoming, true);
      else await services.desk.inbox.close(request);
    } catch (error) {
      log({ level: 'warn', event: 'not taken up', interaction: request.id, cause: describeError(error) });
      const againInMs = error instanceof DiscordBusyError ? error.retryAfterMs : TAKE_UP_AGAIN_MS;
      setTimeout(() => void takeUp(request), againInMs).unref();
    }
  }

  return {
    async handle(interaction) {
      if (interaction.isAutocomplete()) return suggest(interaction, commands, dependencies);
      const incoming = incomingOf(interaction, clock);
      if (incoming) await serveOne(incoming, false);
    },
    async resume(left) {
      const taken: Promise<void>[] = [];
      for (const request of left) {
        taken.push(takeUp(request));
        // However much was left, what comes in now is to be acknowledged within 3 s.
        await turn();
      }
      await Promise.all(taken);
    },
  };
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

const bound = <Input>(name: string, handling: Handling<Input>, input: () => Promise<Input>): Bound => ({
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
  commands: ReadonlyMap<string, Command>,
  { speak, log }: Pick<DispatchDependencies, 'speak' | 'log'>,
): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const option = commands.get(interaction.commandName)?.options[focused.name];
  const choices =
    option?.type === 'string' && option.suggest ? option.suggest(focused.value, speak(interaction.locale)) : [];
  try {
    await interaction.respond(choices.slice(0, LIMITS.autocompleteChoices));
  } catch (error) {
    // Nobody waits for a suggestion that came late.
    log({ level: 'debug', event: 'late suggestion', cause: describeError(error) });
  }
}
