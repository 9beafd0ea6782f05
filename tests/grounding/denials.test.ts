/** What an article reports as denied, refused or uncertain, told as a fact, and the other way round. */
import { beforeAll, describe, expect, it } from 'vitest';

import type { Article, DraftItem } from '#domain';
import { settleItem, verifyItem } from '#grounding';

import { checkClaim } from '../../bench/check-claim.ts';
import { readAll } from './texts.ts';

const ENGLISH = `Mill of Harrow faces new questions

Mayor Dora Finch denied that she hid a report on the mill. The owner, Carl Venn, denied having sold the north field. The council has not said whether it will close the mill. Venn refused to pay the fine of 4,000 crowns, which the county imposed in May. The county did not deny that the river was poisoned.

Police declined to say how many people were hurt in the fire. The fire service ruled out that the fire was set on purpose. Union leader Mara Quist threatened to close the road on Monday. Venn could sell the mill to a company from Norwick next year. Quist said her union would support the sale only if the company kept all 80 workers. Venn said he met the county engineer in June.

Police rejected reports that the owner had left the country. If the dam breaks, the lower town will be flooded within an hour, the engineer Jon Bale said.`;

const GERMAN = `Streit um die Mühle von Auental

Der Besitzer Karl Venn bestritt, dass er den Bericht über die Mühle versteckt habe. Die Polizei dementierte, dass der Brand im Lager gelegt wurde. Bürgermeisterin Dora Finke sagte, sie habe den Ingenieur im Juni getroffen.

Die Gewerkschaft unterstützt den Verkauf nur, wenn alle 80 Arbeiter bleiben. Venn könnte die Mühle im nächsten Jahr an eine Firma aus Norwick verkaufen.`;

const FRENCH = `Le moulin de Valmort en question

La maire, Dora Finet, a nié avoir caché le rapport sur le moulin. Le propriétaire dément que le champ du nord soit vendu. Carl Vennet a rencontré l’ingénieur en juin.`;

const SPANISH = `Dudas sobre el molino de Valdemora

La alcaldesa, Dora Fuentes, negó que escondiera el informe sobre el molino. El dueño desmintió haber vendido el campo del norte. Carlos Vena se reunió con el ingeniero en junio.`;

let texts: Readonly<Record<'en' | 'de' | 'fr' | 'es', Article>>;
beforeAll(async () => {
  texts = await readAll({ en: ENGLISH, de: GERMAN, fr: FRENCH, es: SPANISH });
});

describe('a denial turned round', () => {
  it.each([
    ['en', 'Mayor Dora Finch hid a report on the mill.', 'denial-dropped: denied'],
    ['en', 'Dora Finch hid a report.', 'denial-dropped: denied'],
    ['en', 'Carl Venn sold the north field.', 'denial-dropped: denied'],
    ['en', 'The council will close the mill.', 'denial-dropped: has not said'],
    ['en', 'The council said it will close the mill.', 'denial-dropped: has not said'],
    ['en', 'Venn will pay the fine of 4,000 crowns.', 'denial-dropped: refused to'],
    ['en', 'The fire was set on purpose.', 'denial-dropped: ruled out'],
    ['en', 'The fire service said that the fire was set on purpose.', 'denial-dropped: ruled out'],
    ['en', 'The owner had left the country.', 'denial-dropped: rejected'],
    ['en', 'Venn denied that he met the county engineer in June.', 'denial-added: denied'],
    ['de', 'Karl Venn hat den Bericht über die Mühle versteckt.', 'denial-dropped: bestritt'],
    ['de', 'Der Brand im Lager wurde gelegt.', 'denial-dropped: dementierte'],
    ['de', 'Dora Finke bestritt, sie habe den Ingenieur im Juni getroffen.', 'denial-added: bestritt'],
    ['fr', 'Dora Finet a caché le rapport sur le moulin.', 'denial-dropped: a nié'],
    ['fr', 'Le champ du nord est vendu.', 'denial-dropped: dément'],
    ['es', 'Dora Fuentes escondió el informe sobre el molino.', 'denial-dropped: negó'],
    ['es', 'El dueño ha vendido el campo del norte.', 'denial-dropped: desmintió'],
    ['es', 'Carlos Vena negó que se reunió con el ingeniero en junio.', 'denial-added: negó'],
  ] as const)('%s: %s → %s', (language, claim, reason) => {
    expect(checkClaim(texts[language], claim, language).reasons).toContain(reason);
  });
});

