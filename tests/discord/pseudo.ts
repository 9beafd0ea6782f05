/** A language that nobody speaks: every word of ours in ⟦brackets⟧, so that a word from elsewhere stands out. */
import { speak, type Texts, type Wording } from '#texts';

const wrap = (text: string): string => `⟦${text}⟧`;
const english = speak(null);

export const pseudo = Object.fromEntries(
  Object.entries(english.texts).map(([key, text]) => [
    key,
    typeof text === 'string' ? wrap(text) : (facts: never) => wrap((text as (facts: never) => string)(facts)),
  ]),
) as unknown as Texts;

export const PSEUDO: Wording = {
  locale: 'en',
  texts: pseudo,
  errorSentence: (error) => wrap(english.errorSentence(error)),
};
