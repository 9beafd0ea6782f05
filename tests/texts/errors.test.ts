/** Row 25: what people are told is a sentence with cause and next step, never an inside of the program. */
import { describe, expect, it } from 'vitest';

import { BotError, type BotErrorCode } from '#domain';
import { speak } from '#texts';

import { errorView } from '../../src/discord/interactions/error-view.ts';
import { ERROR_FACTS } from './facts.ts';
import { LANGUAGES } from './languages.ts';

const LOCALES = LANGUAGES.map(({ locale }) => locale);
const errors = Object.entries(ERROR_FACTS).map(([code, facts]) => new BotError(code as BotErrorCode, facts));
const sentenceOf = (error: BotError, locale: string): string => speak(locale).errorSentence(error);

describe('errors', () => {
  it.each(LOCALES)('are told apart in %s', (locale) => {
    const sentences = errors.map((error) => sentenceOf(error, locale));
    expect(new Set(sentences).size).toBe(errors.length);
  });

  it.each(LOCALES)('say in %s what happened and what to do, and nothing of the inside', (locale) => {
    const wrong = errors.filter((error) => {
      const sentence = sentenceOf(error, locale);
      const isTwofold = /[.:;,] \S.*[.]$/u.test(sentence);
      const showsInside =
        /undefined|null|NaN|\[object|Error:|\bat \w+ \(/u.test(sentence) || sentence.includes(error.code);
      return !isTwofold || showsInside;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  it('are shown as letters, whatever the facts hold', () => {
    const error = new BotError('link-malformed', { link: '[x](https://evil.example) @everyone' });
    const [section] = errorView(error, speak('en-GB')).sections;
    expect(section?.lines[0]?.text).toContain('\\[x\\]\\(');
    expect(section?.lines[0]?.text).toContain('\\@everyone');
  });
});
