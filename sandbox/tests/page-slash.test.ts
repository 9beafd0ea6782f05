/** A slash command as it is typed on the page. */
import { describe, expect, test } from 'vitest';

import { commandIn, offeredCommands, suggestions, valuesIn } from '../page/client/slash-text.ts';

const commands = offeredCommands([
  {
    type: 1,
    name: 'summarise',
    description: 'Summarise',
    options: [
      { type: 3, name: 'article', description: 'Link', required: true },
      { type: 3, name: 'length', description: 'How much', choices: [{ name: 'short', value: 'short' }] },
      { type: 5, name: 'private', description: 'Only you' },
    ],
  },
  {
    type: 1,
    name: 'settings',
    description: 'Settings',
    options: [
      { type: 1, name: 'show', description: 'Show' },
      { type: 2, name: 'channel', description: 'Channel', options: [{ type: 1, name: 'links', description: 'Links' }] },
    ],
  },
  { type: 3, name: 'Summarise link' },
]);

test('subcommands are offered as commands of their own, menu entries are not', () => {
  expect(commands.map((one) => one.path)).toEqual(['settings channel links', 'settings show', 'summarise']);
});

describe('suggestions', () => {
  const offered = (typed: string) => suggestions(commands, typed).map((one) => one.path);
  test('a slash alone offers everything', () => expect(offered('/')).toHaveLength(3));
  test('the beginning of a name comes before its middle', () =>
    expect(offered('/s')).toEqual(['settings channel links', 'settings show', 'summarise']));
  test('the middle of a name is found', () => expect(offered('/links')).toEqual(['settings channel links']));
  test('plain text offers nothing', () => expect(offered('s')).toEqual([]));
  test('a command with its text offers nothing', () => expect(offered('/summarise https://a.example b')).toEqual([]));
});

describe('a whole typed line', () => {
  const read = (line: string) => {
    const found = commandIn(commands, line);
    return found && { path: found.command.path, ...valuesIn(found.command, found.rest) };
  };
  test('gives the rest to the first text option', () =>
    expect(read('/summarise https://a.example/x?y=1')).toEqual({
      path: 'summarise',
      article: 'https://a.example/x?y=1',
    }));
  test('takes options by name from any place', () =>
    expect(read('/summarise length:short some text private:true')).toEqual({
      path: 'summarise',
      article: 'some text',
      length: 'short',
      private: 'true',
    }));
  test('leaves a colon in the text alone', () =>
    expect(read('/summarise the vote: nine to six')).toEqual({ path: 'summarise', article: 'the vote: nine to six' }));
  test('knows subcommands', () => expect(read('/settings show')).toEqual({ path: 'settings show' }));
  test('is no command when it only begins like one', () => expect(read('/summariser x')).toBeUndefined());
});
