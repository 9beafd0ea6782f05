/** Countries as another language calls them. */

/** First letters of region codes: all pairs are asked, those without a name are skipped. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

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
