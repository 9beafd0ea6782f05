import { describe, expect, it } from 'vitest';

import type { DraftItem, DraftPosition } from '#domain';
import { restore, settleItem, settleJudged, verifyItem } from '#grounding';

import { briefingRecord, plainArticle } from '../fixtures/articles.ts';

const point = (text: string, evidence: number[] = [1]): DraftItem => ({ kind: 'point', item: { evidence, text } });
const position = (changes: Partial<DraftPosition>): DraftItem => ({
  kind: 'position',
  item: {
    evidence: [3],
    speaker: { name: 'Ines Okafor', role: null, speaksFor: null },
    issue: 'the ferry',
    stance: 'unclear',
    statement: 'We cannot pay for empty boats.',
    manner: 'quoted',
    quotations: ['Q1'],
    relayedBy: null,
    ...changes,
  },
});
const reasons = (item: DraftItem): readonly string[] => verifyItem(plainArticle, item, 'en').toRepair?.reasons ?? [];

describe('the gate', () => {
  it('lets a near copy pass', () => {
    expect(verifyItem(plainArticle, point('The council voted 9 to 4 to close the ferry.'), 'en').kept).not.toBeNull();
  });

  it.each([
    ['a number the article lacks', 'The council voted 8 to 4 to close the ferry.', 'number-absent: 8'],
    ['a sum the article lacks', 'The ferry costs $1.3 million a year.', 'number-absent: $1.3 million'],
    ['a weekday the article lacks', 'The council voted on Friday to close the ferry.', 'date-absent: Friday'],
    ['a name the article lacks', 'The council and Henrik Vale voted to close the ferry.', 'name-absent: Henrik'],
    ['a link', 'The council voted, see https://port.example to close the ferry.', 'link-in-text'],
    ['a mention', 'The council voted @everyone to close the ferry.', 'mention-in-text'],
  ])('sends back %s with the reason', (_what, text, reason) => {
    expect(reasons(point(text))).toContain(reason);
  });

  it('accepts the same number in another form', () => {
    expect(reasons(point('The ferry costs $1,200,000 a year.', [2]))).toEqual([]);
  });

  it('corrects a name that is one letter off', () => {
    const { kept } = verifyItem(
      plainArticle,
      point('Mayor Ines Okafer said the ferry costs the town money.', [2]),
      'en',
    );
    expect(kept?.kind === 'point' && kept.item.text).toContain('Okafor');
  });

  it('takes the marks off typed words that the article does not quote', () => {
    const { kept } = verifyItem(plainArticle, point('The council “voted 9 to 4” to close the ferry.'), 'en');
    expect(kept?.kind === 'point' && kept.item.text).toBe('The council voted 9 to 4 to close the ferry.');
  });

  it('puts the cited sentence in the place of a line that failed twice', () => {
    const { kept, check } = settleItem(plainArticle, point('The council voted 8 to 4 to close the ferry.'), 'en', true);
    expect(kept?.kind === 'point' && kept.item).toMatchObject({
      origin: 'replaced',
      text: expect.stringContaining('9 to 4'),
    });
    expect(check?.decision).toBe('replaced');
  });
});

describe('a position', () => {
  it('has its quotation cut from the article, whatever was typed', () => {
    const { kept } = verifyItem(plainArticle, position({}), 'en');
    expect(kept?.kind === 'position' && kept.item.quotations).toEqual([
      { id: 'Q1', words: 'We cannot pay for empty boats,', sentence: 3 },
    ]);
  });

  it('is moved to the right speaker when the article is certain', () => {
    const { kept, check } = verifyItem(
      plainArticle,
      position({ speaker: { name: 'Tomas Reyes', role: null, speaksFor: null } }),
      'en',
    );
    expect(kept?.kind === 'position' && kept.item.speaker?.name).toBe('Ines Okafor');
    expect(check?.reasons).toContain('speaker-moved: Tomas Reyes to Ines Okafor');
  });

  it('prints no stance without a cue for it, unless the judge confirms it', () => {
    const { toJudge } = verifyItem(plainArticle, position({ stance: 'supports' }), 'en');
    if (!toJudge) throw new Error('nothing to judge');
    const stance = (answer: boolean | null) => {
      const { kept } = settleJudged(plainArticle, toJudge, [answer]);
      return kept?.kind === 'position' ? kept.item.stance : null;
    };
    expect([stance(true), stance(false), stance(null)]).toEqual(['supports', 'unclear', 'unclear']);
  });

  it('far from its evidence stands only when the judge confirms it, and else as the cited sentence', () => {
    const far = point('Money is the reason why the town gives up its boat.', [2]);
    const { kept, toJudge } = verifyItem(plainArticle, far, 'en');
    expect(kept).toBeNull();
    if (!toJudge) throw new Error('nothing to judge');
    expect(toJudge.tasks).toEqual([
      {
        kind: 'line',
        claim: 'Money is the reason why the town gives up its boat.',
        sentences: ['Mayor Ines Okafor said the ferry costs the town $1.2 million a year.'],
      },
    ]);
    const settled = [true, false].map((answer) => settleJudged(plainArticle, toJudge, [answer]).kept);
    expect(settled.map((item) => item?.kind === 'point' && item.item.origin)).toEqual(['confirmed', 'replaced']);
  });

  it('drops a quotation id that does not exist', () => {
    const { kept } = verifyItem(plainArticle, position({ quotations: ['Q99'] }), 'en');
    expect(kept?.kind === 'position' && kept.item.quotations).toEqual([]);
  });

  it('is dropped when its statement fails and its speaker is wrong', () => {
    const mixed = position({ quotations: ['Q1', 'Q2'], speaker: { name: 'Tomas Reyes', role: null, speaksFor: null } });
    expect(settleItem(plainArticle, mixed, 'en', false).kept).toBeNull();
  });
});

describe('restore', () => {
  it('cuts the quotations out of the article again', () => {
    expect(restore(plainArticle, briefingRecord)?.positions[0]?.quotations[0]?.words).toBe(
      'We cannot pay for empty boats,',
    );
  });

  it('refuses a record of another text', () => {
    expect(restore(plainArticle, { ...briefingRecord, article: 'other' })).toBeNull();
  });
});
