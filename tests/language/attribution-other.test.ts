/** Attribution in languages other than English. */
import { describe, expect, it } from 'vitest';

import { analyse, said, type Table } from './said.ts';
import { french, german, marksOnly, spanish } from './tables/other.ts';
import { frenchTraps, germanTraps, spanishTraps } from './tables/other-traps.ts';

const languages: readonly (readonly [string, Table])[] = [
  ['de', german],
  ['fr', french],
  ['es', spanish],
  ['de', germanTraps],
  ['fr', frenchTraps],
  ['es', spanishTraps],
];
const cases = languages.flatMap(([language, table]) =>
  Object.entries(table).flatMap(([group, texts]) =>
    texts.map(([text, ...expected]) => ({ language, group, text, expected })),
  ),
);

it.each(cases)('$language, $group: $text', ({ language, text, expected }) => {
  expect(said(text, language)).toEqual(expected);
});

describe('a language without lists', () => {
  it.each(marksOnly.map(([language, text, ...expected]) => ({ language, text, expected })))(
    'goes by marks, colons and labels: $language $text',
    ({ language, text, expected }) => {
      expect(said(text, language)).toEqual(expected);
    },
  );
});

describe('roles', () => {
  it.each([
    ['de', '„Die Brücke hält“, sagte Bürgermeisterin Jana Brandt.', 'Bürgermeisterin'],
    ['fr', '« Le pont tiendra », a déclaré le conseiller Pierre Anand.', 'conseiller'],
    ['es', '«El puente aguantará», dijo el concejal Pedro Anaya.', 'concejal'],
  ])('are kept in %s', (language, text, role) => {
    expect(analyse(text, language).attributions[0]?.speaker?.role).toBe(role);
  });
});

it('takes no two capitals for a person without a sign of one', () => {
  const text = 'Bürgermeisterin Jana Brandt sprach Ende März von Millionen Euro. Laut Brandt reicht das Geld nicht.';
  expect(analyse(text, 'de').parties.map(({ name }) => name)).toEqual(['Jana Brandt']);
});
