/** How much the rules for speakers know of a language, so that a view can say so. */

/**
 * - `grammar`: English, by parts of speech
 * - `lists`: German, French, Spanish, by lists of verbs and roles
 * - `marks`: any other, by quotation marks, colons and labels alone
 */
export function speakerRules(language: string): 'grammar' | 'lists' | 'marks' {
  const base = language.slice(0, 2);
  if (base === 'en') return 'grammar';
  return ['de', 'fr', 'es'].includes(base) ? 'lists' : 'marks';
}
