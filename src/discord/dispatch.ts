/** From an interaction to its command: acknowledge first, one guard for everything that can go wrong. */
import { randomBytes } from 'node:crypto';

import {
  type ChatInputCommandInteraction,
  type Interaction,
  type InteractionEditReplyOptions,
  MessageFlags,
} from 'discord.js';

import type { Brief } from '#briefing';
import { BotError, scopeOf } from '#domain';

import type { Command, CommandContext, ReadOption } from './command.ts';
import { type MessageView, toContainer } from './views/message.ts';
import { errorView } from './views/notices.ts';

export interface DispatchDependencies {
  readonly commands: readonly Command[];
  readonly brief: Brief;
  /** One record per request; never holds a token. */
  readonly log: (record: Readonly<Record<string, unknown>>) => void;
  readonly signal: AbortSignal;
}

export type Dispatch = (interaction: Interaction) => Promise<void>;

export function createDispatch({ commands, brief, log, signal }: DispatchDependencies): Dispatch {
  const byName = new Map(commands.map((command) => [command.name, command]));
  return async (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const command = byName.get(interaction.commandName);
    if (!command) return;
    const startedAt = performance.now();
    const read = readOptions(interaction);
    let outcome = 'answered';
    try {
      await acknowledge(interaction, command.acknowledge(read));
      await command.run(contextOf(interaction, { brief, signal, commands }), read);
    } catch (error) {
      const known = toBotError(error);
      outcome = known.code;
      if (known.code === 'internal') log({ level: 'error', reference: known.facts, cause: describe(error) });
      await reply(interaction, errorView(known)).catch((failure: unknown) => {
        outcome = 'unanswered';
        log({ level: 'error', cause: describe(failure) });
      });
    }
    log({
      interaction: interaction.id,
      command: command.name,
      guild: interaction.guildId,
      outcome,
      durationMs: Math.round(performance.now() - startedAt),
    });
  };
}

function contextOf(
  interaction: ChatInputCommandInteraction,
  { brief, signal, commands }: Pick<DispatchDependencies, 'brief' | 'signal' | 'commands'>,
): CommandContext {
  return {
    brief: (request) => brief({ member: interaction.user.id, ...request }),
    signal,
    commands,
    guild: scopeOf(interaction.guildId, interaction.user.id),
    reply: (view) => reply(interaction, view),
  };
}

function readOptions(interaction: ChatInputCommandInteraction): ReadOption {
  return (name, option) =>
    option.type === 'boolean' ? interaction.options.getBoolean(name) : interaction.options.getString(name);
}

async function acknowledge(
  interaction: ChatInputCommandInteraction,
  how: ReturnType<Command['acknowledge']>,
): Promise<void> {
  if (how === 'direct') return;
  // A deferral may carry the ephemeral flag only; Components V2 are set by the edit.
  await interaction.deferReply(how === 'private' ? { flags: MessageFlags.Ephemeral } : {});
}

async function reply(interaction: ChatInputCommandInteraction, view: MessageView): Promise<void> {
  const body = {
    components: [toContainer(view)],
    allowedMentions: { parse: [] },
  } satisfies InteractionEditReplyOptions;
  if (interaction.deferred || interaction.replied)
    await interaction.editReply({ ...body, flags: MessageFlags.IsComponentsV2 });
  else await interaction.reply({ ...body, flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral });
}

function toBotError(error: unknown): BotError {
  if (error instanceof BotError) return error;
  return new BotError('internal', { reference: randomBytes(4).toString('hex') }, { cause: error });
}

/** Name and message only: discord.js keeps the interaction token in other fields of its errors. */
function describe(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : typeof error;
}
