/** Numbers, lists and spans of time as the readers of one language expect them. */

/** The forms of a noun by plural category; a language has the categories that it needs, and always `other`. */
type NounForms = Partial<Record<Intl.LDMLPluralRule, string>> & { readonly other: string };

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Up to here a span is said in seconds, and up to here in minutes. */
const MOST_IN_SECONDS = 100;
const MOST_IN_MINUTES_S = 6000;
const MEGABYTE = 1e6;
/** Sums below this have four digits behind the point: many a briefing costs less than a cent. */
const SMALL_SUM = 0.1;

/** Made when first asked for, then kept: the tables of a locale are megabytes, and importing does nothing. */
function onDemand<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => (made ??= make());
}

/** @param locale BCP 47, like `en-GB` */
export function numbersIn(locale: string) {
  const numbers = onDemand(() => new Intl.NumberFormat(locale));
  const plurals = onDemand(() => new Intl.PluralRules(locale));
  const conjunction = onDemand(() => new Intl.ListFormat(locale, { type: 'conjunction' }));
  const disjunction = onDemand(() => new Intl.ListFormat(locale, { type: 'disjunction' }));
  const sums = (digits: number) =>
    onDemand(() => new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: digits }));
  const smallSums = sums(4);
  const otherSums = sums(2);
  const unit = (name: 'hour' | 'minute' | 'second') =>
    onDemand(() => new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'long' }));
  const hours = unit('hour');
  const minutes = unit('minute');
  const seconds = unit('second');

  return {
    number: (amount: number): string => numbers().format(amount),

    /** `counted({ one: 'word', other: 'words' })(1200)` → "1,200 words". */
    counted:
      (forms: NounForms) =>
      (amount: number): string =>
        `${numbers().format(amount)} ${forms[plurals().select(amount)] ?? forms.other}`,

    /** "a, b and c" */
    list: (items: readonly string[]): string => conjunction().format(items),

    /** "a, b or c" */
    either: (items: readonly string[]): string => disjunction().format(items),

    /** 90 seconds → "1 minute 30 seconds"; empty for 0. */
    span: (length: number): string =>
      [
        { unit: hours, amount: Math.floor(length / HOUR_S) },
        { unit: minutes, amount: Math.floor((length % HOUR_S) / MINUTE_S) },
        { unit: seconds, amount: length % MINUTE_S },
      ]
        .filter(({ amount }) => amount > 0)
        .map((part) => part.unit().format(part.amount))
        .join(' '),

    /** The span in its largest unit, rounded up: "90 s", "2 min", "2 h". */
    roughSpan: (seconds: number): string =>
      seconds < MOST_IN_SECONDS
        ? `${Math.max(1, Math.ceil(seconds))} s`
        : seconds < MOST_IN_MINUTES_S
          ? `${Math.ceil(seconds / MINUTE_S)} min`
          : `${Math.ceil(seconds / HOUR_S)} h`,

    /** Whole minutes, at least one: "2 min". */
    minutes: (seconds: number): string => `${Math.max(1, Math.ceil(seconds / MINUTE_S))} min`,

    megabytes: (bytes: number): string => `${Math.round(bytes / MEGABYTE)} MB`,

    /** A sum without its currency, which only the operator knows. */
    money: (amount: number): string => (amount < SMALL_SUM ? smallSums : otherSums)().format(amount),
  };
}
