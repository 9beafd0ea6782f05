import { beforeAll, describe, expect, it } from 'vitest';

import { type Analyser, createAnalyser } from '#language';

let analyser: Analyser;
beforeAll(async () => {
  analyser = await createAnalyser();
});

function said(text: string, language = 'en'): [string | null, string, string][] {
  const paragraphs = text.split('\n').map((line) => ({ text: line, kind: 'prose' as const }));
  const analysis = analyser.analyse({ paragraphs, title: null, language });
  return analysis.attributions.map((attribution) => [
    attribution.speaker?.name ?? null,
    attribution.content.map((span) => analysis.text.slice(span.start, span.end)).join(' … '),
    attribution.manner,
  ]);
}

describe('attribution', () => {
  it.each<[string, [string | null, string, string][]]>([
    ['“We cannot pay,” Okafor said.', [['Okafor', '“We cannot pay,”', 'quoted']]],
    ['“We cannot pay,” said Ines Okafor, the mayor.', [['Ines Okafor', '“We cannot pay,”', 'quoted']]],
    ['Ines Okafor said the boat was old.', [['Ines Okafor', 'the boat was old', 'reported']]],
    ['Ines Okafor said that the boat was old.', [['Ines Okafor', 'the boat was old', 'reported']]],
    [
      'The boat was old and slow, Ines Okafor said on Monday.',
      [['Ines Okafor', 'The boat was old and slow', 'reported']],
    ],
    [
      '“They looked,” Reyes told the meeting, “and they signed.”',
      [['Reyes', '“They looked,” … “and they signed.”', 'quoted']],
    ],
    ['According to Holt, a new engine would cost more.', [['Holt', 'a new engine would cost more', 'reported']]],
    [
      'A new engine would cost more, according to Dagny Holt.',
      [['Dagny Holt', 'A new engine would cost more', 'reported']],
    ],
    [
      'Tomas Reyes, who runs the school, called the vote “a door shut”.',
      [['Tomas Reyes', 'called the vote “a door shut”', 'quoted']],
    ],
    ['The owner of the yard, Dagny Holt, rejected the idea.', [['Dagny Holt', 'rejected the idea', 'reported']]],
    [
      'Tomas Reyes accused the council of “hiding the bill” and predicted the boat would be “sold for scrap”.',
      [
        ['Tomas Reyes', 'accused the council of “hiding the bill”', 'quoted'],
        ['Tomas Reyes', 'the boat would be “sold for scrap”', 'quoted'],
      ],
    ],
    [
      'The league did not respond to a request for comment.',
      [['The league', 'did not respond to a request for comment', 'declined']],
    ],
    ['The claim was repeated in the hall.', []],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  it('gives a pronoun to the last speaker and resolves a short name to the full one', () => {
    const found = said(
      'Mayor Ines Okafor said the ferry costs too much.\n“We cannot pay,” she said.\nOkafor added that the vote was final.',
    );
    expect(found.map(([speaker]) => speaker)).toEqual(['Ines Okafor', 'Ines Okafor', 'Ines Okafor']);
  });

  it('takes a quotation that began in an earlier sentence whole', () => {
    const found = said('“We know the sea. They do not,” Tomas Reyes said.');
    expect(found).toEqual([['Tomas Reyes', '“We know the sea. They do not,”', 'quoted']]);
  });

  it('leaves the speaker open where nothing tells', () => {
    expect(said('A banner read something else. “Nobody asked us about the boat at all.”')).toEqual([
      [null, '“Nobody asked us about the boat at all.”', 'quoted'],
    ]);
  });

  it('knows German, French and Spanish verbs and marks', () => {
    expect(said('„Wir haben kein Geld“, sagte Jana Brandt.', 'de')[0]?.[0]).toBe('Jana Brandt');
    expect(said('« Nous ne pouvons pas payer », a déclaré Luc Moreau.', 'fr')[0]?.[0]).toBe('Luc Moreau');
    expect(said('«No podemos pagar», dijo Ana Torres.', 'es')[0]?.[0]).toBe('Ana Torres');
  });

  it('never throws, and its offsets always cut words of the text', () => {
    const pieces = [
      '“',
      '”',
      '"',
      '‘',
      '«',
      'said',
      'Okafor',
      ',',
      '.',
      ' ',
      '\u202e',
      '😀',
      'and',
      'according to',
      '\n',
    ];
    let seed = 7;
    const next = (): number => (seed = (seed * 16807) % 2147483647);
    for (let round = 0; round < 300; round += 1) {
      const text = Array.from({ length: 30 }, () => pieces[next() % pieces.length]).join(' ');
      const paragraphs = text.split('\n').map((line) => ({ text: line, kind: 'prose' as const }));
      const analysis = analyser.analyse({ paragraphs, title: null, language: 'en' });
      for (const { start, end } of [...analysis.quotations, ...analysis.sentences]) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(analysis.text.length);
      }
    }
  });
});

describe('sentences', () => {
  it.each([
    ['Gov. Reyes met Dr. Lee in the U.S. Senate on Jan. 5. They talked.', 2],
    ['“Is it true?” asked Dr. Lee.', 1],
    ['It cost $3.5 million. Nobody paid.', 2],
    ['J. Holt came at 9 a.m. and left.', 1],
  ])('%s', (text, count) => {
    expect(
      analyser.analyse({ paragraphs: [{ text, kind: 'prose' }], title: null, language: 'en' }).sentences,
    ).toHaveLength(count);
  });
});
