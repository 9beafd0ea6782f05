/** What the engine without a model writes, from reading a text to the draft. */
import { describe, expect, it } from 'vitest';

import { POINTS_SHOWN } from '#domain';

import { articleFrom, draft, FERRY, lines, positions, RIVER } from './embedded.ts';

describe('points', () => {
  it('are whole sentences of the article that stand alone', async () => {
    const items = await draft(articleFrom(FERRY));
    const points = lines(items, 'point');
    expect(points.length).toBeGreaterThan(2);
    for (const point of points) {
      expect(FERRY).toContain(point);
      expect(point).not.toMatch(/^(?:He|She|They|It)\b/u);
    }
  });

  it('do not repeat the gist', async () => {
    const items = await draft(articleFrom(FERRY));
    expect(lines(items, 'gist')).toEqual([FERRY.split('\n')[0]]);
    expect(lines(items, 'point')).not.toContain(FERRY.split('\n')[0]);
  });

  it('bring what nobody says before a refusal to speak', async () => {
    const points = lines(await draft(articleFrom(FERRY)), 'point');
    const island = points.findIndex((point) => point.includes('lighthouse'));
    const refusal = points.findIndex((point) => point.includes('did not respond'));
    expect(island).toBeGreaterThanOrEqual(0);
    expect(refusal === -1 || refusal > island).toBe(true);
  });

  it('never show the same thing twice', async () => {
    const text = `${FERRY}\n${FERRY.split('\n')[5]}`;
    const points = lines(await draft(articleFrom(text)), 'point');
    const shown = points.slice(0, 5).filter((point) => point.includes('lighthouse'));
    expect(shown).toHaveLength(1);
  });
});

describe('the headline', () => {
  it('is the title of the article', async () => {
    expect(lines(await draft(articleFrom(FERRY, { title: 'Ferry to close' })), 'headline')).toEqual(['Ferry to close']);
  });

  it('is a short first sentence where the text has no title', async () => {
    const items = await draft(articleFrom(`Aldhaven closes its old ferry in March.\n${FERRY}`));
    expect(lines(items, 'headline')).toEqual(['Aldhaven closes its old ferry in March']);
  });

  it('is missing where the first sentence is long', async () => {
    const long = FERRY.replace('2027.', '2027, after a debate of five hours that filled the hall to the last seat.');
    expect(lines(await draft(articleFrom(long)), 'headline')).toEqual([]);
  });
});

describe('positions', () => {
  it('hold every statement the rules found, under one form of each name', async () => {
    const found = positions(await draft(articleFrom(FERRY)));
    expect(found.map(({ speaker, statement }) => `${speaker.name}: ${statement}`)).toEqual([
      'Ines Okafor: the ferry costs the town $1.2 million a year',
      'Ines Okafor: the bridges were rusting',
      'Ines Okafor: “We cannot pay for empty boats,”',
      'Dagny Holt: rejected the idea that the boat is worn out',
      'Dagny Holt: “I will not sell my shares,”',
      'Peter Anand: he would support a smaller boat if the county paid half of its price',
      'The Island Residents’ League: did not respond to a request for comment',
    ]);
  });

  it('show with a refusal what was asked, where the sentence says it first', async () => {
    const text =
      'Asked whether the boat was for sale, Mayor Ines Okafor declined to comment.\nThe boat was built in 1998.';
    const [refusal] = positions(await draft(articleFrom(text)));
    expect(refusal?.statement).toBe('Asked whether the boat was for sale, Mayor Ines Okafor declined to comment.');
  });

  it('count a statement that is printed twice once, with both places', async () => {
    const text = 'Ines Okafor said the boat was sold.\nNobody believed it.\nOkafor said the boat was sold.';
    expect(positions(await draft(articleFrom(text)))).toMatchObject([{ evidence: [1, 3] }]);
  });

  it.each([
    ['Okafor rejected the plan.', 'opposes'],
    ['Okafor welcomed the plan.', 'supports'],
    ['“We do not accept the plan,” Okafor said.', 'opposes'],
    ['“We support the plan,” Okafor said.', 'supports'],
    ['Okafor said her party would not sign the plan.', 'opposes'],
    ['Okafor said she would sign only if the county paid.', 'conditional'],
    ['Okafor said she would support the plan if the county paid.', 'conditional'],
    ['Okafor said Reyes did not support the plan.', 'unclear'],
    ['Okafor said the council had promised to vote.', 'unclear'],
    ['Okafor asked if the boat was sold.', 'unclear'],
    ['Okafor warned that the boat would sink.', 'unclear'],
    ['Okafor said the plan was old.', 'unclear'],
    ['Okafor vowed to overturn the plan.', 'unclear'],
    ['Okafor vowed on Friday to fight the plan.', 'unclear'],
    ['Okafor called for an end to the plan.', 'unclear'],
    ['Okafor called for the plan.', 'supports'],
    ['Okafor called the plan a mistake.', 'opposes'],
    ['Okafor called the plan a start.', 'unclear'],
    ['Okafor said she would vote against the plan.', 'opposes'],
    ['Okafor expressed her support for the plan.', 'supports'],
    ['Okafor expressed opposition to the plan.', 'opposes'],
    ['Okafor declined to comment.', 'neutral'],
  ])('%s → %s', async (text, stance) => {
    expect(positions(await draft(articleFrom(text))).map((position) => position.stance)).toEqual([stance]);
  });
});

