/** What comes from Discord as plain data: to be bound to its definition now, or after a restart. Untrusted. */
import {
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  type MessageContextMenuCommandInteraction,
  type ModalSubmitInteraction,
  PermissionFlagsBits,
} from 'discord.js';

import { type Clock, scopeOf } from '#domain';

import type { AttachedFile } from '../contracts/attachment.ts';
import type { GivenOptions, OptionValue, TargetMessage } from '../contracts/command.ts';
import type { PressedControl } from '../contracts/control.ts';
import type { InteractionRef } from '../contracts/delivery.ts';
import type { ChannelRights } from '../contracts/guild-facts.ts';
import { type MissingRight, RIGHTS_FOR, WRITING } from '../contracts/rights.ts';
import { type CustomId, parseCustomId } from '../delivery/custom-id.ts';

type ComponentInteraction = Extract<Interaction, { componentType: unknown }>;
export type Press = Omit<PressedControl<never>, 'state'>;

export type Asked =
  | { readonly kind: 'command'; readonly name: string; readonly given: GivenOptions }
  | { readonly kind: 'menu'; readonly name: string; readonly target: TargetMessage }
  /** `id` is `null`: not ours, or of a version that is no longer known. */
  | { readonly kind: 'control'; readonly id: CustomId | null; readonly isForm: boolean; readonly press: Press };

export interface Incoming {
  readonly ref: InteractionRef;
  readonly userId: string;
  /** Ids of the asker's roles in the server; empty outside. */
  readonly roles: readonly string[];
  /** Has "Manage Server" at this moment; `false` outside servers. */
  readonly isAdmin: boolean;
  /** In the channel that it comes from. */
  readonly here: ChannelRights;
  /** A thread, or a post of a forum. */
  readonly isThread: boolean;
  /** Of the asker's client. */
  readonly locale: string;
  /** Of the server; `null` outside. */
  readonly guildLocale: string | null;
  /** Rights that the bot lacks in the channel; `null` outside servers. */
  readonly missing: readonly MissingRight[] | null;
  readonly asked: Asked;
}

/** The server whose settings and results count: one that the bot is a member of. Anywhere else it is the user alone. */
export function guildOf(interaction: Interaction | AutocompleteInteraction): string {
  const { guildId, user, authorizingIntegrationOwners } = interaction;
  const isMember = guildId !== null && authorizingIntegrationOwners?.[0] === guildId;
  return scopeOf(isMember ? guildId : null, user.id);
}

/** `null`: a kind of interaction that the bot does not know. */
export function incomingOf(interaction: Interaction, clock: Clock): Incoming | null {
  const asked = askedOf(interaction);
  if (!asked) return null;
  const guild = guildOf(interaction);
  const isServer = guild === interaction.guildId;
  const here = hereOf(interaction);
  return {
    ref: refOf(interaction, guild, isServer && here.bot, clock),
    userId: interaction.user.id,
    roles: isServer ? rolesOf(interaction) : [],
    isAdmin: isServer && (interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false),
    here,
    isThread: interaction.channel?.isThread() ?? false,
    locale: interaction.locale,
    guildLocale: isServer ? interaction.guildLocale : null,
    missing: isServer ? missingIn(interaction) : null,
    asked,
  };
}

function askedOf(interaction: Interaction): Asked | null {
  if (interaction.isChatInputCommand())
    return { kind: 'command', name: interaction.commandName, given: optionsOf(interaction) };
  if (interaction.isMessageContextMenuCommand())
    return { kind: 'menu', name: interaction.commandName, target: targetOf(interaction) };
  if (!interaction.isMessageComponent() && !interaction.isModalSubmit()) return null;
  const id = parseCustomId(interaction.customId);
  return { kind: 'control', id, isForm: interaction.isModalSubmit(), press: pressOf(interaction) };
}

function refOf(interaction: Interaction, guild: string, mayPost: boolean, clock: Clock): InteractionRef {
  return {
    id: interaction.id,
    token: interaction.token,
    applicationId: interaction.applicationId,
    channelId: interaction.channelId ?? '',
    receivedAt: clock(),
    guild,
    mayPost,
  };
}

function hereOf({ memberPermissions, appPermissions, channel }: Interaction): ChannelRights {
  const needed = channel?.isThread() ? WRITING.thread : WRITING.channel;
  return { admin: memberPermissions?.has(needed) ?? false, bot: appPermissions.has(needed) };
}

function missingIn({ appPermissions }: Interaction): readonly MissingRight[] {
  return Object.entries(RIGHTS_FOR).flatMap(([what, rights]) =>
    appPermissions.has(rights) ? [] : [what as MissingRight],
  );
}

function rolesOf({ member }: Interaction): readonly string[] {
  const roles = member?.roles ?? [];
  return Array.isArray(roles) ? roles : [...roles.cache.keys()];
}

interface Attachment {
  readonly name: string;
  readonly url: string;
  readonly size: number;
  readonly contentType: string | null;
}
const fileOf = ({ name, url, size, contentType }: Attachment): AttachedFile => ({ name, url, size, contentType });

function optionsOf({ options }: ChatInputCommandInteraction): GivenOptions {
  const given = options.data.map(({ name, value, attachment }): [string, OptionValue] => {
    if (attachment) return [name, fileOf(attachment)];
    return [name, typeof value === 'string' || typeof value === 'boolean' ? value : null];
  });
  return Object.fromEntries(given);
}

function targetOf({ targetMessage }: MessageContextMenuCommandInteraction): TargetMessage {
  const { id, content, attachments } = targetMessage;
  return { id, content, files: attachments.map(fileOf) };
}

/** Everything but the state, which is in the store. */
function pressOf(interaction: ComponentInteraction | ModalSubmitInteraction): Press {
  const fields: Record<string, string> = {};
  const files: AttachedFile[] = [];
  if (interaction.isModalSubmit()) {
    for (const [name, field] of interaction.fields.fields) {
      if ('attachments' in field) files.push(...(field.attachments?.map(fileOf) ?? []));
      else {
        const value = 'value' in field ? field.value : 'values' in field ? field.values[0] : null;
        if (typeof value === 'string' && value.trim() !== '') fields[name] = value;
      }
    }
  }
  const values = interaction.isAnySelectMenu() ? interaction.values : [];
  const messageId = interaction.message?.id ?? null;
  return { values, fields, files, userId: interaction.user.id, messageId };
}
