/** Why a text is not the whole article, in every language that the bot speaks. */
import { describe, expect, it } from 'vitest';

import { COVERAGE_REASONS, type Coverage } from '#domain';

import { LANGUAGES } from './languages.ts';

describe.each(LANGUAGES)('why not all was read, in $locale', ({ texts }) => {
  const told = (reasons: Coverage['reasons'], extent: Coverage['extent'] = 'part'): string =>
    texts.whyNotAll({ coverage: { extent, words: 90, reasons } });

  it.each(COVERAGE_REASONS)('%s is a cause and a next step', (reason) => {
    expect(told([reason])).toMatch(/^[^.]+\. [^.]+\.$/u);
  });

  it('is another sentence for each reason', () => {
    expect(new Set(COVERAGE_REASONS.map((reason) => told([reason]))).size).toBe(COVERAGE_REASONS.length);
  });

  it('is nothing for a whole text', () => {
    expect(told([], 'whole')).toBe('');
  });
});
