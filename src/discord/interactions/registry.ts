/** Commands as Discord wants them published, and a hash that tells whether they changed. */
import { createHash } from 'node:crypto';

import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  PermissionFlagsBits,
  type RESTPutAPIApplicationCommandsJSONBody,
} from 'discord.js';

import { type FixedText, localised, OTHER_LOCALES, speak } from '#texts';

import type { Command, MenuEntry, OptionDefinition, StringOption } from '../contracts/command.ts';
import { LIMITS } from '../delivery/limits.ts';

export interface Published {
  readonly commands: readonly Command[];
  readonly menu: readonly MenuEntry[];
}

/** Everything works in servers, in direct messages with the bot, and where only the user installed it. */
const EVERYWHERE = {
  contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
};

const FOR_ADMINS = {
  contexts: [InteractionContextType.Guild],
  integration_types: [ApplicationIntegrationType.GuildInstall],
  default_member_permissions: String(PermissionFlagsBits.ManageGuild),
};

const named = (key: FixedText) => ({ name: localised(key).default, name_localizations: localised(key).others });
const described = (key: FixedText) => ({
  description: localised(key).default,
  description_localizations: localised(key).others,
});

export function commandBodies({ commands, menu }: Published): RESTPutAPIApplicationCommandsJSONBody {
  return [
    ...commands.map((command) => ({
      type: ApplicationCommandType.ChatInput as const,
      ...named(command.name),
      ...described(command.description),
      ...(command.isForAdmins ? FOR_ADMINS : EVERYWHERE),
      options: Object.entries(command.options)
        // Discord lists required options first.
        .toSorted(([, a], [, b]) => Number(b.isRequired ?? false) - Number(a.isRequired ?? false))
        .map(([name, option]) => optionBody(name, option)),
    })),
    ...menu.map((entry) => ({ type: ApplicationCommandType.Message as const, ...named(entry.name), ...EVERYWHERE })),
  ];
}

function optionBody(name: string, option: OptionDefinition): APIApplicationCommandBasicOption {
  const base = { ...named(option.name), name, ...described(option.description), required: option.isRequired ?? false };
  if (option.type === 'boolean') return { ...base, type: ApplicationCommandOptionType.Boolean };
  if (option.type === 'file') return { ...base, type: ApplicationCommandOptionType.Attachment };
  if (option.suggest) return { ...base, type: ApplicationCommandOptionType.String, autocomplete: true };
  const choices = option.choices?.map((choice) => choiceBody(option, choice));
  return choices
    ? { ...base, type: ApplicationCommandOptionType.String, choices }
    : { ...base, type: ApplicationCommandOptionType.String, max_length: LIMITS.commandOptionText };
}

function choiceBody(option: StringOption, choice: string) {
  const name = (locale: string): string => option.choiceName?.(speak(locale), choice) ?? choice;
  const others = Object.fromEntries(OTHER_LOCALES.map((locale) => [locale, name(locale)]));
  return { name: name('en-GB'), value: choice, name_localizations: others };
}

export function commandsHash(published: Published): string {
  return createHash('sha256')
    .update(JSON.stringify(commandBodies(published)))
    .digest('hex');
}
