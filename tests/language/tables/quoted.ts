/** The hard forms of quoted speech: where the cue stands, what cuts a quotation, what is no speech at all. */
import type { Table } from '../said.ts';

export const quoted: Table = {
  'a quotation before its cue': [
    ['“The dam will hold,” Mara Velt said.', 'Mara Velt: “The dam will hold,”'],
    ['“The dam will hold,” said Mara Velt.', 'Mara Velt: “The dam will hold,”'],
    ['“The dam will hold,” said Mara Velt, the chief engineer of the river board.', 'Mara Velt: “The dam will hold,”'],
    ['“The dam will hold,” Velt, who built it, said on Tuesday.', 'Velt: “The dam will hold,”'],
    ['“Will the dam hold?” asked Councillor Jon Peel.', 'Jon Peel: “Will the dam hold?”'],
    ['“Will the dam hold?” Jon Peel asked at the meeting.', 'Jon Peel: “Will the dam hold?”'],
    ['“The dam will hold!” shouted a worker in the back row.', 'a worker: “The dam will hold!”'],
    [
      '“The dam will hold,” a spokeswoman for the river board said in a statement.',
      'a spokeswoman for the river board: “The dam will hold,”',
    ],
    ['“The dam will hold,” the board’s chairman, Oskar Lund, told reporters.', 'Oskar Lund: “The dam will hold,”'],
    ['“The dam will hold,” according to Mara Velt.', 'Mara Velt: “The dam will hold,”'],
    ['“The dam will hold,” the report concluded.', 'the report: “The dam will hold,”'],
    ['"The dam will hold," Velt said.', 'Velt: "The dam will hold,"'],
    ["''The dam will hold,'' Velt said.", "Velt: ''The dam will hold,''"],
    ['‘The dam will hold,’ Velt said.', 'Velt: ‘The dam will hold,’'],
    ['“We were never asked. Nobody wrote to us,” Peel said.', 'Peel: “We were never asked. Nobody wrote to us,”'],
    ['“The dam will hold,” he chuckled.', '?: “The dam will hold,”'],
  ],
  'a quotation behind its cue': [
    ['Mara Velt said, “The dam will hold.”', 'Mara Velt: “The dam will hold.”'],
    ['Mara Velt said: “The dam will hold.”', 'Mara Velt: “The dam will hold.”'],
    ['Mara Velt told reporters on Monday: “The dam will hold.”', 'Mara Velt: “The dam will hold.”'],
    ['In a letter to the council, Mara Velt wrote, “The dam will hold.”', 'Mara Velt: “The dam will hold.”'],
    ['Asked about the flood, Mara Velt replied, “The dam will hold.”', 'Mara Velt: “The dam will hold.”'],
    ['Velt put it bluntly: “The dam is old and we have no money.”', 'Velt: “The dam is old and we have no money.”'],
    [
      'Velt said the party “can’t keep fighting the last war all over again”.',
      'Velt: the party “can’t keep fighting the last war all over again”',
    ],
    [
      'But as Velt herself put it last year: “Nobody remembers who built it or when.”',
      'Velt: “Nobody remembers who built it or when.”',
    ],
    ['Velt called the plan “a bad joke”.', 'Velt: called the plan “a bad joke”'],
    [
      'Velt said the plan was “a bad joke” and that nobody would pay for it.',
      'Velt: the plan was “a bad joke” and that nobody would pay for it',
    ],
    ['Velt described the flood as “the worst in a century”.', 'Velt: described the flood as “the worst in a century”'],
    [
      'In the words of the mayor, Ines Okafor, “the river does not wait for us.”',
      'Ines Okafor: “the river does not wait for us.”',
    ],
    ['The sign at the gate read: “No swimming after dark.”', 'The sign at the gate: “No swimming after dark.”'],
    [
      'A leaked internal letter seen by the Gazette says “the dam may fail within ten years”.',
      'A leaked internal letter seen by the Gazette: “the dam may fail within ten years”',
    ],
  ],
  'a quotation cut by its cue': [
    ['“The dam,” Velt said, “will hold.”', 'Velt: “The dam,” “will hold.”'],
    ['“The dam will hold,” Velt said. “We tested it twice.”', 'Velt: “The dam will hold,” “We tested it twice.”'],
    [
      '“The dam will hold,” said Velt, adding: “We tested it twice.”',
      'Velt: “The dam will hold,”',
      'Velt: “We tested it twice.”',
    ],
    [
      '“We tried,” said Ann Rowe, a farmer, “but the water came too fast.”',
      'Ann Rowe: “We tried,” “but the water came too fast.”',
    ],
    [
      '“We tried,” Rowe told the Gazette on Sunday. “The water came too fast. It took the barn.”',
      'Rowe via the Gazette: “We tried,” “The water came too fast. It took the barn.”',
    ],
  ],
  'a quotation over several paragraphs': [
    ['Velt said: “The dam will hold.\n“We tested it twice.”', 'Velt: The dam will hold “We tested it twice.”'],
    [
      'Velt said: “The dam will hold.\nWe tested it twice, and we will test it again.”',
      'Velt: The dam will hold',
      'Velt: We tested it twice, and we will test it again.',
    ],
    [
      '"The dam will hold," Velt said. "We tested it.\nIt took a month." Then she left the hall.',
      'Velt: "The dam will hold," We tested it',
      'Velt: It took a month.',
    ],
    [
      '“The dam will hold,” Velt said.\n“We tested it twice, and we will test it again next year.”',
      'Velt: “The dam will hold,”',
      'Velt: “We tested it twice, and we will test it again next year.”',
    ],
    [
      'The river board put out a statement:\n“The dam will hold. We tested it twice.”',
      'The river board: “The dam will hold. We tested it twice.”',
    ],
    [
      'More from Velt:\n“The dam will hold. We tested it twice last year.”',
      'Velt: “The dam will hold. We tested it twice last year.”',
    ],
  ],
  'words in marks that nobody says': [
    ['She sang “The Long Way Down” at the festival.'],
    ['The robot, named “Old Iron”, lifted the stones.'],
    ['The so-called “river tax” was dropped last year.'],
    ['The film “A Winter in the North” opens on Friday.'],
    ['The group was given “special guest” status by the fair.'],
    ['Prints of “Boats and Bridges” from 1987 hang beside tables with gumball “pills”.'],
    ['The board 2" by 4" thick was cut in the yard.'],
    ['The word “levee” comes from the French.'],
  ],
  'two voices in one sentence': [
    [
      '“The dam will hold,” said Velt, but Peel said he had doubts.',
      'Velt: “The dam will hold,”',
      'Peel: he had doubts',
    ],
    [
      'Velt said the dam would hold, while Peel warned that it was old.',
      'Velt: the dam would hold',
      'Peel: it was old',
    ],
    [
      'Velt told Peel that the dam would hold after he asked about the cracks.',
      'Velt: the dam would hold after he asked about the cracks',
    ],
    [
      'Officials say every claim will be heard, with the Gazette reporting that nobody will be sent home.',
      'Officials: every claim will be heard',
      'the Gazette: nobody will be sent home',
    ],
    [
      '“I told them, ‘The dam is old,’ and they laughed,” Velt said.',
      'Velt: “I told them, ‘The dam is old,’ and they laughed,”',
    ],
    ['According to the Gazette, Velt said the dam would hold.', 'Velt via the Gazette: the dam would hold'],
    ['“The dam will hold,” Velt said, according to the Gazette.', 'Velt via the Gazette: “The dam will hold,”'],
    ['“The dam will hold,” Velt told the Gazette.', 'Velt via the Gazette: “The dam will hold,”'],
    ['“The dam will hold,” Velt told CNN.', 'Velt via CNN: “The dam will hold,”'],
    ['“The dam will hold,” Velt told Radio North on Friday.', 'Velt via Radio North: “The dam will hold,”'],
    [
      '“The dam will hold,” Velt said in an interview with the River Times.',
      'Velt via the River Times: “The dam will hold,”',
    ],
    ['“The dam will hold,” Velt told reporters.', 'Velt: “The dam will hold,”'],
    ['“The dam will hold,” Velt told the council.', 'Velt: “The dam will hold,”'],
  ],
  'a quotation that goes on behind an aside': [
    ['“Nobody,” Velt said, her voice breaking, “asked us.”', 'Velt: “Nobody,” “asked us.”'],
    ['“Nobody,” Velt said, waving at the dam, “asked us.”', 'Velt: “Nobody,” “asked us.”'],
    [
      '“Nobody asked us,” Velt said, and Peel called the dam “a heap of rust that is falling down”.',
      'Velt: “Nobody asked us,”',
      'Peel: called the dam “a heap of rust that is falling down”',
    ],
  ],
  'announced by a colon, words below': [
    [
      'Mayor Ines Okafor tweeted from her own account:\n“Cool boat. We should build more of them.”',
      'Ines Okafor: “Cool boat. We should build more of them.”',
    ],
  ],
};
