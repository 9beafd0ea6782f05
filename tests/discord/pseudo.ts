/** A language that nobody speaks: every word of ours in ⟦brackets⟧, so that a word from elsewhere stands out. */
import { errorSentence } from '#texts';

import { en } from '../../src/texts/en/answers.ts';
import type { Texts, Wording } from '../../src/texts/texts.ts';

const wrap = (text: string): string => `⟦${text}⟧`;

export const pseudo = Object.fromEntries(
  Object.entries(en).map(([key, text]) => [
    key,
    typeof text === 'string' ? wrap(text) : (facts: never) => wrap((text as (facts: never) => string)(facts)),
  ]),
) as unknown as Texts;

export const PSEUDO: Wording = { locale: 'en', texts: pseudo, errorSentence: (error) => wrap(errorSentence(error)) };
