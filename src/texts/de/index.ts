/** German. */
import type { Language } from '../en/index.ts';
import { answers } from './answers.ts';
import { coverage } from './coverage.ts';
import { data } from './data.ts';
import { errors } from './errors.ts';
import { settings } from './settings.ts';
import { talk } from './talk.ts';
import { terminal } from './terminal.ts';

export const de: Language = {
  locale: 'de',
  texts: { ...answers, ...coverage, ...data, ...settings, ...talk, ...terminal },
  errors,
};
