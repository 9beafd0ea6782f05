/** The use case as a server meets it, through the real app: settings, allowance, ledger, one run, the queue. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { ReadRequest } from '#domain';
import { createSandbox, type Sandbox } from '#sandbox';

import { type App, createApp } from '../../src/app.ts';
import type { BriefRequest, BriefResult } from '../../src/briefing/brief-request.ts';
import { readConfig } from '../../src/config.ts';
import { honest, schemaName } from '../flows/honest-model.ts';

const FACTS = { guildCeiling: 200_000 };
let sandbox: Sandbox;
let app: App;

async function start(variables: Readonly<Record<string, string>> = {}): Promise<void> {
  sandbox = await createSandbox();
  sandbox.model.respond(honest);
  const environment = { ...sandbox.environment(), OPENAI_MODEL: 'sandbox', STORE_URL: 'memory://', ...variables };
  app = await createApp(readConfig(environment), () => undefined);
}
afterEach(async () => {
  await app.close();
  await sandbox.close();
});
const link = (): ReadRequest => ({ kind: 'link', url: sandbox.site.url('/news/tidemouth-ferry') });
const settingsOf = async (guild = '1') => (await app.desk.settings.get(guild)).settings;
const ask = async (change: Partial<BriefRequest> = {}): Promise<BriefResult> =>
  app.brief({ guild: '1', settings: await settingsOf(change.guild), member: 'ann', source: link(), ...change });
const written = (): number => sandbox.model.calls.filter((call) => schemaName(call) === 'briefing').length;
/** Rows are written beside the answer, not before it. */
const rows = () => app.desk.ledger.rows('1');

describe('a server with a model', () => {
  beforeEach(() => start());

  it('is booked for the writing and, when asked again, for what the store saved', async () => {
    const { briefing } = await ask();
    await ask({ member: 'bo' });
    const cost = briefing.provenance.tokens.input + briefing.provenance.tokens.output;
    expect(cost).toBeGreaterThan(0);
    await expect.poll(rows).toMatchObject([
      { member: 'ann', requests: 1, modelCalls: briefing.provenance.modelCalls, cacheHits: 0 },
      { member: 'bo', requests: 1, modelCalls: 0, cacheHits: 1, savedTokens: cost },
    ]);
    const { settings } = await app.desk.settings.get('1');
    const left = await app.desk.allowance.remaining({ guild: '1', member: 'ann' }, settings);
    expect(left.guild).toBe(200_000 - cost);
  });

  it('asked for one link fifty times at once, fetches it once and calls the model once', async () => {
    const results = await Promise.all(Array.from({ length: 50 }, (_, index) => ask({ member: `m${index}` })));
    expect(new Set(results.map(({ briefing }) => briefing.headline?.text)).size).toBe(1);
    expect(written()).toBe(1);
    expect(sandbox.site.hits('/news/tidemouth-ferry')).toBe(1);
    await expect.poll(async () => (await rows()).length).toBe(50);
  });

  it('shares nothing with another server', async () => {
    await Promise.all([ask(), ask({ guild: '2' })]);
    expect(written()).toBe(2);
  });

  it('takes language and engine from its settings unless the request says otherwise', async () => {
    await app.desk.settings.change('1', { field: 'language', value: 'de' }, FACTS, 'admin');
    expect((await ask()).briefing.language).toBe('de');
    expect((await ask({ language: 'fr' })).briefing.language).toBe('fr');
    await app.desk.settings.change('1', { field: 'engine', value: 'extractive' }, FACTS, 'admin');
    expect((await ask()).briefing.provenance.engine).toBe('extractive');
  });

  it('keeps results as many days as its settings say', async () => {
    await app.desk.settings.change('1', { field: 'retentionDays', value: 1 }, FACTS, 'admin');
    await ask();
    const day = 86_400_000;
    await app.store.briefings.shift('1', -(day - 60_000));
    expect((await ask()).isFromCache).toBe(true);
    await app.store.briefings.shift('1', -60_000);
    expect((await ask()).isFromCache).toBe(false);
  });

  it('is answered by the embedded engine once its allowance is spent, with the reason, and from the store as before', async () => {
    const other: BriefRequest['source'] = { kind: 'link', url: sandbox.site.url('/news/tidemouth-ferry?again') };
    await ask();
    await app.desk.settings.change('1', { field: 'allowance', of: 'guild', value: 0 }, FACTS, 'admin');
    expect((await ask()).briefing.provenance.engine).toBe('openai');
    const refused = await ask({ language: 'fr', source: other });
    expect(refused.briefing.provenance.engine).toBe('extractive');
    expect(refused.fallback).toMatchObject({ code: 'model-allowance', facts: { limit: 'guild' } });
    expect(written()).toBe(1);
  });

  it('gives members without a spending role what is ready, and else the embedded engine', async () => {
    expect((await ask({ maySpend: false })).fallback).toMatchObject({ facts: { limit: 'role' } });
    await ask();
    const ready = await ask({ maySpend: false });
    expect([ready.briefing.provenance.engine, ready.isFromCache]).toEqual(['openai', true]);
  });
});

describe('a question to a server with a model', () => {
  beforeEach(() => start());
  const question = async () =>
    app.ask({
      guild: '1',
      settings: await settingsOf(),
      member: 'ann',
      sources: [link()],
      question: 'Who lives on the island?',
    });

  it('is paid for by who asks', async () => {
    const { answer } = await question();
    const { input, output } = answer.provenance.tokens;
    expect(input).toBeGreaterThan(0);
    expect(await rows()).toMatchObject([{ member: 'ann', modelCalls: 1, inputTokens: input, outputTokens: output }]);
  });

  it('is answered by a search once the allowance is spent', async () => {
    await app.desk.settings.change('1', { field: 'allowance', of: 'member', value: 0 }, FACTS, 'admin');
    expect((await question()).fallback).toMatchObject({ code: 'model-allowance', facts: { limit: 'member' } });
    expect(sandbox.model.calls).toHaveLength(0);
  });
});

describe('the ceilings of the operator', () => {
  it('hold for a server outside the list: the embedded engine answers', async () => {
    await start({ ALLOWED_GUILDS: '123456' });
    expect((await ask()).fallback).toMatchObject({ code: 'model-allowance', facts: { limit: 'not-allowed' } });
    expect((await ask({ guild: '123456' })).briefing.provenance.engine).toBe('openai');
  });

  it('hold over all servers together', async () => {
    await start({ TOKENS_PER_DAY: '1000' });
    expect((await ask()).fallback).toMatchObject({ facts: { limit: 'overall' } });
    expect(sandbox.model.calls).toHaveLength(0);
  });
});
