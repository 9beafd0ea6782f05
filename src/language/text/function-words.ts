/** Words that carry no topic, by language: left out when sentences are compared or a subject is named. */
import { lexiconOf } from '../lexicon/index.ts';
import { listed } from '../lexicon/lists.ts';

const sets = new Map<string, ReadonlySet<string>>();

/** Function words of a language, lower case; empty for a language without a list. */
export function functionWords(language: string): ReadonlySet<string> {
  let known = sets.get(language);
  if (!known) {
    known = new Set(listed(lexiconOf(language === 'und' ? 'en' : language)?.functionWords ?? ''));
    sets.set(language, known);
  }
  return known;
}
