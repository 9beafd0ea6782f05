/** What people are told is a sentence with cause and next step, never an inside of the program. */
import { describe, expect, it } from 'vitest';

import { BotError, type BotErrorCode, type BotErrorFacts } from '#domain';

import { errorView } from '../../src/discord/interactions/error-view.ts';
import { speak } from '../../src/texts/texts.ts';

const host = 'news.example';
/** Every code with facts as they come; a code that is missing here does not compile. */
const FACTS: { readonly [Code in BotErrorCode]: BotErrorFacts[Code] } = {
  'text-empty': {},
  'file-missing': { path: 'a.txt' },
  'file-unreadable': { path: 'a.txt' },
  'file-type-unknown': { name: 'a.png', type: 'image/png' },
  'file-too-large': { name: 'a.txt', bytes: 2e7, limitBytes: 1e7 },
  'article-missing': {},
  'message-no-article': {},
  'item-missing': {},
  'item-unknown': {},
  'not-admin': {},
  'settings-not-a-number': { value: 'many' },
  'language-unknown': { value: 'Elvish' },
  'question-missing': {},
  'question-too-long': { characters: 2000, limit: 1000 },
  'discussion-unknown': {},
  'link-malformed': { link: 'news' },
  'link-refused': { host, reason: 'address' },
  'link-unresolved': { host },
  'link-unreachable': { host },
  'link-insecure': { host },
  'link-timeout': { host, seconds: 15 },
  'link-redirects': { host, hops: 5 },
  'link-robots': { host },
  'page-forbidden': { host, status: 403 },
  'page-missing': { host, status: 404 },
  'page-gone': { host, status: 410 },
  'page-busy': { host, status: 503, retryAfterSeconds: 90 },
  'page-legal': { host, status: 451 },
  'page-failed': { host, status: 500 },
  'page-too-large': { host, limitBytes: 5e6 },
  'page-type': { host, type: 'image/png' },
  'page-empty': { host },
  'page-encoding': { host, replacedPercent: 9 },
  'page-damaged': { host },
  'page-paywall': { host, words: 40 },
  'page-consent': { host },
  'page-script-shell': { host },
  'page-bot-wall': { host },
  'page-not-article': { host, words: 12 },
  'article-too-short': { words: 20, floor: 80 },
  'article-too-long': { words: 90_000, limitWords: 30_000 },
  'reader-overloaded': {},
  'model-unconfigured': {},
  'model-unreachable': {},
  'model-refused': {},
  'model-key-rejected': {},
  'model-quota': {},
  'model-busy': { retryAfterSeconds: null },
  'model-timeout': { seconds: 60, phase: 'total' },
  'model-garbled': {},
  'model-cut-input': { counted: 9000, reported: 4000 },
  'model-context-small': {},
  'model-allowance': { limit: 'guild', retryAfterSeconds: 7200 },
  'cool-down': { of: 'member', retryAfterSeconds: 12 },
  'settings-language': { value: 'xx1' },
  'settings-choice': { field: 'mode', value: 'loud' },
  'settings-number': { field: 'retentionDays', value: 90, least: 1, most: 30 },
  'settings-count': { field: 'domains', limit: 100 },
  'settings-domain': { value: 'not a host' },
  'settings-allowance': { value: 9e9, ceiling: 200_000 },
  'settings-channel': { channel: '1191168914227200001', whose: 'bot' },
  'settings-moved': {},
  'settings-nothing-to-undo': {},
  'storage-unavailable': { operation: 'get' },
  'queue-full': { waiting: 25 },
  'control-expired': {},
  'nothing-shown-here': {},
  'answer-late': { minutes: 14 },
  'may-not-spend': {},
  'already-started': {},
  cancelled: {},
  internal: { reference: 'ab12cd34' },
};
const errors = Object.entries(FACTS).map(([code, facts]) => new BotError(code as BotErrorCode, facts));
const sentenceOf = (error: BotError, locale: string): string => speak(locale).errorSentence(error);

describe('errors', () => {
  it.each(['en-GB', 'de'])('are told apart in %s', (locale) => {
    const sentences = errors.map((error) => sentenceOf(error, locale));
    expect(new Set(sentences).size).toBe(errors.length);
  });

  it.each(['en-GB', 'de'])('say in %s what happened and what to do, and nothing of the inside', (locale) => {
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
