/** Norwegian. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const nb: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dr prof hr fr kl ca nr s st f.eks bl.a dvs d.v.s',
    ending: 'jan feb mar apr jun jul aug sept okt nov des osv m.m mill mrd',
    openers: '',
  },
};
