/** Figures, dates, units, names, quotations and negations in other scripts and languages, and units in English. */
import { beforeAll } from 'vitest';

import type { Article } from '#domain';

import { type Caught, describeClaims, type Passed } from './claims.ts';
import { readAll } from './texts.ts';
import { ARABIC, ITALIAN, JAPANESE, MONEY, RUSSIAN } from './world-texts.ts';

const TEXTS = { ru: RUSSIAN, ja: JAPANESE, ar: ARABIC, it: ITALIAN, en: MONEY };
type Language = keyof typeof TEXTS;
let texts: Readonly<Record<Language, Article>>;
beforeAll(async () => {
  texts = await readAll(TEXTS);
});

const CAUGHT: readonly Caught<Language>[] = [
  // numbers, in digits of every script and in words
  ['ru', 'Городской совет Зареченска решил закрыть мост до 15 мая.', 'number-absent'],
  ['ru', 'Ремонт обойдётся в 4,3 млн рублей.', 'number-absent'],
  ['ru', 'Ремонт обойдётся в 3,4 млрд рублей.', 'number-absent'],
  ['ru', 'Каждый день по мосту проезжало 21 тысяча машин.', 'number-absent'],
  ['ja', '修理費は4億4000万円になる。', 'number-absent'],
  ['ja', '修理費は3億4000円になる。', 'number-absent'],
  ['ja', '売り上げが40％減った。', 'number-absent'],
  ['ja', '賛成12、反対6で、古い橋を閉鎖することを決めた。', 'number-absent'],
  ['ja', '１日に約２万１０００台の車が橋を渡っていた。', 'number-absent'],
  ['ar', 'قرر مجلس مدينة الوادي إغلاق الجسر القديم حتى ١٥ مايو.', 'number-absent'],
  ['ar', 'وستكلف أعمال الإصلاح ٤٫٣ مليون دينار.', 'number-absent'],
  ['ar', 'وستكلف أعمال الإصلاح ٣٫٤ مليار دينار.', 'number-absent'],
  ['ar', 'ارتفع عدد الحوادث بنسبة 40 في المئة.', 'number-absent'],
  ['it', 'I lavori costeranno 4,3 milioni di euro.', 'number-absent'],
  ['it', 'I lavori costeranno 3,4 miliardi di euro.', 'number-absent'],
  ['it', 'Il fornaio ha trentacinque dipendenti.', 'number-absent'],
  ['en', 'Thirty-five sailors will be hired.', 'number-absent'],
  ['en', 'Sixteen cooks will be hired.', 'number-absent'],
  ['en', 'The boat weighs 1.3 thousand tonnes.', 'number-absent'],
  // dates
  ['ru', 'Совет во вторник решил закрыть мост до 14 июня.', 'date-absent'],
  ['ru', 'Совет в четверг решил закрыть старый мост.', 'date-absent'],
  ['ja', '川辺市議会は金曜日、古い橋を閉鎖することを決めた。', 'date-absent'],
  ['ja', '古い橋を6月14日まで閉鎖することを決めた。', 'date-absent'],
  ['ar', 'قرر مجلس مدينة الوادي إغلاق الجسر القديم حتى ١٤ يونيو.', 'date-absent'],
  ['ar', 'قرر مجلس المدينة يوم الجمعة إغلاق الجسر.', 'date-absent'],
  ['it', 'Il consiglio comunale di Valdora ha deciso giovedì di chiudere il ponte vecchio.', 'date-absent'],
  ['it', 'Il ponte vecchio resta chiuso fino al 14 giugno.', 'date-absent'],
  ['en', 'The company will say more on 30 March.', 'date-absent'],
  ['en', 'The boat will be shown on 2 June.', 'date-absent'],
  ['en', 'The boat will be shown on July 15.', 'date-absent'],
  ['en', 'On September 3 all of them will have work.', 'date-absent'],
  // percent and percentage points, money, measures
  ['ru', 'Выручка упала на 30 процентных пунктов.', 'unit-swapped'],
  ['ru', 'Число аварий выросло на 5 процентов.', 'unit-swapped'],
  ['ja', '修理費は3億4000万ドルになる。', 'unit-swapped'],
  ['ar', 'وستكلف أعمال الإصلاح ٣٫٤ مليون دولار.', 'unit-swapped'],
  ['it', 'Gli incidenti sono aumentati di 30 punti percentuali.', 'unit-swapped'],
  ['it', 'I lavori costeranno 3,4 milioni di dollari.', 'unit-swapped'],
  ['en', 'Alder Lines will pay €5 million for a new boat.', 'unit-swapped'],
  ['en', 'It had offered $4 million in January.', 'unit-swapped'],
  ['en', 'A ticket will cost €12.', 'unit-swapped'],
  ['en', 'Its share of the market grew by 7 percentage points.', 'unit-swapped'],
  ['en', 'The price of a ticket rises by 5 percent less than inflation.', 'unit-swapped'],
  ['en', 'The boat is 84 feet long.', 'unit-swapped'],
  ['en', 'The boat weighs 1,200 kilograms.', 'unit-swapped'],
  // names, one letter off or invented
  ['ru', 'Мэр Ирина Петрова сообщила, что ремонт обойдётся в 3,4 млн рублей.', 'name-absent'],
  ['it', 'La sindaca, Irena Balestri, ha chiuso il ponte.', 'name-misspelt'],
  ['it', 'Il fornaio Paolo Grindi ha licenziato due dipendenti.', 'name-misspelt'],
  ['en', 'Chief executive Magnus Torvald thanked Senator Alisa Quennell.', 'name-misspelt'],
  ['en', 'Chief executive Magnus Thorvald thanked Senator Alisa Quenell.', 'name-misspelt'],
  ['en', 'Chief executive Magnus Thorvald thanked Senator Bruno Vasic.', 'name-absent'],
  // negations
  ['it', 'La regione ha risposto alle domande.', 'negation-dropped'],
  ['ru', 'Министерство транспорта ответило на запрос.', 'negation-dropped'],
  // quotations
  ['ru', 'Белова сказала: «Мы пустим автобусы на этот мост».', 'quotation-absent'],
  ['ru', 'Громов сказал: „Нас все спросили, и мы согласны“.', 'quotation-absent'],
  ['ja', '「安全な橋にバスを走らせることができる」と田中市長は述べた。', 'quotation-absent'],
  ['ar', 'وقالت منصور: «سنسمح بمرور الحافلات كلها على الجسر».', 'quotation-absent'],
  ['it', '«Faremo passare tutti gli autobus», ha detto la sindaca.', 'quotation-absent'],
];

