/** Russian. */
import { NO_PAGE_WORDS, NO_POLARITY, NOTHING_KNOWN } from './empty.ts';
import { valued } from './lists.ts';
import type { Lexicon } from './types.ts';

export const ru: Lexicon = {
  ...NOTHING_KNOWN,
  abbreviations: {
    binding: 'ул пр пл просп пер наб д кв г гг стр им св проф акад ген полк др тел см ср т.е т.н т.к',
    ending: 'г гг в руб т.д т.п млн млрд тыс',
    openers: '',
  },
  dates: {
    forms: [
      'январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре понедельника вторника среду четверга пятницу субботу воскресенья',
    ],
    short: '',
    ordinary: '',
    betweenDays: 'и|по|до',
    beforeDay: '',
  },
  numbers: {
    words: {},
    scales: valued({
      1e3: 'тыс тысяча тысячи тысяч',
      1e6: 'млн миллион миллиона миллионов',
      1e9: 'млрд миллиард миллиарда миллиардов',
      1e12: 'трлн',
    }),
    joinedScales: {},
    ordinals: {},
    joint: '',
    percent: 'процент(?:а|ов|ам)?',
    currencies: '',
    beforeUnit: '',
  },
  units: {
    isSpaceless: false,
    words: {
      point: String.raw`процентн\p{L}+ пункт\p{L}*`,
      percent: String.raw`процент(?!н)\p{L}*`,
      dollar: String.raw`доллар\p{L}*`,
      euro: 'евро',
      pound: String.raw`фунт\p{L}*`,
      yen: String.raw`иен\p{L}*`,
      rouble: String.raw`рубл\p{L}*`,
      metre: String.raw`метр\p{L}*`,
      kilometre: String.raw`километр\p{L}*`,
      mile: String.raw`мил[ья]\p{L}*`,
      tonne: String.raw`тонн\p{L}*`,
      kilogram: String.raw`килограмм\p{L}*`,
      minute: String.raw`минут\p{L}*`,
      hour: 'час(?:а|ов)?',
      day: 'дн(?:я|ей)|день',
      week: String.raw`недел\p{L}+`,
      month: String.raw`месяц\p{L}*`,
      year: 'лет|года?',
    },
  },
  polarity: {
    ...NO_POLARITY,
    negations: 'не нет ни никогда никто ничего нельзя без',
  },
  page: {
    ...NO_PAGE_WORDS,
    dateLabels: 'опубликовано|обновлено',
    byMore: 'автор',
    and: 'и',
    pictures: 'фото',
    credits: 'фото',
    more: String.raw`читайте также|по теме|см\. также`,
    calls: 'поделиться|следите за|подпишитесь|подписывайтесь',
    counted: 'просмотр(?:ов|а)?|комментари(?:ев|й|я)',
    filed: 'запись опубликована',
    junk: 'реклама|теги:.*',
    legal: 'все права защищены',
    comments: 'комментарии',
    paywall: 'доступно только (?:по подписке|подписчикам)',
    continued: 'читать (?:далее|полностью)',
  },
};
