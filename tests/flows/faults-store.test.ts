/** What a store that fails, waits or lies does to people, through a real file. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import type { ShownMessage } from '#sandbox';

import { type FlowWorld, type Run, startWorld } from './world.ts';

let world: FlowWorld;
let folder: string;
/** Another process with the same file, for all that the bot can tell. */
let other: DatabaseSync;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'verbatim-faults-'));
  const file = join(folder, 'store.sqlite');
  world = await startWorld({ hasModel: true, variables: { STORE_URL: `sqlite://${file}`, HTTP_PORT: '0' } });
  other = new DatabaseSync(file, { timeout: 5000 });
});
afterEach(async () => {
  vi.useRealTimers();
  if (other.isOpen) other.close();
  await world.close();
  rmSync(folder, { recursive: true });
});

const DAY_MS = 86_400_000;
const PATH = '/news/tidemouth-ferry';
const isAnswer = ({ text }: ShownMessage): boolean => text.includes('Checked against the article');
const answers = (): ShownMessage[] => world.discord.shows(world.discord.news, world.discord.member).filter(isAnswer);
const slash = (path = PATH): Run =>
  world.discord.act.slash({
    channel: world.discord.news,
    user: world.discord.member,
    command: 'summarise',
    options: { article: world.site.url(path) },
  });
const answerLinks = () => world.set({ field: 'mode', channel: world.discord.news.id, value: 'reply' });
const postLink = (path = PATH) =>
  world.discord.act.post({ channel: world.discord.news, user: world.discord.member, content: world.site.url(path) });
/** From now on the file refuses to be written where the condition holds. */
const refuseWrites = (table: string, when: string): void => {
  for (const act of ['INSERT', 'UPDATE'])
    other.exec(
      `CREATE TRIGGER refuse_${act} BEFORE ${act} ON ${table} WHEN ${when} BEGIN SELECT RAISE(FAIL, 'disk I/O error'); END`,
    );
};

describe('one link', () => {
  it('asked for in 50 channels of a server at once is fetched once, written once, and answered 50 times', async () => {
    const { discord, site, model } = world;
    const runs = Array.from({ length: 50 }, (_, at) => {
      const channel = discord.build.addChannel(discord.guild, { name: `channel-${at}` });
      const user = discord.build.addMember(discord.guild, `Member ${at}`);
      return discord.act.slash({ channel, user, command: 'summarise', options: { article: site.url(PATH) } });
    });
    for (const run of runs) expect((await run.answered({ matching: isAnswer })).text).not.toBe('');
    expect(site.hits(PATH)).toBe(1);
    expect(model.calls).toHaveLength(1);
  });
});

describe('a store that cannot be read', () => {
  it('is no miss: a link is not posted again, nothing is fetched or spent, people are told, and readiness is red', async () => {
    await answerLinks();
    postLink();
    await expect.poll(answers).toHaveLength(1);
    const port = await world.app().monitoring.listen();
    const calls = world.model.calls.length;
    const fetched = world.site.log.length;
    refuseWrites('health', 'TRUE');
    other.exec('ALTER TABLE entries RENAME TO entries_gone');
    postLink();
    const told = await world.served(slash('/news/orchard-water'));
    expect(told.text).toMatch(/storage/iu);
    await world.discord.settled({ quietMs: 800 });
    expect(answers()).toHaveLength(1);
    expect([world.site.log.length, world.model.calls.length]).toEqual([fetched, calls]);
    expect((await fetch(`http://127.0.0.1:${String(port)}/readyz`)).status).toBe(503);
    other.exec('ALTER TABLE entries_gone RENAME TO entries');
    expect(isAnswer(await world.served(slash('/news/orchard-water')))).toBe(true);
  });
});

describe('a store that cannot be written', () => {
  it('takes no request: its author is told, nothing is fetched or spent', async () => {
    refuseWrites('entries', "NEW.collection = 'inbox'");
    const told = await world.served(slash());
    expect(told.text).toMatch(/storage/iu);
    expect(told.isEphemeral).toBe(true);
    expect([world.site.log.length, world.model.calls.length]).toEqual([0, 0]);
  });

  it('posts nothing under a link: there would be no record of it', async () => {
    await answerLinks();
    refuseWrites('states', 'TRUE');
    postLink();
    await expect.poll(() => world.records.filter(({ level }) => level === 'error').length).toBeGreaterThan(0);
    await world.discord.settled({ quietMs: 800 });
    expect(answers()).toEqual([]);
    expect(world.model.calls).toHaveLength(0);
  });

  it('leaves an answer as it is when only the result cannot be kept', async () => {
    refuseWrites('entries', "NEW.collection = 'usage'");
    expect(isAnswer(await world.served(slash()))).toBe(true);
  });
});

describe('a file held by another process', () => {
  it('is waited for 300 ms and then said, within Discord’s 3 s, while what needs no record is answered', async () => {
    other.exec('BEGIN IMMEDIATE');
    const took: number[] = [];
    // The quickest of three, as the machine is shared.
    while (took.length < 3) {
      const startedAt = Date.now();
      const told = await world.served(slash());
      took.push(Date.now() - startedAt);
      expect(told.text).toMatch(/storage/iu);
    }
    expect(Math.min(...took)).toBeLessThan(3000);
    expect((await world.ask({ command: 'help' })).text).toContain('/summarise');
    other.exec('ROLLBACK');
    expect(isAnswer(await world.served(slash()))).toBe(true);
    // What came through late was closed: nobody had been told that it was taken.
    await expect.poll(() => world.app().desk.inbox.open()).toEqual([]);
  });
});

describe('a damaged record', () => {
  it.each([
    ['that is no JSON', 'not a record'],
    ['of a version nobody knows', '{"version":999,"record":{}}'],
  ])('%s is set aside with one line, and the defaults stand in', async (_name, value) => {
    await world.set({ field: 'length', value: 'short' });
    const { changes } = other
      .prepare("UPDATE entries SET value = ? WHERE collection = 'settings' AND guild = ?")
      .run(value, world.discord.guild.id);
    expect(Number(changes)).toBe(1);
    expect(isAnswer(await world.served(slash()))).toBe(true);
    expect(isAnswer(await world.served(slash()))).toBe(true);
    const aside = world.records.filter(({ event }) => event === 'record set aside');
    expect(aside).toEqual([expect.objectContaining({ collection: 'settings', guild: world.discord.guild.id })]);
  });
});

describe('a clock', () => {
  it('that is set back by a day, and on again, has nothing posted twice and no pause that stays', async () => {
    await answerLinks();
    await world.set({ field: 'coolDown', of: 'member', value: 30 });
    postLink();
    await expect.poll(answers).toHaveLength(1);
    expect(isAnswer(await world.served(slash('/news/orchard-water')))).toBe(true);
    const now = Date.now();
    vi.useFakeTimers({ toFake: ['Date'], now: now - DAY_MS });
    world.discord.gateway.replay('MESSAGE_CREATE');
    await world.discord.settled({ quietMs: 800 });
    // The pause was to last 30 s, not a day.
    expect((await world.served(slash('/news/school-phones'))).text).toContain('Checked against');
    vi.setSystemTime(now);
    world.discord.gateway.replay('MESSAGE_CREATE');
    await world.discord.settled({ quietMs: 800 });
    expect(answers().filter(({ replyTo }) => replyTo)).toHaveLength(1);
  });
});
