/** A model server that fails in every way we know: what a reader sees, what is booked, what the operator is told. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#domain';
import { imperfect, inTurn, type ModelAnswer, modelFaults, type Responder, type ShownMessage } from '#sandbox';

import { honest, honestText, schemaName, spoiled } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
const closeWorld = async (): Promise<void> => {
  await world.close();
};

/** Of what hangs, so that it ends soon; whatever is to come in time has longer. */
const SHORT_S = 2;
const start = async (responder: Responder, timeoutS = 60): Promise<void> => {
  world = await startWorld({ hasModel: true, variables: { OPENAI_TIMEOUT_S: String(timeoutS) } });
  world.model.respond(responder);
};
const ARTICLES = ['/news/tidemouth-ferry', '/news/orchard-water', '/news/school-phones'] as const;
const summarise = (path: string = ARTICLES[0]): Promise<ShownMessage> =>
  world.ask({ command: 'summarise', options: { article: world.site.url(path) } });
const rows = () => world.app().desk.ledger.rows(world.discord.guild.id);
const notices = () => world.records.filter(({ event }) => event === 'model needs the operator');

/** A checked briefing by the embedded engine, which says why the model did not write it. */
function expectRules(message: ShownMessage, reason: RegExp): void {
  expect(message.text).toContain('Cut from the article by rules, no model.');
  expect(message.text).toContain('Checked against the article');
  expect(message.text).toMatch(new RegExp(`Without the model: ${reason.source}`, 'u'));
  expect(message.text).toContain('9 to 6');
  expect(world.history(message)).not.toMatch(/undefined|\[object|null/u);
}

/** The honest answer, spoiled. */
const spoilt =
  (change: (text: string) => ModelAnswer): Responder =>
  (request) =>
    change(honestText(request));

describe('a model that answers nothing of use', () => {
  const NONSENSE = /The model answered with something that is no briefing\./u;
  const BROKEN: readonly [what: string, responder: Responder, reason: RegExp][] = [
    ['refuses', () => modelFaults.refusal(), /The model refused to write about this article\./u],
    ['refuses in prose', () => ({ text: 'I’m sorry, but I cannot help with that.' }), /The model refused/u],
    ['cuts its answer early', spoilt((text) => imperfect.truncated(text, 0.2)), NONSENSE],
    ['answers HTML', () => modelFaults.html(), NONSENSE],
    ['answers {}', () => modelFaults.emptyObject(), NONSENSE],
    ['writes {}', () => ({ text: '{}' }), NONSENSE],
    ['answers without choices', () => modelFaults.noChoices(), NONSENSE],
    ['answers half a JSON body', () => modelFaults.brokenJson(), NONSENSE],
    ['answers an empty text', () => modelFaults.emptyText(), NONSENSE],
    ['answers garbage', () => ({ text: '%PDF-1.7 {{{{ ]]]] "points": [,,,' }), NONSENSE],
    ['rests everything on sentences that do not exist', () => ({ json: inventedIds() }), NONSENSE],
    ['hangs up in the middle', spoilt((text) => ({ text, cutAfter: 300 })), /The model server could not be reached\./u],
    [
      'reads a tenth of the article',
      spoilt((text) => ({ text, usage: { prompt_tokens: 60, completion_tokens: 9 } })),
      /The model server read 60 of about \d+ tokens/u,
    ],
    ['does not know the model', () => modelFaults.unknownModel(), NONSENSE],
    ['cannot read that much', () => modelFaults.contextTooLong(), /The model cannot read an article of this length/u],
    ['rejects the key', () => modelFaults.wrongKey(), /The model server rejected the key\./u],
  ];

  // One bot for all of them: none of these faults makes it leave the server alone, except the last.
  beforeAll(() => start(honest));
  afterAll(closeWorld);

  it.each(BROKEN)('%s: the rules answer, and say why', async (_what, responder, reason) => {
    world.model.respond(responder);
    expectRules(await summarise(), reason);
  });

  /** Words that the article does not hold, under numbers that it does not have. */
  function inventedIds(): object {
    const line = { evidence: [900, 901], text: 'The harbour was sold to a firm abroad.' };
    const position = {
      evidence: [902],
      quotations: ['Q99'],
      speaker: { name: 'Edda Quillon', role: null, speaksFor: null },
      issue: '',
      statement: 'The harbour was sold.',
      stance: 'supports',
      manner: 'quoted',
      relayedBy: null,
    };
    return { headline: line, gist: line, points: [line], positions: [position], mentioned: [], openQuestions: [] };
  }
});

describe('a model that spoils what it writes', () => {
  afterEach(closeWorld);
  it.each<[string, Responder]>([
    ['cuts its answer after the positions have begun', spoiled((text) => imperfect.truncated(text, 0.85))],
    ['gets some numbers of sentences wrong', spoiled(someWrongIds)],
    ['says everything twice', spoiled((text) => imperfect.repeated(text))],
    ['thinks aloud and fences', spoiled((text) => imperfect.fenced(`<think>{"points":[]}</think>${text}`))],
    ['talks around it', spoiled((text) => imperfect.suffixed(`Sure! ${text}`))],
  ])('%s: what is sound in it is shown, under its name', async (_what, responder) => {
    await start(responder);
    const message = await summarise();
    expect(message.text).toContain('Worded by sandbox. Checked against the article');
    expect(message.text).toContain('9 to 6');
    expect(world.history(message)).not.toMatch(/undefined|\[object|Q99|harbour was sold/u);
  });

  function someWrongIds(text: string): ModelAnswer {
    const draft = JSON.parse(text) as { points: { evidence: number[]; text: string }[] };
    draft.points.push({ evidence: [900], text: 'The harbour was sold to a firm abroad.' });
    return { json: draft };
  }
});

describe('a model server that is slow', () => {
  afterEach(closeWorld);
  const noEnd = new RegExp(String.raw`The model gave no complete answer within ${SHORT_S} s\.`, 'u');
  it.each<[string, Responder, RegExp]>([
    ['hangs', () => modelFaults.hang(), noEnd],
    ['stalls in the middle', spoilt((text) => ({ text, stallAfter: 200 })), noEnd],
    ['drips one byte a second', spoilt((text) => ({ text, chunkSize: 1, paceMs: 1000 })), noEnd],
  ])('%s: ends at the deadline, with its connection closed', async (_what, responder, reason) => {
    await start(responder, SHORT_S);
    expectRules(await summarise(), reason);
    await world.model.called(1);
    expect(world.model.calls.map(({ isAborted }) => isAborted)).toEqual([true]);
  });

  it.each<[string, Responder]>([
    ['3 MB', () => modelFaults.huge(3_000_000)],
    ['line breaks without end', () => modelFaults.endlessWhitespace()],
  ])('%s: cut off at the cap, and booked', async (_what, responder) => {
    await start(responder);
    expectRules(await summarise(), /The model answered with something that is no briefing\./u);
    await expect.poll(rows).toMatchObject([{ modelCalls: 1 }]);
    const [row] = await rows();
    expect(row?.inputTokens).toBeGreaterThan(300);
    // A token of these has several characters: far less was taken than was sent.
    expect(row?.outputTokens).toBeGreaterThan(0);
    expect(row?.outputTokens).toBeLessThan(200_000);
  });

  it('an answer without end is hung up on', async () => {
    await start(() => modelFaults.endlessWhitespace());
    await summarise();
    await world.model.called(1);
    expect(world.model.calls.map(({ isAborted }) => isAborted)).toEqual([true]);
  });

  it('gives no usage: an estimate is booked, and marked as one', async () => {
    await start((request) => ({ text: honestText(request), usage: 'missing' }));
    await summarise();
    const { briefing } = await world.app().brief({
      guild: world.discord.guild.id,
      settings: DEFAULT_SETTINGS,
      source: { kind: 'link', url: world.site.url(ARTICLES[0]) },
    });
    expect(briefing.provenance.tokens.estimated).toBe(true);
    expect(briefing.provenance.tokens.input).toBeGreaterThan(300);
    await expect
      .poll(async () => (await rows()).find(({ modelCalls }) => modelCalls > 0))
      .toMatchObject({
        inputTokens: briefing.provenance.tokens.input,
        outputTokens: briefing.provenance.tokens.output,
      });
  });
});

describe('a model server that turns us away', () => {
  afterEach(closeWorld);
  it('429 for two minutes: the reader is told, and nobody asks before', async () => {
    await start(() => modelFaults.rateLimited(120));
    expectRules(await summarise(), /The model server is overloaded\. Try again in 2 min\./u);
    const second = await summarise(ARTICLES[1]);
    expect(second.text).toMatch(/Without the model: The model server is overloaded\. Try again in \d min\./u);
    expect(world.model.calls).toHaveLength(1);
  });

  it('no credit: not asked again, and the operator is told once', async () => {
    await start(() => modelFaults.insufficientQuota());
    expectRules(await summarise(), /The account at the model provider has no credit left\./u);
    for (const path of ARTICLES.slice(1))
      expect((await summarise(path)).text).toContain('Without the model: The account at the model provider');
    expect(world.model.calls).toHaveLength(1);
    expect(notices()).toHaveLength(1);
    expect(String(notices()[0]?.['cause'])).toContain('The operator must top it up.');
  });

  it('500 again and again: the rules answer, and after three failures it is left alone', async () => {
    await start(() => modelFaults.serverError());
    expectRules(await summarise(), /The model server is overloaded\./u);
    await summarise(ARTICLES[1]);
    await summarise(ARTICLES[2]);
    // Three attempts each.
    expect(world.model.calls).toHaveLength(9);
    const fourth = await world.ask({ command: 'summarise', options: { article: world.site.url(ARTICLES[0]) } });
    expect(fourth.text).toContain('Cut from the article by rules, no model.');
    expect(world.model.calls).toHaveLength(9);
  });

  it('answers well: one writing call for every view of the article', async () => {
    await start(honest);
    await summarise();
    await world.ask({ command: 'positions', options: { article: world.site.url(ARTICLES[0]) } });
    expect(world.model.calls.map(schemaName)).toEqual(['briefing']);
  });

  it('500 once: asked again, and both attempts booked', async () => {
    await start(inTurn(modelFaults.serverError(), honest));
    expect((await summarise()).text).toContain('Worded by sandbox.');
    await expect.poll(rows).toMatchObject([{ modelCalls: 2 }]);
  });
});