describe('a foreign affairs story', () => {
  const article = articleFrom(RIVER, { title: 'Marovia stays away from the second river conference' });

  it('gives all sixteen stated positions to the right speaker', async () => {
    const found = positions(await draft(article)).map(({ speaker, statement }) => `${speaker.name}: ${statement}`);
    expect(found).toEqual([
      'Anselm Keller: his country would not attend further river conferences, as Corland ignored Velm’s offer',
      'Anselm Keller: the first river conference, attended by delegates of more than 40 countries in Aldhaven last spring, was a “disaster”',
      'Anselm Keller: “We know that Corland and its friends want to repair their name after the last conference. They are planning another one and would like Marovia to come,”',
      'Velm: debating the river without its delegates was a loss of time',
      'Corland: it hoped to hold a similar conference next spring, perhaps in a port on the coast, and that Marovia could be asked',
      'Oskar Drumm: Marovia was willing to open the dam but only if Corland gave up its plan to join the Lake Union and recognised the four locks that it had lost',
      'Corland and its partners: rejected those demands',
      'Corland and its partners: they would amount to theft',
      'Anselm Keller: accused Corland of “wilfully overlooking every offer made about the river”',
      'Anselm Keller: the next conference would be “another farce”',
      'Anselm Keller: “We do not accept Corland’s terms and will not sit at such ‘conferences’,”',
      'Leo Marrin: there is so far “no clear agenda” for a second conference on the river',
      'Leo Marrin: “What offers are we speaking of? You know that President Drumm and Marovia are open to talks, we have never refused talks. But we must know what we are speaking of,”',
      '30 countries: the River Charter and “respect for the old borders can serve as the basis for a just and lasting order on the river.”',
      'Corland: vowed to retake all of these stretches',
      'Corland: peace can only come if Marovia withdraws its guards and Corland’s bank is restored',
    ]);
  });

  it('shows in gist and five points the refusal, the failed conference, the conditions and who did not sign', async () => {
    const items = await draft(article);
    const points = items.flatMap((item) => (item.kind === 'point' ? [item.item] : []));
    const gist = items.flatMap((item) => (item.kind === 'gist' ? [item.item] : []));
    const shown = [...gist, ...points.slice(0, POINTS_SHOWN.standard)].flatMap(({ evidence }) => evidence);
    expect(shown).toEqual(expect.arrayContaining([1, 2, 8, 17]));
  });
});

describe('what is printed', () => {
  it.each([
    [
      'PORT ALDER, Nov. 3 (Gazette) — The ferry will close in March, the council said.',
      'The ferry will close in March',
    ],
    ['ALDHAVEN – The ferry will close in March, the council said.', 'The ferry will close in March'],
    [
      'Aldhaven — a town of 340 people — will close its ferry, the council said.',
      'Aldhaven — a town of 340 people — will close its ferry',
    ],
  ])('leaves out where a report was filed: %s', async (text, statement) => {
    const items = await draft(articleFrom(text));
    expect(positions(items).map((position) => position.statement)).toContain(statement);
    expect([...lines(items, 'gist'), ...lines(items, 'point')].join('\n')).not.toMatch(/^(?:PORT ALDER|ALDHAVEN)/mu);
  });

  it.each([
    [
      'The office, which pays a fifth, has not said whether it will withdraw its share.',
      'has not said whether it will withdraw its share',
    ],
    ['Velt never explained why the road was closed.', 'never explained why the road was closed'],
    ['Velt didn’t say who had paid for the road.', 'didn’t say who had paid for the road'],
    ['Velt said that the road was not safe.', 'the road was not safe'],
  ])('never turns what was not said into something said: %s', async (text, statement) => {
    const items = await draft(articleFrom(text));
    expect(positions(items).map((position) => position.statement)).toEqual([statement]);
  });
});
