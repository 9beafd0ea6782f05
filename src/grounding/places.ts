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
