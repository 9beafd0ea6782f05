import { detect } from 'tinyld';

/** So much text is enough to tell, and keeps a long article fast. */
const SAMPLE_CHARS = 2000;
const SHORTEST_SAMPLE = 40;

/** ISO 639-1 of the text itself; what the page claims decides only where the text is too short to tell. */
export function detectLanguage(text: string, claimed: string | null): string {
  if (text.length >= SHORTEST_SAMPLE) {
    const found = detect(text.slice(0, SAMPLE_CHARS));
    if (found) return found;
  }
  return claimed ?? 'und';
}
