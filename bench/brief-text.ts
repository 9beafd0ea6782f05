/** Invented news of any length: reported speech, quotations, figures and names in about the density of real articles. */

const PEOPLE = [
  ['Mayor', 'Ines Okafor'],
  ['Councillor', 'Tomas Reyes'],
  ['the engineer', 'Dagny Holt'],
  ['Professor', 'Peter Anand'],
  ['the harbour master', 'Lucia Brandt'],
  ['Senator', 'Amos Tull'],
] as const;
const THINGS = [
  'ferry',
  'bridge',
  'school',
  'harbour',
  'clinic',
  'library',
  'tunnel',
  'market',
  'reservoir',
  'tramway',
];
const PLACES = ['Port Alder', 'Grey Island', 'Norwick', 'Sandhaven', 'Harlow Quay', 'Tidemouth'];
const SENTENCES_A_PARAGRAPH = 3;

/** A small generator of its own (mulberry32), so that every run reads the same texts. */
function randomOf(seed: number): () => number {
  let state = seed + 0x6d2b79f5;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function articleText(words: number, seed: number): string {
  const random = randomOf(seed);
  const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
  const number = (): number => 2 + Math.floor(random() * 900);
  const forms: readonly (() => string)[] = [
    () =>
      `The ${pick(THINGS)} of ${pick(PLACES)} will be closed for ${number()} days while workers repair its northern side.`,
    () =>
      `The council voted ${number()} to ${number()} to spend ${number()} million crowns on the ${pick(THINGS)} and the ${pick(THINGS)}.`,
    () =>
      `${pick(PEOPLE).join(' ')} said the ${pick(THINGS)} would cost ${number()},000 crowns more than was planned last year.`,
    () =>
      `“We cannot wait another ${number()} weeks for the ${pick(THINGS)},” ${pick(PEOPLE)[1]} said after the meeting in ${pick(PLACES)}.`,
    () => `According to ${pick(PEOPLE)[1]}, about ${number()} people use the ${pick(THINGS)} on an ordinary day.`,
    () =>
      `${pick(PEOPLE)[1]} rejected the plan for the ${pick(THINGS)} and called it “a bill that our children will pay”.`,
    () =>
      `Work on the ${pick(THINGS)} began in ${pick(['March', 'April', 'May', 'June'])} and was to end within ${number()} days.`,
  ];
  const paragraphs: string[] = [];
  let count = 0;
  while (count < words) {
    const paragraph = Array.from({ length: SENTENCES_A_PARAGRAPH }, () => pick(forms)()).join(' ');
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  return `${pick(PLACES)} argues about its ${pick(THINGS)}\n\n${paragraphs.join('\n\n')}`;
}
