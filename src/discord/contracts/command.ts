/** Slash commands and menu entries: a definition and a handler of a few statements, with arguments typed from the options. */

import type { FixedText, Wording } from '#texts';

import type { AttachedFile } from './attachment.ts';
import type { Handling, Named } from './handling.ts';

interface OptionBase {
  readonly name: FixedText;
  readonly description: FixedText;
  /** Discord's client sends no command without it. */
  readonly isRequired?: boolean;
}
export interface StringOption extends OptionBase {
  readonly type: 'string';
  readonly choices?: readonly string[];
  /** How a choice is called; its value stays. */
  readonly choiceName?: (wording: Wording, choice: string) => string;
  /** Offered while somebody types, best first: at most 25. */
  readonly suggest?: (typed: string, wording: Wording) => readonly { readonly name: string; readonly value: string }[];
}
export interface BooleanOption extends OptionBase {
  readonly type: 'boolean';
}
export interface FileOption extends OptionBase {
  readonly type: 'file';
}
export type OptionDefinition = StringOption | BooleanOption | FileOption;
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type ValueOf<Option extends OptionDefinition> = Option extends BooleanOption
  ? boolean
  : Option extends FileOption
    ? AttachedFile
    : Option extends { choices: readonly (infer Choice)[] }
      ? Choice
      : string;
/** `null` where an option was not given. */
export type Arguments<Options extends OptionDefinitions> = {
  readonly [Name in keyof Options]: ValueOf<Options[Name]> | null;
};

export interface CommandDefinition<Options extends OptionDefinitions> extends Handling<Arguments<Options>>, Named {
  readonly options: Options;
  /** Offered in servers alone, to who has "Manage Server" unless the server decides otherwise. */
  readonly isForAdmins?: boolean;
}

export type OptionValue = string | boolean | AttachedFile | null;
/** What was given, by the option's name. Plain data. */
export type GivenOptions = Readonly<Record<string, OptionValue>>;

/** A command whose argument types are known only to itself: it takes what `argumentsOf` makes of what was given to it. */
export interface Command extends Handling<never>, Named {
  readonly kind: 'command';
  readonly options: OptionDefinitions;
  readonly isForAdmins: boolean;
}

export function defineCommand<const Options extends OptionDefinitions>(
  definition: CommandDefinition<Options>,
): Command {
  return { isForAdmins: false, ...definition, kind: 'command' };
}

/** One entry for each option of the command. */
export function argumentsOf({ options }: Pick<Command, 'options'>, given: GivenOptions): GivenOptions {
  return Object.fromEntries(Object.keys(options).map((name) => [name, given[name] ?? null]));
}

/** The message that a menu entry was used on. */
export interface TargetMessage {
  readonly id: string;
  readonly content: string;
  readonly files: readonly AttachedFile[];
}

export interface MenuEntry extends Handling<TargetMessage> {
  readonly kind: 'menu';
  readonly name: FixedText;
}

export function defineMenuEntry(definition: Omit<MenuEntry, 'kind'>): MenuEntry {
  return { ...definition, kind: 'menu' };
}
