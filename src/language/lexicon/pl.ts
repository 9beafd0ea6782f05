/** Polish. */
import { NO_PAGE_WORDS, NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const pl: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding:
      'dr prof inż mgr ks bp abp gen płk kpt por sierż ul al pl os św tzw tj np m.in godz ok str nr art ust poz zob',
    ending: 'r w itd itp zł tys',
    openers: '',
  },
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'opublikowano|aktualizacja',
    byMore: 'autor',
    and: 'i',
    pictures: 'zdj',
    credits: 'zdj|fot',
    more: 'czytaj (?:także|też|więcej)|zobacz (?:także|też|również)',
    calls: 'udostępnij|zapisz się|newslettera',
    counted: 'wyświetleń|komentarzy',
    filed: 'ten wpis został opublikowany',
    junk: 'reklama|drukuj|słowa kluczowe:.*',
    legal: 'wszelkie prawa zastrzeżone',
    cookies: 'ta strona (?:używa|korzysta z) (?:plików )?cookies',
    thePost: 'wpis',
    appearedOn: 'pochodzi z serwisu',
    comments: 'komentarze',
    paywall: 'artykuł dostępny (?:tylko )?dla (?:prenumeratorów|subskrybentów)',
    continued: 'czytaj dalej',
    about: 'O firmie',
  },
};
