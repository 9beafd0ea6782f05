/** What Discord refuses in the definitions of commands. */
import { codePoints, isJson, type Json, numberOf, objectsOf, scalarText, textOf } from '../common/json.ts';
import { badLength, failure, invalidForm, type Problem } from './errors.ts';

export const CommandType = { chat: 1, user: 2, message: 3 } as const;

/** Limits of Discord's command reference; 8000 characters count names, descriptions and values, of localisations the longest. */
const LIMIT = {
  chat: 100,
  menu: 15,
  name: 32,
  description: 100,
  options: 25,
  choices: 25,
  choice: 100,
  total: 8000,
  maxLength: 6000,
} as const;

/** Discord's pattern for names of chat input commands and options. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Throws what Discord would answer to a bulk overwrite with these definitions. */
export function checkCommands(commands: Json[]): void {
  for (const [type, limit] of [
    [CommandType.chat, LIMIT.chat],
    [CommandType.user, LIMIT.menu],
    [CommandType.message, LIMIT.menu],
  ] as const) {
    if (commands.filter((one) => typeOf(one) === type).length > limit) throw failure(30032);
  }
  const problems: Problem[] = [];
  const seen = new Set<string>();
  commands.forEach((command, at) => {
    problems.push(...commandProblems(command, [at]));
    const key = `${typeOf(command)} ${textOf(command['name'])}`;
    if (seen.has(key))
      problems.push({
        path: [at],
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      });
    seen.add(key);
  });
  if (problems.length > 0) throw invalidForm(problems);
}

function typeOf(command: Json): number {
  return command['type'] === undefined ? CommandType.chat : numberOf(command['type']);
}

type Path = Problem['path'];

function commandProblems(command: Json, path: Path): Problem[] {
  const isChat = typeOf(command) === CommandType.chat;
  const problems = nameProblems(command, path, isChat);
  if (isChat) problems.push(...descriptionProblems(command, path));
  else if (textOf(command['description']))
    problems.push({
      path: [...path, 'description'],
      code: 'APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED',
      message: 'Context menu commands cannot have a description',
    });
  problems.push(...optionProblems(objectsOf(command['options']), [...path, 'options']));
  if (sizeOf(command) > LIMIT.total)
    problems.push({
      path,
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${LIMIT.total})`,
    });
  const permissions = command['default_member_permissions'];
  if (permissions !== undefined && permissions !== null && !/^\d+$/u.test(scalarText(permissions)))
    problems.push({
      path: [...path, 'default_member_permissions'],
      code: 'NUMBER_TYPE_COERCE',
      message: 'Value is not a bit set.',
    });
  return problems;
}

function nameProblems(named: Json, path: Path, isStrict: boolean): Problem[] {
  const names = [[['name'], named['name']] as const, ...localised(named, 'name_localizations')];
  return names.flatMap(([at, value]) => {
    const name = textOf(value);
    const length = codePoints(name);
    if (length < 1 || length > LIMIT.name) return [badLength([...path, ...at], 1, LIMIT.name)];
    const isFine = !isStrict || (NAME.test(name) && name === name.toLocaleLowerCase());
    return isFine
      ? []
      : [{ path: [...path, ...at], code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
  });
}

function descriptionProblems(described: Json, path: Path): Problem[] {
  const texts = [
    [['description'], described['description']] as const,
    ...localised(described, 'description_localizations'),
  ];
  return texts.flatMap(([at, value]) => {
    const length = codePoints(textOf(value));
    return length < 1 || length > LIMIT.description ? [badLength([...path, ...at], 1, LIMIT.description)] : [];
  });
}

function localised(thing: Json, key: string): (readonly [string[], unknown])[] {
  const texts = thing[key];
  return isJson(texts) ? Object.entries(texts).map(([locale, value]) => [[key, locale], value] as const) : [];
}

function optionProblems(options: Json[], path: Path): Problem[] {
  const problems: Problem[] = [];
  if (options.length > LIMIT.options) problems.push(badLength(path, 0, LIMIT.options));
  let sawOptional = false;
  options.forEach((option, at) => {
    const place = [...path, at];
    problems.push(
      ...nameProblems(option, place, true),
      ...descriptionProblems(option, place),
      ...choiceProblems(option, place),
    );
    problems.push(...optionProblems(objectsOf(option['options']), [...place, 'options']));
    if (option['required'] === true && sawOptional)
      problems.push({
        path: place,
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    sawOptional ||= option['required'] !== true;
    const maxLength = option['max_length'];
    if (maxLength !== undefined && (numberOf(maxLength) < 1 || numberOf(maxLength) > LIMIT.maxLength))
      problems.push({
        path: [...place, 'max_length'],
        code: 'NUMBER_TYPE_MAX',
        message: `int value should be between 1 and ${LIMIT.maxLength}.`,
      });
  });
  return [...problems, ...repeatedNames(options, path)];
}

/** Names must differ among the options of a command, in the default language and in each localisation. */
function repeatedNames(options: Json[], path: Path): Problem[] {
  const locales = new Set(
    options.flatMap((option) => localised(option, 'name_localizations').map(([at]) => at[1] ?? '')),
  );
  return ['', ...locales].flatMap((locale) => {
    const seen = new Set<string>();
    return options.flatMap((option, at) => {
      const translated = isJson(option['name_localizations']) ? option['name_localizations'][locale] : undefined;
      const name = textOf(translated ?? option['name']);
      if (!seen.has(name)) {
        seen.add(name);
        return [];
      }
      return [
        {
          path: [...path, at, 'name'],
          code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
          message: `Option name already used: ${name}`,
        },
      ];
    });
  });
}

function choiceProblems(option: Json, path: Path): Problem[] {
  const choices = objectsOf(option['choices']);
  const problems: Problem[] = [];
  if (choices.length > LIMIT.choices) problems.push(badLength([...path, 'choices'], 0, LIMIT.choices));
  if (option['autocomplete'] === true && choices.length > 0)
    problems.push({
      path,
      code: 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES',
      message: 'Options with autocomplete cannot have choices',
    });
  choices.forEach((choice, at) => {
    const length = codePoints(textOf(choice['name']));
    if (length < 1 || length > LIMIT.choice)
      problems.push(badLength([...path, 'choices', at, 'name'], 1, LIMIT.choice));
    if (codePoints(textOf(choice['value'])) > LIMIT.choice)
      problems.push(badLength([...path, 'choices', at, 'value'], 1, LIMIT.choice));
  });
  return problems;
}

/** The size of a command as Discord counts it: default or longest localisation of names and descriptions, and choice values. */
function sizeOf(thing: Json): number {
  const longest = (key: string) => {
    const others = localised(thing, `${key}_localizations`).map(([, value]) => codePoints(textOf(value)));
    return Math.max(codePoints(textOf(thing[key])), ...others);
  };
  const choices = objectsOf(thing['choices']).reduce(
    (sum, choice) => sum + sizeOf(choice) + codePoints(scalarText(choice['value'])),
    0,
  );
  const options = objectsOf(thing['options']).reduce((sum, option) => sum + sizeOf(option), 0);
  return longest('name') + longest('description') + choices + options;
}