describe('a denial told as one, and what stands beside it', () => {
  it.each([
    ['en', 'Dora Finch denied that she hid a report on the mill.'],
    ['en', 'Carl Venn denied having sold the north field.'],
    ['en', 'The council has not said whether it will close the mill.'],
    ['en', 'The county imposed the fine of 4,000 crowns in May.'],
    // What is not denied, and what a refusal to speak takes for granted.
    ['en', 'The river was poisoned.'],
    ['en', 'Many people were hurt in the fire.'],
    ['en', 'Police did not say how many people were hurt in the fire.'],
    ['de', 'Karl Venn bestritt, dass er den Bericht über die Mühle versteckt habe.'],
    ['fr', 'Dora Finet a nié avoir caché le rapport sur le moulin.'],
    ['es', 'Dora Fuentes negó que escondiera el informe sobre el molino.'],
  ] as const)('%s: %s', (language, claim) => {
    expect(checkClaim(texts[language], claim, language)).toEqual({ supported: true, reasons: [] });
  });

  it('two sentences of which the second denies may be put together', () => {
    const article = `${ENGLISH}\n\nQuist accused the county engineer of taking money. He denied that.`;
    const text = 'Quist accused the county engineer of taking money, which he denied.';
    return readAll({ en: article }).then(({ en }) => {
      expect(checkClaim(en, text, 'en')).toEqual({ supported: true, reasons: [] });
    });
  });
});

const numbers = (article: Article): number[] => article.sentences.map(({ number }) => number);
const point = (language: keyof typeof texts, text: string): DraftItem => ({
  kind: 'point',
  item: { evidence: numbers(texts[language]), text },
});

describe('certainty that the article does not have', () => {
  it.each([
    ['en', 'Mara Quist closed the road on Monday.', 'hedge-dropped: threatened'],
    ['en', 'Venn will sell the mill to a company from Norwick next year.', 'hedge-dropped: could'],
    ['en', 'Quist said her union would support the sale.', 'condition-dropped: only if'],
    ['en', 'The lower town will be flooded within an hour, the engineer Jon Bale said.', 'condition-dropped: If'],
    ['de', 'Die Gewerkschaft unterstützt den Verkauf.', 'condition-dropped: nur, wenn'],
    ['de', 'Venn wird die Mühle im nächsten Jahr an eine Firma aus Norwick verkaufen.', 'hedge-dropped: könnte'],
  ] as const)('%s: %s goes to the judge (%s)', (language, text, reason) => {
    const verdict = verifyItem(texts[language], point(language, text), language);
    expect(verdict.toRepair).toBeNull();
    expect(verdict.kept).toBeNull();
    expect(verdict.toJudge?.reasons).toContain(reason);
  });

  it.each([
    ['en', 'Mara Quist threatened to close the road.'],
    ['en', 'Venn could sell the mill next year.'],
    ['en', 'Quist said her union would support the sale only if the company kept all 80 workers.'],
  ] as const)('%s: %s asks nobody', (language, text) => {
    expect(verifyItem(texts[language], point(language, text), language).kept).not.toBeNull();
  });
});

it('a statement that its speaker denied becomes the sentence with the denial', () => {
  const item: DraftItem = {
    kind: 'position',
    item: {
      evidence: [1],
      speaker: { name: 'Dora Finch', role: null, speaksFor: null },
      issue: '',
      stance: 'unclear',
      statement: 'She hid a report on the mill.',
      manner: 'reported',
      quotations: [],
      relayedBy: null,
    },
  };
  expect(verifyItem(texts.en, item, 'en').toRepair?.reasons).toContain('denial-dropped: denied');
  const { kept } = settleItem(texts.en, item, 'en', false);
  expect(kept?.kind === 'position' && kept.item.statement).toBe(
    'Mayor Dora Finch denied that she hid a report on the mill.',
  );
});
