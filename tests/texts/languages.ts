/** Every language that the bot speaks. */
import type { Language } from '../../src/texts/en/index.ts';
import * as spoken from '../../src/texts/languages.ts';

const { en, ...others } = spoken;
export const ENGLISH: Language = en;
export const OTHERS: readonly Language[] = Object.values(others);
export const LANGUAGES: readonly Language[] = [ENGLISH, ...OTHERS];
