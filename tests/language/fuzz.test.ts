/** Whatever the text: no exception, spans that hold, and time that grows with the length and not with its square. */
import { describe, expect, it } from 'vitest';

import { analyse } from './said.ts';

const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'und', 'ja', 'x-nonsense'];
const PIECES =
  '“ ” " \' ‘ ’ « » „ ‚ 「 」 ( ) [ — – - : ; , . ? ! … said Said told according to Okafor Ines Mayor the and but that he she they who CNN in the words of Dr. M. U.S. 5 p.m. sagte dass laut zufolge hat gesagt a déclaré que selon dijo según él 😀 \u202e \u200b \u00a0 é e\u0301 1,200 東京 a\ud800 “”'.split(
    ' ',
  );

/** A small generator of pseudo-random numbers (Park & Miller), so that a failure can be repeated. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 16_807) % 2_147_483_647;
    return state % below;
  };
}

function expectSound(analysis: ReturnType<typeof analyse>): void {
  const { text, sentences, quotations, attributions, paragraphs } = analysis;
  const ids = new Set(quotations.map(({ id }) => id));
  const contents = attributions.flatMap(({ content }) => content);
  const marks = attributions.flatMap(({ cue, mention }) => [cue, mention].filter((span) => span !== null));
  for (const { start, end } of [...sentences, ...quotations, ...contents, ...marks]) {
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
  }
  expect(paragraphs.at(-1)?.end ?? 0).toBe(text.length);
  for (const [index, sentence] of sentences.entries()) {
    expect(sentence.number).toBe(index + 1);
    expect(sentence.start).toBeGreaterThanOrEqual(sentences[index - 1]?.end ?? 0);
  }
  for (const attribution of attributions) {
    expect(attribution.content.length).toBeGreaterThan(0);
    expect(attribution.sentences.length).toBeGreaterThan(0);
    expect(attribution.quotations.every((id) => ids.has(id))).toBe(true);
    expect(attribution.sentences.every((number) => number >= 1 && number <= sentences.length)).toBe(true);
  }
}

describe('any text', () => {
  it.each(LANGUAGES)('made of marks, cues and names at random is analysed (%s)', (language) => {
    const next = random(LANGUAGES.indexOf(language) + 7);
    for (let round = 0; round < 150; round += 1) {
      const words = Array.from({ length: 5 + next(60) }, () => PIECES[next(PIECES.length)] ?? '');
      const text = words.map((word) => word + ['', ' ', ' ', ' ', '\n'][next(5)]).join('');
      expectSound(analyse(text, language));
    }
  });

  it.each([
    ['“We cannot pay,” Mayor Ines Okafor told CNN. “We tried,” she said, “and failed.”\n“No,” said Ann Lee.', 'en'],
    ['„Wir können nicht“, sagte Jana Brandt, „und wir wollen nicht.“ Laut Kern sei das falsch.', 'de'],
    ['« Non, explique Luc Moreau, et c’est fini. » Selon M. Moreau, le maire a refusé.', 'fr'],
  ])('cut anywhere is analysed', (text, language) => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      expectSound(analyse(text.slice(0, cut), language));
      expectSound(analyse(text.slice(cut), language));
    }
  });

  it.each(['', ' ', '\n\n', '“', '”', '""', "''", '.', '\ud800'])('of nearly nothing is analysed: %j', (text) => {
    expectSound(analyse(text));
  });
});

describe('time', () => {
  const shapes: readonly (readonly [string, string, (size: number) => string])[] = [
    ['a run without white space', 'en', (size) => 'abc'.repeat(size * 30)],
    ['marks without white space', 'en', (size) => '“a”,'.repeat(size * 8)],
    ['marks without white space', 'de', (size) => '„a“,'.repeat(size * 8)],
    ['one paragraph', 'en', (size) => 'Mayor Ines Okafor said no, and left. “No,” she told CNN. '.repeat(size)],
    ['commas and no stop', 'en', (size) => 'Okafor, who, when, said, and, “x”, but, '.repeat(size)],
    [
      'a thousand speakers',
      'en',
      (size) => Array.from({ length: size }, (_, index) => `The board of Town${index} said no.`).join('\n'),
    ],
    ['marks never closed', 'en', (size) => 'Okafor said: “We cannot pay for it.\n'.repeat(size)],
    ['words and no stop', 'fr', (size) => 'le maire de la ville et le pont du port '.repeat(size)],
  ];

  it.each(shapes)('grows with the length: %s (%s)', (_name, language, make) => {
    const took = (size: number): number => {
      const text = make(size);
      // Processor time: other tests run at the same time.
      const before = process.cpuUsage();
      analyse(text, language);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000;
    };
    took(150);
    // Four times the text: a square would take sixteen times as long. The better of two runs, as the machine is shared.
    const small = Math.min(took(300), took(300));
    const large = Math.min(took(1200), took(1200));
    expect(large).toBeLessThan(Math.max(12 * small, 1000));
  });
});
