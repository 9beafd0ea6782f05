/** What a number counts: "5 percent" is not "5 percentage points", and five million dollars are not five million euros. */
import { type NumberMention, numbersIn, plainDigits } from '#language';

/** Kinds of units that cannot stand for each other, by the words that follow a number. */
const UNITS: Readonly<Record<string, Readonly<Record<string, RegExp>>>> = {
  share: {
    point:
      /^[ -]?(?:percentage[ -]points?|Prozentpunkt\p{L}*|points? de pourcentage|puntos? porcentual\p{L}*|punti percentuali|процентн\p{L}+ пункт\p{L}*|ポイント|نقاط? مئوية|نقطة مئوية)/iu,
    percent:
      /^[ -]?(?:%|percent(?!\p{L})|per cent(?!\p{L})|Prozent(?!\p{L})|pour cent|por ciento|per cento|процент(?!н)|パーセント|في المئة|في المائة|بالمئة|بالمائة)/iu,
  },
  money: {
    dollar:
      /^[ -]?(?:(?:US[ -]|Canadian |Australian )?dollar\p{L}*|dólares|доллар\p{L}*|دولار\p{L}*|USD|\$)(?!\p{L})|^ドル/iu,
    euro: /^[ -]?(?:euros?|евро|يورو|EUR|€)(?!\p{L})|^ユーロ/iu,
    pound: /^[ -]?(?:pounds?|Pfund|livres|libras|sterline|фунт\p{L}*|جنيه\p{L}*|GBP|£)(?!\p{L})|^ポンド/iu,
    yen: /^[ -]?(?:yens?|иен\p{L}*|円|JPY|¥)/iu,
    rouble: /^[ -]?(?:rou?bles?|Rubel|rublos|рубл\p{L}*|RUB|₽)(?!\p{L})/iu,
    crown: /^[ -]?(?:crowns?|kron\p{L}+|Kronen|couronnes|coronas)(?!\p{L})/iu,
    franc: /^[ -]?(?:francs?|Franken|francos)(?!\p{L})/iu,
    dinar: /^[ -]?(?:dinars?|دينار\p{L}*)(?!\p{L})/iu,
  },
  length: {
    metre: /^[ -]?(?:met(?:re|er)s?|Metern?|mètres?|metros?|метр\p{L}*)(?!\p{L})/iu,
    foot: /^[ -]?(?:feet|foot|ft|Fuß|pieds?|pies)(?!\p{L})/iu,
    kilometre: /^[ -]?(?:kilomet(?:re|er)s?|km|Kilometern?|kilomètres?|kilómetros?|километр\p{L}*)(?!\p{L})/iu,
    mile: /^[ -]?(?:miles?|Meilen?|milles|millas?|мил[ья]\p{L}*)(?!\p{L})/iu,
  },
  weight: {
    tonne: /^[ -]?(?:tonnes?|tons?|Tonnen?|toneladas?|тонн\p{L}*)(?!\p{L})/iu,
    kilogram: /^[ -]?(?:kilogram(?:me)?s?|kilos?|kg|Kilogramm|килограмм\p{L}*)(?!\p{L})/iu,
    gram: /^[ -]?(?:grams?|grammes?|Gramm|gramos?)(?!\p{L})/iu,
  },
  time: {
    minute: /^[ -]?(?:minutes?|Minuten?|minutos?|минут\p{L}*|دقيقة|دقائق)(?!\p{L})|^分(?:間)?/iu,
    hour: /^[ -]?(?:hours?|Stunden?|heures?|horas?|час(?:а|ов)?|ساعة|ساعات)(?!\p{L})|^時間/iu,
    day: /^[ -]?(?:days?|Tagen?|Tage|jours?|días?|дн(?:я|ей)|день|أيام)(?!\p{L})|^日間/iu,
    week: /^[ -]?(?:weeks?|Wochen?|semaines?|semanas?|недел\p{L}+|أسابيع|أسبوعا?)(?!\p{L})|^週間/iu,
    month: /^[ -]?(?:months?|Monate?n?|mois|mes(?:es)?|месяц\p{L}*|أشهر|شهرا)(?!\p{L})|^[かヶカ]月/iu,
    year: /^[ -]?(?:years?|Jahren?|Jahre|ans?|années?|años?|лет|года?|سنوات|عاما)(?!\p{L})|^年間/iu,
  },
}; // prettier-ignore
const SYMBOLS: Readonly<Record<string, string>> = { $: 'dollar', '€': 'euro', '£': 'pound', '¥': 'yen', '₽': 'rouble' };
/** Room for "percentage points" and its like behind a number. */
const REACH = 28;
/** A percent sign or a currency belongs to the number's own text. */
const OWN =
  /(?:[ \u00a0]?(?:%|percent|per cent|Prozent|pour cent|por ciento|per cento|процент(?:а|ов|ам)?|パーセント|في المئة|في المائة|بالمئة|بالمائة|dollars?|euros?|pounds?|yen|roubles?|rubles?|€|\$|£))$/iu;

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
  // "3,4 milioni di euro", "7,5 millions d’euros".
  const from = number.start + own.length - tail.length;
  const behind = plain.slice(from, from + REACH).replace(/^ (?:di |de |d['’]|of )/u, ' ');
  for (const [kind, units] of Object.entries(UNITS))
    for (const [name, pattern] of Object.entries(units)) if (pattern.test(behind)) return { kind, name };
  return null;
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
