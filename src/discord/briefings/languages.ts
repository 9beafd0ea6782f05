/** Languages an answer can be asked for, by code and by their names in any of the bot's languages and their own. */
import { BotError, foldAccents } from '#domain';
import type { Wording } from '#texts';

import { LIMITS } from '../delivery/limits.ts';

/** ISO 639-1; the commonest first, since a list shows 25. */
const CODES = (
  'en de es fr it pt nl pl uk ru tr ar fa he hi zh ja ko sv no da fi cs el hu ' +
  'ro bg sr hr sk sl lt lv et is ga ca eu gl sq mk bs ka hy az kk uz bn ta te ml mr gu pa ur ne si th vi id ms tl sw am af'
).split(' ');

export interface LanguageChoice {
  readonly name: string;
  readonly value: string;
}

const namesIn = (locale: string): Intl.DisplayNames => new Intl.DisplayNames([locale], { type: 'language' });
/** A language's name in the language of a locale. */
export const languageName = (code: string, locale: string): string => namesIn(locale).of(code) ?? code;

const fold = (text: string): string => foldAccents(text).trim();

/** Names that a code answers to: itself, English, the reader's language, its own. */
function namesOf(code: string, locale: string): string[] {
  return [code, languageName(code, 'en'), languageName(code, locale), languageName(code, code)].map(fold);
}

/** Best first; without anything typed the reader's own language and then the list. */
export function suggestLanguages(typed: string, { locale }: Wording): readonly LanguageChoice[] {
  const wanted = fold(typed);
  const own = new Intl.Locale(locale).language;
  const inOrder = [own, ...CODES.filter((code) => code !== own)];
  return (
    inOrder
      // Names in seventy languages take a second to load; nothing typed fits them all.
      .filter((code) => wanted === '' || namesOf(code, locale).some((name) => name.startsWith(wanted)))
      .slice(0, LIMITS.autocompleteChoices)
      .map((code) => ({ name: languageName(code, locale), value: code }))
  );
}

/** What was typed or chosen → code. @throws BotError `language-unknown` */
export function languageCode(typed: string | null, { locale }: Wording): string | null {
  if (typed === null || typed.trim() === '') return null;
  const wanted = fold(typed);
  const code = CODES.find((one) => namesOf(one, locale).includes(wanted));
  if (!code) throw new BotError('language-unknown', { value: typed });
  return code;
}
