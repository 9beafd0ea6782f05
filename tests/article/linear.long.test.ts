/** Time grows with the size of the page, not with its square. */
import { describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';

import { extractArticle } from '../../src/article/extract/extract.ts';
import { STORY } from './pages/page.ts';

const SMALL = 1_250_000;
const LARGE = 5_000_000;
/** Four times the size: 4 when linear, 16 when quadratic. */
const MOST = 9;
const RUNS = 3;

const filled = (part: string, characters: number): string =>
  `<html><head><title>A long page</title></head><body><article>${part.repeat(Math.ceil(characters / part.length))}</article></body></html>`;

const SHAPES: readonly (readonly [name: string, part: string])[] = [
  ['paragraphs of a story', STORY.map((text) => `<p>${text}</p>`).join('')],
  ['paragraphs with links and breaks', `<p><a href="/x">${STORY[0]}</a> ${STORY[1]}<br>${STORY[2]}</p>`],
  ['many small elements', '<div><span>one</span> <b>two</b> <i>three</i></div>'],
  ['elements that are never closed', '<div><p>word word word word word word '],
  ['lists of links', '<ul><li><a href="/a">Headline of the day in the town</a></li></ul>'],
  ['text without a tag', `${STORY[0]}\n`],
  ['tables', '<table><tr><td>one</td><td>two</td></tr></table>'],
];

function fastest(html: string): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const { user, system } = process.cpuUsage();
    extractArticle(html);
    const after = process.cpuUsage();
    best = Math.min(best, after.user + after.system - user - system);
  }
  return best;
}

describe('the time to read a page', () => {
  it.each(SHAPES)('of %s grows with its size', (_name, part) => {
    const small = fastest(filled(part, SMALL));
    expect(fastest(filled(part, LARGE)) / small).toBeLessThan(MOST);
  });
});

it('more words than anybody reads are read in part, and that is said', async () => {
  const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, threads: 1, deadlineMs: 60_000 });
  const text = Array.from({ length: 14_000 }, (_one, at) => `${STORY[at % 5]} ${at}`).join('\n\n');
  const { coverage } = await reader.read({ kind: 'text', text });
  await reader.close();
  expect(coverage.extent).toBe('part');
  expect(coverage.words).toBeGreaterThan(399_900);
  expect(coverage.words).toBeLessThanOrEqual(400_000);
  expect(coverage.reasons).toContain('too-long');
});
