/** What comes from Discord, as the definitions read it. Everything in it is untrusted. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';

import type { Clock } from '#domain';

import type { InteractionRef } from './answer.ts';
import type { OptionValue, ReadOption, TargetMessage } from './command.ts';
import type { PressedControl } from './control.ts';
import type { AttachedFile } from './handling.ts';

type ComponentInteraction = Extract<Interaction, { componentType: unknown }>;

export type Request =
  | ChatInputCommandInteraction
  | MessageContextMenuCommandInteraction
  | ComponentInteraction
  | ModalSubmitInteraction;

interface Attachment {
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly contentType: string | null;
}
const fileOf = ({ name, url, size, contentType }: Attachment): AttachedFile => ({ name, url, size, contentType });

/** The server whose settings and results count: one that the bot is a member of. Anywhere else it is the user alone. */
export function guildOf(interaction: Request | AutocompleteInteraction): string {
  const { guildId, user, authorizingIntegrationOwners } = interaction;
  const owner = authorizingIntegrationOwners?.[0];
  return guildId !== null && owner === guildId ? guildId : `user:${user.id}`;
}

export function refOf(interaction: Request, clock: Clock): InteractionRef {
  const guild = guildOf(interaction);
  const rights = interaction.appPermissions;
  const send = interaction.channel?.isThread()
    ? PermissionFlagsBits.SendMessagesInThreads
    : PermissionFlagsBits.SendMessages;
  return {
    id: interaction.id,
    token: interaction.token,
    applicationId: interaction.applicationId,
    channelId: interaction.channelId ?? '',
    receivedAt: clock(),
    guild,
    mayPost: guild === interaction.guildId && rights.has(PermissionFlagsBits.ViewChannel | send),
  };
}

export function optionsOf(interaction: ChatInputCommandInteraction): ReadOption {
  return (name, option): OptionValue => {
    if (option.type === 'boolean') return interaction.options.getBoolean(name);
    if (option.type === 'string') return interaction.options.getString(name);
    const file = interaction.options.getAttachment(name);
    return file && fileOf(file);
  };
}

export function targetOf(interaction: MessageContextMenuCommandInteraction): TargetMessage {
  const { id, content, attachments } = interaction.targetMessage;
  return { id, content, files: attachments.map(fileOf) };
}

/** Everything but the state, which is in the store. */
export function pressOf(
  interaction: ComponentInteraction | ModalSubmitInteraction,
): Omit<PressedControl<never>, 'state'> {
  const fields: Record<string, string> = {};
  const files: AttachedFile[] = [];
  if (interaction.isModalSubmit()) {
    for (const [name, field] of interaction.fields.fields) {
      if ('attachments' in field && field.attachments) files.push(...field.attachments.map(fileOf));
      const value = 'value' in field ? field.value : 'values' in field ? field.values?.[0] : null;
      if (typeof value === 'string' && value.trim() !== '' && !('attachments' in field)) fields[name] = value;
    }
  }
  const values = interaction.isStringSelectMenu() ? interaction.values : [];
  return { values, fields, files, userId: interaction.user.id };
}
