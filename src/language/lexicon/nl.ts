/** Dutch. */
import { NO_NAME_WORDS, NO_PAGE_WORDS, NO_POLARITY, NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const nl: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'dhr mevr mw dr drs prof mr ir ing st jl jr bijv d.w.z o.a m.b.t nr blz',
    ending: 'jan feb mrt apr jun jul aug sept okt nov dec enz',
    openers: '',
  },
  dates: { forms: [], short: '', ordinary: '', betweenDays: '', beforeDay: '' },
  endings: 'ingen en er e s t',
  polarity: {
    ...NO_POLARITY,
    negations: 'niet geen nooit niemand niets zonder',
    not: 'niet',
    only: 'alleen',
  },
  names: { ...NO_NAME_WORDS, joiners: 'van' },
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'gepubliceerd|bijgewerkt',
    by: 'door',
    and: 'en',
    credits: 'foto',
    more: 'lees (?:ook|meer|verder)',
    calls: 'deel (?:dit|via|op)|schrijf je in|volg ons',
    counted: 'weergaven|reacties',
    filed: 'dit bericht (?:is|werd) geplaatst|geplaatst in ',
    junk: 'afdrukken',
    legal: 'alle rechten voorbehouden',
    cookies: 'deze (?:web)?site (?:gebruikt|maakt gebruik van) cookies',
    thePost: 'het bericht',
    appearedOn: 'verscheen eerst op',
    comments: 'reacties',
    paywall: 'alleen voor abonnees',
    continued: 'lees verder',
    consent: String.raw`wij (?:en onze (?:\d+ )?partners )?(?:gebruiken|slaan).{0,80}cookies`,
    about: 'Over',
  },
};