const PASSED: readonly Passed<Language>[] = [
  ['ru', 'Городской совет Зареченска во вторник 11 голосами против 6 решил закрыть старый мост до 14 мая.'],
  ['ru', 'По словам Павла Громова, выручка упала на 30 процентов.'],
  ['ru', 'По словам мэра Беловой, число аварий выросло на 5 процентных пунктов.'],
  ['ru', 'Ремонт обойдётся в 3,4 миллиона рублей.'],
  ['ru', '„Нас никто не спросил“, — сказал Громов.'],
  ['ja', '川辺市議会は火曜日、賛成11、反対6で、古い橋を5月14日まで閉鎖することを決めた。'],
  ['ja', '修理費は３億４０００万円になる。'],
  ['ja', '売り上げが30％減った。'],
  ['ja', '1日に約12,000台の車が橋を渡っていた。'],
  ['ja', '「誰も私たちに聞かなかった」と佐藤さんは語った。'],
  ['ar', 'قرر مجلس مدينة الوادي إغلاق الجسر القديم حتى ١٤ مايو.'],
  ['ar', 'وستكلف أعمال الإصلاح 3.4 مليون دينار.'],
  ['ar', 'وقال كريم سالم: «لم يسألنا أحد قبل إغلاق الطريق».'],
  ['it', 'I lavori costeranno 3,4 milioni di euro.'],
  ['it', 'Il fornaio ha 25 dipendenti.'],
  ['it', 'Il consiglio comunale di Valdora ha deciso martedì di chiudere il ponte vecchio fino al 14 maggio.'],
  ['en', 'Alder Lines will pay 5 million dollars for a new boat.'],
  ['en', 'Its share of the market grew by 7% to 28%.'],
  ['en', 'The price of a ticket rises by 5 percentage points less than inflation.'],
  ['en', 'The 84-metre boat weighs 1.2 thousand tonnes.'],
  ['en', '25 sailors and 13 cooks will be hired by September 30, 2026.'],
  ['en', 'The boat will be shown on 14 June and on 15 June.'],
  ['en', 'The boat will be shown on June 14 and from July 2 to July 4.'],
  ['en', 'The firm said on 3 March that a ticket will cost £12.'],
];

describeClaims(() => texts, { caught: CAUGHT, passed: PASSED });
