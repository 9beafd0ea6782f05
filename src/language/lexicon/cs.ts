/** Czech. */
import { NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const cs: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dr prof ing mgr mudr judr phdr gen plk kpt ul nám tř sv tzv tj např mj cca str č čl odst',
    ending: 'hod tis atd apod',
    openers: '',
  },
};
