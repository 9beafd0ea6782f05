import { beforeAll, describe, expect, it } from 'vitest';

import type { Article, DraftItem } from '#domain';
import { settleItem, verifyItem } from '#grounding';

import { type Caught, describeClaims, type Passed } from './claims.ts';
import { readTexts } from './texts.ts';

type Language = 'en' | 'de' | 'fr' | 'es';
let texts: Readonly<Record<Language, Article>>;
beforeAll(async () => {
  texts = await readTexts();
});

const CAUGHT: readonly Caught<Language>[] = [
  // numbers, sums, percentages
  ['en', 'The council voted 12 to 6 to lease the north shore to Tidewell.', 'number-absent'],
  ['en', 'Tidewell plans to build a tidal power plant worth £68 million by 2031.', 'number-absent'],
  ['en', 'Tidewell plans to build a tidal power plant worth £86 billion by 2031.', 'number-absent'],
  ['en', 'The plant could supply 14,000 homes.', 'number-absent'],
  ['en', 'Unemployment in Sandhaven stood at 9.5 percent in January.', 'number-absent'],
  [
    'en',
    'Unemployment in Sandhaven stood at 10.1 percent in January, down from 9.4 percent a year earlier.',
    'number-swapped',
  ],
  ['en', 'The plant will employ 300 people after construction and 450 during it.', 'number-absent'],
  ['en', 'Ada Finch’s family has fished there since 1925.', 'number-absent'],
  ['en', 'The fourth vote of the council went to Tidewell.', 'number-absent'],
  ['de', 'Die Sanierung würde 2,5 Millionen Euro kosten.', 'number-absent'],
  ['de', 'Der Stadtrat hat mit 18 zu 15 Stimmen beschlossen, das Freibad nicht zu öffnen.', 'number-absent'],
  ['fr', 'Les travaux coûteront 5,7 millions d’euros.', 'number-absent'],
  ['fr', 'Les 45 commerçants seront installés sous une tente.', 'number-absent'],
  ['es', 'El año pasado llegaron 321 cruceros con 840.000 pasajeros.', 'number-absent'],
  ['es', 'La alcaldesa pidió un impuesto de 13 euros por visitante.', 'number-absent'],
  // days and months
  ['en', 'The council of Sandhaven voted 11 to 6 on Thursday to lease the north shore to Tidewell.', 'date-absent'],
  ['en', 'According to Tidewell, work will begin in August.', 'date-absent'],
  ['de', 'Der Stadtrat hat am Freitag beschlossen, das Freibad nicht zu öffnen.', 'date-absent'],
  ['fr', 'Le conseil municipal de Brénoux a voté jeudi la fermeture du marché couvert.', 'date-absent'],
  ['es', 'El gobierno regional prohibió el martes la entrada de cruceros.', 'date-absent'],
  // names
  ['en', 'Mayor Lorna Hatfield said the contract would be enforced.', 'name-absent'],
  ['en', 'The council of Sandhaven voted to lease the north shore to Oceanix.', 'name-absent'],
  ['en', 'Boris Johnson welcomed the plant.', 'name-absent'],
  ['fr', 'Le conseil municipal de Brénoux a voté la fermeture à la demande de Vincent Delorme.', 'name-absent'],
  ['es', 'El presidente de la asociación, Ramón Quiroga, criticó la prohibición.', 'name-absent'],
  ['de', 'Bürgermeister Holger Tiedemann sagte, das Bad bleibe zu.', 'name-absent'],
  // names in each other’s place
  ['en', 'Opposition leader Colin Strake accused Amari of hiding a report on fish stocks.', 'name-'],
  ['en', 'Rashid Amari accused the mayor of hiding a report on fish stocks.', 'speaker-swapped'],
  ['en', 'Ada Finch told the council that the plant could supply 40,000 homes.', 'speaker-swapped'],
  ['en', 'Colin Strake told The Sandhaven Courier: “I do not hide reports.”', 'speaker-swapped'],
  // negations
  ['en', 'Strake did vote against the lease.', 'negation-dropped'],
  [
    'en',
    'A spokeswoman for the ministry of energy said that public money would be spent on the plant.',
    'negation-dropped',
  ],
  ['en', 'The engineer Johann Weiss did not write the report.', 'negation-added'],
  ['en', 'Fishermen do not fear for their grounds.', 'negation-added'],
  ['de', 'Der Stadtrat hat beschlossen, das Freibad im nächsten Sommer zu öffnen.', 'negation-dropped'],
  ['de', 'Die Sanierung würde nicht 5,2 Millionen Euro kosten.', 'negation-added'],
  ['fr', 'Elle promet que les loyers augmenteront avant 2029.', 'negation-dropped'],
  ['es', 'La naviera Blue Meridian respondió a las preguntas.', 'negation-dropped'],
  // opposites
  ['en', 'Unemployment in Sandhaven stood at 9.4 percent in January, up from 10.1 percent a year earlier.', 'opposite'],
  [
    'en',
    'Strake said his party would oppose the plant only if the company moved the turbines two kilometres further out.',
    'opposite',
  ],
  [
    'fr',
    'Le conseil municipal de Brénoux a voté mardi, par 21 voix pour 8, la fermeture du marché couvert.',
    'opposite',
  ],
  // quotations
  ['en', 'Beddoes called it “the best day this town has ever had”.', 'quotation-absent'],
  ['en', 'Amari called the decision “a bet on the wind that will pay for a hundred years”.', 'quotation-absent'],
  ['de', 'Holtkamp sagte: „Wir wollen dieses Bad niemals wieder öffnen.“', 'quotation-absent'],
  ['fr', 'La maire a dit : « Nous fermons le marché pour toujours ».', 'quotation-absent'],
  // ways out
  ['en', 'The council of Sandhaven voted 11 to 6, see http://evil.example for more.', 'link-in-text'],
  ['en', 'The council of Sandhaven voted 11 to 6 (evil-news.com).', 'link-in-text'],
  ['en', 'The council of Sandhaven voted 11 to 6 discord.gg/abc.', 'link-in-text'],
  ['en', '[The council](https://x.example) of Sandhaven voted 11 to 6.', 'link-in-text'],
  ['en', '@here The council of Sandhaven voted 11 to 6.', 'mention-in-text'],
  ['en', '<@123456789012345678> voted 11 to 6.', 'mention-in-text'],
  ['en', '```The council of Sandhaven voted 11 to 6.```', 'code-fence-in-text'],
  ['en', `The council voted ${'QUJD'.repeat(20)} 11 to 6.`, 'encoded-text-in-text'],
  ['en', 'The council\u202e of Sandhaven voted 11 to 6.', 'hidden-character-in-text'],
  // text that nobody wrote awake
  ['en', 'The council council of Sandhaven voted 11 to 6.', 'garbled'],
  ['en', 'The mayor and the mayor said the plant would come.', 'garbled'],
];

