/** Claims as corpora keep them, put back into shape before the gate sees them. */
import { describe, expect, it } from 'vitest';

import { checkCorpusClaim } from '../../bench/corpus-claim.ts';
import { readTexts } from '../grounding/texts.ts';

const { en } = await readTexts();

describe('a claim of a corpus', () => {
  it('in lower case is caught with a country that the article does not name', () => {
    const claim = 'the council of sandhaven voted to lease the shore to a company from portugal.';
    expect(checkCorpusClaim(en, claim)).toEqual({ supported: false, reasons: ['name-absent: portugal'] });
  });

  it('cut into tokens passes when the article says it', () => {
    const claim = 'the council of sandhaven -LRB- 11 to 6 -RRB- voted to lease the north shore to tidewell .';
    expect(checkCorpusClaim(en, claim)).toEqual({ supported: true, reasons: [] });
  });
});
