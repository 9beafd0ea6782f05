/** What an answer costs to draw grows with its article, and no faster: the whole process stands still meanwhile. */
import { describe, expect, it } from 'vitest';

import type { Article } from '#domain';
import { speak } from '#texts';

import { articleText } from '../../bench/brief-text.ts';
import { briefingView } from '../../src/discord/briefings/view.ts';
import { render } from '../../src/discord/delivery/render.ts';
import { articleFrom } from '../llm/embedded.ts';
import { briefingByRules, stateOf } from './drawn.ts';

const RUNS = 6;
/** Beside one pass over the text's words, the cheapest linear thing that is done with all of it. */
const MOST_PASSES = 30;

function fastest(work: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < RUNS; run++) {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, user + system);
  }
  return best;
}

function passOver({ text }: Article): void {
  let words = 0;
  for (const { isWordLike } of new Intl.Segmenter('en', { granularity: 'word' }).segment(text))
    words += isWordLike ? 1 : 0;
  expect(words).toBeGreaterThan(0);
}

describe('drawing an answer', () => {
  it.each([2500, 20_000])('costs a few passes over an article of %i words', async (words) => {
    const article = articleFrom(articleText(words, words));
    const briefing = await briefingByRules(article);
    const { texts } = speak(null);
    const drawing = fastest(() => {
      // As a result that was never drawn before: what is remembered of an article hangs on the object.
      const subject = {
        article: {
          ...article,
          id: String(Math.random()),
          source: { kind: 'link', url: 'https://a.org/x', address: 'https://a.org/x' } as const,
        },
        briefing,
      };
      const state = stateOf(subject.article, 'summary');
      expect(render(briefingView(subject, state, { texts })).components).toHaveLength(1);
    });
    expect(drawing / fastest(() => passOver(article))).toBeLessThan(MOST_PASSES);
  });
});
