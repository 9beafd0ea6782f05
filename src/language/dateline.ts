/** "PORT ALDER, Nov. 3 (Gazette) — ": where a report was filed is no part of what it says. */
const DATELINE =
  /^\p{Lu}[\p{Lu}\p{M}.'’-]{2,}(?:[ ,/]+(?:\p{Lu}[\p{L}\p{M}.'’-]*|\d{1,4}|\([^()]{2,30}\))){0,6} [—–-]{1,2} (?=\S)/u;

export function withoutDateline(text: string): string {
  return text.replace(DATELINE, '');
}
