/** Portuguese. */
import { NO_PAGE_WORDS, NO_POLARITY, NOTHING_KNOWN } from './empty.ts';
import type { Lexicon } from './types.ts';

export const pt: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'sr sra srs dr dra prof profa eng gen cel cap av exmo d n art pág',
    ending: 'jan fev mar abr mai jun jul ago set out nov dez etc',
    openers: '',
  },
  dates: { forms: [], short: '', ordinary: '', betweenDays: 'e', beforeDay: '' },
  endings: 'acoes acao mente ados adas ado ada es os as o a e s',
  polarity: {
    ...NO_POLARITY,
    negations: 'não nunca nenhum nenhuma ninguém nada sem',
    not: 'não',
    only: 'só',
  },
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'atualizado|publicado',
    by: 'por',
    byMore: 'da|autora?',
    and: 'e',
    more: 'leia (?:mais|também)|veja também|saiba mais',
    calls: 'compartilhe|inscreva-se|siga-nos',
    counted: 'visualizações',
    filed: 'esta entrada foi publicada|publicado em ',
    junk: 'publicidade',
    legal: 'todos os direitos reservados',
    cookies: 'este site (?:utiliza|usa) cookies',
    thePost: 'o post',
    appearedOn: 'apareceu primeiro em',
    addressed: 'te|tu',
    comments: 'deixe um comentário',
    paywall: 'exclusivo para assinantes',
    continued: 'continue lendo',
    about: 'Sobre',
    aboutArticles: 'o|a',
  },
};
