/** The bot's own words by language; the language of a reader chooses the table. */
import type { BotError } from '#domain';

import { de } from './de/answers.ts';
import { germanErrorSentence } from './de/errors.ts';
import { en } from './en/answers.ts';
import { errorSentence } from './en/errors.ts';
import type { TextsLike } from './texts-like.ts';

/** Every key of the English table, with the same facts. */
export type Texts = TextsLike<typeof en>;
/** Keys whose text needs no facts. */
export type FixedText = {
  [Key in keyof Texts]: Texts[Key] extends string ? Key : never;
}[keyof Texts];

export interface Wording {
  /** A locale of Discord: `en-GB`, `de`. */
  readonly locale: string;
  readonly texts: Texts;
  errorSentence(error: BotError): string;
}

const ENGLISH: Wording = { locale: 'en-GB', texts: en, errorSentence };
const GERMAN: Wording = { locale: 'de', texts: de, errorSentence: germanErrorSentence };

/** English where the language is not spoken. */
export type Speak = (locale: string | null) => Wording;
export const speak: Speak = (locale) => (locale?.startsWith('de') ? GERMAN : ENGLISH);

/** Names and descriptions on commands, by Discord's locales; the American spelling of the one word that differs. */
export function localised(key: FixedText): { readonly default: string; readonly others: Record<string, string> } {
  const american = en[key].replace(/(?<=summar)ise/giu, (ending) => (ending === 'ISE' ? 'IZE' : 'ize'));
  return { default: en[key], others: { 'en-GB': en[key], 'en-US': american, de: de[key] } };
}
