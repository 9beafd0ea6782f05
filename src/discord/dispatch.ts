/** From an interaction to its definition: acknowledged within the deadline, one guard for everything that can go wrong. */
import { randomBytes } from 'node:crypto';

import { type AutocompleteInteraction, type Interaction, InteractionResponseType } from 'discord.js';

import { BotError, type Clock } from '#domain';

import { type Answer, createAnswer } from './answer.ts';
import type { Command, MenuEntry } from './command.ts';
import { controls as allControls } from './controls/index.ts';
import { parseCustomId } from './custom-id.ts';
import type { Asker, Handling, RequestContext } from './handling.ts';
import { guildOf, optionsOf, pressOf, type Request, refOf, targetOf } from './incoming.ts';
import { LIMITS } from './limits.ts';
import type { Services } from './ports.ts';
import { localised, type Speak } from './texts/texts.ts';
import { errorView } from './views/error.ts';
import type { Wire } from './wire.ts';

export interface Definitions {
  readonly commands: readonly Command[];
  readonly menu: readonly MenuEntry[];
}

export interface DispatchDependencies {
  readonly definitions: Definitions;
  readonly services: Services;
  readonly wire: Wire;
  readonly speak: Speak;
  readonly clock: Clock;
  /** One record per request; never holds a token. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

export type Dispatch = (interaction: Interaction) => Promise<void>;

/** A lookup that takes longer is not "at once". */
const READY_WITHIN_MS = 20;
/** What must be known before the acknowledgement; half of the 3 s are left for the way. */
const SETTINGS_WITHIN_MS = 1500;

/** What to do about one interaction: a definition with its input, already bound. */
interface Bound {
  readonly name: string;
  readonly handling: Handling<unknown>;
  readonly input: () => Promise<unknown>;
}

export function createDispatch(dependencies: DispatchDependencies): Dispatch {
  const { definitions, services, wire, clock, log } = dependencies;
  const commands = new Map(definitions.commands.map((one) => [localised(one.name).default, one]));
  const menu = new Map(definitions.menu.map((one) => [localised(one.name).default, one]));
  const controls = new Map(allControls.map((one) => [one.name, one]));

  function bind(interaction: Request): Bound | null {
    if (interaction.isChatInputCommand()) {
      const command = commands.get(interaction.commandName);
      return command ? bound(interaction.commandName, command, async () => optionsOf(interaction)) : null;
    }
    if (interaction.isMessageContextMenuCommand()) {
      const entry = menu.get(interaction.commandName);
      return entry ? bound(interaction.commandName, entry, async () => targetOf(interaction)) : null;
    }
    const id = parseCustomId(interaction.customId);
    const control = id && controls.get(id.name);
    if (!id || !control) return bound('unknown control', EXPIRED, async () => null);
    return bound(id.name, control, async () => {
      const state = await services.controls.get(guildOf(interaction), id.key);
      if (state === undefined) throw new BotError('control-expired', {});
      return { ...pressOf(interaction), state };
    });
  }

  return async (interaction) => {
    if (interaction.isAutocomplete()) return suggest(interaction, commands, dependencies);
    if (!isRequest(interaction)) return;
    const what = bind(interaction);
    if (!what) return;
    const startedAt = performance.now();
    const answer = createAnswer(wire, refOf(interaction, clock));
    const outcome = await serve(interaction, what, answer, dependencies);
    log({
      interaction: interaction.id,
      command: what.name,
      guild: interaction.guildId,
      outcome,
      durationMs: Math.round(performance.now() - startedAt),
    });
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

function isRequest(interaction: Interaction): interaction is Request {
  return (
    interaction.isChatInputCommand() ||
    interaction.isMessageContextMenuCommand() ||
    interaction.isMessageComponent() ||
    interaction.isModalSubmit()
  );
}

/** The outcome for the log: `answered`, `closed` or the code of the error. */
async function serve(
  interaction: Request,
  what: Bound,
  answer: Answer,
  dependencies: DispatchDependencies,
): Promise<string> {
  const { speak, log } = dependencies;
  let wording = speak(interaction.locale);
  let isAside = true;
  try {
    const asker = await askerOf(interaction, dependencies);
    const input = await within(SETTINGS_WITHIN_MS, what.input());
    const how = what.handling.acknowledge(asker, input);
    isAside = how === 'update' || how === 'form';
    if (how !== 'form') answer.choose(how);
    wording = how === 'public' ? asker.everybodys : asker.own;
    const context: RequestContext = {
      ...asker,
      services: dependencies.services,
      signal: dependencies.signal,
      commands: dependencies.definitions.commands,
      answer,
      wording,
      isPrivate: how !== 'public',
    };
    await handle(what.handling, context, input, how === 'form');
    return 'answered';
  } catch (error) {
    const known = toBotError(error);
    if (known.code === 'internal') log({ level: 'error', reference: known.facts, cause: describe(error) });
    try {
      const view = errorView(known, wording);
      if (isAside || !answer.isAcknowledged) await answer.aside(view);
      else await answer.show(view);
      return known.code;
    } catch (failure) {
      log({ level: 'error', cause: describe(failure) });
      return 'unanswered';
    }
  }
}

async function handle(
  handling: Handling<unknown>,
  context: RequestContext,
  input: unknown,
  isForm: boolean,
): Promise<void> {
  if (isForm && handling.form) {
    await context.answer.openForm(handling.form(context, input));
    return;
  }
  const ready = handling.ready ? await withinOrNull(READY_WITHIN_MS, handling.ready(context, input)) : null;
  if (ready) {
    await context.answer.show(ready);
    return;
  }
  await context.answer.acknowledge();
  await handling.run?.(context, input);
}

async function askerOf(interaction: Request, { services, speak }: DispatchDependencies): Promise<Asker> {
  const guild = guildOf(interaction);
  const settings = await within(SETTINGS_WITHIN_MS, services.settings(guild));
  const own = speak(interaction.locale);
  const isServer = guild === interaction.guildId;
  return {
    userId: interaction.user.id,
    guild,
    channelId: interaction.channelId ?? '',
    settings,
    own,
    everybodys: isServer ? speak(settings.language ?? interaction.guildLocale) : own,
  };
}

/** @throws BotError `storage-unavailable` when the deadline of the acknowledgement would be missed */
async function within<Value>(ms: number, value: Promise<Value>): Promise<Value> {
  const late = Symbol('late');
  const first = await Promise.race([value, after(ms, late)]);
  if (first === late) throw new BotError('storage-unavailable', { operation: 'before the acknowledgement' });
  return first as Value;
}

async function withinOrNull<Value>(ms: number, value: Promise<Value | null>): Promise<Value | null> {
  return Promise.race([value, after(ms, null)]);
}

const after = <Value>(ms: number, value: Value): Promise<Value> =>
  new Promise((resolve) => void setTimeout(() => resolve(value), ms).unref());

async function suggest(
  interaction: AutocompleteInteraction,
  commands: ReadonlyMap<string, Command>,
  { speak, log }: DispatchDependencies,
): Promise<void> {
  const focused = interaction.options.getFocused(true);
  const option = commands.get(interaction.commandName)?.options[focused.name];
  const choices =
    option?.type === 'string' && option.suggest ? option.suggest(focused.value, speak(interaction.locale)) : [];
  try {
    await interaction.respond(choices.slice(0, LIMITS.autocompleteChoices));
  } catch (error) {
    // Nobody waits for a suggestion that came late.
    log({ level: 'debug', event: InteractionResponseType[8], cause: describe(error) });
  }
}

function toBotError(error: unknown): BotError {
  if (error instanceof BotError) return error;
  return new BotError('internal', { reference: randomBytes(4).toString('hex') }, { cause: error });
}

/** Name and message only: discord.js keeps the interaction token in other fields of its errors. */
export function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}
