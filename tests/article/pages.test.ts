/** Pages of our own making: what stays, what goes, and which step it takes. */
import { describe, expect, it } from 'vitest';

import { STEP_NAMES } from '#article';

import { extractArticle } from '../../src/article/extract/extract.ts';
import { STEPS } from '../../src/article/extract/steps.ts';
import { BROKEN } from './pages/broken.ts';
import { DROPPED } from './pages/dropped.ts';
import { FURNITURE } from './pages/furniture.ts';
import { KEPT } from './pages/kept.ts';
import { LANGUAGES } from './pages/languages.ts';
import type { PageCase } from './pages/page.ts';

const PAGES: readonly PageCase[] = [...KEPT, ...DROPPED, ...LANGUAGES, ...BROKEN, ...FURNITURE];

/** What is wrong with the text of a page: paragraphs that are missing, words that should not be there. */
function faults({ holds, lacks = [] }: PageCase, texts: readonly string[]): string[] {
  let at = 0;
  const missing = holds.filter((wanted) => {
    const found = texts.indexOf(wanted, at);
    if (found >= 0) at = found + 1;
    return found < 0;
  });
  const text = `${texts.join('\n')}\n`;
  return [
    ...missing.map((one) => `missing: ${one}`),
    ...lacks.filter((one) => text.includes(one)).map((one) => `there: ${one}`),
  ];
}

const extracted = ({ html }: PageCase, off: readonly string[]): string[] =>
  extractArticle(html, { off }).paragraphs.map(({ text }) => text);

describe('the table of pages', () => {
  it('has at least 40', () => {
    expect(new Set(PAGES.map(({ name }) => name)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(PAGES)('reads $name', (page) => {
    expect(faults(page, extracted(page, []))).toEqual([]);
  });

  it.each(PAGES.flatMap((page) => page.needs.map((need) => ({ steps: [need].flat(), page }))))(
    'reads “$page.name” wrongly without $steps',
    ({ steps, page }) => {
      expect(faults(page, extracted(page, steps))).not.toEqual([]);
      // Where several stand in for one another, none is there for nothing.
      const others = steps.map((step) => steps.filter((other) => other !== step));
      expect(others.flatMap((off) => faults(page, extracted(page, off)))).toEqual([]);
    },
  );

  it('has a page that needs each step', () => {
    const needed = new Set(PAGES.flatMap(({ needs }) => needs.flat()));
    // A feed is a second document: feed.test.ts has its pages.
    expect(STEP_NAMES.filter((name) => !needed.has(name) && name !== 'feed')).toEqual([]);
    const known: readonly string[] = STEP_NAMES;
    expect([...needed, ...STEPS.map(({ name }) => name)].filter((name) => !known.includes(name))).toEqual([]);
  });
});
