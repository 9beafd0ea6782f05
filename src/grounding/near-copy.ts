/**
 * Near copies with a small change inside: where a line follows one sentence of the article word for word, another number,
 * name, negation or opposite in its place is no shortening but a different statement. Distance cannot see these: a planted
 * change leaves the line as near to its source as an honest one.
 */
import { calendarIn, numbersIn, stem, tokensOf } from '#language';

import { type Denial, denies, statesDenial } from './denial.ts';
import { conditionIn, isHedge } from './hedges.ts';
import { areOpposites, isNegation, negates } from './polarity.ts';

/** Share of the line's words found in order in the sentence from which it counts as its copy. */
const COPY_SHARE = 0.6;
/** A longer replacement is a rewording, which cannot be told from a wrong one by rules. */
const LONGEST_SUBSTITUTION = 3;

export interface CopyWord {
  readonly text: string;
  readonly stem: string;
  readonly isName: boolean;
  readonly start: number;
  readonly end: number;
}

/** The words of a line or sentence, names told from the rest by `isName`. */
export function copyWords(text: string, language: string, isName: (word: string, at: number) => boolean): CopyWord[] {
  return tokensOf(text).map((token) => ({
    text: token.text,
    stem: stem(token.text, language),
    isName: isName(token.text, token.start),
    start: token.start,
    end: token.end,
  }));
}

/** Pairs of indices of the longest common subsequence, in order. */
function align(a: readonly CopyWord[], b: readonly CopyWord[]): [number, number][] {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let row = a.length - 1; row >= 0; row -= 1)
    for (let column = b.length - 1; column >= 0; column -= 1)
      table[row * width + column] =
        a[row]?.stem === b[column]?.stem
          ? (table[(row + 1) * width + column + 1] ?? 0) + 1
          : Math.max(table[(row + 1) * width + column] ?? 0, table[row * width + column + 1] ?? 0);
  const pairs: [number, number][] = [];
  for (let row = 0, column = 0; row < a.length && column < b.length; ) {
    if (a[row]?.stem === b[column]?.stem) {
      pairs.push([row, column]);
      row += 1;
      column += 1;
    } else if ((table[(row + 1) * width + column] ?? 0) >= (table[row * width + column + 1] ?? 0)) row += 1;
    else column += 1;
  }
  return pairs;
}

/** What stands in the line and what in the sentence between two words that both have. */
interface Gap {
  readonly ours: readonly CopyWord[];
  readonly theirs: readonly CopyWord[];
}

function gapsOf(line: readonly CopyWord[], source: readonly CopyWord[], pairs: readonly [number, number][]): Gap[] {
  const gaps: Gap[] = [];
  let previous: readonly [number, number] | null = null;
  for (const [ours, theirs] of [...pairs, [line.length, source.length] as const]) {
    if (previous) {
      gaps.push({ ours: line.slice(previous[0] + 1, ours), theirs: source.slice(previous[1] + 1, theirs) });
    } else {
      gaps.push({ ours: line.slice(0, ours), theirs: source.slice(0, theirs) });
    }
    previous = [ours, theirs];
  }
  return gaps;
}

const textOf = (words: readonly CopyWord[]): string => words.map((word) => word.text).join(' ');

/** What the article knows of its people. */
export interface People {
  isSame(a: string, b: string): boolean;
  isPerson(name: string): boolean;
  /** The one person who holds this role, or `null`. */
  holderOf(role: string): string | null;
}

export interface CopyVerdict {
  readonly isCopy: boolean;
  /** Located reasons; empty for an honest copy. */
  readonly faults: readonly string[];
  /** What rules cannot decide: certainty that the source may not have. */
  readonly marks: readonly string[];
}

/** A text with its words. */
export interface CopyText {
  readonly text: string;
  readonly words: readonly CopyWord[];
}

/** @param denials what the source reports as denied, in offsets of its text */
export function copyFaults(
  { text: lineText, words: line }: CopyText,
  { text: sourceText, words: source }: CopyText,
  denials: readonly Denial[],
  people: People,
): CopyVerdict {
  const pairs = align(line, source);
  const denied = deniedPart(lineText, line, source, pairs, denials);
  if (denied) return { isCopy: true, faults: [`denial-dropped: ${denied}`], marks: [] };
  if (pairs.length < 3 || pairs.length < COPY_SHARE * line.length) return { isCopy: false, faults: [], marks: [] };
  const faults: string[] = [];
  const first = pairs[0]?.[1] ?? 0;
  const last = pairs.at(-1)?.[1] ?? 0;
  // The last gap of a shortened sentence holds everything that was left out: only what stands between counts as replaced.
  const gaps = gapsOf(line, source, pairs);
  for (const gap of gaps) {
    if (gap.ours.length === 0 || gap.theirs.length === 0) continue;
    const swapped = substitution(gap, people);
    if (swapped) faults.push(swapped);
  }
  const covered = sourceText.slice(source[first]?.start ?? 0, source[last]?.end ?? sourceText.length);
  const ours = negates(lineText);
  const theirs = negates(covered);
  // "did not say" for "declined to say" adds no negation.
  if (ours && !negates(sourceText) && !denies(covered)) faults.push(`negation-added: ${ours}`);
  if (!ours && theirs && droppedInside(gaps)) faults.push(`negation-dropped: ${theirs}`);
  const denial = statesDenial(lineText);
  if (denial && !denies(sourceText) && !negates(sourceText)) faults.push(`denial-added: ${denial}`);
  const rest = [
    sourceText.slice(0, source[first]?.start ?? 0),
    sourceText.slice(source[last]?.end ?? sourceText.length),
  ];
  return { isCopy: true, faults, marks: certaintyMarks(lineText, line, gaps, rest) };
}

