/** Czech. */
import type { Lexicon } from './types.ts';

export const cs: Lexicon = {
  abbreviations: {
    binding: 'dr prof ing mgr mudr judr phdr gen plk kpt ul nám tř sv tzv tj např mj cca str č čl odst',
    ending: 'hod tis atd apod',
    openers: '',
  },
  dates: null,
  numbers: null,
  units: null,
  functionWords: '',
  endings: '',
  polarity: null,
  stances: null,
  persons: null,
  names: null,
  leaning: null,
  topics: null,
  page: null,
  speech: null,
};
