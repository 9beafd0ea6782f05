/** Months, weekdays and dates in running text, the same in all languages. */
import type { Span } from '#domain';

import { plainDigits } from './numbers.ts';

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
  it: named(
    'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica',
  ),
  pt: named(
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  ),
  nl: named(
    'januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag',
  ),
  ru: named(
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу субботу воскресенье',
  ),
  /** As they stand without a day, or as a subject. */
  ruOther: named(
    'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре понедельника вторника среду четверга пятница суббота воскресенья',
  ),
  ar: named(
    'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
  ),
}; // prettier-ignore

function named(words: string): readonly string[] {
  return words.split(' ');
}

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
const AMBIGUOUS = new Set(['may', 'march', 'mars', 'mai', 'august', 'مارس']);

export interface CalendarMention extends Span {
  readonly text: string;
  /** The same for the same month or weekday in any language. */
  readonly index: number;
}

/** Chinese and Japanese: a month by its number, a weekday by its planet. */
const BY_SIGN = /(?<!\d)(?<month>1[0-2]|[1-9])月|(?<day>[月火水木金土日])曜/gu;
const PLANETS = '月火水木金土日';
const MONTHS = 12;

function bySign(text: string): CalendarMention[] {
  return Array.from(plainDigits(text).matchAll(BY_SIGN), (match) => {
    const { month, day = '' } = match.groups ?? {};
    const index = month ? Number(month) - 1 : MONTHS + PLANETS.indexOf(day);
    const end = match.index + match[0].length;
    return { start: match.index, end, text: text.slice(match.index, end), index };
  });
}

export interface DateMention {
  readonly text: string;
  /** 1 to 31. */
  readonly day: number;
  /** 0 to 11. */
  readonly month: number;
}

const DAY_BEFORE = /(?<!\d)(?<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|\.)? (?:of |de )?$/u;
const DAY_BEHIND = /^\.? (?<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d:]|[.,]\d)/u;
const DAY_SIGN = /^(?<day>[12]\d|3[01]|[1-9])日/u;
const REACH = 8;

/** Days of a month: "14 May", "May 14", "14. Mai", "14 de mayo", "5月14日". */
export function datesIn(written: string): DateMention[] {
  const text = plainDigits(written);
  return calendarIn(written)
    .filter(({ index }) => index < MONTHS)
    .flatMap(({ start, end, index: month }) => {
      const behind = text.slice(end, end + REACH);
      const before = text.slice(Math.max(0, start - REACH), start);
      const match = DAY_BEFORE.exec(before) ?? DAY_SIGN.exec(behind) ?? DAY_BEHIND.exec(behind);
      const day = Number(match?.groups?.['day'] ?? 0);
      if (!match || day === 0) return [];
      const isBefore = DAY_BEFORE.test(before);
      const whole = isBefore ? [start - match[0].length, end] : [start, end + match[0].length];
      return [{ text: written.slice(whole[0], whole[1]).trim(), day, month }];
    });
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
  if (/[月曜]/u.test(text)) found.push(...bySign(text));
  return found;
}
