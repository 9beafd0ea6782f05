/** Commands as Discord wants them published, and a hash that tells whether they changed. */
import { createHash } from 'node:crypto';

import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';

import type { Command, OptionDefinition } from './command.ts';

export function commandBodies(commands: readonly Command[]): RESTPutAPIApplicationCommandsJSONBody {
  return commands.map((command) => ({
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    name_localizations: command.nameLocalizations,
    description: command.description,
    // Discord lists required options first.
    options: Object.entries(command.options)
      .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
      .map(([name, option]) => optionBody(name, option)),
  }));
}

function optionBody(name: string, option: OptionDefinition) {
  const base = { name, description: option.description, required: option.required ?? false };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean as const };
  const choices = option.choices?.map((choice) => ({ name: choice, value: choice }));
  return { ...base, type: ApplicationCommandOptionType.String as const, ...(choices ? { choices } : {}) };
}

export function commandsHash(commands: readonly Command[]): string {
  return createHash('sha256')
    .update(JSON.stringify(commandBodies(commands)))
    .digest('hex');
}
