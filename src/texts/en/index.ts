/** English. Its tables are the contract for every other language: a key that another one lacks does not compile. */
import type { ErrorSentences, TextsLike } from '../contract.ts';
import { answers } from './answers.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { errors } from './errors.ts';
import { settings } from './settings.ts';
import { talk } from './talk.ts';
import { terminal } from './terminal.ts';

const texts = { ...answers, ...coverage, ...data, ...settings, ...talk, ...terminal };

/** Every key of the English tables, with the same facts. */
export type Texts = TextsLike<typeof texts>;

export interface Language {
  /** A locale of Discord, which also formats numbers and lists. */
  readonly locale: string;
  readonly texts: Texts;
  readonly errors: ErrorSentences;
}

export const en: Language = { locale: 'en-GB', texts, errors };
