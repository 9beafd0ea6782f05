/** A long debate, longer than what fits into one look. */
import type { Block, Story } from './story.ts';

/** Speakers of the long debate, with what each of them keeps coming back to. */
const SPEAKERS = [
  { name: 'Edda Quillon', role: 'the mayor', creed: 'a town must pay for what it keeps' },
  {
    name: 'Tomas Wray',
    role: 'councillor for Saltery Island',
    creed: 'an island without a boat is a prison with a view',
  },
  {
    name: 'Ottilie Crane',
    role: 'councillor for the Old Harbour',
    creed: 'there is always a third way, and it is usually a timetable',
  },
  {
    name: 'Ruben Hollis',
    role: 'chair of the budget committee',
    creed: 'the money has to come from somewhere with a name',
  },
  {
    name: 'Zofia Marsh',
    role: 'councillor for Upper Tidemouth',
    creed: 'people in my ward have never set foot on that boat',
  },
  {
    name: 'Desmond Ake',
    role: 'councillor for the fishing quarter',
    creed: 'the sea decides, and the council takes notes',
  },
  {
    name: 'Linnea Corrigan',
    role: 'leader of the opposition',
    creed: 'a decision that cannot wait until April was made in January',
  },
];

/** What was on the agenda: the matter, the sum or number that was argued about, and what it would mean. */
const ITEMS: { matter: string; figure: string; means: string }[] = [
  {
    matter: 'the fuel bill of the Lady Brannoch',
    figure: '96,000 crowns',
    means: 'a third of it could be saved by sailing slower',
  },
  { matter: 'the pay of the night crew', figure: '14 posts', means: 'nobody would lose work before the autumn' },
  { matter: 'the passenger count', figure: 'eleven a night', means: 'the count was taken in one season' },
  {
    matter: 'the state of the pier',
    figure: '1.1 million crowns',
    means: 'the piles have to be replaced whatever sails there',
  },
  {
    matter: 'the island’s clinic',
    figure: '38 patients',
    means: 'a contract for a helicopter would have to be signed first',
  },
  { matter: 'the price of a ticket', figure: '18 crowns', means: 'it has not been raised since 2014' },
  {
    matter: 'freight at night',
    figure: '640 tonnes a year',
    means: 'the bakery and the dairy would have to change their hours',
  },
  { matter: 'the school trips', figure: '22 trips', means: 'pupils would have to stay overnight' },
  {
    matter: 'the share of the regional transport office',
    figure: 'a fifth',
    means: 'it may be withdrawn without notice',
  },
  { matter: 'noise in the Old Harbour', figure: '54 complaints', means: 'most came from two houses' },
  {
    matter: 'the offer of a smaller vessel',
    figure: '215,000 crowns',
    means: 'the letter was not shown to the council',
  },
  {
    matter: 'the insurance of the crossing',
    figure: '31,500 crowns',
    means: 'the premium falls with the number of sailings',
  },
  { matter: 'the lights on the breakwater', figure: 'seven lamps', means: 'they would be switched off at ten' },
  { matter: 'the rule on petitions', figure: '2,000 signatures', means: 'the matter must come back in April' },
  { matter: 'the tax on holiday homes', figure: '2.5 percent', means: 'half a point more would pay for the boat' },
  { matter: 'the ice winter of 2011', figure: '19 days', means: 'the boat was the only one that got through' },
];

/** Each takes the matter, its number and its meaning; the words differ so that no two speeches are the same. */
const SPEECHES: ((speaker: (typeof SPEAKERS)[number], item: (typeof ITEMS)[number]) => string)[] = [
  ({ name, role, creed }, { matter, figure, means }) =>
    `${name}, ${role}, opened the discussion of ${matter}. “We are talking about ${figure}, and I would like us to say so,” ${lastName(name)} said. In general, ${lastName(name)} told the chamber, ${creed}. The paper before the council notes that ${means}.`,
  ({ name, role }, { matter, figure }) =>
    `${name}, ${role}, disputed the figure of ${figure}. “Whoever wrote this down about ${matter} did not look out of the window,” said ${lastName(name)}, who asked for the paper to be corrected before any vote.`,
  ({ name, role, creed }, { means }) =>
    `According to ${name}, ${role}, it had been known for years that ${means}. “I have said it in this room before and I will say it again: ${creed},” ${lastName(name)} added.`,
  ({ name, role }, { matter, figure }) =>
    `Asked by the chair whether ${figure} was the last word on ${matter}, ${name}, ${role}, declined to answer and referred to the written report.`,
  ({ name, role }, { matter, means }) =>
    `${name}, ${role}, supported the motion on ${matter}, provided that the consequences were put in writing, since ${means}. “A promise that is not in the minutes is a mood,” ${lastName(name)} said.`,
];

function lastName(name: string): string {
  return name.split(' ').at(-1) ?? name;
}

function minutes(): Block[] {
  return ITEMS.flatMap((item, number): Block[] => [
    { heading: `Item ${number + 1}: ${item.matter}` },
    ...SPEECHES.map((speech, turn) => {
      const speaker = SPEAKERS[(number * 3 + turn * 2) % SPEAKERS.length];
      if (!speaker) throw new Error('there are no speakers');
      return speech(speaker, item);
    }),
    `The chair, Lowell Brisco, closed item ${number + 1} after ${7 + ((number * 5) % 13)} minutes without a vote.`,
  ]);
}

/** About four thousand words: longer than what fits into one look, with eighty speeches by seven people. */
export const LONG_STORY: Story = {
  path: '/long/council-minutes',
  outlet: 'The Sound Courier',
  language: 'en',
  title: 'Four hours on a ferry: the whole debate, item by item',
  author: 'Orla Fennick',
  published: '2026-03-15T06:00:00Z',
  note: 'A very long read: sixteen items, seven speakers',
  lead: 'What was said in the Tidemouth chamber on Thursday evening, in the order in which it was said.',
  blocks: [
    'TIDEMOUTH — The debate that ended with a vote of 9 to 6 against the night ferry lasted four hours and five minutes. This is a record of its sixteen items, made from the tape and from our own notes.',
    ...minutes(),
    'The vote was taken at 22:04 by a show of hands and repeated by name at the request of Mr. Wray. It was the same both times.',
  ],
};
