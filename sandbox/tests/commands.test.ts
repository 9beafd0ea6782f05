/** Definitions of commands: what is taken, and what is refused with which code. */
import { afterAll, beforeAll, expect, test } from 'vitest';

import { createSandbox, type Sandbox } from '../index.ts';
import { call, outcome } from './bot.ts';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await createSandbox({ validate: false });
  sandbox.discord.limits.isEnforced = false;
});

afterAll(() => sandbox.close());

const command = (more: object = {}) => ({ name: 'ask', description: 'Ask', ...more });
const option = (more: object = {}) => ({ name: 'question', description: 'What', type: 3, ...more });
const many = (count: number, make: (n: number) => object) => Array.from({ length: count }, (_, n) => make(n));
const choice = (n: number) => ({ name: `n${n}`, value: `v${n}` });
const long = (count: number) => ({
  description: 'd'.repeat(100),
  name: `o${count}`,
  choices: many(25, (n) => ({ name: `${n}`.padEnd(100, 'n'), value: `${n}`.padEnd(50, 'v') })),
});

const CASES: [string, object[], object[]][] = [
  ['a name is lower case', [command({ name: 'Ask' })], [command()]],
  ['a name has no spaces', [command({ name: 'ask me' })], [command({ name: 'ask-me' })]],
  ['a name has 1 to 32 characters', [command({ name: 'x'.repeat(33) })], [command({ name: 'x'.repeat(32) })]],
  [
    'a menu entry may have capitals and spaces, but no description',
    [command({ name: 'List positions', type: 3 })],
    [{ name: 'List positions', type: 3 }],
  ],
  [
    'a description has 1 to 100 characters',
    [command({ description: 'x'.repeat(101) })],
    [command({ description: 'x'.repeat(100) })],
  ],
  ['a description is not empty', [command({ description: '' })], [command()]],
  [
    'localised names are lower case too',
    [command({ name_localizations: { de: 'Frage' } })],
    [command({ name_localizations: { de: 'frage' } })],
  ],
  [
    'localised option names are unique in their language',
    [
      command({
        options: [
          option({ name_localizations: { de: 'frage' } }),
          option({ name: 'other', name_localizations: { de: 'frage' } }),
        ],
      }),
    ],
    [
      command({
        options: [
          option({ name_localizations: { de: 'frage' } }),
          option({ name: 'other', name_localizations: { de: 'andere' } }),
        ],
      }),
    ],
  ],
  [
    'option names are unique',
    [command({ options: [option(), option()] })],
    [command({ options: [option(), option({ name: 'other' })] })],
  ],
  [
    'required options come first',
    [command({ options: [option(), option({ name: 'b', required: true })] })],
    [command({ options: [option({ required: true }), option({ name: 'b' })] })],
  ],
  [
    '25 options',
    [command({ options: many(26, (n) => option({ name: `o${n}` })) })],
    [command({ options: many(25, (n) => option({ name: `o${n}` })) })],
  ],
  [
    '25 choices',
    [command({ options: [option({ choices: many(26, choice) })] })],
    [command({ options: [option({ choices: many(25, choice) })] })],
  ],
  [
    'choices exclude autocomplete',
    [command({ options: [option({ autocomplete: true, choices: [choice(1)] })] })],
    [command({ options: [option({ autocomplete: true })] })],
  ],
  [
    'max_length is at most 6000',
    [command({ options: [option({ max_length: 6001 })] })],
    [command({ options: [option({ max_length: 6000 })] })],
  ],
  [
    '8000 characters in all',
    [command({ options: many(3, (n) => option(long(n))) })],
    [command({ options: many(2, (n) => option(long(n))) })],
  ],
  ['names are unique in their scope', [command(), command()], [command(), command({ name: 'other' })]],
];

test.each(CASES)('%s: what breaks it is refused, its twin is taken', async (_rule, bad, good) => {
  const path = `/applications/${sandbox.discord.applicationId}/commands`;
  expect(outcome(await call(sandbox, 'PUT', path, bad))).toBe('400 50035');
  expect(outcome(await call(sandbox, 'PUT', path, good))).toBe('200');
});

test('100 commands fit into a scope, 101 do not; 15 menu entries of a kind fit, 16 do not', async () => {
  const path = `/applications/${sandbox.discord.applicationId}/commands`;
  const put = async (body: object[]) => outcome(await call(sandbox, 'PUT', path, body));
  expect(await put(many(101, (n) => command({ name: `c${n}` })))).toBe('400 30032');
  expect(await put(many(100, (n) => command({ name: `c${n}` })))).toBe('200');
  expect(await put(many(16, (n) => ({ name: `c${n}`, type: 3 })))).toBe('400 30032');
  expect(await put(many(15, (n) => ({ name: `c${n}`, type: 3 })))).toBe('200');
});

test('a bulk overwrite keeps the id of a command that stays, and removes what is left out', async () => {
  const { discord } = sandbox;
  const path = `/applications/${discord.applicationId}/guilds/${discord.guild.id}/commands`;
  await call(sandbox, 'PUT', path, [command(), command({ name: 'old' })]);
  const before = discord.commands(discord.guild).find((one) => one['name'] === 'ask')?.['id'];
  await call(sandbox, 'PUT', path, [command({ description: 'New words' })]);
  expect(discord.commands(discord.guild)).toMatchObject([{ id: before, name: 'ask', description: 'New words' }]);
});

test('another application’s commands are out of reach', async () => {
  expect(outcome(await call(sandbox, 'PUT', '/applications/123456789012345678/commands', []))).toBe('403 50001');
});
