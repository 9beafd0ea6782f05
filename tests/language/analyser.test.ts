import { expect, test } from 'vitest';

import { createAnalyser, plainPosition } from '#language';

const analyser = await createAnalyser();

/** Paragraphs are separated by line ends; returns `speaker: words` lines. */
function positions(text: string): string[] {
  const paragraphs = text.split('\n').map((part) => ({ text: part, kind: 'prose' as const }));
  const analysis = analyser.analyse({ paragraphs, title: null, language: 'en' });
  return analysis.attributions.map((attribution) => {
    const { speaker, statement } = plainPosition(analysis, attribution);
    return `${speaker ?? '?'}: ${statement}`;
  });
}

test('a quotation cut by its cue is one position of one speaker', () => {
  expect(positions('“We will rebuild the bridge,” Mayor Ada Brandt said on Monday. “It will take a year.”')).toEqual([
    'Ada Brandt, Mayor: “We will rebuild the bridge,” “It will take a year.”',
  ]);
});
