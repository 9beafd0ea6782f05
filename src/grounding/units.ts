/** What a number counts: "5 percent" is not "5 percentage points", and five million dollars are not five million euros. */
import {
  CURRENCY,
  type NumberMention,
  numbersIn,
  PERCENT,
  patternOfAll,
  plainDigits,
  UNIT_KINDS,
  type UnitName,
} from '#language';

interface UnitPattern extends Unit {
  readonly pattern: RegExp;
}

/** The words of a unit in the languages that write a space behind it, or in those that write none. */
const wordsFor = (name: UnitName, isSpaceless: boolean): string =>
  patternOfAll(({ units }) => (units?.isSpaceless === isSpaceless ? units.words[name] : undefined));

const SIGNS: Readonly<Partial<Record<UnitName, string>>> = {
  percent: '%',
  dollar: String.raw`\$`,
  euro: '€',
  pound: '£',
  yen: '¥',
  rouble: '₽',
};

function patternFor(name: UnitName): RegExp {
  const joined = [wordsFor(name, true), SIGNS[name]].filter(Boolean).join('|');
  const spaced = String.raw`[ -]?(?:${wordsFor(name, false)})(?!\p{L})`;
  return new RegExp(joined ? `^(?:${spaced}|[ -]?(?:${joined}))` : `^${spaced}`, 'iu');
}

/** Units in the order in which they are tried, by the words that follow a number. */
const UNITS: readonly UnitPattern[] = Object.entries(UNIT_KINDS).flatMap(([kind, names]) =>
  names.map((name) => ({ kind, name, pattern: patternFor(name) })),
);
const SYMBOLS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen', '₽': 'rouble' };
/** Room for "percentage points" and its like behind a number. */
const REACH = 28;
/** A percent sign or a currency belongs to the number's own text. */
const OWN = new RegExp(String.raw`(?:[ \u00a0]?(?:${PERCENT}|${CURRENCY}))$`, 'iu');
/** "3,4 milioni |di euro", "7,5 millions |d’euros". */
const BEFORE_UNIT = new RegExp(`^(?:${patternOfAll(({ numbers }) => numbers?.beforeUnit)})`, 'u');

export interface Unit {
  /** Units of one kind exclude each other. */
  readonly kind: string;
  readonly name: string;
}

/**
 * The unit of a number in its text; `null`: a bare number, or a unit that is not listed.
 * @param plain the text in plain digits
 */
function unitOf(plain: string, number: NumberMention): Unit | null {
  const own = plain.slice(number.start, number.end).trimEnd();
  const symbol = /^(?:US)?(?<sign>[$€£¥])|^(?<code>EUR|USD) /u.exec(own)?.groups;
  const sign = symbol?.['sign'];
  if (sign) return { kind: 'money', name: SYMBOLS[sign] ?? sign };
  if (symbol?.['code']) return { kind: 'money', name: symbol['code'] === 'EUR' ? 'euro' : 'dollar' };
  const tail = OWN.exec(own)?.[0] ?? '';
  const from = number.start + own.length - tail.length;
  const behind = plain.slice(from, from + REACH).replace(BEFORE_UNIT, ' ');
  return UNITS.find(({ pattern }) => pattern.test(behind)) ?? null;
}

/** By value and kind: the units that a text gives it, each with how it is written. */
export type UnitIndex = ReadonlyMap<number, ReadonlyMap<string, ReadonlyMap<string, string>>>;

export function unitIndex(text: string): UnitIndex {
  const index = new Map<number, Map<string, Map<string, string>>>();
  const plain = plainDigits(text);
  for (const number of numbersIn(text)) {
    const unit = unitOf(plain, number);
    if (!unit) continue;
    for (const value of number.readings) {
      const kinds = index.get(value) ?? new Map<string, Map<string, string>>();
      const names = kinds.get(unit.kind) ?? new Map<string, string>();
      index.set(value, kinds.set(unit.kind, names.set(unit.name, number.text)));
    }
  }
  return index;
}

/** Numbers that the text knows only with another unit of the same kind. */
export function swappedUnits(text: string, known: UnitIndex): string[] {
  const plain = plainDigits(text);
  return numbersIn(text).flatMap((number) => {
    const unit = unitOf(plain, number);
    if (!unit) return [];
    const names = number.readings.flatMap((value) => [...(known.get(value)?.get(unit.kind)?.keys() ?? [])]);
    return names.length > 0 && !names.includes(unit.name)
      ? [`unit-swapped: ${number.text} in ${unit.name} for ${[...new Set(names)].join(', ')}`]
      : [];
  });
}
