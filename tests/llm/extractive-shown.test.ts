/** What the engine without a model shows, read as a demanding reader would. */
import { describe, expect, it } from 'vitest';

import { articleFrom, draft, FERRY, lines, positions } from './embedded.ts';

describe('an issue', () => {
  const issues = async (text: string, language = 'en'): Promise<string[]> =>
    positions(await draft(articleFrom(text, { language }))).map(({ issue }) => issue);

  it('is a matter that the article comes back to, and neither verb, time nor the rest of a number', async () => {
    const text = `The night ferry ends in June, and the year is young. The ferry called at 215,000 crowns a year.
Okafor called the night ferry a burden of 215,000 crowns. Anand called on the council in June.
The council met in June. Reyes said nobody called him that year.`;
    expect(await issues(text)).toEqual(['night ferry', 'council', '']);
  });

  it('is a noun in German', async () => {
    const text = 'Die Fähre fährt. Die Fähre fährt nicht mehr.\nJana Brandt sagte, man fährt weiter mit der Fähre.';
    expect(await issues(text, 'de')).toEqual(['Fähre']);
  });
});

describe('a statement', () => {
  it.each([
    ['Okafor vowed on Friday to overturn the vote.', 'vowed on Friday to overturn the vote'],
    ['Okafor asked an engineer to look at the books.', 'asked an engineer to look at the books'],
  ])('keeps the verb of its infinitive: %s', async (text, statement) => {
    expect(positions(await draft(articleFrom(text))).map((position) => position.statement)).toEqual([statement]);
  });

  it('of “I” outside quotation marks names nobody', async () => {
    const found = positions(await draft(articleFrom('I said the boat was old, and they laughed.')));
    expect(found.map(({ speaker }) => speaker.name)).toEqual(['']);
  });
});

describe('points leave out', () => {
  it.each([
    ['a pronoun without its noun', 'At night, in winter, it can take twice as long as by day.'],
    ['a voice without its name', '“Nobody from Aldhaven has called us in all these years,” said its director.'],
    ['a question', 'But how often does the boat of Aldhaven cross to the island in winter?'],
    ['a first person', 'In the harbour of Aldhaven we met nobody who would talk about the boat.'],
    ['a reference back at the end', 'The company that runs the boat to Grey Island denied this.'],
    ['what a page sells', 'This article is for subscribers. The first month costs 1 crown for readers in Aldhaven.'],
    [
      'a standfirst without a verb',
      'What was said in the hall of Aldhaven on Tuesday evening, from the first word to the last.',
    ],
  ])('%s', async (_, sentence) => {
    const items = await draft(articleFrom(`${FERRY}\n${sentence}`));
    const shown = [...lines(items, 'gist'), ...lines(items, 'point')].join('\n');
    expect(shown).not.toContain(sentence.split('. ').at(-1));
    expect(shown).toContain('lighthouse');
  });

  it('the questions and answers of an interview, which are positions', async () => {
    const text = `Dagny Holt, 54, has run the yard of Aldhaven since 2011. The yard employs 112 people on two sites.
Is the boat worn out, as you are told?
I know every plate of it. The engine of the boat was changed in 2019.
The mayor of Aldhaven says that it costs too much.
She never asked me. A new engine would cost 400,000 crowns in all.
Would you sell the yard?
I would not. My father built it in the year of the great storm.`;
    const items = await draft(articleFrom(text));
    expect([...lines(items, 'gist'), ...lines(items, 'point')].toSorted()).toEqual(
      [
        'Dagny Holt, 54, has run the yard of Aldhaven since 2011.',
        'The yard employs 112 people on two sites.',
      ].toSorted(),
    );
    expect(new Set(positions(items).map(({ speaker }) => speaker.name))).toEqual(new Set(['Dagny Holt']));
  });
});

describe('parties that are only mentioned', () => {
  it('are bodies or persons by some sign, never two capitals alone', async () => {
    const text = `${FERRY}\nThe boat Grey Gull lay at Long Quay. Dr. Henrike Solano watched. Lucia Brandt, the harbour master, left.`;
    const items = await draft(articleFrom(text));
    const names = items.flatMap((item) => (item.kind === 'mention' ? [item.item.name] : []));
    expect(names).toEqual(expect.arrayContaining(['Henrike Solano', 'Lucia Brandt']));
    expect(names).not.toContain('Grey Gull');
  });
});

describe('a text that is no plain report', () => {
  it('without anybody speaking has a gist and points, and no positions', async () => {
    const text = `The ferry to Grey Island was built in 1966 and carries 120 passengers.
In winter the ferry of Aldhaven runs twice a day, and the crossing takes forty minutes.
The lighthouse of Grey Island, the oldest of the coast, was lit in 1801 by a keeper from Aldhaven.`;
    const items = await draft(articleFrom(text));
    expect(positions(items)).toEqual([]);
    expect([...lines(items, 'gist'), ...lines(items, 'point')]).toHaveLength(3);
  });

  it('from a press office gives the quotations their names, and neither the firm’s own paragraph nor its contacts', async () => {
    const text = `ALDHAVEN, March 3, 2027 (RIVERWIRE) — Holt Yards today announced the launch of its new ferry, the Grey Gull.
“The Grey Gull is the quietest boat that we have ever built,” said Dagny Holt, chief executive of Holt Yards.
The company expects deliveries of the first three boats to begin in June.
Media contact: Ann Rowe answers questions about Holt Yards at any time of the day.`;
    const items = await draft(articleFrom(text));
    expect(positions(items).map(({ speaker }) => speaker.name)).toContain('Dagny Holt');
    const shown = [...lines(items, 'gist'), ...lines(items, 'point')];
    expect(shown[0]).toBe('Holt Yards today announced the launch of its new ferry, the Grey Gull.');
    expect(shown.join('\n')).not.toContain('contact');
  });

  it('written live gives each entry to its voice', async () => {
    const text = `10:05 The council of Aldhaven meets, and the hall is full to the last seat.
10:20 Mayor Ines Okafor says the ferry costs too much.
10:31 “This is a door shut on forty children,” says Tomas Reyes of the island school.
11:02 The council votes 9 to 4 to close the ferry to Grey Island in March.`;
    const items = await draft(articleFrom(text));
    expect(positions(items).map(({ speaker }) => speaker.name)).toEqual(['Ines Okafor', 'Tomas Reyes']);
    expect([...lines(items, 'gist'), ...lines(items, 'point')].join('\n')).toContain('9 to 4');
  });
});
