/** Italian. */
import { NO_NAME_WORDS, NO_PAGE_WORDS, NO_POLARITY } from './empty.ts';
import { counted, joined, tens, valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const it: Lexicon = {
  abbreviations: {
    binding: 'sig sigg sig.ra dott prof avv ing arch on sen gen col cap mons dr d.ssa dott.ssa prof.ssa s n art pag',
    ending: 'gen feb mar apr mag giu lug ago set ott nov dic ecc',
    openers: '',
  },
  dates: { forms: [], short: '', ordinary: '', betweenDays: 'e', beforeDay: '' },
  numbers: {
    words: {
      ...counted(11, 'undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove'),
      ...tens('venti trenta quaranta cinquanta sessanta settanta ottanta novanta'),
      ...joined(
        'uno due tre quattro cinque sei sette otto nove',
        'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
        // "ventuno", "ventotto": the ten loses its vowel before another.
        (unit, ten) => `${/^[uo]/u.test(unit) ? ten.slice(0, -1) : ten}${unit}`,
      ),
    },
    scales: valued({ 1e3: 'mila mille', 1e6: 'milione milioni', 1e9: 'miliardo miliardi' }),
    joinedScales: {},
    ordinals: {},
    joint: '',
    percent: 'per cento',
    currencies: '',
    beforeUnit: ' di ',
  },
  units: {
    isSpaceless: false,
    words: {
      point: 'punti percentuali',
      percent: 'per cento',
      pound: 'sterline',
    },
  },
  functionWords: '',
  endings: 'azioni azione mente ati ate ato ata i e o a',
  polarity: {
    ...NO_POLARITY,
    negations: 'non mai nessuno nessuna niente senza',
    not: 'non',
    only: 'solo',
  },
  stances: null,
  persons: null,
  names: {
    ...NO_NAME_WORDS,
    joiners: 'del la',
  },
  leaning: null,
  topics: null,
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'aggiornato|pubblicato',
    by: 'di',
    byMore: 'da|autore',
    and: 'e',
    noAuthors: 'redazione',
    credits: 'foto|immagine',
    more: 'leggi anche|potrebbe interessarti',
    calls: 'condividi|iscriviti|seguici',
    counted: 'visualizzazioni|letture|commenti',
    filed: 'questo (?:articolo|elemento) è stato (?:pubblicato|inserito)',
    junk: 'pubblicità|stampa|parole chiave:.*',
    legal: 'tutti i diritti riservati',
    cookies: 'questo sito (?:web )?(?:utilizza|usa) (?:i )?cookie',
    thePost: "l['’]articolo",
    appearedOn: 'proviene da',
    addressed: 'ti|vi',
    comments: 'commenti|lascia un commento',
    paywall: 'contenuto riservato agli abbonati|abbonati per (?:continuare|leggere)',
    continued: 'continua a leggere',
    consent: String.raw`noi e (?:i nostri )?(?:\d+ )?partner`,
    about: 'Informazioni su',
    aboutArticles: 'l[ae]',
  },
  speech: null,
};
