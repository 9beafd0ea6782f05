/** Which language a text is in. */
import { createRequire } from 'node:module';

type Detect = (text: string) => string;

/** Under so many letters a detector guesses. */
const MIN_LETTERS = 40;
/** The beginning tells the language; the rest only costs time. */
const SAMPLE_CHARACTERS = 4000;
let detect: Detect | null = null;

/** ISO 639-1 code. A short text, or one the detector does not know, gets the hint (from the page), else `und`. */
export function detectLanguage(text: string, hint?: string | null): string {
  const given = hint?.toLowerCase().slice(0, 2) ?? '';
  const fallback = /^[a-z]{2}$/u.test(given) ? given : 'und';
  const sample = text.slice(0, SAMPLE_CHARACTERS);
  if ((sample.match(/\p{L}/gu)?.length ?? 0) < MIN_LETTERS) return fallback;
  detect ??= loadDetector(); // 0.1 s: not before it is needed
  return detect(sample) || fallback;
}

function loadDetector(): Detect {
  const { detect: found } = createRequire(import.meta.url)('tinyld') as { detect: Detect };
  return found;
}