/** A word of this length carries meaning, as a rule. */
const CONTENT_LETTERS = 4;

/** The cue of a denial whose denied words make up the line, which itself denies nothing; `null` for none. */
function deniedPart(
  lineText: string,
  line: readonly CopyWord[],
  source: readonly CopyWord[],
  pairs: readonly [number, number][],
  denials: readonly Denial[],
): string | null {
  if (denials.length === 0 || negates(lineText) || denies(lineText)) return null;
  for (const { start, end, cue } of denials) {
    const shared = pairs.map(([, at]) => source[at]).filter((word) => word !== undefined);
    const inside = shared.filter((word) => word.start >= start && word.end <= end);
    // Who denies stands before the cue, and may stand in the line as well.
    const before = shared.filter((word) => word.end < start);
    const hasContent = inside.some((word) => word.text.length >= CONTENT_LETTERS);
    if (hasContent && inside.length >= 2 && inside.length >= COPY_SHARE * (line.length - before.length)) return cue;
  }
  return null;
}

/** A hedge left out beside nothing else, and a condition cut off at the line's beginning or end. */
function certaintyMarks(
  lineText: string,
  line: readonly CopyWord[],
  gaps: readonly Gap[],
  rest: readonly string[],
): string[] {
  const marks: string[] = [];
  const hedge = gaps
    .slice(1, -1)
    .filter((gap) => gap.theirs.length <= LONGEST_SUBSTITUTION)
    .flatMap((gap) => gap.theirs.filter((word) => isHedge(word.text)))[0];
  if (hedge && !line.some((word) => isHedge(word.text))) marks.push(`hedge-dropped: ${hedge.text}`);
  const condition = conditionIn(lineText) ? null : (rest.map(conditionIn).find((found) => found !== null) ?? null);
  if (condition) marks.push(`condition-dropped: ${condition}`);
  return marks;
}

/** A negation left out beside nothing else: "did not vote" → "voted", not a whole clause that was cut. */
function droppedInside(gaps: readonly Gap[]): boolean {
  return gaps
    .slice(1, -1)
    .some((gap) => gap.theirs.length <= LONGEST_SUBSTITUTION && gap.theirs.some((word) => isNegation(word.text)));
}

function substitution(gap: Gap, people: People): string | null {
  const { ours, theirs } = gap;
  const opposite = ours.flatMap((word) =>
    theirs.filter((other) => areOpposites(word.text, other.text)).map((other) => [word.text, other.text] as const),
  )[0];
  if (opposite && ours.length <= LONGEST_SUBSTITUTION) return `opposite: ${opposite[0]} for ${opposite[1]}`;
  if (ours.length > LONGEST_SUBSTITUTION || theirs.length > LONGEST_SUBSTITUTION) return null;
  const [ourNumbers, theirNumbers] = [numbersIn(textOf(ours)), numbersIn(textOf(theirs))];
  if (ourNumbers.length === 1 && theirNumbers.length === 1) {
    const same = ourNumbers[0]?.readings.some((value) => theirNumbers[0]?.readings.includes(value));
    if (!same) return `number-swapped: ${ourNumbers[0]?.text ?? ''} for ${theirNumbers[0]?.text ?? ''}`;
  }
  const [ourDates, theirDates] = [calendarIn(textOf(ours)), calendarIn(textOf(theirs))];
  if (ourDates.length === 1 && theirDates.length === 1 && ourDates[0]?.index !== theirDates[0]?.index)
    return `date-swapped: ${ourDates[0]?.text ?? ''} for ${theirDates[0]?.text ?? ''}`;
  const ourNames = ours.filter((word) => word.isName);
  const theirNames = theirs.filter((word) => word.isName);
  if (
    ourNames.length > 0 &&
    theirNames.length > 0 &&
    ourNames.length === ours.length &&
    theirNames.length === theirs.length
  ) {
    const [a, b] = [textOf(ourNames), textOf(theirNames)];
    if (!people.isSame(a, b)) return `name-swapped: ${a} for ${b}`;
  }
  // "accused Amari" where the article has "accused the mayor", who is somebody else.
  if (ourNames.length > 0 && ourNames.length === ours.length && theirNames.length === 0) {
    const holder = people.holderOf(textOf(theirs));
    if (holder && people.isPerson(textOf(ours)) && !people.isSame(textOf(ours), holder))
      return `name-swapped: ${textOf(ours)} for ${textOf(theirs)}`;
  }
  return null;
}
