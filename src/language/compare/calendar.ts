/** Months, weekdays and dates in running text, the same in all languages. */
import type { Span } from '#domain';

import { LEXICONS, patternOfAll, wordsOfAll } from '../lexicon/index.ts';
import { listed } from '../lexicon/lists.ts';
import type { Lexicon } from '../lexicon/types.ts';
import { plainDigits } from './numbers.ts';

const MONTHS = 12;
const WEEKDAYS = 7;
/** A Monday, the first of a month. */
const FIRST_MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;

/** Months as they stand alone and beside a day ("январь", "1 января"): twelve by twelve, in lower case. */
export function monthNames(language: string): string[] {
  const alone = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const withDay = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  return [alone, withDay].flatMap((format) =>
    Array.from({ length: MONTHS }, (_none, month) => nameIn(format, 'month', Date.UTC(2024, month, 1))),
  );
}

/** Weekdays from Monday, in lower case. */
export function weekdayNames(language: string): string[] {
  const format = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  return Array.from({ length: WEEKDAYS }, (_none, day) => nameIn(format, 'weekday', FIRST_MONDAY + day * DAY_MS));
}

function nameIn(format: Intl.DateTimeFormat, type: 'month' | 'weekday', time: number): string {
  return (format.formatToParts(time).find((part) => part.type === type)?.value ?? '').toLowerCase();
}

/** Index of a calendar name over all languages: months 0–11, weekdays 12–18, so that "März" meets "March". */
function calendarIndex(): ReadonlyMap<string, number> {
  const index = new Map<string, number>();
  for (const [language, { dates }] of Object.entries<Lexicon>(LEXICONS)) {
    if (!dates) continue;
    for (const [at, month] of monthNames(language).entries()) index.set(month, at % MONTHS);
    for (const [at, day] of weekdayNames(language).entries()) index.set(day, MONTHS + at);
    for (const form of dates.forms) for (const [at, word] of listed(form).entries()) index.set(word, at);
  }
  return index;
}

const CALENDAR_INDEX = calendarIndex();
const SHORT_MONTHS = new Map(
  Object.values<Lexicon>(LEXICONS).flatMap(({ dates }) =>
    listed(dates?.short ?? '').map((word, month): [string, number] => [word, month]),
  ),
);
const CALENDAR_WORD = new RegExp(
  String.raw`(?<!\p{L})(?:(?<full>${[...CALENDAR_INDEX.keys()].join('|')})|(?<short>${[...SHORT_MONTHS.keys()].join('|')})\.)(?!\p{L})`,
  'giu',
);
/** Written small these are ordinary words, or, as French "mars", a month only beside a number. */
const ORDINARY = wordsOfAll(({ dates }) => dates?.ordinary);

export interface CalendarMention extends Span {
  readonly text: string;
  /** The same for the same month or weekday in any language. */
  readonly index: number;
}

/** Chinese and Japanese: a month by its number, a weekday by its planet. */
const BY_SIGN = /(?<!\d)(?<month>1[0-2]|[1-9])月|(?<day>[月火水木金土日])曜/gu;
const PLANETS = '月火水木金土日';

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

const DAY = String.raw`(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th|er|º|\.)?`;
const BETWEEN_DAYS = patternOfAll(({ dates }) => dates?.betweenDays);
const BEFORE_DAY = patternOfAll(({ dates }) => dates?.beforeDay);
/** "14 and 16 May", "14–16 May", "14, 15 und 16. Mai". */
const AND_DAY = String.raw`(?: ?[–—-] ?|, ?|,? (?:${BETWEEN_DAYS}) (?:${BEFORE_DAY})?)${DAY}`;
const NO_MORE = String.raw`(?![\d:]|[.,]\d)`;
const DAYS_BEFORE = new RegExp(String.raw`(?<!\d)(?<days>${DAY}(?:${AND_DAY})*) (?:of |de )?$`, 'u');
const DAYS_BEHIND = new RegExp(String.raw`^\.? (?<days>${DAY}${NO_MORE}(?:${AND_DAY}${NO_MORE})*)`, 'u');
const DAY_SIGN = /^(?<days>[12]\d|3[01]|[1-9])日/u;
const REACH = 30;

/** Days of a month: "14 May", "May 14", "14. Mai", "14 de mayo", "5月14日"; each day of a list. */
export function datesIn(written: string): DateMention[] {
  const text = plainDigits(written);
  return calendarIn(written)
    .filter(({ index }) => index < MONTHS)
    .flatMap(({ start, end, index: month }) => {
      const before = DAYS_BEFORE.exec(text.slice(Math.max(0, start - REACH), start));
      const behind = text.slice(end, end + REACH);
      const match = before ?? DAY_SIGN.exec(behind) ?? DAYS_BEHIND.exec(behind);
      const [from, to] = before ? [start - before[0].length, end] : [start, end + (match?.[0].length ?? 0)];
      const mention = { text: written.slice(from, to).trim(), month };
      return (match?.groups?.['days']?.match(/\d+/gu) ?? []).map((day) => ({ ...mention, day: Number(day) }));
    });
}

/** Months and weekdays named in a text. */
export function calendarIn(text: string): CalendarMention[] {
  const found: CalendarMention[] = [];
  for (const match of text.matchAll(CALENDAR_WORD)) {
    const word = match[0];
    if (ORDINARY.has(word)) continue;
    const { full, short } = match.groups ?? {};
    const index = full ? CALENDAR_INDEX.get(full.toLowerCase()) : SHORT_MONTHS.get((short ?? '').toLowerCase());
    if (index !== undefined) found.push({ start: match.index, end: match.index + word.length, text: word, index });
  }
  if (/[月曜]/u.test(text)) found.push(...bySign(text));
  return found;
}
