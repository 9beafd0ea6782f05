/** What was accepted is answered: slow models, spent tokens, restarts, lost rights, floods, cool-downs, empty allowances. */
import { afterEach, describe, expect, it } from 'vitest';

import { honest, honestText } from './honest-model.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});
const article = (path = '/news/tidemouth-ferry'): string => world.site.url(path);
const slash = (options = {}) =>
  world.discord.act.slash({
    channel: world.discord.news,
    user: world.discord.member,
    command: 'summarise',
    options: { article: article(), ...options },
  });
const history = (id: string): string[] =>
  world.discord.timeline.filter(({ messageId }) => messageId === id).map(({ text }) => text);
const TOKEN_LIFE_MS = 15 * 60_000;

/** A model that answers when told to. */
function held(): { release(): void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  world.model.respond(async (request) => {
    await promise;
    return honest(request);
  });
  return { release: () => resolve(undefined) };
}

describe('progress', () => {
  it('is told in words, and lines appear one by one, none before it has passed', async () => {
    world = await startWorld({ hasModel: true });
    world.model.respond((request) => ({ text: honestText(request), chunkSize: 200, paceMs: 250 }));
    const answer = await world.served(slash());
    const states = history(answer.id);
    expect(states[0]).toBe('thinking…');
    expect(states.some((text) => /Reading 329 words and drafting\./u.test(text))).toBe(true);
    const partial = states.filter((text) => text.includes('Checked so far'));
    expect(partial.length).toBeGreaterThan(0);
    const lines = partial.map((text) => text.split('\n').filter((line) => line.startsWith('•')).length);
    expect(lines).toEqual(lines.toSorted((a, b) => a - b));
    // At the pace that Discord allows: one in two seconds, and the last.
    const times = world.discord.timeline.filter(({ messageId }) => messageId === answer.id).map(({ at }) => at);
    const gaps = times.slice(2, -1).map((at, index) => at - (times[index + 1] ?? 0));
    expect(gaps.every((gap) => gap >= 1900)).toBe(true);
  });
});

describe('an answer that outlives its token', () => {
  it('stands in an ordinary message when it was asked for in public', async () => {
    world = await startWorld({ hasModel: true });
    const model = held();
    const run = slash();
    await run.acknowledged();
    await world.discord.until(() => (world.model.calls.length > 0 ? true : undefined)).catch(() => undefined);
    world.clock.advance(TOKEN_LIFE_MS + 1000);
    model.release();
    const late = await world.discord.appears(
      world.discord.news,
      world.discord.member,
      ({ text, id }) => text.includes('Checked against') && id !== run.current()?.id,
    );
    expect(late.isEphemeral).toBe(false);
    expect(late.pinged.users).toEqual([]);
  });

  it('is closed when it was asked for privately: nothing of it is ever public', async () => {
    world = await startWorld({ hasModel: true });
    const model = held();
    const run = slash({ private: true });
    await run.acknowledged();
    world.clock.advance(TOKEN_LIFE_MS + 1000);
    model.release();
    const isDone = () => world.records.some((record) => record['interaction'] === run.interaction.id);
    await expect.poll(isDone).toBe(true);
    expect(world.discord.shows(world.discord.news, world.discord.admin)).toEqual([]);
  });
});

describe('before the token runs out', () => {
  it('a private answer that is not done ends in a sentence, not in "thinking…"', async () => {
    world = await startWorld({ hasModel: true, patienceMs: 3000 });
    const model = held();
    const answer = await world.served(slash({ private: true }));
    expect(answer.text).toContain('Ask again in a while.');
    model.release();
  });

  it('a public one says that the answer will follow', async () => {
    world = await startWorld({ hasModel: true, patienceMs: 3000 });
    const model = held();
    const run = slash();
    await run.answered({ matching: ({ text }) => text.includes('will follow as a message of its own') });
    model.release();
    expect((await world.served(run)).text).toContain('Checked against');
  });
});

describe('a member who asks again at once', () => {
  it('is told when to come back, privately; what is ready is given all the same', async () => {
    world = await startWorld({ hasModel: false });
    await world.set({ field: 'coolDown', of: 'member', value: 30 });
    await world.served(slash());
    const refused = await world.served(slash({ article: article('/news/orchard-water') }));
    expect(refused.isEphemeral).toBe(true);
    expect(refused.text).toMatch(/^You asked for something a moment ago\. Ask again in \d+ s\.$/u);
    expect(world.site.hits('/news/orchard-water')).toBe(0);
    expect((await world.served(slash())).text).toContain('**Tomas Wray**');
  });
});

