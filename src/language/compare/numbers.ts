/**
 * Numbers in running text, in the digits of several scripts and in words, normalised so that "1.2 million", "1,200,000" and "1,2 Mio." compare
 * equal. A form that can be read two ways ("1.200") keeps both readings.
 */
import type { Span } from '#domain';

import { LEXICONS, patternOfAll } from '../lexicon/index.ts';
import type { Lexicon, Numbers } from '../lexicon/types.ts';

export interface NumberMention extends Span {
  readonly text: string;
  /** Possible values, the likelier first. */
  readonly readings: readonly number[];
  readonly unit: 'percent' | 'money' | 'none';
  /** Written in words ("three"): small ones are often counted by the writer and not copied. */
  readonly inWords: boolean;
}

const valuesOf = (pick: (numbers: Numbers) => Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.assign({}, ...Object.values<Lexicon>(LEXICONS).map(({ numbers }) => numbers && pick(numbers)));

const UNITS = valuesOf((numbers) => numbers.words);
const SCALES = valuesOf((numbers) => numbers.scales);
const JOINED_SCALES = valuesOf((numbers) => numbers.joinedScales);
/** "second", "dritte" and their values. */
export const ORDINALS = valuesOf((numbers) => numbers.ordinals);

const NUMBER_WORD = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const SCALE_WORD = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Letters of scripts that write no space between a word and a number. */
const SPACELESS = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]`;
const PERCENT_WORDS = patternOfAll(({ numbers, units }) => (units?.isSpaceless ? '' : numbers?.percent));
const PERCENT_JOINED = patternOfAll(({ numbers, units }) => (units?.isSpaceless ? numbers?.percent : ''));
/** Behind digits: the sign, or the word of any language. */
export const PERCENT = String.raw`%|(?:${PERCENT_WORDS})(?!\p{L})|${PERCENT_JOINED}`;
/** Behind digits: the sign or the word of a currency. */
export const CURRENCY = String.raw`${patternOfAll(({ numbers }) => numbers?.currencies)}|€|\$|£`;
const JOINT = patternOfAll(({ numbers }) => numbers?.joint);
/** Digits of other scripts and wide forms, each one character, as the ten we count with. */
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff10-\uff19٪％٫٬，．]/gu;
const PLAIN_SIGNS: Readonly<Record<string, string>> = { '٪': '%', '％': '%', '٫': '.', '٬': ',', '，': ',', '．': '.' };

/** The same text with digits 0–9; offsets stay what they are. */
export function plainDigits(text: string): string {
  return text.replace(OTHER_DIGITS, (sign) => PLAIN_SIGNS[sign] ?? String(digitOf(sign.codePointAt(0) ?? 0)));
}

const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0xff10];
const digitOf = (code: number): number => code - (DIGIT_ZEROS.findLast((zero) => zero <= code) ?? code);

const DIGITS = new RegExp(
  String.raw`(?<!\p{N}|(?!${SPACELESS})\p{L})(?<money>[$€£¥]|US\$|EUR |USD )?(?<digits>\d[\d.,\u00a0\u202f']*\d|\d)(?:st|nd|rd|th)?` +
    String.raw`(?:(?<joined>[${Object.keys(JOINED_SCALES).join('')}])|[ \u00a0-]?(?<scale>${SCALE_WORD})(?![\p{L}\p{N}]))?` +
    String.raw`(?<percent>[ \u00a0]?(?:${PERCENT}))?` +
    String.raw`(?<currency>[ \u00a0]?(?:${CURRENCY})(?!\p{L}))?`,
  'giu',
);
const WORDS = new RegExp(
  String.raw`(?<!\p{L})(?<unit>${NUMBER_WORD})(?:(?:[ -]|[ -](?:${JOINT})[ -])(?<tail>${NUMBER_WORD}))?(?:[ -](?<scale>${SCALE_WORD}))?(?!\p{L})` +
    String.raw`(?<percent> (?:${PERCENT}))?`,
  'giu',
);

/** Readings of a run of digits with separators, the likelier first. "2007-11" is two numbers and never gets here. */
function readingsOf(digits: string): number[] {
  const bare = digits.replace(/[\u00a0\u202f']/gu, '');
  const separators = bare.match(/[.,]/gu) ?? [];
  if (separators.length === 0) return [Number(bare)];
  const last = separators.at(-1) ?? '.';
  const grouped = /^\d{1,3}(?:[.,]\d{3})+$/u.test(bare);
  const asGroups = Number(bare.replace(/[.,]/gu, ''));
  const cutAt = bare.lastIndexOf(last);
  const asDecimal = Number(`${bare.slice(0, cutAt).replace(/[.,]/gu, '')}.${bare.slice(cutAt + 1)}`);
  if (grouped && separators.length > 1)
    return separators.every((mark) => mark === last) ? [asGroups] : [asGroups, asDecimal];
  return grouped ? [asGroups, asDecimal] : [asDecimal];
}

function scaled(values: readonly number[], scale: string | undefined): number[] {
  const factor = scale ? (SCALES[scale.toLowerCase()] ?? JOINED_SCALES[scale] ?? 1) : 1;
  // Floating point: 1.2 × 1e6 must equal 1200000.
  return values.map((value) => Number((value * factor).toPrecision(12)));
}

/** Every number in a text, written in digits or in words, in reading order. */
export function numbersIn(written: string): NumberMention[] {
  const found: NumberMention[] = [];
  const text = plainDigits(written);
  let isOpen = false;
  for (const match of text.matchAll(DIGITS)) {
    const { money, digits = '', joined, percent, currency } = match.groups ?? {};
    const scale = joined ?? match.groups?.['scale'];
    const unit = percent ? 'percent' : money || currency ? 'money' : 'none';
    const own = scaled(readingsOf(digits), scale);
    const before = isOpen && found.at(-1)?.end === match.index ? found.pop() : undefined;
    isOpen = joined !== undefined;
    // "3億4000万" is one number of two parts.
    const readings = before ? own.flatMap((value) => before.readings.map((part) => part + value)) : own;
    const start = before?.start ?? match.index;
    found.push({
      start,
      end: match.index + match[0].length,
      text: written.slice(start, match.index + match[0].length).trim(),
      readings,
      unit,
      inWords: false,
    });
  }
  for (const match of text.matchAll(WORDS)) {
    const { unit: first = '', tail, scale, percent } = match.groups ?? {};
    const base = (UNITS[first.toLowerCase()] ?? 0) + (tail ? (UNITS[tail.toLowerCase()] ?? 0) : 0);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
      readings: scaled([base], scale),
      unit: percent ? 'percent' : 'none',
      inWords: true,
    });
  }
  return found.sort((a, b) => a.start - b.start);
}
