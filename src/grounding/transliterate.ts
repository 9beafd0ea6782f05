/**
 * Names across scripts: "Путин" and "Putin". Spellings of vowels differ from newsroom to newsroom, so only the consonants
 * are compared, and only for names long enough to be told apart by them.
 */
import { foldAccents } from '#domain';

const LETTERS = `б b, в v, г g, ґ g, д d, ж zh, з z, к k, л l, м m, н n, п p, р r, с s, т t, ф f, х kh, ц ts, ч ch, ш sh, щ shch,
  β v, γ g, δ d, ζ z, θ th, κ k, λ l, μ m, ν n, ξ x, π p, ρ r, σ s, ς s, τ t, φ f, χ kh, ψ ps`;
const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  LETTERS.split(/,\s+/u).map((pair) => pair.split(' ')),
);
const OTHER_SCRIPT = /[\p{Script=Cyrillic}\p{Script=Greek}]{4,}/gu;
/** Fewer consonants fit too many names. */
const SHORTEST_SKELETON = 3;

/** Consonants of a name in Latin letters; empty when there are too few. Vowels, y, w, h and doubled letters do not count. */
export function nameSkeleton(name: string): string {
  const latin = Array.from(foldAccents(name), (char) => LATIN[char] ?? char).join('');
  const skeleton = latin
    .replace(/ph/gu, 'f')
    .replace(/w/gu, 'v')
    .replace(/c(?=[kaou]|$)/gu, 'k')
    .replace(/[^bcdfgjklmnpqrstvxz]/gu, '')
    .replace(/(?<letter>.)\k<letter>+/gu, '$<letter>');
  return skeleton.length >= SHORTEST_SKELETON ? skeleton : '';
}

export function foreignSkeletons(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  // Case endings: "Путина" and "Путиным" are Putin too, so the stem without up to two last consonants is not tried; vowels go anyway.
  for (const match of text.matchAll(OTHER_SCRIPT)) if (/^\p{Lu}/u.test(match[0])) found.add(nameSkeleton(match[0]));
  found.delete('');
  return found;
}
