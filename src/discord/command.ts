/** What a slash command is: a definition and a handler of a few statements, with arguments typed from the options. */
import type { Brief } from '#briefing';

import type { MessageView } from './views/message.ts';

interface OptionBase {
  readonly description: string;
  readonly required?: boolean;
}
export interface StringOption extends OptionBase {
  readonly type: 'string';
  readonly choices?: readonly string[];
}
export interface BooleanOption extends OptionBase {
  readonly type: 'boolean';
}
export type OptionDefinition = StringOption | BooleanOption;
export type OptionDefinitions = Readonly<Record<string, OptionDefinition>>;

type ValueOf<Option extends OptionDefinition> = Option extends BooleanOption
  ? boolean
  : Option extends { choices: readonly (infer Choice)[] }
    ? Choice
    : string;
export type Arguments<Options extends OptionDefinitions> = {
  readonly [Name in keyof Options]: Options[Name] extends { required: true }
    ? ValueOf<Options[Name]>
    : ValueOf<Options[Name]> | null;
};

/** `public` and `private` acknowledge first and answer later; `direct` answers at once. */
export type Acknowledgement = 'public' | 'private' | 'direct';

export interface CommandContext {
  readonly brief: Brief;
  /** Results are kept under it: the guild's id, or `user:ID` outside guilds. */
  readonly guild: string;
  readonly signal: AbortSignal;
  /** Commands of this bot, for `/help`. */
  readonly commands: readonly Pick<Command, 'name' | 'description'>[];
  reply(view: MessageView): Promise<void>;
}

export interface CommandDefinition<Options extends OptionDefinitions> {
  readonly name: string;
  readonly nameLocalizations?: Readonly<Partial<Record<'en-US' | 'de', string>>>;
  readonly description: string;
  readonly options: Options;
  /** May depend on the arguments: what was asked privately is answered privately. */
  readonly acknowledge: (args: Arguments<Options>) => Acknowledgement;
  run(context: CommandContext, args: Arguments<Options>): Promise<void>;
}

/** A command whose argument types are known only to itself. */
export interface Command {
  readonly name: string;
  readonly nameLocalizations: Readonly<Partial<Record<'en-US' | 'de', string>>>;
  readonly description: string;
  readonly options: OptionDefinitions;
  readonly acknowledge: (read: ReadOption) => Acknowledgement;
  run(context: CommandContext, read: ReadOption): Promise<void>;
}

/** Reads one option from the interaction; `null` when it was not given. */
export type ReadOption = (name: string, option: OptionDefinition) => string | boolean | null;

export function defineCommand<const Options extends OptionDefinitions>(
  definition: CommandDefinition<Options>,
): Command {
  const argumentsFrom = (read: ReadOption): Arguments<Options> => {
    const entries = Object.entries(definition.options).map(([name, option]) => [name, read(name, option)]);
    return Object.fromEntries(entries) as Arguments<Options>;
  };
  return {
    name: definition.name,
    nameLocalizations: definition.nameLocalizations ?? {},
    description: definition.description,
    options: definition.options,
    acknowledge: (read) => definition.acknowledge(argumentsFrom(read)),
    run: (context, read) => definition.run(context, argumentsFrom(read)),
  };
}
