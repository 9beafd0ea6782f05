/** One use of the bot by a person, and how a test waits for what comes of it. */
import { DEFAULT_WAIT_MS, waitFor, waitForQuiet } from '../common/changes.ts';
import { type Json, textOf } from '../common/json.ts';
import { type NewInteraction, startInteraction } from './interactions.ts';
import { type ShownMessage, type ShownModal, shown, shownModal } from './shows.ts';
import type { Acknowledgement, Interaction } from './types.ts';
import type { World } from './world.ts';

export interface Wait {
  timeoutMs?: number;
}

/** One use of a command, button, select, form or menu entry, and what came of it. */
export interface Run {
  readonly interaction: Interaction;
  /** How the bot acknowledged, and how long it took. */
  acknowledged(wait?: Wait): Promise<Acknowledgement>;
  /**
   * The answer once it is no longer "thinking…" (and fits `matching`): the reply, the updated message of a component,
   * or the first follow-up. Rejects when the bot missed the deadline, as the client then shows "did not respond".
   */
  answered(wait?: Wait & { matching?: (answer: ShownMessage) => boolean }): Promise<ShownMessage>;
  /** The answer after nothing has changed and no REST request was open for `quietMs` (default 500). */
  settled(wait?: Wait & { quietMs?: number }): Promise<ShownMessage>;
  /** What the invoker sees of the answer now. */
  current(): ShownMessage | undefined;
  followUps(): ShownMessage[];
  /** The follow-up of this number, from 1. */
  followedUp(wait?: Wait & { number?: number }): Promise<ShownMessage>;
  modal(wait?: Wait): Promise<ShownModal>;
  choices(wait?: Wait): Promise<{ name: string; value: string | number }[]>;
}

const QUIET_MS = 500;
/** A timer may fire a moment before the wall clock has moved on as far; the deadline must then be past for certain. */
const TIMER_SLACK_MS = 100;

/** Starts an interaction and gives the run of it. */
export function startRun(world: World, input: NewInteraction, isRestBusy: () => boolean): Run {
  const startsAt = world.timeline.length;
  return createRun(world, startInteraction(world, input), startsAt, isRestBusy);
}

function createRun(world: World, interaction: Interaction, startsAt: number, isRestBusy: () => boolean): Run {
  const messageOf = (id: string | undefined) => {
    const message = id === undefined ? undefined : world.messages.get(id);
    return message && !message.isDeleted ? shown(world, message) : undefined;
  };
  const followUps = () => interaction.followUpIds.map(messageOf).filter((one) => one !== undefined);
  /** The original counts as an answer only when it has had a state since this interaction began. */
  const answer = () => {
    const id = interaction.originalId;
    const hasNewState = world.timeline.slice(startsAt).some((entry) => entry.messageId === id && !entry.isThinking);
    const original = hasNewState ? messageOf(id) : undefined;
    return original && !original.isThinking ? original : followUps()[0];
  };
  const explain = () => describe(interaction, messageOf(interaction.originalId));
  const failWhenLate = () => {
    const age = world.clock.now() - interaction.createdAt;
    if (!interaction.acknowledgement && age > world.ackDeadlineMs)
      throw new Error(`The application did not respond: ${explain()}`);
  };
  /** The deadline is an event too: it wakes those who wait. */
  const wait = <T>(look: () => T | undefined, options?: Wait) => {
    const alarm = setTimeout(() => world.changes.notify(), world.ackDeadlineMs + TIMER_SLACK_MS);
    const waiting = waitFor(
      world.changes,
      () => {
        const found = look();
        if (found === undefined) failWhenLate();
        return found;
      },
      { timeoutMs: options?.timeoutMs, explain },
    );
    return waiting.finally(() => clearTimeout(alarm));
  };
  const answered: Run['answered'] = (options) =>
    wait(() => {
      const found = answer();
      return found && (options?.matching?.(found) ?? true) ? found : undefined;
    }, options);
  return {
    interaction,
    acknowledged: (options) => wait(() => interaction.acknowledgement, options),
    answered,
    async settled(options) {
      await answered(options);
      await waitForQuiet(world.changes, isRestBusy, {
        quietMs: options?.quietMs ?? QUIET_MS,
        timeoutMs: options?.timeoutMs,
        explain,
      });
      return answered({ timeoutMs: options?.timeoutMs ?? DEFAULT_WAIT_MS });
    },
    current: () => messageOf(interaction.originalId) ?? followUps()[0],
    followUps,
    followedUp: (options) => wait(() => followUps()[(options?.number ?? 1) - 1], options),
    modal: (options) => wait(() => (interaction.modal ? shownModal(interaction.modal) : undefined), options),
    choices: (options) =>
      wait(
        () =>
          interaction.choices?.map((one: Json) => ({
            name: textOf(one['name']),
            value: one['value'] as string | number,
          })),
        options,
      ),
  };
}

function describe(interaction: Interaction, original: ShownMessage | undefined): string {
  const name = interaction.commandName ?? textOf(interaction.data['custom_id']);
  const ack = interaction.acknowledgement;
  const acknowledged = ack ? `acknowledged with type ${ack.type} after ${ack.afterMs} ms` : 'not acknowledged';
  return `interaction "${name}" is ${acknowledged}; it shows ${original ? JSON.stringify(original.text) : 'nothing'}`;
}