const PASSED: readonly Passed<Language>[] = [
  ['en', 'The council of Sandhaven voted 11 to 6 to lease the north shore to Tidewell.'],
  ['en', 'Tidewell plans to build a tidal power plant worth £86m by 2031.'],
  ['en', 'Mayor Lorna Beddoes denied that she hid a report.'],
  ['en', 'Colin Strake, the opposition leader, accused the mayor of hiding a report on fish stocks.'],
  ['en', 'The opposition leader accused Beddoes of hiding a report on fish stocks.'],
  ['en', 'Strake abstained.'],
  ['en', 'Strake did not vote against the lease.'],
  ['en', 'The plant could supply forty thousand homes.'],
  ['en', 'Amari called the decision “a bet on the sea”.'],
  ['en', 'Unemployment in Sandhaven stood at 9.4% in January.'],
  ['en', 'Work will begin in April, according to Tidewell.'],
  ['en', 'About 300 people are to be employed during construction.'],
  ['en', 'No public money would be spent on the plant, a spokeswoman for the ministry of energy said.'],
  ['en', 'Johann Weiss, who wrote the report, declined to comment.'],
  ['en', 'Critics point to the report on fish stocks.'],
  ['de', 'Der Stadtrat hat beschlossen, das Freibad im nächsten Sommer nicht zu öffnen.'],
  ['de', 'Die Sanierung würde 5,2 Mio. Euro kosten.'],
  ['de', 'Uwe Brandt kritisierte den Beschluss.'],
  ['fr', 'Les travaux coûteront 7,5 millions d’euros.'],
  ['fr', 'Marc Lavergne demande une indemnité de 900 euros par mois.'],
  ['es', 'El año pasado llegaron 312 cruceros.'],
  ['es', 'La alcaldesa, Rocío Benavent, pidió un impuesto de tres euros por visitante.'],
];

describeClaims(() => texts, { caught: CAUGHT, passed: PASSED });

const sentenceWith = (words: string): number =>
  texts.en.sentences.find(({ start, end }) => texts.en.text.slice(start, end).includes(words))?.number ?? 0;

describe('a line in another language than its article', () => {
  const point = (text: string, words: string): DraftItem => ({
    kind: 'point',
    item: { evidence: [sentenceWith(words)], text },
  });

  it('keeps figures, dates and names that stand in the article', () => {
    const { kept } = verifyItem(
      texts.en,
      point('Der Rat von Sandhaven stimmte am Dienstag mit 11 zu 6 für Tidewell.', 'voted 11'),
      'de',
    );
    expect(kept).not.toBeNull();
  });

  it.each([
    ['a figure', 'Der Rat von Sandhaven stimmte am Dienstag mit 12 zu 6 für Tidewell.'],
    ['a day', 'Der Rat von Sandhaven stimmte am Freitag mit 11 zu 6 für Tidewell.'],
  ])('with another %s goes back', (_what, text) => {
    expect(verifyItem(texts.en, point(text, 'voted 11'), 'de').toRepair).not.toBeNull();
  });

  it('with a name that cannot be matched goes to the judge', () => {
    const text = 'Der Rat stimmte am Dienstag mit 11 zu 6 für die Firma Gezeiten Kraft.';
    expect(verifyItem(texts.en, point(text, 'voted 11'), 'de').toJudge?.reasons.join()).toContain('name-absent');
  });

  it('has no quotation marks around translated words', () => {
    const text = 'Beddoes sagte am Dienstag, dies sei „kein Geschenk an Tidewell“.';
    const { kept } = verifyItem(texts.en, point(text, 'This is not a gift'), 'de');
    expect(kept?.kind === 'point' && kept.item.text).toBe(
      'Beddoes sagte am Dienstag, dies sei kein Geschenk an Tidewell.',
    );
  });

  it('falls back to the sentence in the original', () => {
    const { kept } = settleItem(texts.en, point('Der Rat stimmte mit 99 zu 6.', 'voted 11'), 'de', false);
    expect(kept?.kind === 'point' && kept.item.text).toContain('voted 11 to 6');
  });
});
