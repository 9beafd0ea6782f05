import { detect } from 'tinyld';

import { functionWords, tokensOf } from '#language';

/** So much text is enough to tell, and keeps a long article fast. */
const SAMPLE_CHARS = 2000;
const SHORTEST_SAMPLE = 40;
/** Running text holds far more function words of its own language, and fewer of any other. */
const FUNCTION_WORD_SHARE = 0.2;

function byFunctionWords(text: string): string | null {
  const words = tokensOf(text);
  const shares = ['en', 'de', 'fr', 'es'].map((language) => {
    const known = functionWords(language);
    return { language, share: words.filter((word) => known.has(word.folded)).length / Math.max(1, words.length) };
  });
  const best = shares.reduce((a, b) => (b.share > a.share ? b : a));
  return best.share >= FUNCTION_WORD_SHARE ? best.language : null;
}

/** ISO 639-1 of the text itself; what the page claims decides only where the text is too short to tell. */
export function detectLanguage(text: string, claimed: string | null): string {
  const sample = text.slice(0, SAMPLE_CHARS);
  // Letter statistics take a short English text for Esperanto; its function words do not.
  const byWords = byFunctionWords(sample);
  if (byWords) return byWords;
  const byLetters = text.length >= SHORTEST_SAMPLE ? detect(sample) : '';
  return byLetters || (claimed ?? 'und');
}
