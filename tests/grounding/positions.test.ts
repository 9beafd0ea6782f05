/** Positions under the wrong name, with words of others, passed on by nobody, or put as a refusal. */
import { beforeAll, describe, expect, it } from 'vitest';

import type { Article, DraftItem, DraftPosition } from '#domain';
import { settleItem, verifyItem } from '#grounding';

import { readTexts } from './texts.ts';

let texts: Readonly<Record<'en' | 'de' | 'fr' | 'es', Article>>;
beforeAll(async () => {
  texts = await readTexts();
});

const position = (changes: Partial<DraftPosition>): DraftItem => ({
  kind: 'position',
  item: {
    evidence: [],
    speaker: { name: 'Lorna Beddoes', role: null, speaksFor: null },
    issue: '',
    stance: 'unclear',
    statement: '',
    manner: 'reported',
    quotations: [],
    relayedBy: null,
    ...changes,
  },
});
const someone = (name: string, role: string | null = null) => ({ name, role, speaksFor: null });
const sentenceWith = (words: string): number =>
  texts.en.sentences.find(({ start, end }) => texts.en.text.slice(start, end).includes(words))?.number ?? 0;
const shownSpeaker = (item: DraftItem): string | null | undefined => {
  const { kept } = settleItem(texts.en, item, 'en', false);
  return kept?.kind === 'position' ? (kept.item.speaker?.name ?? null) : undefined;
};

describe('a position under the wrong name', () => {
  it.each([
    ['reported words of another', 'could supply 40,000 homes', 'Colin Strake', 'the plant could supply 40,000 homes'],
    [
      'a condition of another',
      'only if the company',
      'Ada Finch',
      'his party would support the plant only if the company moved the turbines',
    ],
    [
      'an accusation of another',
      'accused the mayor',
      'Rashid Amari',
      'accused the mayor of hiding a report on fish stocks',
    ],
  ])('%s is moved to the one who said it', (_what, words, name, statement) => {
    const item = position({ evidence: [sentenceWith(words)], speaker: someone(name), statement });
    expect(shownSpeaker(item)).not.toBe(name);
  });

  it('a person whom the article does not know is not shown', () => {
    const item = position({
      evidence: [sentenceWith('stood at 9.4')],
      speaker: someone('Ludmila Zorbax'),
      statement: 'Unemployment in Sandhaven stood at 9.4 percent in January.',
    });
    expect(shownSpeaker(item)).toBeNull();
  });

  it('quotations of two speakers under one name are not shown', () => {
    const item = position({
      evidence: [sentenceWith('She had the numbers')],
      speaker: someone('Colin Strake'),
      statement: 'She had the numbers in March.',
      quotations: ['Q4', 'Q3'],
    });
    expect(verifyItem(texts.en, item, 'en').kept).toBeNull();
  });

  it('one speaker’s statement above another’s quotation is not shown', () => {
    const item = position({
      evidence: [sentenceWith('This is not a gift'), sentenceWith('She had the numbers')],
      speaker: someone('Colin Strake'),
      statement: 'It is a contract, and we will enforce it.',
      quotations: ['Q4'],
    });
    const { kept } = settleItem(texts.en, item, 'en', false);
    expect(kept?.kind === 'position' && kept.item.statement.includes('contract')).toBe(false);
  });

  it('a role that the article does not give is left out', () => {
    const item = position({
      evidence: [sentenceWith('She had the numbers')],
      speaker: someone('Colin Strake', 'convicted fraudster'),
      statement: 'She had the numbers in March.',
      quotations: ['Q4'],
    });
    const { kept } = verifyItem(texts.en, item, 'en');
    expect(kept?.kind === 'position' && kept.item.speaker?.role).toBe('Opposition leader');
  });

  it.each(['supports', 'opposes', 'conditional'] as const)('a stance without a cue (%s) reads unclear', (stance) => {
    const item = position({
      evidence: [sentenceWith('stood at 9.4')],
      speaker: someone('Tidewell'),
      issue: 'the plant',
      stance,
      statement: 'Around 300 people are to be employed during construction.',
    });
    const { kept } = settleItem(texts.en, item, 'en', false);
    expect(kept?.kind === 'position' ? kept.item.stance : 'unclear').toBe('unclear');
  });
});

