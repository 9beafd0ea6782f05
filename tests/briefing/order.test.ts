/** A line that was looked at twice stands where the writer put it, not behind everything else. */
import { expect, it } from 'vitest';

import type { DraftItem, Engine } from '#domain';

import { draftAndCheck } from '../../src/briefing/draft-and-check.ts';
import { articleOf } from '../fixtures/articles.ts';

const SENTENCES = [
  'The council voted 9 to 6 on Thursday to close the mill.',
  'The mill employs 340 people, and most of them live beside the weir.',
  'A petition against the closure was signed by 2,300 people.',
];

it('a repaired line keeps its place', async () => {
  const article = articleOf({ sentences: SENTENCES });
  const points = [SENTENCES[0], 'The mill employs 999 people, and most of them live beside the weir.', SENTENCES[2]];
  const engine = {
    name: 'openai',
    model: 'm',
    promptHash: 'p',
    async *draft() {
      for (const [index, text] of points.entries())
        yield {
          kind: 'point',
          item: { evidence: [index + 1], text: text ?? '', quotations: [] },
        } as unknown as DraftItem;
    },
  } as unknown as Engine;
  const shown: string[] = [];
  const { points: written } = await draftAndCheck(
    engine,
    article,
    'en',
    {
      onProgress: (progress) =>
        progress.stage === 'item' && 'text' in progress.item.item && shown.push(progress.item.item.text),
    },
    () => 1,
  );
  expect(shown).toEqual([SENTENCES[0], SENTENCES[2], SENTENCES[1]]);
  expect(written.map(({ text }) => text)).toEqual(SENTENCES);
});
