/** How much the rules for speakers know of a language, so that a view can say so. */
import { lexiconOf } from './lexicon/index.ts';

/**
 * - `grammar`: English, by parts of speech
 * - `lists`: German, French, Spanish, by lists of verbs and roles
 * - `marks`: any other, by quotation marks, colons and labels alone
 */
export function speakerRules(language: string): 'grammar' | 'lists' | 'marks' {
  if (language.slice(0, 2) === 'en') return 'grammar';
  return lexiconOf(language)?.speech ? 'lists' : 'marks';
}
