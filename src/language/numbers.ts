/**
 * Numbers and calendar words in running text, normalised so that "1.2 million", "1,200,000" and "1,2 Mio." compare
 * equal. A form that can be read two ways ("1.200") keeps both readings.
 */
import type { Span } from '#domain';

export interface NumberMention extends Span {
  readonly text: string;
  /** Possible values, the likelier first. */
  readonly readings: readonly number[];
  readonly unit: 'percent' | 'money' | 'none';
  /** Written in words ("three"): small ones are often counted by the writer and not copied. */
  readonly inWords: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  tausend: 1e3,
  mille: 1e3,
  mil: 1e3,
  k: 1e3,
  million: 1e6,
  millions: 1e6,
  millionen: 1e6,
  mio: 1e6,
  millón: 1e6,
  millones: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  billions: 1e9,
  bn: 1e9,
  b: 1e9,
  milliarde: 1e9,
  milliarden: 1e9,
  mrd: 1e9,
  milliard: 1e9,
  milliards: 1e9,
  trillion: 1e12,
  trillions: 1e12,
  tn: 1e12,
}; // prettier-ignore
const UNITS: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  zwei: 2,
  drei: 3,
  vier: 4,
  fünf: 5,
  sechs: 6,
  sieben: 7,
  acht: 8,
  neun: 9,
  zehn: 10,
  elf: 11,
  zwölf: 12,
  deux: 2,
  trois: 3,
  quatre: 4,
  cinq: 5,
  sept: 7,
  huit: 8,
  neuf: 9,
  dix: 10,
  onze: 11,
  douze: 12,
  dos: 2,
  tres: 3,
  cuatro: 4,
  cinco: 5,
  seis: 6,
  siete: 7,
  ocho: 8,
  nueve: 9,
  diez: 10,
}; // prettier-ignore
const NUMBER_WORD = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .join('|');
const SCALE_WORD = Object.keys(SCALES)
  .sort((a, b) => b.length - a.length)
  .join('|');

const DIGITS = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?<money>[$€£¥]|US\$|EUR |USD )?(?<digits>\d[\d.,\u00a0\u202f']*\d|\d)(?:st|nd|rd|th)?` +
    String.raw`(?:[ \u00a0-]?(?<scale>${SCALE_WORD})(?![\p{L}\p{N}]))?` +
    String.raw`(?<percent>[ \u00a0]?(?:%|percent|per cent|Prozent|pour cent|por ciento)(?!\p{L}))?` +
    String.raw`(?<currency>[ \u00a0]?(?:dollars?|euros?|pounds?|yen|roubles?|rubles?|€|\$|£)(?!\p{L}))?`,
  'giu',
);
const WORDS = new RegExp(
  String.raw`(?<!\p{L})(?<unit>${NUMBER_WORD})(?:[ -](?<tail>${NUMBER_WORD}))?(?:[ -](?<scale>${SCALE_WORD}))?(?!\p{L})` +
    String.raw`(?<percent> (?:percent|per cent|Prozent|pour cent|por ciento))?`,
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
  const factor = scale ? (SCALES[scale.toLowerCase()] ?? 1) : 1;
  // Floating point: 1.2 × 1e6 must equal 1200000.
  return values.map((value) => Number((value * factor).toPrecision(12)));
}

/** Every number in a text, written in digits or in words, in reading order. */
export function numbersIn(text: string): NumberMention[] {
  const found: NumberMention[] = [];
  for (const match of text.matchAll(DIGITS)) {
    const { money, digits = '', scale, percent, currency } = match.groups ?? {};
    const unit = percent ? 'percent' : money || currency ? 'money' : 'none';
    const readings = scaled(readingsOf(digits), scale);
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      text: match[0].trim(),
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

const CALENDAR: Readonly<Record<string, readonly string[]>> = {
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
    'Monday',
    'Tuesday',
    'Wednesday',
    'Thursday',
    'Friday',
    'Saturday',
    'Sunday',
  ],
  de: [
    'Januar',
    'Februar',
    'März',
    'April',
    'Mai',
    'Juni',
    'Juli',
    'August',
    'September',
    'Oktober',
    'November',
    'Dezember',
    'Montag',
    'Dienstag',
    'Mittwoch',
    'Donnerstag',
    'Freitag',
    'Samstag',
    'Sonntag',
  ],
  fr: [
    'janvier',
    'février',
    'mars',
    'avril',
    'mai',
    'juin',
    'juillet',
    'août',
    'septembre',
    'octobre',
    'novembre',
    'décembre',
    'lundi',
    'mardi',
    'mercredi',
    'jeudi',
    'vendredi',
    'samedi',
    'dimanche',
  ],
  es: [
    'enero',
    'febrero',
    'marzo',
    'abril',
    'mayo',
    'junio',
    'julio',
    'agosto',
    'septiembre',
    'octubre',
    'noviembre',
    'diciembre',
    'lunes',
    'martes',
    'miércoles',
    'jueves',
    'viernes',
    'sábado',
    'domingo',
  ],
}; // prettier-ignore
/** Index of a calendar name over all languages: months 0–11, weekdays 12–18, so that "März" meets "March". */
const CALENDAR_INDEX = new Map<string, number>(
  Object.values(CALENDAR).flatMap((names) => names.map((name, index): [string, number] => [name.toLowerCase(), index])),
);
/** Abbreviations news agencies use. */
const SHORT_MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sept', 'oct', 'nov', 'dec'];
const CALENDAR_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:(?<full>${[...CALENDAR_INDEX.keys()].join('|')})|(?<short>${SHORT_MONTHS.join('|')})\.)(?!\p{L})`,
  'giu',
);
/** Ordinary words in lower case: "may", "march", French "mars" is a month only beside a number and is left out too. */
const AMBIGUOUS = new Set(['may', 'march', 'mars', 'mai', 'august']);

export interface CalendarMention extends Span {
  readonly text: string;
  /** The same for the same month or weekday in any language. */
  readonly index: number;
}

/** Months and weekdays named in a text. */
export function calendarIn(text: string): CalendarMention[] {
  const found: CalendarMention[] = [];
  for (const match of text.matchAll(CALENDAR_WORD)) {
    const word = match[0];
    if (AMBIGUOUS.has(word)) continue;
    const { full, short } = match.groups ?? {};
    const index = full ? CALENDAR_INDEX.get(full.toLowerCase()) : SHORT_MONTHS.indexOf((short ?? '').toLowerCase());
    if (index !== undefined) found.push({ start: match.index, end: match.index + word.length, text: word, index });
  }
  return found;
}
