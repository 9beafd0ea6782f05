/**
 * Claims as corpora keep them: cut into tokens, in lower case, with brackets and unknown words as marks. The bot never meets
 * such text, so they are put back into shape here before the bot's own gate sees them.
 */
import type { Article } from '#domain';
import { sentencesIn } from '#language';

import { factsOf } from '../src/grounding/facts.ts';
import { type ClaimVerdict, verdictOn } from './check-claim.ts';

/** As a reader would see it. */
function readable(claim: string): string {
  return claim
    .replace(/-LRB-|-LSB-/giu, '(')
    .replace(/-RRB-|-RSB-/giu, ')')
    .replace(/\[?<?\bUNK\b>?\]?|\[unk\]/gu, '')
    .replace(/(?<!`)``(?!`)\s*/gu, ' “')
    .replace(/\s*''/gu, '” ')
    .replace(/" ([^"]+) "/gu, '“$1”')
    .replace(/ (?=n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|[%,;:)])/gu, '')
    .replace(/(?<=[$£€#(]) (?=\d)/gu, '')
    .replace(/(?<=\d,) (?=\d{3}\b)/gu, '')
    .replace(/ {2,}/gu, ' ');
}

/** A stop that is set apart ends a sentence, whatever follows: the next one begins in lower case. */
const STOP_APART = /(?<=\s[.!?])\s+/u;

/** @param claim one of the corpus, in the article's language */
export function checkCorpusClaim(article: Article, claim: string): ClaimVerdict {
  const { language } = article;
  const sentences = readable(claim)
    .split(STOP_APART)
    .flatMap((piece) => sentencesIn(piece, language));
  const { names } = factsOf(article);
  const places = sentences.flatMap(placesInLowerCase).filter((place) => !names.knows(place));
  const verdict = verdictOn(sentences, article, language);
  const reasons = [...new Set([...verdict.reasons, ...places.map((place) => `name-absent: ${place}`)])];
  return { supported: reasons.length === 0, reasons };
}

/** First letters of region codes: all pairs are asked, those without a name are skipped. */
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SHORTEST_PLACE = 5;
/** Also ordinary words when written in lower case. */
const ORDINARY = new Set(
  'turkey china jersey jordan chad guinea center central eastern western mountain pacific general midway easter north south'.split(
    ' ',
  ),
);

let knownPlaces: ReadonlySet<string> | null = null;

/** Countries and big cities of one word, in lower case, out of Unicode's region names and time zones. */
function placeNames(): ReadonlySet<string> {
  if (knownPlaces) return knownPlaces;
  const names = new Set<string>();
  const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const first of LETTERS)
    for (const second of LETTERS) names.add((regions.of(first + second) ?? '').toLowerCase());
  for (const zone of Intl.supportedValuesOf('timeZone')) names.add((zone.split('/').at(-1) ?? '').toLowerCase());
  knownPlaces = new Set(
    [...names].filter((name) => /^\p{L}+$/u.test(name) && name.length >= SHORTEST_PLACE && !ORDINARY.has(name)),
  );
  return knownPlaces;
}

/** Places in a sentence that has no capital letter at all; empty for every other sentence. */
function placesInLowerCase(sentence: string): string[] {
  if (/\p{Lu}/u.test(sentence)) return [];
  const known = placeNames();
  return (sentence.match(/\p{L}+/gu) ?? []).filter((word) => known.has(word));
}
