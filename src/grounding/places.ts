/** Countries and big cities written without a capital: a writer that spells everything small must not slip past the check of names. */

/** First letters of region codes: all pairs are asked, those without a name are skipped. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHORTEST_NAME = 5;
/** Also ordinary words when written small. */
const ORDINARY = new Set(
  'turkey china jersey jordan chad guinea center central eastern western mountain pacific general midway easter north south'.split(
    ' ',
  ),
);

let places: ReadonlySet<string> | null = null;

/** Names of one word out of Unicode's region names and time zones. */
function placeNames(): ReadonlySet<string> {
  if (places) return places;
  const names = new Set<string>();
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const first of LETTERS)
    for (const second of LETTERS) names.add((regions.of(first + second) ?? '').toLowerCase());
  for (const zone of Intl.supportedValuesOf('timeZone')) names.add((zone.split('/').at(-1) ?? '').toLowerCase());
  places = new Set(
    [...names].filter((name) => /^\p{L}+$/u.test(name) && name.length >= SHORTEST_NAME && !ORDINARY.has(name)),
  );
  return places;
}

/** Places in a text that has no capital letter at all; empty for every other text. */
export function placesWrittenSmall(text: string): string[] {
  if (/\p{Lu}/u.test(text)) return [];
  const known = placeNames();
  return (text.match(/\p{L}+/gu) ?? []).filter((word) => known.has(word));
}

const regionNames = new Map<string, ReadonlyMap<string, string>>();

/** Unicode's names of countries in one language, lower case, by region code. */
function namesOfRegions(language: string): ReadonlyMap<string, string> {
  const known = regionNames.get(language);
  if (known) return known;
  const names = new Map<string, string>();
  const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
  for (const first of LETTERS)
    for (const second of LETTERS) {
      const name = regions.of(first + second)?.toLowerCase();
      if (name) names.set(first + second, name);
    }
  regionNames.set(language, names);
  return names;
}

/** Words of the countries that the text names, as another language calls them: "Deutschland" for an article about Germany. */
export function translatedPlaces(text: string, from: string, to: string): ReadonlySet<string> {
  const lower = text.toLowerCase();
  const targets = namesOfRegions(to);
  const words = new Set<string>();
  for (const [code, name] of namesOfRegions(from === 'und' ? 'en' : from))
    if (name.length >= 4 && lower.includes(name))
      for (const word of targets.get(code)?.split(/[\s-]+/u) ?? []) words.add(word);
  return words;
}
