/** What the message box holds when it begins with a slash: which commands fit, and what is meant. Plain data, no page. */
import { type Json, objectsOf, textOf } from '../../common/json.ts';

export interface OfferedCommand {
  /** With its group and subcommand: `settings language`. */
  path: string;
  description: string;
  options: OfferedOption[];
}

export interface OfferedOption {
  name: string;
  description: string;
  type: number;
  isRequired: boolean;
  choices: { name: string; value: string | number }[];
  hasAutocomplete: boolean;
  minValue: number | undefined;
  maxValue: number | undefined;
  maxLength: number | undefined;
  channelTypes: number[];
}

const SUBCOMMAND = 1;
const GROUP = 2;
const STRING = 3;
const CHAT_INPUT = 1;

/** Slash commands with their subcommands spread out, by name. */
export function offeredCommands(definitions: readonly Json[]): OfferedCommand[] {
  return definitions
    .filter((one) => one['type'] === CHAT_INPUT)
    .flatMap((one) => spread(one, ''))
    .sort((a, b) => a.path.localeCompare(b.path));
}

function spread(definition: Json, before: string): OfferedCommand[] {
  const path = `${before}${String(definition['name'])}`;
  const parts = objectsOf(definition['options']);
  const inner = parts.filter((one) => one['type'] === SUBCOMMAND || one['type'] === GROUP);
  if (inner.length > 0) return inner.flatMap((one) => spread(one, `${path} `));
  return [{ path, description: textOf(definition['description']), options: parts.map(offeredOption) }];
}

function offeredOption(option: Json): OfferedOption {
  const number = (value: unknown) => (typeof value === 'number' ? value : undefined);
  return {
    name: String(option['name']),
    description: textOf(option['description']),
    type: Number(option['type']),
    isRequired: option['required'] === true,
    choices: objectsOf(option['choices']).map((one) => ({
      name: String(one['name']),
      value: typeof one['value'] === 'number' ? one['value'] : String(one['value']),
    })),
    hasAutocomplete: option['autocomplete'] === true,
    minValue: number(option['min_value']),
    maxValue: number(option['max_value']),
    maxLength: number(option['max_length']),
    channelTypes: Array.isArray(option['channel_types']) ? option['channel_types'].map(Number) : [],
  };
}

/** Commands to offer for what is typed; those that begin with it come first. [] when it is no command. */
export function suggestions(commands: readonly OfferedCommand[], typed: string): OfferedCommand[] {
  if (!/^\/\S*(?: \S*)?$/u.test(typed)) return [];
  const wanted = typed.slice(1).toLowerCase();
  const begin = commands.filter((one) => one.path.startsWith(wanted));
  return [...begin, ...commands.filter((one) => !begin.includes(one) && wanted !== '' && one.path.includes(wanted))];
}

/** The command that a whole line means, with the rest of the line; `undefined` when it is none. */
export function commandIn(
  commands: readonly OfferedCommand[],
  line: string,
): { command: OfferedCommand; rest: string } | undefined {
  const text = line.replace(/^\//u, '');
  if (text === line) return undefined;
  const fits = commands.filter((one) => text === one.path || text.startsWith(`${one.path} `));
  const command = fits.sort((a, b) => b.path.length - a.path.length)[0];
  return command && { command, rest: text.slice(command.path.length).trim() };
}

/** Values in `option:value` form are taken by name; what is left goes to the first text option. */
export function valuesIn(command: OfferedCommand, rest: string): Record<string, string> {
  const values: Record<string, string> = {};
  const left = rest.replace(
    /(?:^|\s)([\p{L}\p{N}_-]+):(?!\/\/)("[^"]*"|\S+)/gu,
    (whole, name: string, value: string) => {
      if (!command.options.some((one) => one.name === name)) return whole;
      values[name] = value.replace(/^"|"$/gu, '');
      return '';
    },
  );
  const first = command.options.find((one) => one.type === STRING && values[one.name] === undefined);
  if (first && left.trim() !== '') values[first.name] = left.trim();
  return values;
}
