/** Texts that are no plain report: none of them may break the analysis, each gives what it holds. */
import { describe, expect, it } from 'vitest';

import { analyse, said } from './said.ts';

const RELEASE = `ALDHAVEN, March 3, 2027 (RIVERWIRE) — Holt Yards today announced the launch of its new ferry, the Grey Gull.
“The Grey Gull is the quietest boat we have ever built,” said Dagny Holt, chief executive of Holt Yards. “It runs on half the fuel.”
The company expects deliveries to begin in June.
About Holt Yards
Holt Yards builds boats in Aldhaven. For more information, visit the yard.
Media contact: Ann Rowe`;

const INTERVIEW = `Dagny Holt has run the yard since 2011. We met her on the quay.
Gazette: How many boats do you build in a year?
Holt: Four, in a good year. In a bad one, two.
That has not changed since my father’s time.
Gazette: And what about the ferry?
Holt: We rejected the order, because nobody wanted to pay for it.`;

const LIVE_BLOG = `10:05 The council meets. The hall is full.
10:20 Mayor Ines Okafor says the ferry costs too much.
10:31 “This is a door shut on forty children,” says Tomas Reyes of the island school.
11:02 The vote: 9 to 4.
11:10 Okafor tells the Gazette: “I wish there were another way.”`;

const SILENT = `The ferry to Grey Island was built in 1966. It is 31 metres long and carries 120 passengers.
In winter it runs twice a day. The crossing takes forty minutes.`;

describe('a press release', () => {
  it('gives its quotation, cut by the cue, to the named speaker', () => {
    expect(said(RELEASE)).toContain(
      'Dagny Holt: “The Grey Gull is the quietest boat we have ever built,” “It runs on half the fuel.”',
    );
  });

  it('takes no heading or contact line for speech', () => {
    expect(said(RELEASE).filter((line) => /About|contact/u.test(line))).toEqual([]);
  });
});

describe('an interview', () => {
  it('gives each turn to its label, and a paragraph without one to the voice before', () => {
    expect(said(INTERVIEW)).toEqual([
      'Dagny Holt: Four, in a good year. In a bad one, two',
      'Dagny Holt: That has not changed since my father’s time',
      'Dagny Holt: We rejected the order, because nobody wanted to pay for it',
    ]);
  });
});

describe('a live blog', () => {
  it('is read entry by entry', () => {
    expect(said(LIVE_BLOG)).toEqual([
      'Ines Okafor: the ferry costs too much',
      'Tomas Reyes: “This is a door shut on forty children,”',
      'Ines Okafor via the Gazette: “I wish there were another way.”',
    ]);
  });
});

describe('a text in which nobody speaks', () => {
  it('has sentences and no attributions', () => {
    const analysis = analyse(SILENT);
    expect(analysis.sentences).toHaveLength(4);
    expect(analysis.quotations).toEqual([]);
    expect(analysis.attributions).toEqual([]);
  });
});

describe('offsets', () => {
  it('cut quotations without their marks and statements with them', () => {
    const analysis = analyse('“We will rebuild the bridge,” Mayor Ada Brandt said on Monday. “It will take a year.”');
    const [attribution] = analysis.attributions;
    const words = ({ start, end }: { start: number; end: number }): string => analysis.text.slice(start, end);
    expect(analysis.quotations.map(words)).toEqual(['We will rebuild the bridge,', 'It will take a year.']);
    expect(attribution?.content.map(words)).toEqual(['“We will rebuild the bridge,”', '“It will take a year.”']);
    expect(attribution).toMatchObject({
      speaker: { name: 'Ada Brandt', role: 'Mayor', speaksFor: null },
      manner: 'quoted',
      quotations: ['Q1', 'Q2'],
      sentences: [1, 2],
      certain: true,
    });
    expect(attribution?.cue && words(attribution.cue)).toBe('said');
    expect(attribution?.mention && words(attribution.mention)).toBe('Mayor Ada Brandt');
  });

  it('say that a quotation goes on from the paragraph before', () => {
    const analysis = analyse('“One.\n“Two,” Ada Brandt said.');
    expect(analysis.quotations.map(({ id, continues }) => [id, continues])).toEqual([
      ['Q1', null],
      ['Q2', 'Q1'],
    ]);
  });

  it('name what a speaker speaks for', () => {
    const analysis = analyse('Russian Deputy Foreign Minister Ivan Belov said no deal was near.');
    expect(analysis.attributions[0]?.speaker).toEqual({
      name: 'Ivan Belov',
      role: 'Russian Deputy Foreign Minister',
      speaksFor: 'Russia',
    });
  });
});

describe('parties', () => {
  it('are persons, bodies and places with the sentences that name them', () => {
    const { parties } = analyse(
      'Mayor Ines Okafor met the union. The union said no deal was near. Okafor left. Moscow said it would wait.',
    );
    expect(parties.map(({ name, kind, sentences }) => [name, kind, sentences])).toEqual([
      ['Ines Okafor', 'person', [1, 3]],
      ['The union', 'group', [2]],
      ['Moscow', 'place', [4]],
    ]);
  });
});
