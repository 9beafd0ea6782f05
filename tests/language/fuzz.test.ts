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

/** What is wrong with an analysis; [] when every span holds and every number and id leads somewhere. */
function faults({ text, sentences, quotations, attributions, paragraphs }: ReturnType<typeof analyse>): string[] {
  const ids = new Set(quotations.map(({ id }) => id));
  const contents = attributions.flatMap(({ content }) => content);
  const marks = attributions.flatMap(({ cue, mention }) => [cue, mention].filter((span) => span !== null));
  const found = [...sentences, ...quotations, ...contents, ...marks]
    .filter(({ start, end }) => !(start >= 0 && end > start && end <= text.length))
    .map(({ start, end }) => `span ${start}–${end} of ${text.length}`);
  if ((paragraphs.at(-1)?.end ?? 0) !== text.length) found.push('paragraphs do not reach the end');
  for (const [index, sentence] of sentences.entries()) {
    if (sentence.number !== index + 1) found.push(`sentence ${index + 1} is numbered ${sentence.number}`);
    if (sentence.start < (sentences[index - 1]?.end ?? 0)) found.push(`sentence ${index + 1} overlaps`);
  }
  for (const attribution of attributions) {
    if (attribution.content.length === 0 || attribution.sentences.length === 0) found.push('an empty attribution');
    if (attribution.quotations.some((id) => !ids.has(id))) found.push('an unknown quotation');
    if (attribution.sentences.some((number) => number < 1 || number > sentences.length))
      found.push('an unknown sentence');
  }
  return found;
}

describe('any text', () => {
  it.each(LANGUAGES)('made of marks, cues and names at random is analysed (%s)', (language) => {
    const next = random(LANGUAGES.indexOf(language) + 7);
    for (let round = 0; round < 150; round += 1) {
      const words = Array.from({ length: 5 + next(60) }, () => PIECES[next(PIECES.length)] ?? '');
      const text = words.map((word) => word + ['', ' ', ' ', ' ', '\n'][next(5)]).join('');
      expect(faults(analyse(text, language))).toEqual([]);
    }
  });

  it.each([
    ['“We cannot pay,” Mayor Ines Okafor told CNN. “We tried,” she said, “and failed.”\n“No,” said Ann Lee.', 'en'],
    ['„Wir können nicht“, sagte Jana Brandt, „und wir wollen nicht.“ Laut Kern sei das falsch.', 'de'],
    ['« Non, explique Luc Moreau, et c’est fini. » Selon M. Moreau, le maire a refusé.', 'fr'],
  ])('cut anywhere is analysed', (text, language) => {
    for (let cut = 0; cut <= text.length; cut += 1) {
      expect(faults(analyse(text.slice(0, cut), language))).toEqual([]);
      expect(faults(analyse(text.slice(cut), language))).toEqual([]);
    }
  });

  it.each(['', ' ', '\n\n', '“', '”', '""', "''", '.', '\ud800'])('of nearly nothing is analysed: %j', (text) => {
    expect(faults(analyse(text))).toEqual([]);
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