describe('who passes the words on', () => {
  const relayed = (relayedBy: string | null, changes: Partial<DraftPosition> = {}) => {
    const item = position({
      evidence: [sentenceWith('I do not hide reports')],
      speaker: someone('Lorna Beddoes'),
      statement: 'I do not hide reports.',
      quotations: ['Q6'],
      relayedBy,
      ...changes,
    });
    const { kept, check } = verifyItem(texts.en, item, 'en');
    if (kept?.kind !== 'position') throw new Error('not kept');
    return { by: kept.item.relayedBy, reasons: check?.reasons ?? [] };
  };

  it('stays where the article names it beside the words', () => {
    expect(texts.en.text.slice(texts.en.quotations[5]?.start, texts.en.quotations[5]?.end)).toBe(
      'I do not hide reports,',
    );
    expect(relayed('The Sandhaven Courier')).toEqual({ by: 'The Sandhaven Courier', reasons: [] });
    expect(relayed('Sandhaven Courier').by).toMatch(/Sandhaven Courier$/u);
  });

  it.each([
    ['a paper that the article does not know', 'The Harbour Gazette', 'relay-absent: The Harbour Gazette'],
    ['somebody named elsewhere in the article', 'Johann Weiss', 'relay-unnamed: Johann Weiss'],
    ['the speaker', 'Lorna Beddoes', 'relay-is-speaker: Lorna Beddoes'],
    ['the speaker by her role', 'the mayor', 'relay-is-speaker: the mayor'],
    ['a way out', 'https://evil.example', 'relay-absent: https://evil.example'],
  ])('%s is left out, with the reason', (_what, name, reason) => {
    expect(relayed(name)).toEqual({ by: null, reasons: [reason] });
  });

  it('nobody is nobody', () => {
    expect(relayed('  ')).toEqual({ by: null, reasons: [] });
    expect(relayed(null)).toEqual({ by: null, reasons: [] });
  });
});

describe('a refusal to speak', () => {
  const manner = (changes: Partial<DraftPosition>) => {
    const { kept, check } = verifyItem(texts.en, position(changes), 'en');
    if (kept?.kind !== 'position') throw new Error('not kept');
    return { manner: kept.item.manner, quotations: kept.item.quotations.length, reasons: check?.reasons ?? [] };
  };
  const weiss = { evidence: [0], speaker: someone('Johann Weiss'), statement: 'declined to comment' };
  const at = (words: string) => ({ evidence: [sentenceWith(words)] });

  it('stands without a quotation', () => {
    expect(manner({ ...weiss, ...at('declined to comment'), manner: 'declined' })).toEqual({
      manner: 'declined',
      quotations: 0,
      reasons: [],
    });
  });

  it('is not shown with words that somebody else said', () => {
    const found = manner({ ...weiss, ...at('declined to comment'), manner: 'declined', quotations: ['Q4'] });
    expect(found).toMatchObject({ manner: 'declined', quotations: 0 });
    expect(found.reasons).toContain('declined-with-quotation: Q4');
  });

  it('of somebody who is quoted is no refusal', () => {
    const found = manner({
      ...at('She had the numbers'),
      speaker: someone('Colin Strake'),
      statement: 'She had the numbers in March.',
      manner: 'declined',
      quotations: ['Q4'],
    });
    expect(found).toMatchObject({ manner: 'quoted', quotations: 1 });
    expect(found.reasons).toContain('manner-corrected: declined to quoted');
  });

  it('that the article does not report is no refusal', () => {
    const found = manner({
      ...at('could supply 40,000 homes'),
      speaker: someone('Rashid Amari'),
      statement: 'the plant could supply 40,000 homes',
      manner: 'declined',
    });
    expect(found).toMatchObject({ manner: 'reported', reasons: ['manner-unsupported: declined'] });
  });

  it('that was written as a report is one all the same', () => {
    const found = manner({ ...weiss, ...at('declined to comment'), manner: 'reported' });
    expect(found).toMatchObject({ manner: 'declined', reasons: ['manner-corrected: reported to declined'] });
  });
});
