/** Stories in other shapes than a news report. */
import type { Story } from './story.ts';

/** Texts that are no plain news report: a release, an interview, a live blog, and a story behind a wall. */
export const SHAPED_STORIES: Story[] = [
  {
    path: '/press/brannoch-lines',
    outlet: 'Brannoch Lines',
    language: 'en',
    shape: 'press',
    title: 'Brannoch Lines sets out offer for a smaller night vessel',
    author: 'Brannoch Lines press office',
    published: '2026-03-16T07:00:00Z',
    note: 'A press release: one side only',
    blocks: [
      'TIDEMOUTH, 16 March 2026 — Brannoch Lines today published the offer that it made to the town of Tidemouth in January for a smaller vessel on the night crossing to Saltery Island.',
      'Under the offer the MV Sandpiper, built in 2019 and licensed for 48 passengers, would replace the Lady Brannoch between 9 p.m. and 5 a.m. The yearly cost to the town would fall from 412,000 to 215,000 crowns.',
      '“We believe that there is a way to keep the island connected and the budget in order,” said Calum Verrey, Director of Brannoch Lines. “Our door is open, and so is our bridge.”',
      'The company would invest 90,000 crowns of its own in a stretcher lift. “Nobody should have to wait for daylight to see a doctor,” said Fenna Aldous, Head of Operations.',
      'Brannoch Lines has carried passengers on the sound since 1931 and employs 112 people. In 2025 it was named Regional Carrier of the Year by its own trade association.',
      { heading: 'About Brannoch Lines' },
      'Brannoch Lines is a family-owned ferry company with four vessels. Notes to editors: pictures of the MV Sandpiper are available on request.',
    ],
  },
  {
    path: '/interview/solano',
    outlet: 'Sound Weekly',
    language: 'en',
    shape: 'interview',
    title: '“A storm does not read the timetable”: Dr. Henrike Solano on the night boat',
    author: 'Piers Attwell',
    published: '2026-03-20T05:30:00Z',
    note: 'An interview: questions and answers',
    lead: 'The island’s doctor on nights at sea, helicopters, and why she would close the ferry herself one day.',
    blocks: [
      'Dr. Henrike Solano, 54, has run the clinic on Saltery Island for eleven years. We met her in her kitchen, which is also the waiting room.',
      { question: 'Dr. Solano, how often do you take the night boat yourself?' },
      'About twice a month, with a patient. Last year it was 38 patients in all. Most of them were not in danger of their lives. Three were.',
      { question: 'The mayor says that eleven passengers are too few.' },
      'She is right that eleven is few. I have never said otherwise. But one of the eleven may be lying on a stretcher, and a storm does not read the timetable.',
      { question: 'What do you want the council to do in April?' },
      'Wait a year. Sign a contract for a helicopter, with a price and a number of flights in it. Then close the ferry. I would come to the pier and wave.',
      { question: 'Skerry Air says that nobody called.' },
      'I called them myself. They told me that a flight costs 9,400 crowns. For 38 patients that makes about 357,000 crowns a year, so it is no cheaper than the boat. Somebody should have done that sum before the vote.',
      { question: 'Have you spoken with Mayor Quillon since?' },
      'Twice, and I do not want to say what about.',
      { question: 'Do people on the island blame her?' },
      'Some do. I do not. She has a budget and I have patients. We are both paid to worry about different things.',
    ],
  },
  {
    path: '/live/council-debate',
    outlet: 'The Sound Courier',
    language: 'en',
    shape: 'live',
    title: 'As it happened: Tidemouth council debates the night ferry',
    author: 'Orla Fennick and Dario Penhallow',
    published: '2026-03-13T22:10:00Z',
    note: 'A live blog: newest entry first',
    blocks: [
      {
        time: '22:07',
        title: 'The vote: 9 to 6',
        text: [
          'The motion is carried. Nine councillors voted to end the night ferry on 1 June, six against. There is shouting from the gallery.',
          '“Order, or I clear the room,” says the chair, Lowell Brisco.',
        ],
      },
      {
        time: '21:40',
        title: 'Wray: the figures are from July',
        text: [
          'Tomas Wray holds up a table of passenger numbers. “They counted passengers in July, when everyone sleeps on their own boat,” he says.',
          'Mayor Edda Quillon replies that the figures cover the whole year. The table on the screens shows July and August only.',
        ],
      },
      {
        time: '20:55',
        title: 'An amendment fails',
        text: [
          'Councillor Ottilie Crane proposed to keep the boat from November to February. The amendment was rejected by 8 votes to 7. Crane said that she would vote against the motion as a whole.',
        ],
      },
      {
        time: '19:30',
        title: 'Dr. Solano speaks',
        text: [
          'The island’s doctor asks for a delay of one year. “I am not here for the ferry,” Henrike Solano tells the chamber. “I am here for what comes after it.”',
        ],
      },
      {
        time: '18:02',
        title: 'The debate begins',
        text: ['About 120 people are in the gallery. The chair has allowed each speaker four minutes.'],
      },
    ],
  },
  {
    path: '/plus/harbour-tunnel',
    outlet: 'The Sound Courier',
    language: 'en',
    title: 'The tunnel that nobody ordered: how Tidemouth planned a road under the sound',
    author: 'Marit Osei',
    published: '2026-05-02T04:00:00Z',
    note: 'Behind a paywall: only the beginning can be read',
    blocks: [
      'TIDEMOUTH — In a drawer of the town’s planning office lies a drawing of a tunnel. It is 11 kilometres long, it leads to Saltery Island, and according to the two engineers who drew it nobody has ever asked for it.',
    ],
  },
];
