/** How lists of words are written: as strings, with short ways to write the longer ones. */

/** Words with white space between them, lower case unless a list says otherwise. */
export type Words = string;
/** Alternatives of a regular expression, joined by `|`; '' where the language has none. Tried without regard to case. */
export type Pattern = string;

type Values = Readonly<Record<string, number>>;

export const listed = (words: Words): string[] => words.split(/\s+/u).filter(Boolean);

/** Words by their value: `valued({ 1e3: 'thousand k' })`. */
export function valued(table: Readonly<Record<number, Words>>): Values {
  return Object.fromEntries(
    Object.entries(table).flatMap(([value, words]) => listed(words).map((word) => [word, Number(value)])),
  );
}

/** Words of numbers that follow one another. */
export function counted(from: number, words: Words): Values {
  return Object.fromEntries(listed(words).map((word, index) => [word, from + index]));
}

/** Words of 20, 30, 40 … */
export function tens(words: Words): Values {
  return Object.fromEntries(listed(words).map((word, index) => [word, 10 * (index + 2)]));
}

/** Every number of a ten and a unit, as one word. */
export function joined(units: Words, ofTens: Words, join: (unit: string, ten: string) => string): Values {
  return Object.fromEntries(
    listed(ofTens).flatMap((ten, at) =>
      listed(units).map((unit, index): [string, number] => [join(unit, ten), 10 * (at + 2) + index + 1]),
    ),
  );
}
