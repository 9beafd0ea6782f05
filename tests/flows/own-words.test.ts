/** Every word that is not the article's comes out of the table of texts: shown in a language that nobody speaks. */
import { afterAll, beforeAll, expect, it } from 'vitest';

import { ARTICLES } from '#sandbox';

import { PSEUDO } from '../discord/pseudo.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
beforeAll(async () => {
  world = await startWorld({ hasModel: true, speak: () => PSEUDO });
});
afterAll(async () => {
  await world.close();
});

/** Words of the article, its site and its writer may stand alone; so may addresses and Discord's own markup. */
const OTHERS = new Set(
  JSON.stringify([ARTICLES, 'The Sound Courier', 'sandbox', 'Untitled', 'summarise positions ask discuss help'])
    .match(/\p{L}+/gu)
    ?.map((word) => word.toLowerCase()),
);

function strayWords(shown: string): string[] {
  let text = shown.replace(/\]\([^)]*\)/gu, ']').replace(/<t:\d+:R>/gu, '');
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(/⟦[^⟦⟧]*⟧/gu, ' ');
  }
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => !OTHERS.has(word.toLowerCase()));
}

it('finds a stray word where there is one', () => {
  expect(strayWords('⟦Points⟧ of interest ⟦a ⟦b⟧ c⟧')).toEqual(['interest']);
});

it.each([
  ['a summary', 'summarise', { article: '/news/tidemouth-ferry' }],
  ['positions', 'positions', { article: '/news/tidemouth-ferry' }],
  ['positions of a speaker', 'positions', { article: '/news/tidemouth-ferry', speaker: 'Wray' }],
  ['an error', 'summarise', { article: '/status/404' }],
  ['help', 'help', {}],
])('shows no word of its own beside the table: %s', async (_what, command, options) => {
  const { article } = options as { article?: string };
  const answer = await world.ask({
    command,
    options: { ...options, ...(article ? { article: world.site.url(article) } : {}) },
  });
  expect(answer.text).toContain('⟦');
  expect(strayWords(answer.text)).toEqual([]);
});
