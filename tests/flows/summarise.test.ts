import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { honest, textOf } from '../../src/sandbox/index.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

const PASTED =
  'Storm closes the port of Alder\n\nThe storm closed the port of Alder on Monday, Ines Okafor said. “Nobody was hurt,” she said. Tomas Reyes told reporters that the school stays closed until Thursday.';

describe('a server without a model', () => {
  beforeEach(async () => {
    world = await startWorld({ hasModel: false });
  });

  it('answers /summarise with a link: points, speakers, quotations, what was read and who wrote it', async () => {
    const shown = textOf(
      await world.discord.slash({ command: 'summarise', options: { article: world.site.url('/ferry') } }),
    );
    expect(shown).toContain('Port Alder votes to close its ferry');
    expect(shown).toContain('Harbour Gazette');
    expect(shown).toMatch(/words read, whole/u);
    expect(shown).toContain('**Tomas Reyes**');
    expect(shown).toContain('“a door shut on forty children”');
    expect(shown).toContain('by rules, no model');
    expect(shown).not.toMatch(/cookies|Photo:|Lena Marsh|Read also|the boat myself|rights reserved/u);
  });

  it('answers /summarise with pasted text', async () => {
    const shown = textOf(await world.discord.slash({ command: 'summarise', options: { article: PASTED } }));
    expect(shown).toContain('Nobody was hurt');
    expect(shown).toContain('**Tomas Reyes**');
  });

  it('pings nobody, whatever the text says', async () => {
    const message = await world.discord.slash({
      command: 'summarise',
      options: { article: `${PASTED} @everyone <@1300000000000000000>` },
    });
    expect(message.pinged).toEqual([]);
  });

  it('keeps a private answer private from the acknowledgement on', async () => {
    const message = await world.discord.slash({ command: 'summarise', options: { article: PASTED, private: true } });
    expect(message.isPrivate).toBe(true);
  });

  it('answers /help at once, without an acknowledgement of its own', async () => {
    const message = await world.discord.slash({ command: 'help' });
    expect(textOf(message)).toContain('/positions');
    expect(world.discord.requests.filter(({ path }) => path.endsWith('/callback'))).toHaveLength(1);
    expect(message.history).toHaveLength(1);
  });

  it.each([
    ['a dead link', '/status/404', /has no page at that link/u],
    ['a forbidden page', '/status/403', /does not let me in/u],
    ['a page that is gone', '/status/410', /taken that page down/u],
    ['a page withheld for legal reasons', '/status/451', /legal reasons/u],
    ['a busy site', '/status/503', /busy/u],
    ['a broken site', '/status/500', /error of its own/u],
    ['an endless redirect', '/loop', /passed me on more than/u],
    ['a redirect to a private address', '/inside', /not a public web address/u],
    ['an empty page', '/empty', /empty page/u],
    ['a picture', '/image', /image\/png/u],
    ['a page that is only a script', '/shell', /runs its scripts/u],
    ['a compression bomb', '/bomb', /larger than 5 MB/u],
  ])('answers %s with its sentence', async (_what, path, sentence) => {
    const shown = textOf(
      await world.discord.slash({ command: 'summarise', options: { article: world.site.url(path) } }),
    );
    expect(shown).toMatch(sentence);
    expect(shown.split('\n')).toHaveLength(1);
  });

  it('publishes its commands in one bulk call, with the American spelling', () => {
    const published = world.discord.requests.filter(
      ({ method, path }) => method === 'PUT' && path.endsWith('/commands'),
    );
    expect(published).toHaveLength(1);
    expect(published[0]?.body).toContainEqual(
      expect.objectContaining({ name_localizations: expect.objectContaining({ 'en-US': 'summarize' }) }),
    );
  });

  it('leaves no token in its records', async () => {
    await world.discord.slash({ command: 'summarise', options: { article: world.site.url('/status/500') } });
    // The record is written after the answer is shown.
    await vi.waitFor(() => expect(JSON.stringify(world.records)).toContain('page-failed'));
    const written = JSON.stringify(world.records);
    expect(written).not.toMatch(/token-\d+|sandbox\.token/u);
  });
});

