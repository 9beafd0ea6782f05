import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { inTurn, modelFaults, refusing } from '#sandbox';

import { honest, honestText, schemaName, spoiled } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

const PASTED =
  'Storm closes the port of Alder\n\nThe storm closed the port of Alder on Monday, Ines Okafor said. “Nobody was hurt,” she said. Tomas Reyes told reporters that the school stays closed until Thursday.';
const article = (): string => world.site.url('/news/tidemouth-ferry');
const summarise = (options: Readonly<Record<string, string | boolean>> = { article: article() }) =>
  world.ask({ command: 'summarise', options });
const positions = (options: Readonly<Record<string, string | boolean>> = { article: article() }) =>
  world.ask({ command: 'positions', options });

describe('a server without a model', () => {
  beforeEach(async () => {
    world = await startWorld({ hasModel: false });
  });

  it('answers /summarise with a link: points, speakers, quotations, what was read and who wrote it', async () => {
    const { text, isV2 } = await summarise();
    expect(isV2).toBe(true);
    expect(text).toContain('Tidemouth council votes to close the night ferry');
    expect(text).toContain('The Sound Courier');
    expect(text).toMatch(/words read, the whole article/u);
    expect(text).toContain('**Tomas Wray**');
    expect(text).toContain('“In January that boat is the only way to the hospital.”');
    expect(text).toContain('by rules, no model');
    expect(text).not.toMatch(/cookies|Photo:|Orla Fennick|Related|gullwatcher|rights reserved/u);
  });

  it('answers /summarise with pasted text', async () => {
    const { text } = await summarise({ article: PASTED });
    expect(text).toContain('Nobody was hurt');
    expect(text).toContain('**Tomas Reyes**');
  });

  it('pings nobody, whatever the text says', async () => {
    const message = await summarise({ article: `${PASTED} @everyone <@${world.discord.admin.id}>` });
    expect(message.pinged).toEqual({ everyone: false, roles: [], users: [] });
  });

  it('keeps a private answer private from the acknowledgement on', async () => {
    const message = await summarise({ article: PASTED, private: true });
    expect(message.isEphemeral).toBe(true);
    expect(world.discord.shows(world.discord.news, world.discord.admin)).toEqual([]);
  });

  it('answers /help at once, without a deferral', async () => {
    const message = await world.ask({ command: 'help' });
    expect(message.text).toContain('/positions');
    expect(world.discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
    expect(world.history(message)).not.toContain('"isThinking":true');
  });

  it('publishes its commands in one bulk call, with the American spelling', () => {
    const published = world.discord.requests.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(published).toHaveLength(1);
    expect(world.discord.commands()).toContainEqual(
      expect.objectContaining({ name_localizations: expect.objectContaining({ 'en-US': 'summarize' }) }),
    );
  });

  it('leaves no token in its records', async () => {
    await summarise({ article: world.site.url('/status/500') });
    const written = JSON.stringify(world.records);
    expect(written).toContain('page-failed');
    const secrets = world.discord.requests.flatMap(({ path }) => path.split('/')).filter((part) => part.length > 40);
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of [...secrets, world.discord.token]) expect(written).not.toContain(secret);
  });
});

describe('a server with a model', () => {
  beforeEach(async () => {
    world = await startWorld({ hasModel: true });
  });
  const schemas = (): string[] => world.model.calls.map(schemaName);

  it('makes one writing call and answers /positions out of the same result', async () => {
    await summarise();
    const { text } = await positions();
    expect(text).toContain('“No town of our size can carry that.”');
    expect(world.model.calls).toHaveLength(1);
  });

  it('calls once more for a second guild: results never cross', async () => {
    await summarise();
    await world.ask({ command: 'summarise', options: { article: article() }, isElsewhere: true });
    expect(world.model.calls).toHaveLength(2);
  });

  it('calls once when the same article is asked for ten times at once', async () => {
    await Promise.all(Array.from({ length: 10 }, () => summarise()));
    expect(world.model.calls).toHaveLength(1);
  });

  it('never shows a quotation that the model altered', async () => {
    world.model.respond(spoiled((text) => text.replaceAll('"Q1"', '"“The night boat carries twelve people”"')));
    const message = await summarise();
    expect(message.text).toContain('Worded by sandbox');
    expect(world.history(message)).not.toContain('twelve people');
  });

  it('gives a true quotation back to the person who said it', async () => {
    world.model.respond(spoiled((text) => text.replaceAll('"name":"Edda Quillon"', '"name":"Henrike Solano"')));
    const { text } = await positions();
    expect(text.slice(text.indexOf('**Edda Quillon**'))).toContain('The night boat carries eleven people');
    expect(text).not.toContain('**Henrike Solano**');
  });

  it('replaces a wrong number by the cited sentence after one repair call', async () => {
    world.model.respond(spoiled((text) => text.replaceAll('9 to 6', '8 to 6')));
    const message = await summarise();
    expect(world.history(message)).not.toContain('8 to 6');
    expect(message.text).toContain('9 to 6');
    expect(schemas()).toEqual(['briefing', 'repair']);
  });

  it.each([
    ['refuses', modelFaults.refusal()],
    ['answers with a web page', modelFaults.html()],
    ['answers with prose', { text: 'I would rather not.' }],
    ['answers with nothing', modelFaults.emptyText()],
    ['rejects the key', modelFaults.wrongKey()],
    ['has no quota left', modelFaults.insufficientQuota()],
  ])('falls back to the rules when the model %s, and says who wrote it', async (_what, answer) => {
    world.model.respond(() => answer);
    const { text } = await summarise();
    expect(text).toContain('by rules, no model');
    expect(text).toContain('**Tomas Wray**');
  });

  it.each(['temperature', 'response_format', 'max_completion_tokens', 'stream_options'])(
    'asks again without %s when the server refuses it',
    async (parameter) => {
      world.model.respond(refusing([parameter], honest));
      const { text } = await summarise();
      expect(text).toContain(parameter === 'response_format' ? 'by rules' : 'Worded by sandbox');
    },
  );

  it('is read behind a reasoning block that itself looks like an answer', async () => {
    world.model.respond((request) => ({ text: `<think>{"points": []}</think>${honestText(request)}` }));
    const { text } = await summarise();
    expect(text).toContain('Worded by sandbox');
    expect(text).toContain('9 to 6');
  });

  it('answers the next article with the model again after one that failed', async () => {
    world.model.respond(inTurn(modelFaults.refusal(), honest));
    expect((await summarise()).text).toContain('by rules, no model');
    expect((await summarise({ article: world.site.url('/news/orchard-water') })).text).toContain('Worded by sandbox');
  });
});
