/** One short text per hard form of who-said-what; see `tables/`. */
import { expect, it } from 'vitest';

import { said } from './said.ts';
import { quoted } from './tables/quoted.ts';
import { reported } from './tables/reported.ts';
import { speakers } from './tables/speakers.ts';

const cases = Object.entries({ ...quoted, ...reported, ...speakers }).flatMap(([group, texts]) =>
  texts.map(([text, ...expected]) => ({ group, text, expected })),
);

it('holds at least 150 forms', () => {
  expect(cases.length).toBeGreaterThanOrEqual(150);
});

it.each(cases)('$group: $text', ({ text, expected }) => {
  expect(said(text)).toEqual(expected);
});
