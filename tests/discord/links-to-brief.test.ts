import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, type Settings } from '#domain';

import {
  EDIT_WINDOW_MS,
  type LinkFacts,
  linksOf,
  linksToBrief,
  type SeenMessage,
} from '../../src/discord/links/links-to-brief.ts';

const URL_A = 'https://news.example.org/a';
const URL_B = 'https://news.example.org/b';
const message = (content: string, more: Partial<SeenMessage> = {}): SeenMessage => ({
  content,
  modeChannel: '100',
  author: 'member',
  editedAfterMs: null,
  ...more,
});
const settings = (more: Partial<Settings> = {}): Settings => ({
  ...DEFAULT_SETTINGS,
  modes: { 100: 'button' },
  ...more,
});
interface Facts extends LinkFacts {
  readonly mayAct: boolean;
}
const facts = (more: Partial<Facts> = {}): Facts => ({
  shownHere: new Map(),
  isResting: false,
  isSpent: false,
  mayAct: true,
  ...more,
});
const decided = (seen: SeenMessage, set: Settings, known: Facts) =>
  linksToBrief(linksOf(seen, set, known.mayAct), known);
const said = (...[seen, set, known]: Parameters<typeof decided>) =>
  decided(seen, set, known).map((verdict) => ('reason' in verdict ? verdict.reason : verdict.do));

describe('links to brief', () => {
  it('are offered as the mode of the channel says', () => {
    for (const mode of ['reaction', 'button', 'reply', 'thread'] as const)
      expect(decided(message(`see ${URL_A}`), settings({ modes: { 100: mode } }), facts())).toEqual([
        { url: URL_A, do: 'offer', mode },
      ]);
  });

  it('are none on a new server: off everywhere', () => {
    expect(said(message(URL_A), DEFAULT_SETTINGS, facts())).toEqual(['off']);
    expect(said(message(URL_A, { modeChannel: '200' }), settings(), facts())).toEqual(['off']);
  });

  it.each(['bot', 'webhook', 'system', 'ourselves'] as const)('are none in a message of: %s', (author) => {
    expect(said(message(URL_A, { author }), settings(), facts())).toEqual([author]);
  });

  it.each([
    ['spoiler', `||${URL_A}||`],
    ['suppressed', `<${URL_A}>`],
    ['code', `\`${URL_A}\``],
    ['code', `\`\`\`\n${URL_A}\n\`\`\``],
  ])('are not what was marked as %s', (reason, content) => {
    expect(said(message(content), settings(), facts())).toEqual([reason]);
  });

  it('follow the rule for domains, subdomains included', () => {
    const only = settings({ domains: { kind: 'only', names: ['example.org'] } });
    expect(said(message(`${URL_A} https://other.example/x`), only, facts())).toEqual(['offer', 'domain']);
    const except = settings({ domains: { kind: 'except', names: ['example.org'] } });
    expect(said(message(`${URL_A} https://other.example/x`), except, facts())).toEqual(['domain', 'offer']);
  });

  it('are each one once, whatever tracking hangs on it', () => {
    expect(said(message(`${URL_A} ${URL_A}?utm_source=x`), settings(), facts())).toEqual(['offer', 'repeated']);
  });

  it('are three of one message at most', () => {
    const five = [1, 2, 3, 4, 5].map((number) => `https://news.example.org/${number}`).join(' ');
    expect(said(message(five), settings(), facts())).toEqual(['offer', 'offer', 'offer', 'too-many', 'too-many']);
  });

  it('lead to the answer where one stands in the channel already', () => {
    const shownHere = new Map([[URL_A, '42']]);
    expect(decided(message(`${URL_A} ${URL_B}`), settings(), facts({ shownHere }))).toEqual([
      { url: URL_A, do: 'point', message: '42' },
      { url: URL_B, do: 'offer', mode: 'button' },
    ]);
  });

  it('wait while the channel rests, and where the bot has no rights', () => {
    expect(said(message(URL_A), settings(), facts({ isResting: true }))).toEqual(['resting']);
    expect(said(message(URL_A), settings(), facts({ mayAct: false }))).toEqual(['no-rights']);
  });

  it('are offered but not written unasked when the allowance is gone', () => {
    const spent = facts({ isSpent: true });
    expect(said(message(URL_A), settings(), spent)).toEqual(['offer']);
    expect(said(message(URL_A), settings({ modes: { 100: 'reply' } }), spent)).toEqual(['spent']);
  });

  // That a link of it was dealt with before is the outbox's to say: see the flow of posted links.
  it('may be added by an edit within minutes', () => {
    expect(said(message(`${URL_A} ${URL_B}`, { editedAfterMs: 60_000 }), settings(), facts())).toEqual([
      'offer',
      'offer',
    ]);
    expect(said(message(URL_A, { editedAfterMs: EDIT_WINDOW_MS + 1 }), settings(), facts())).toEqual(['late-edit']);
  });
});
