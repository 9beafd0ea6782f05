/** The bot's own words by language; the locale of a reader chooses the language. */
import type { BotError, BotErrorCode } from '#domain';

import type { ErrorSentences } from './contract.ts';
import type { Language, Texts } from './en/index.ts';
import * as spoken from './languages.ts';

/** Keys whose text needs no facts. */
export type FixedText = {
  [Key in keyof Texts]: Texts[Key] extends string ? Key : never;
}[keyof Texts];

export interface Wording {
  /** A locale of Discord: `en-GB`, `de`. */
  readonly locale: string;
  readonly texts: Texts;
  readonly errorSentence: (error: BotError) => string;
}

const wordingOf = ({ locale, texts, errors }: Language): Wording => ({
  locale,
  texts,
  errorSentence: (error) => sentenceOf(errors, error),
});

function sentenceOf<Code extends BotErrorCode>(errors: ErrorSentences, { code, facts }: BotError<Code>): string {
  return errors[code](facts);
}

/** `en-GB` → `en`. */
const codeOf = (locale: string): string => locale.split('-')[0] ?? locale;

const OTHERS: readonly Language[] = Object.values(spoken).filter((language) => language !== spoken.en);
const ENGLISH = wordingOf(spoken.en);
const WORDINGS: ReadonlyMap<string, Wording> = new Map(
  [ENGLISH, ...OTHERS.map(wordingOf)].map((wording) => [codeOf(wording.locale), wording]),
);

/** Of Discord's locales, those that the bot speaks besides English. */
export const OTHER_LOCALES: readonly string[] = OTHERS.map(({ locale }) => locale);

/**
 * English where the language is not spoken. `null` stands for readers whose language is not known, and for the operator,
 * to whom the terminal and the log speak English.
 */
export type Speak = (locale: string | null) => Wording;
export const speak: Speak = (locale) => WORDINGS.get(codeOf(locale ?? '')) ?? ENGLISH;

/** Names and descriptions on commands, by Discord's locales; the American spelling of the one word that differs. */
export function localised(key: FixedText): { readonly default: string; readonly others: Record<string, string> } {
  const english = spoken.en.texts[key];
  const american = english.replace(/(?<=summar)ise/giu, (ending) => (ending === 'ISE' ? 'IZE' : 'ize'));
  const others = Object.fromEntries(OTHERS.map(({ locale, texts }) => [locale, texts[key]]));
  return { default: english, others: { 'en-GB': english, 'en-US': american, ...others } };
}
