import { detectAll } from 'tinyld';

/** So much text is enough to tell, and keeps a long article fast. */
const SAMPLE_CHARACTERS = 2_000;
const SHORTEST_SAMPLE = 40;
/** A page's own claim stands unless the text is plainly in another language: templates often say "en". */
const PLAINLY = 0.5;
const LONG_SAMPLE = 300;

/** ISO 639-1, `und` when neither page nor text tell. */
export function detectLanguage(text: string, claimed: string | null): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  if (sample.length < SHORTEST_SAMPLE) return claimed ?? 'und';
  const [best] = detectAll(sample);
  if (!best) return claimed ?? 'und';
  if (claimed === null || claimed === best.lang) return best.lang;
  return sample.length >= LONG_SAMPLE && best.accuracy >= PLAINLY ? best.lang : claimed;
}
