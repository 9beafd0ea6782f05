/** Pages of our own making: what stays, what goes, and which step it takes. */
import { describe, expect, it } from 'vitest';

import { extractArticle } from '../../src/article/extract/extract.ts';
import { BROKEN } from './pages/broken.ts';
import { DROPPED } from './pages/dropped.ts';
import { KEPT } from './pages/kept.ts';
import { LANGUAGES } from './pages/languages.ts';
import type { PageCase } from './pages/page.ts';

const PAGES: readonly PageCase[] = [...KEPT, ...DROPPED, ...LANGUAGES, ...BROKEN];

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

/** What a reader of paragraphs alone would get, for the pages that no single step makes right. */
function naive(html: string): string[] {
  return Array.from(html.matchAll(/<p(?:\s[^>]*)?>(.*?)<\/p>/gsu), ([, inner = '']) =>
    inner
      .replace(/<[^>]*>/gu, ' ')
      .replace(/\s+/gu, ' ')
      .trim(),
  );
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

  it.each(PAGES.flatMap((page) => page.needs.map((step) => ({ step, page }))))(
    'reads “$page.name” wrongly without the step $step',
    ({ step, page }) => {
      expect(faults(page, extracted(page, [step]))).not.toEqual([]);
    },
  );

  it.each(PAGES.filter(({ needs }) => needs.length === 0))(
    'would not have “$name” from its paragraphs alone',
    (page) => {
      expect(faults(page, naive(page.html))).not.toEqual([]);
    },
  );
});
