/** How positions are laid out: grouped, and nothing said twice. */
import { describe, expect, it } from 'vitest';

import { type Position, type Verified, whoSaidWhat } from '#domain';

const position = (speaker: Position['speaker'], statement: string): Verified<Position> =>
  ({
    evidence: [{ article: 'a', sentence: 1 }],
    speaker,
    issue: '',
    stance: 'unclear',
    statement,
    manner: 'reported',
    quotations: [],
    relayedBy: null,
    origin: 'kept',
  }) as unknown as Verified<Position>;

describe('whom somebody speaks for', () => {
  const party = 'the Orchard Union';
  it.each([
    ['president of the Orchard Union', null],
    ['President of the ORCHARD union', null],
    ['a grower', party],
    [null, party],
  ])('beside the role %s is said as %s', (role, shown) => {
    const speaker = { name: 'Anselm Pryce', role, speaksFor: party };
    const [group] = whoSaidWhat([position({ ...speaker, speaksFor: null }, 'one'), position(speaker, 'two')]);
    expect(group?.speaker).toEqual({ name: 'Anselm Pryce', role, speaksFor: shown });
    expect(group?.utterances).toHaveLength(2);
  });

  it('is not said of somebody whose name it is', () => {
    const [group] = whoSaidWhat([position({ name: 'The Orchard Union', role: null, speaksFor: party }, 'one')]);
    expect(group?.speaker?.speaksFor).toBeNull();
  });
});
