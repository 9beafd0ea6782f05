/** "PORT ALDER, Nov. 3 (Gazette) — ": where a report was filed is no part of what it says, and of no sentence. */
const PLACE_IN_CAPITALS =
  /^\p{Lu}[\p{Lu}\p{M}.'’-]{2,}(?:[ ,/]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,4}|\([^()]{2,30}\))){0,6} [—–-]{1,2} (?=["“„«»‘']?[\p{Lu}\d])/u;
/** "Berlin (dpa) – ", "Paris, 3 mars (AFP) — ": in small letters only with the agency. */
const PLACE_AND_AGENCY =
  /^\p{Lu}[\p{L}\p{M}.'’-]+(?:[ ,/]+(?:\p{L}[\p{L}\p{M}.'’-]*|\d{1,4})){0,4} ?\([\p{L}/ .-]{2,30}\) [—–-]{1,2} (?=["“„«»‘']?[\p{Lu}\d])/u;

/** Characters of the dateline that opens a paragraph; 0 where there is none. */
export function datelineLength(text: string): number {
  return (PLACE_IN_CAPITALS.exec(text) ?? PLACE_AND_AGENCY.exec(text))?.[0].length ?? 0;
}
