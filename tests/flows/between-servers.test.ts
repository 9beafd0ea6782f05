/** What one server knows, another does not: results, texts, settings; and what a strange address looks like. */
import { afterEach, describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS } from '#domain';

import { dump as dumpOf } from './dump.ts';
import { type FlowWorld, startWorld } from './world.ts';

let world: FlowWorld;
afterEach(async () => {
  await world.close();
});

const FERRY = '/news/tidemouth-ferry';
const SAID_HERE_ONLY = 'the gannet colony above Skerry Head';

const dump = (guild: string): Promise<string> => dumpOf(world.app(), guild);

describe('two servers with the same link at the same time', () => {
  it('get results of their own, each in its own language, each paid for by itself', async () => {
    world = await startWorld({ hasModel: true });
    const { guild, otherGuild } = world.discord;
    await world.set({ field: 'language', value: 'en' });
    await world.set({ field: 'language', value: 'de' }, otherGuild.id);
    const options = { article: world.site.url(FERRY) };
    const [here, there] = await Promise.all([
      world.ask({ command: 'summarise', options }),
      world.ask({ command: 'summarise', options, isElsewhere: true }),
    ]);
    expect(here.text).toContain('329 words read');
    expect(there.text).toContain('329 Wörter gelesen');
    expect(world.model.calls.length).toBeGreaterThanOrEqual(2);
    for (const [id, other] of [
      [guild.id, otherGuild.id],
      [otherGuild.id, guild.id],
    ] as const) {
      const held = await dump(id);
      expect(held).toContain('tidemouth');
      expect(held).not.toContain(other);
      expect((await world.app().desk.ledger.rows(id)).length).toBe(1);
    }
  });
});

describe('a text that one server pasted', () => {
  it('is found nowhere but under that server, and the answer to the same text elsewhere is made anew', async () => {
    world = await startWorld({ hasModel: true });
    const { guild, otherGuild, member } = world.discord;
    const text = `The council spoke about ${SAID_HERE_ONLY}. ${'It weighed the cost of a fence for an hour. '.repeat(14)}“We will keep it,” Ines Okafor said.`;
    await world.ask({ command: 'summarise', options: { article: text } });
    expect(await dump(guild.id)).toContain(SAID_HERE_ONLY);
    for (const other of [otherGuild.id, `user:${member.id}`]) expect(await dump(other)).not.toContain(SAID_HERE_ONLY);
    const calls = world.model.calls.length;
    await world.ask({ command: 'summarise', options: { article: text }, isElsewhere: true });
    expect(world.model.calls.length).toBeGreaterThan(calls);
  });

  it('a member’s private answer stays under the server, and nobody else’s press reaches it', async () => {
    world = await startWorld({ hasModel: false });
    const { discord } = world;
    await world.ask({ command: 'summarise', options: { article: world.site.url(FERRY), private: true } });
    expect(discord.shows(discord.news, discord.admin)).toEqual([]);
    expect(await dump(`user:${discord.member.id}`)).not.toContain('tidemouth');
  });
});

describe('many servers with one link', () => {
  it('are a few requests to the site, and results of their own', async () => {
    // Two hundred readings share one page: on a busy machine that page may come late.
    world = await startWorld({ hasModel: false, reading: { totalTimeoutMs: 120_000 } });
    const servers = Array.from({ length: 200 }, (_one, at) => String(1_500_000_000_000_000_000n + BigInt(at)));
    const source = { kind: 'link', url: world.site.url(FERRY) } as const;
    const results = await Promise.all(
      servers.map((guild) =>
        world.app().brief({ guild, settings: DEFAULT_SETTINGS, member: guild, maySpend: true, source }),
      ),
    );
    // As many work at once as the queue lets in; of those, everybody waits for the same bytes.
    expect(world.site.hits(FERRY)).toBeLessThan(30);
    expect(new Set(results.map(({ briefing }) => briefing.positions.length)).size).toBe(1);
    for (const guild of servers.slice(0, 3)) expect(await dump(guild)).toContain('tidemouth');
  });
});

describe('a host that looks like another', () => {
  it.each([
    ['https://tidеmouth-courier.example/ferry', 'xn--'], // a Cyrillic е
    ['https://tıdemouth-courier.example/ferry', 'xn--'], // a dotless ı
  ])('%s is named by what it is', async (article, name) => {
    world = await startWorld({ hasModel: false });
    const { text } = await world.ask({ command: 'summarise', options: { article } });
    expect(text).toContain(name);
    expect(text).not.toMatch(/t[ıi]d[еe]mouth-courier/u);
  });
});