describe('a form that is sent within the pause of a member', () => {
  it('is answered when the pause is over: what was typed is not lost', async () => {
    world = await startWorld({ hasModel: false });
    await world.set({ field: 'coolDown', of: 'member', value: 4 });
    const { discord } = world;
    const answer = await world.served(slash());
    const opened = discord.act.button(answer, 'Ask', discord.member);
    await opened.modal();
    const sent = discord.act.submitModal(opened, { question: 'How many patients were sent across at night?' });
    expect((await world.served(sent)).text).toContain('38 patients');
  });

  it('is refused with when to come back where the pause is long', async () => {
    world = await startWorld({ hasModel: false });
    await world.set({ field: 'coolDown', of: 'member', value: 600 });
    const { discord } = world;
    const answer = await world.served(slash());
    const opened = discord.act.button(answer, 'Ask', discord.member);
    await opened.modal();
    const sent = discord.act.submitModal(opened, { question: 'How many patients were sent across at night?' });
    expect((await world.served(sent)).text).toMatch(/Ask again in \d+ (?:s|min)/u);
  });
});

describe('an empty allowance', () => {
  it('leaves the embedded engine, what is ready and /help', async () => {
    world = await startWorld({ hasModel: true });
    await world.served(slash());
    await world.set({ field: 'allowance', of: 'guild', value: 0 });
    const calls = world.model.calls.length;
    expect((await world.served(slash())).text).toContain('Worded by sandbox');
    const other = await world.served(slash({ article: article('/news/orchard-water') }));
    expect(other.text).toContain('by rules, no model');
    expect(other.text).toContain("This server's tokens for today are used up.");
    expect((await world.ask({ command: 'help' })).text).toContain('/summarise');
    expect(world.model.calls).toHaveLength(calls);
  });
});

describe('a hostile article', () => {
  it('comes out as letters, within every limit, and pings nobody', async () => {
    world = await startWorld({ hasModel: false });
    const { admin } = world.discord;
    const title = `@everyone [free](https://evil.example) <@${admin.id}> ||x|| \`\`\`${'very long title '.repeat(80)}`;
    const words = `<@&${world.discord.guild.id}> said “join discord.gg/abc now, ${'and again '.repeat(120)}” on Monday.`;
    const body = Array.from(
      { length: 12 },
      (_, at) => `<p>Minister Ada Quell${at} said that @here **costs** ${at} crowns. ${words}</p>`,
    );
    const escaped = title.replaceAll('<', '&lt;');
    world.site.page('/hostile', {
      body: `<!doctype html><html lang="en"><head><title>${escaped}</title><meta property="og:site_name" content="bank.example"></head><body><article><h1>${escaped}</h1>${body.join('')}</article></body></html>`,
      contentType: 'text/html; charset=utf-8',
    });
    for (const command of ['summarise', 'positions']) {
      const { text, pinged } = await world.ask({ command, options: { article: article('/hostile') } });
      expect(pinged).toEqual({ everyone: false, roles: [], users: [] });
      expect(text).not.toMatch(/(?<!\\)@(?:everyone|here)|(?<!\\)<@|discord\.gg|evil\.example\)/u);
      expect(text).not.toContain('bank.example');
      for (const [, shown, target] of text.matchAll(/(?<!\\)\[([^\]]*)\]\((http[^)]*)\)/gu)) {
        expect(shown).not.toMatch(/\w\.\w{2,}/u);
        expect(new URL(target ?? '').host).toBe(new URL(article()).host);
      }
    }
    const sent = world.discord.requests
      .filter(({ path }) => /callback|webhooks/u.test(path))
      .map(({ body: whole }) => (whole as { data?: object }).data ?? whole)
      .filter((data) => data !== undefined && data !== null && 'components' in (data as object));
    expect(sent.length).toBeGreaterThan(1);
    for (const data of sent) expect(data).toMatchObject({ allowed_mentions: { parse: [], replied_user: false } });
  });
});
