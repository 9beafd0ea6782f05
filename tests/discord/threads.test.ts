/** Decisions about discussions, row by row. */
import { describe, expect, it } from 'vitest';

import { refusalOf } from '../../src/discord/delivery/refusals.ts';
import { type HeardFacts, heardAs, type PlaceFacts, placeOf } from '../../src/discord/discussions/decision.ts';
import { talkRequest, wantsSomething } from '../../src/discord/discussions/wish.ts';
import { speak } from '../../src/texts/texts.ts';

const WORDINGS = [speak('en'), speak('de')];

describe('where a discussion takes place', () => {
  const facts: PlaceFacts = { isServer: true, isThread: false, isPrivate: false, lacking: [] };
  it.each([
    ['thread', {}, 'thread', null],
    ['here', {}, 'here', null],
    ['private', {}, 'private', null],
    ['thread', { isPrivate: true }, 'private', 'private'],
    ['here', { isPrivate: true }, 'private', 'private'],
    ['thread', { isServer: false }, 'here', 'outside'],
    ['thread', { isThread: true }, 'here', 'in-thread'],
    ['thread', { lacking: ['CreatePublicThreads'] }, 'here', 'no-rights'],
    ['thread', { lacking: null }, 'here', 'no-rights'],
  ] as const)('wanted %s with %o: %s (%s)', (wanted, some, place, reason) => {
    expect(placeOf(wanted, { ...facts, ...some })).toEqual({ place, reason });
  });
});

describe('which messages are for the bot', () => {
  const facts: HeardFacts = {
    isPerson: true,
    hasContent: true,
    isDirect: false,
    mentionsBot: false,
    repliesToBot: false,
    isOwnThread: true,
    answersEveryMessage: false,
    people: 1,
    wantsSomething: true,
  };
  it.each([
    ['a question of the only person', {}, true],
    ['a remark of the only person', { wantsSomething: false }, 'no-question'],
    ['a question among several', { people: 2 }, 'several-people'],
    ['a mention among several', { people: 2, mentionsBot: true }, true],
    ['a reply among several', { people: 2, repliesToBot: true }, true],
    ['anything where it answers all', { people: 2, wantsSomething: false, answersEveryMessage: true }, true],
    ['a question in another’s thread', { isOwnThread: false }, 'not-addressed'],
    ['all answered, but in another’s thread', { isOwnThread: false, answersEveryMessage: true }, 'not-addressed'],
    ['a mention in another’s thread', { isOwnThread: false, mentionsBot: true }, true],
    ['a direct message', { isDirect: true, isOwnThread: false, wantsSomething: false }, true],
    ['another bot that mentions it', { isPerson: false, mentionsBot: true }, 'no-person'],
    ['a message without its text', { hasContent: false, repliesToBot: true }, 'no-content'],
  ] as const)('%s', (_what, some, expected) => {
    const heard = heardAs({ ...facts, ...some });
    expect(heard.isForBot ? true : heard.reason).toBe(expected);
  });
});

describe('what a message asks for', () => {
  it.each([
    ['positions', 'positions', null],
    ['the positions again please', 'positions', null],
    ['wer hat was gesagt?', 'positions', null],
    ['Positionen bitte', 'positions', null],
    ['in German please', 'language', 'de'],
    ['auf Englisch bitte', 'language', 'en'],
    ['now in French', 'language', 'fr'],
    ['What happened in January?', 'answer', null],
    ['is it in the budget', 'answer', null],
    ['Which positions did the council of the town take in the debate on Thursday?', 'answer', null],
    ['<@123456789012345678>', 'nothing', null],
  ])('%s', (content, wants, language) => {
    expect(talkRequest(content, WORDINGS)).toMatchObject({ wants, language });
  });

  it('names the links to add and what is left to answer, and passes code by', () => {
    const text = '<@123456789012345678> compare https://a.example/x with this: what differs? `https://b.example/y`';
    const { links, question } = talkRequest(text, WORDINGS);
    expect(links).toEqual(['https://a.example/x']);
    expect(question).toMatch(/^compare with this: what differs\?/u);
  });

  it.each([
    ['how was the vote', true],
    ['The vote?', true],
    ['投票は？', true],
    ['warum', true],
    ['thanks, nice', false],
    ['I think the mayor is right', false],
    ['', false],
  ])('a dialogue answers %o: %s', (content, wanted) => {
    expect(wantsSomething(talkRequest(content, WORDINGS), WORDINGS)).toBe(wanted);
  });
});

it('what Discord refuses has one row each, and nothing else has', () => {
  expect([10_003, 10_008, 50_001, 50_013, 50_083, 160_005].map(refusalOf)).toEqual([
    'gone',
    'gone',
    'closed',
    'closed',
    'closed',
    'closed',
  ]);
  expect([160_006, 50_024].map(refusalOf)).toEqual(['full', 'unfit']);
  expect([0, undefined, 'constructor', 50_000].map(refusalOf)).toEqual([null, null, null, null]);
});
