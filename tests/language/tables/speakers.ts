/** Who is meant: short names, roles, pronouns, bodies and places that speak, transcripts. */
import type { Table } from '../said.ts';

export const speakers: Table = {
  'names and roles': [
    [
      'Mara Velt, 16, who speaks for the pupils, said the roof leaked.',
      'Mara Velt: speaks for the pupils',
      'Mara Velt: the roof leaked',
    ],
    [
      'A hydrologist at the University of Norreach, Professor Mara Velt, suggested that the dam leaked.',
      'Mara Velt: the dam leaked',
    ],
    [
      'Mara Velt measured the dam. She said it was safe. According to her measurements, the wall has moved by a metre.',
      'Mara Velt: it was safe',
      'Mara Velt: the wall has moved by a metre',
    ],
    ['The dam will stay only if the board accepts the costs.'],
    ['The board will compare costs and benefits with those of other dams.'],
    [
      'Mayor Ines Okafor said it was late.\nOkafor said the ferry was old.',
      'Ines Okafor: it was late',
      'Ines Okafor: the ferry was old',
    ],
    ['Deputy Finance Minister Jan Prokop said the tax would rise.', 'Jan Prokop: the tax would rise'],
    ['The owner of the yard, Dagny Holt, said the boat was sold.', 'Dagny Holt: the boat was sold'],
    ['Dagny Holt, owner of the yard, said the boat was sold.', 'Dagny Holt: the boat was sold'],
    ['Dagny Holt, 44, said the boat was sold.', 'Dagny Holt: the boat was sold'],
    ['Sen. Paul Reyes (R-Ohio) said the bill was dead.', 'Paul Reyes: the bill was dead'],
    ['Sen. Paul Reyes, R-Ohio, said the bill was dead.', 'Paul Reyes: the bill was dead'],
    ['Chief executive of the Refugee Forum Ada Brandt said the rules were harsh.', 'Ada Brandt: the rules were harsh'],
    [
      'According to the ambassador to the United States Hamid Nouri, the talks went well.',
      'Hamid Nouri: the talks went well',
    ],
    ['Psychology student at the University of Texas Amal Jabri said she felt ignored.', 'Amal Jabri: she felt ignored'],
    ['J. P. Morland said the bank was sound.', 'J. P. Morland: the bank was sound'],
    ['María del Carmen Ruiz said the port was closed.', 'María del Carmen Ruiz: the port was closed'],
    ['Kwame Asante-Boateng said the port was closed.', 'Kwame Asante-Boateng: the port was closed'],
    [
      'Walter Finch is the speaker.\nA spokeswoman for Finch, Ellen Gray, said the two had spoken. “It was good,” she added.',
      'Ellen Gray: the two had spoken',
      'Ellen Gray: “It was good,”',
    ],
    ['Walter Finch is the speaker.\nSupporters of Finch said he was right.', 'Supporters of Finch: he was right'],
    ['Walter Finch is the speaker.\nA lawyer for Mr. Finch said he was right.', 'A lawyer for Mr. Finch: he was right'],
    ['River engineer Hal Moss of Brill College said the dam was safe.', 'Hal Moss: the dam was safe'],
    ['Dr. Lin said the vaccine was safe.', 'Lin: the vaccine was safe'],
    ['Ann Lee and Bob Stone said the road was blocked.', 'Ann Lee and Bob Stone: the road was blocked'],
    ['Ohio Senator Paul Reyes is a farmer.\nThe Ohio senator said the bill was dead.', 'Paul Reyes: the bill was dead'],
    ['Mayor Ines Okafor opened the fair.\nThe mayor said it was late.', 'Ines Okafor: it was late'],
  ],
  pronouns: [
    ['Mayor Ines Okafor opened the fair. She said it was late.', 'Ines Okafor: it was late'],
    ['Mr. Peter Stone met Mrs. Ann Lee. She said it was late.', 'Ann Lee: it was late'],
    ['Mr. Peter Stone met Mrs. Ann Lee. He said it was late.', 'Peter Stone: it was late'],
    ['“It is late,” Ines Okafor said. “Go home,” she added.', 'Ines Okafor: “It is late,”', 'Ines Okafor: “Go home,”'],
    [
      'Peter Stone said the boat was old.\nJohn Reyes, his brother, sold it last year. He said the price was fair.',
      'Peter Stone: the boat was old',
      'John Reyes: the price was fair',
    ],
    ['The union met on Monday. It said the strike would go on.', 'The union: the strike would go on'],
    [
      'The farmers said the road was closed. They also said the bridge was gone.',
      'The farmers: the road was closed',
      'The farmers: the bridge was gone',
    ],
    [
      'Prosecutor Mark Tell spoke first.\nThomas Samer was asked to sell the boat, but he replied “I am not able to do that now”.',
      'Thomas Samer: “I am not able to do that now”',
    ],
    ['Ines Okafor, who is from Brill, says she will run again.', 'Ines Okafor: she will run again'],
    ['Stone said he would run, and he promised to win.', 'Stone: he would run', 'Stone: promised to win'],
  ],
  'bodies, places and documents': [
    ['Moscow said the talks were a waste of time.', 'Moscow: the talks were a waste of time'],
    ['The White House said the bill was dead.', 'The White House: the bill was dead'],
    ['The U.N. said the camp was full.', 'The U.N.: the camp was full'],
    ['WHO said the vaccine was safe.', 'WHO: the vaccine was safe'],
    ['The river board said the dam was safe.', 'The river board: the dam was safe'],
    ['Ukraine and its allies rejected the demands.', 'Ukraine and its allies: rejected the demands'],
    [
      'One of the advisers, who asked not to be named, said the plan was dead.',
      'One of the advisers: the plan was dead',
    ],
    ['Two officials familiar with the plan said it was dead.', 'Two officials familiar with the plan: it was dead'],
    [
      'An official briefed on the matter said the plan was dead.',
      'An official briefed on the matter: the plan was dead',
    ],
    ['People who live near the plant say the water smells.', 'People who live near the plant: the water smells'],
    ['Dozens of residents said the water smelled.', 'Dozens of residents: the water smelled'],
    ['A letter from the board says the dam may fail.', 'A letter from the board: the dam may fail'],
    ['The “Better Roads” group said the street was closed.', 'The “Better Roads” group: the street was closed'],
    [
      'Experts at the University of Brill said the lake was dying.',
      'Experts at the University of Brill: the lake was dying',
    ],
    ['The company’s lawyers said the claim was false.', 'The company’s lawyers: the claim was false'],
    ['Stone’s spokesman said the claim was false.\nPeter Stone is a banker.', 'Stone’s spokesman: the claim was false'],
    [
      'The Stone campaign said the claim was false.\nPeter Stone is a banker.',
      'The Stone campaign: the claim was false',
    ],
    ['Nearly half of voters said they were tired.', 'Nearly half of voters: they were tired'],
  ],
  'transcripts and headlines': [
    [
      'ANNA LUND: Where were you that night?\nPETER STONE: I was at the mill.\nANNA LUND: Did anybody see you there?\nPETER STONE: My brother did.',
      'PETER STONE: I was at the mill',
      'PETER STONE: My brother did',
    ],
    [
      'Q: Where were you that night?\nA: I was at the mill.\nQ: Did anybody see you there?\nA: My brother did.',
      '?: I was at the mill',
      '?: My brother did',
    ],
    ['Note: The office is closed on Monday.'],
    ['Minister Says Dam Will Hold', 'Minister: Dam Will Hold'],
  ],
};
