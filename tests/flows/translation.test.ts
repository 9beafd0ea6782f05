/** An answer in another language than its article: what is said of it, and what stays in the original. */
import { afterEach, expect, it } from 'vitest';

import { honest, schemaName } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

const LABEL = 'Translated by a machine: figures, dates and names were compared, the wording was not checked.';
const link = (): string => world.site.url('/news/tidemouth-ferry');
const ask = (options: object) => world.ask({ command: 'summarise', options: { article: link(), ...options } });

const GERMAN = {
  headline: { evidence: [1], text: 'Tidemouth stimmt mit 9 zu 6' },
  gist: { evidence: [1], text: 'Der Rat von Tidemouth stimmte mit 9 zu 6.' },
  points: [
    { evidence: [1], text: 'Der Rat nannte die Fähre „ein teures altes Schiff“ und stimmte mit 9 zu 6.' },
    { evidence: [1], text: 'Der Rat von Tidemouth stimmte mit 8 zu 7.' },
  ],
  positions: [
    {
      evidence: [],
      quotations: ['Q1'],
      speaker: { name: 'Edda Quillon', role: null, speaksFor: null },
      issue: '',
      statement: 'Das Nachtboot ist zu teuer.',
      stance: 'unclear',
      manner: 'quoted',
      relayedBy: null,
    },
  ],
  mentioned: [],
  openQuestions: [],
};

it('is labelled as a translation, without marks around translated words, and with the quotation in the original', async () => {
  world = await startWorld({ hasModel: true });
  world.model.respond((request) => {
    if (schemaName(request) === 'briefing') return { json: GERMAN };
    return schemaName(request) === 'judge' ? { json: { verdicts: [] } } : { json: { repaired: [] } };
  });
  const summary = await ask({ language: 'de' });
  expect(summary.text).toContain('Der Rat von Tidemouth stimmte mit 9 zu 6.');
  expect(summary.text).toContain(LABEL);
  expect(summary.text).toContain('ein teures altes Schiff und stimmte');
  expect(summary.text).not.toMatch(/[„“”]ein teures/u);
  // What failed stands in the original, since nobody translated it again.
  expect(summary.text).not.toContain('8 zu 7');
  expect(summary.text).toMatch(/voted 9 to 6/u);
  const positions = await world.ask({ command: 'positions', options: { article: link(), language: 'de' } });
  expect(positions.text).toMatch(/“The night boat carries eleven people/u);
  expect(positions.text).toContain(LABEL);
});

it('the article’s own language is no translation', async () => {
  world = await startWorld({ hasModel: true });
  world.model.respond(honest);
  expect((await ask({})).text).not.toContain('Translated');
});

it('the rules keep the article’s language, whatever was asked for, and do not call it a translation', async () => {
  world = await startWorld({ hasModel: false });
  const { text } = await ask({ language: 'de' });
  expect(text).toContain('The town council');
  expect(text).not.toContain('Translated');
});