describe('a server with a model', () => {
  beforeEach(async () => {
    world = await startWorld({ hasModel: true });
  });
  const article = (): string => world.site.url('/ferry');

  it('makes one writing call and answers /positions out of the same result', async () => {
    await world.discord.slash({ command: 'summarise', options: { article: article() } });
    const shown = textOf(await world.discord.slash({ command: 'positions', options: { article: article() } }));
    expect(shown).toContain('“a door shut on forty children”');
    expect(world.model.calls).toHaveLength(1);
  });

  it('calls once more for a second guild: results never cross', async () => {
    await world.discord.slash({ guild: 0, command: 'summarise', options: { article: article() } });
    await world.discord.slash({ guild: 1, command: 'summarise', options: { article: article() } });
    expect(world.model.calls).toHaveLength(2);
  });

  it('calls once when the same article is asked for ten times at once', async () => {
    const asked = Array.from({ length: 10 }, () =>
      world.discord.slash({ command: 'summarise', options: { article: article() } }),
    );
    await Promise.all(asked);
    expect(world.model.calls).toHaveLength(1);
  });

  it('never shows a quotation that the model altered', async () => {
    world.model.respond((request) => {
      const answer = honest(request);
      return 'text' in answer ? { text: answer.text.replaceAll('"Q2"', '"“a door shut on fifty children”"') } : answer;
    });
    const message = await world.discord.slash({ command: 'summarise', options: { article: article() } });
    expect(message.history.join('\n')).not.toContain('fifty children');
  });

  it('gives a true quotation back to the person who said it', async () => {
    world.model.respond((request) => {
      const answer = honest(request);
      return 'text' in answer ? { text: answer.text.replaceAll('"name":"Okafor"', '"name":"Dagny Holt"') } : answer;
    });
    const shown = textOf(await world.discord.slash({ command: 'positions', options: { article: article() } }));
    const okafor = shown.slice(shown.indexOf('**Ines Okafor**'));
    expect(okafor).toContain('We cannot pay for empty boats');
    expect(shown).not.toContain('**Dagny Holt**');
  });

  it('replaces a wrong number by the cited sentence after one repair call', async () => {
    world.model.respond((request) => {
      const answer = honest(request);
      return 'text' in answer ? { text: answer.text.replaceAll('9 to 4', '8 to 4') } : answer;
    });
    const message = await world.discord.slash({ command: 'summarise', options: { article: article() } });
    expect(message.history.join('\n')).not.toContain('8 to 4');
    expect(textOf(message)).toContain('9 to 4');
    expect(world.model.calls.map(({ schema }) => schema)).toEqual(['briefing', 'repair']);
  });

  it.each([
    ['fenced', (text: string) => `Here it is:\n\`\`\`json\n${text}\n\`\`\``],
    ['behind a reasoning block', (text: string) => `<think>{"points": []}</think>${text}`],
    ['cut in the middle', (text: string) => text.slice(0, Math.floor(text.length * 0.8))],
    [
      'with numbers of sentences and quotations that do not exist',
      (text: string) => text.replaceAll('"Q1"', '"Q77"').replaceAll('"evidence":[1]', '"evidence":[1,99]'),
    ],
    [
      'in two languages',
      (text: string) =>
        text.replace(
          '"openQuestions":[]',
          '"openQuestions":[{"evidence":[1],"text":"Der Rat von Port Alder stimmte 9 zu 4."}]',
        ),
    ],
    ['with every item twice', (text: string) => text.replace(/"points":\[(.*?\})\]/u, '"points":[$1,$1]')],
  ])('reads an answer that comes %s', async (_what, change) => {
    world.model.respond((request) => {
      const answer = honest(request);
      return 'text' in answer ? { text: change(answer.text) } : answer;
    });
    const shown = textOf(await world.discord.slash({ command: 'summarise', options: { article: article() } }));
    expect(shown).toContain('Worded by sandbox');
    const points = shown.split('\n').filter((line) => line.startsWith('• The council of Port Alder'));
    expect(points.length).toBeLessThanOrEqual(1);
  });

  it.each([
    ['refuses', { text: '', refusal: 'no' }],
    ['answers with a web page', { html: '<html>proxy</html>' }],
    ['answers with prose', { text: 'I would rather not.' }],
    ['rejects the key', { status: 401, error: { message: 'bad key' } }],
    ['has no quota left', { status: 429, error: { message: 'quota', code: 'insufficient_quota' } }],
  ])('falls back to the rules when the model %s, and says who wrote it', async (_what, answer) => {
    world.model.respond(() => answer);
    const shown = textOf(await world.discord.slash({ command: 'summarise', options: { article: article() } }));
    expect(shown).toContain('by rules, no model');
    expect(shown).toContain('**Tomas Reyes**');
  });

  it('asks again without a parameter that the server refuses', async () => {
    world.model.respond((request) =>
      world.model.calls.length === 1
        ? { status: 400, error: { message: 'Unknown parameter: temperature', param: 'temperature' } }
        : honest(request),
    );
    const shown = textOf(await world.discord.slash({ command: 'summarise', options: { article: article() } }));
    expect(shown).toContain('Worded by sandbox');
  });
});
