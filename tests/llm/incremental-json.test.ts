import { describe, expect, it } from 'vitest';

import { createIncrementalJson } from '../../src/llm/incremental-json.ts';

function partsOf(text: string, size: number): unknown[] {
  const parser = createIncrementalJson();
  const parts: unknown[] = [];
  for (let at = 0; at < text.length; at += size) parts.push(...parser.feed(text.slice(at, at + size)));
  return parts;
}

const ANSWER =
  '{"headline":{"text":"A \\"b\\" {c}","evidence":[1]},"points":[{"text":"x, y"},{"text":"]"}],"none":null,"n":3,"empty":[],"last":"s"}';
const EXPECTED = [
  { key: 'headline', index: null, value: { text: 'A "b" {c}', evidence: [1] } },
  { key: 'points', index: 0, value: { text: 'x, y' } },
  { key: 'points', index: 1, value: { text: ']' } },
  { key: 'none', index: null, value: null },
  { key: 'n', index: null, value: 3 },
  { key: 'last', index: null, value: 's' },
];

describe('the incremental parser', () => {
  it.each([1, 2, 7, 1000])('gives the same parts however the text is cut (%d characters a piece)', (size) => {
    expect(partsOf(ANSWER, size)).toEqual(EXPECTED);
  });

  it.each([
    ['a fence', `\`\`\`json\n${ANSWER}\n\`\`\``],
    ['prose before and behind', `Here you are: ${ANSWER} I hope {this} helps.`],
    ['a reasoning block with braces', `<think>{"points":[{"text":"no"}]}</think>${ANSWER}`],
  ])('reads past %s', (_what, text) => {
    expect(partsOf(text, 5)).toEqual(EXPECTED);
  });

  it('hands on an element before the next one begins', () => {
    const parser = createIncrementalJson();
    expect(parser.feed('{"points":[{"text":"x"}')).toEqual([{ key: 'points', index: 0, value: { text: 'x' } }]);
  });

  it('keeps the complete elements of a cut answer and nothing of the broken one', () => {
    expect(partsOf('{"points":[{"text":"x"},{"text":"cu', 3)).toEqual([
      { key: 'points', index: 0, value: { text: 'x' } },
    ]);
  });
});
