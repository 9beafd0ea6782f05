import { createRequire } from 'node:module';

import { functionWords, tokensOf } from '#language';

type Detector = typeof import('tinyld');

/** So much text is enough to tell, and keeps a long article fast. */
const SAMPLE_CHARACTERS = 2_000;
const SHORTEST_SAMPLE = 40;
/** Running text holds far more function words of its own language, and fewer of any other. */
const FUNCTION_WORD_SHARE = 0.2;
/** A page's own claim stands unless the text is plainly in another language: templates often say "en". */
const PLAINLY = 0.5;
const LONG_SAMPLE = 300;

let loaded: Detector | undefined;

/** Its tables take as long to load as everything else together, and most texts are told by their function words. */
function detector(): Detector {
  loaded ??= createRequire(import.meta.url)('tinyld') as Detector;
  return loaded;
}

/** ISO 639-1, `und` when neither page nor text tell. */
export function detectLanguage(text: string, claimed: string | null): string {
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  // Letter statistics take a short English text for Esperanto; its function words do not.
  const byWords = byFunctionWords(sample);
  if (byWords) return byWords;
  if (sample.length < SHORTEST_SAMPLE) return claimed ?? 'und';
  const [best] = detector().detectAll(sample);
  if (!best) return claimed ?? 'und';
  if (claimed === null || claimed === best.lang) return best.lang;
  return sample.length >= LONG_SAMPLE && best.accuracy >= PLAINLY ? best.lang : claimed;
}

function byFunctionWords(text: string): string | null {
  const words = tokensOf(text);
  const shares = ['en', 'de', 'fr', 'es'].map((language) => {
    const known = functionWords(language);
    return { language, share: words.filter((word) => known.has(word.folded)).length / Math.max(1, words.length) };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= FUNCTION_WORD_SHARE ? best.language : null;
}
