/** How much was read, and why not all: each kind of page, its reason, and the sentence that a person is told. */
import { afterAll, describe, expect, it } from 'vitest';

import { createArticleReader } from '#article';
import { BotError, type BotErrorCode, COVERAGE_REASONS, type CoverageReason } from '#domain';
import { speak } from '#texts';

import { statusError } from '../../src/article/fetch-errors.ts';
import { newspaper, paragraphs, STORY } from './pages/page.ts';

// Patience with a busy machine: this is about what is said, not about how fast.
const reader = createArticleReader({ allowPrivateHosts: [], clock: () => 1, threads: 1, deadlineMs: 60_000 });
afterAll(() => reader.close());

const page = (html: string) =>
  reader.read({ kind: 'file', name: 'page.html', bytes: Buffer.from(html), contentType: 'text/html; charset=utf-8' });
const jsonLd = (facts: object): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'NewsArticle', headline: 'Tarnholm', ...facts })}</script>`;
const BEGINNING = paragraphs(STORY.slice(0, 2));
const bare = (title: string, body: string): string =>
  `<html><head><title>${title}</title></head><body>${body}</body></html>`;

describe('how much of a page was read', () => {
  it('is whole for a whole article', async () => {
    expect((await page(newspaper(paragraphs()))).coverage).toMatchObject({ extent: 'whole', reasons: [] });
  });

  it('is whole for an article about paywalls and cookies', async () => {
    const about =
      '<p>The paper asks its readers to subscribe to continue reading, and shows them a box that says it values their privacy; whoever refuses cookies pays, and whoever pays reads on, said the publisher.</p>';
    expect((await page(newspaper(paragraphs([...STORY, ...STORY.slice(0, 3)]) + about))).coverage.extent).toBe('whole');
  });

  it.each<[string, string, string, CoverageReason]>([
    [
      'a beginning under a mark that it is not free',
      newspaper(BEGINNING, { head: jsonLd({ isAccessibleForFree: false }) }),
      'teaser',
      'paywall',
    ],
    [
      'a beginning and a box for subscribers',
      newspaper(`${BEGINNING}<div class="gate"><p>Subscribe to continue reading</p></div>`),
      'teaser',
      'paywall',
    ],
    [
      'a beginning and a box for subscribers, in German',
      newspaper(`${BEGINNING}<div class="gate"><p>Dieser Artikel ist nur für Abonnenten lesbar.</p></div>`),
      'teaser',
      'paywall',
    ],
    [
      'a text that breaks off',
      newspaper(`${paragraphs()}<p>The treasurer then explained that the…</p>`),
      'part',
      'cut-text',
    ],
    [
      'far fewer words than the page says it has',
      newspaper(paragraphs(), { head: jsonLd({ wordCount: 900 }) }),
      'part',
      'cut-text',
    ],
    [
      'a beginning that goes on elsewhere',
      newspaper(`${BEGINNING}<p><a href="/full">Continue reading</a></p>`),
      'teaser',
      'continue-reading',
    ],
    [
      'a shelf of books',
      newspaper(paragraphs(Array.from({ length: 7 }, (_, at) => `${'on '.repeat(60_000)}and ${at}.`))),
      'part',
      'too-long',
    ],
    [
      'a page with more lines than any article',
      `<html><body>${Array.from({ length: 20_000 }, (_, at) => `<div><p><span>Line ${at} of a very long list of lines.</span></p></div>`).join('')}</body></html>`,
      'part',
      'too-long',
    ],
  ])('%s is told', async (_what, html, extent, reason) => {
    const { coverage } = await page(html);
    expect(coverage.extent).toBe(extent);
    expect(coverage.reasons[0]).toBe(reason);
  });

  it.each<[string, string, BotErrorCode]>([
    [
      'nothing but a box for subscribers',
      newspaper('<p>Subscribe to continue reading this article.</p>'),
      'page-paywall',
    ],
    [
      'nothing but a consent box',
      bare(
        'Before you continue',
        '<p>We and our 812 partners use cookies to store data on your device. Accept all cookies to go on.</p>',
      ),
      'page-consent',
    ],
    [
      'an empty element that a script fills',
      bare('Tarnholm Post', '<div id="root"></div><script src="/app.js"></script>'),
      'page-script-shell',
    ],
    [
      'a page that asks for scripts',
      bare('Tarnholm Post', '<p>Please enable JavaScript to read on.</p>'),
      'page-script-shell',
    ],
    [
      'a test for people',
      bare('Just a moment...', '<p>Verify you are human by completing the action below.</p>'),
      'page-bot-wall',
    ],
    [
      'a list of links',
      bare(
        'Tarnholm Post',
        `<ul>${Array.from({ length: 40 }, (_, at) => `<li><a href="/${at}">Headline number ${at} of today</a></li>`).join('')}</ul>`,
      ),
      'page-not-article',
    ],
    ['a page without a word', bare('', ''), 'page-empty'],
  ])('%s is refused', async (_what, html, code) => {
    await expect(page(html)).rejects.toMatchObject({ code });
  });
});

/** Every reason of a text that is not whole, or not there: what its sentence names, and what it asks for. */
const TABLE: readonly (readonly [reason: string, sentence: string | null, cause: string, verb: string])[] = [
  ...(
    [
      ['paywall', 'subscribers', 'paste'],
      ['cut-text', 'breaks off', 'attach'],
      ['continue-reading', 'continues', 'follow'],
      ['consent-page', 'consent', 'answer'],
      ['script-shell', 'scripts', 'open'],
      ['bot-wall', 'proof', 'copy'],
      ['not-an-article', 'no article', 'give'],
      ['too-long', 'longer', 'choose'],
    ] as const
  ).map(
    ([reason, cause, verb]) =>
      [
        reason,
        speak(null).texts.whyNotAll({ coverage: { extent: 'part', words: 100, reasons: [reason] } }),
        cause,
        verb,
      ] as const,
  ),
  ...(
    [
      [403, 'does not let me in', 'save'],
      [404, 'no page', 'check'],
      [410, 'taken that page down', 'look'],
      [429, 'no more questions', 'wait'],
      [451, 'legal', 'find'],
      [503, 'out of service', 'try'],
      [500, 'error of its own', 'come back'],
    ] as const
  ).map(
    ([status, cause, verb]) =>
      [String(status), speak(null).errorSentence(statusError(status, 'a.org', 60)), cause, verb] as const,
  ),
];

describe('the sentence for each reason', () => {
  it.each(TABLE)('%s: names its cause and the next step', (_reason, sentence, cause, verb) => {
    expect(sentence).toContain(cause);
    const [, step = ''] = /\.\s(.*)$/su.exec(sentence ?? '') ?? [];
    expect(step.toLowerCase()).toMatch(new RegExp(`(?:^|\\s)${verb}\\b`, 'u'));
  });

  it('has causes and verbs that are all different', () => {
    expect(TABLE.map(([reason]) => reason)).toEqual(expect.arrayContaining([...COVERAGE_REASONS]));
    for (const column of [1, 2, 3] as const) expect(new Set(TABLE.map((row) => row[column])).size).toBe(TABLE.length);
    for (const [, sentence, cause] of TABLE)
      expect(TABLE.filter((other) => other[1]?.includes(cause)).map((other) => other[1])).toEqual([sentence]);
  });

  it.each<[BotErrorCode, CoverageReason]>([
    ['page-paywall', 'paywall'],
    ['page-consent', 'consent-page'],
    ['page-script-shell', 'script-shell'],
    ['page-bot-wall', 'bot-wall'],
    ['page-not-article', 'not-an-article'],
  ])('%s asks for the same step as the reason %s', (code, reason) => {
    const refusal = speak(null).errorSentence(new BotError(code, { host: 'a.org', words: 5 } as never));
    const verb = TABLE.find(([each]) => each === reason)?.[3] ?? '';
    expect(refusal.toLowerCase()).toMatch(new RegExp(`\\s${verb}\\b`, 'u'));
  });

  it('is not said of a whole text', () => {
    expect(speak(null).texts.whyNotAll({ coverage: { extent: 'whole', words: 100, reasons: [] } })).toBe('');
  });
});
