/** One short text per hard form of who-said-what; see `tables/`. */
import { describe, expect, it } from 'vitest';

import { said } from './said.ts';
import { quoted } from './tables/quoted.ts';
import { reported } from './tables/reported.ts';
import { speakers } from './tables/speakers.ts';

for (const [group, cases] of Object.entries({ ...quoted, ...reported, ...speakers })) {
  describe(group, () => {
    it.each(cases.map(([text, ...expected]) => ({ text, expected })))('$text', ({ text, expected }) => {
      expect(said(text)).toEqual(expected);
    });
  });
}
