/** What is held for whom, and how it goes. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';

import { createPostedMessages, createRetention, createSettingsKeeper, createUsageLedger, type Retention } from '#desk';
import { retentionOf } from '#domain';

import { briefingRecord, plainArticle } from '../fixtures/articles.ts';
import { type HeldStore, heldStore, START } from './held-store.ts';

const DAY_MS = 86_400_000;
let held: HeldStore;
let retention: Retention;

async function fill(guild: string): Promise<void> {
  const { store, clock } = held;
  await store.articles.put(guild, 'a', plainArticle);
  await store.briefings.put(guild, 'k', briefingRecord);
  await createUsageLedger(store, clock).add({ guild, member: 'ann' }, { requests: 1 });
  await createUsageLedger(store, clock).add({ guild, member: 'bo' }, { requests: 1 });
  const settings = createSettingsKeeper(store, clock);
  await settings.change(guild, { field: 'language', value: 'de' }, { guildCeiling: null }, 'ann');
  await createPostedMessages(store, async (of) => retentionOf((await settings.get(of)).settings).ttlMs, clock).add(
    guild,
    {
      id: 'm',
      channel: 'news',
      article: 'a',
      member: 'ann',
      source: null,
      kind: 'briefing',
      language: 'en',
      postedAt: START,
    },
  );
}

beforeEach(async () => {
  held = await heldStore();
  const ledger = createUsageLedger(held.store, held.clock);
  const posted = createPostedMessages(held.store, async () => 30 * DAY_MS, held.clock);
  retention = createRetention(held.store, { posted, ledger });
  for (const guild of ['1', '2', 'user:ann']) await fill(guild);
});
afterEach(() => held.store.close());

const ALL = { articles: 1, briefings: 1, posted: 1, usageDays: 1, hasSettings: true };
const NOTHING = { articles: 0, briefings: 0, posted: 0, usageDays: 0, hasSettings: false };

describe('what is held', () => {
  it('is counted for a server, for a person, and for a member of a server', async () => {
    expect(await retention.held('1')).toEqual(ALL);
    expect(await retention.held('user:ann')).toEqual(ALL);
    expect(await retention.heldOf('1', 'ann')).toEqual({ posted: 1, usageDays: 1 });
    expect(await retention.heldOf('1', 'bo')).toEqual({ posted: 0, usageDays: 1 });
    expect(await retention.held('3')).toEqual(NOTHING);
  });

  it('names the servers, people left out', async () => {
    expect([...(await retention.guilds())].toSorted()).toEqual(['1', '2']);
  });
});

describe('a wish to delete', () => {
  it('takes a member out of the ledger and everything of theirs outside servers', async () => {
    await retention.deleteMember('1', 'ann');
    expect(await retention.heldOf('1', 'ann')).toEqual({ posted: 0, usageDays: 0 });
    expect(await held.store.posted.get('1', 'm')).toMatchObject({ member: null });
    expect(await retention.heldOf('1', 'bo')).toMatchObject({ usageDays: 1 });
    expect(await retention.held('user:ann')).toEqual(NOTHING);
    expect(await retention.held('2')).toEqual(ALL);
  });

  it('takes everything of a server, and of no other', async () => {
    await retention.deleteGuild('1');
    expect(await retention.held('1')).toEqual(NOTHING);
    expect(await retention.held('2')).toEqual(ALL);
  });
});

describe('collections made elsewhere', () => {
  it('go with their server, and tell which texts were one member’s alone', async () => {
    const { store } = held;
    const others = [
      {
        async *guilds() {
          yield '4';
        },
        deleteOf: async () => ['pasted', 'a', 'gone'],
      },
    ];
    const ledger = createUsageLedger(store, held.clock);
    const posted = createPostedMessages(store, async () => 30 * DAY_MS, held.clock);
    const withOthers = createRetention(store, { posted, ledger, others });
    const link = { kind: 'link', url: 'https://a.example/', address: 'https://a.example/' } as const;
    await store.articles.put('1', 'pasted', { ...plainArticle, source: { kind: 'text' } });
    await store.articles.put('1', 'a', { ...plainArticle, source: link });
    await store.briefings.put('1', 'pasted|rules', briefingRecord);
    await withOthers.deleteMember('1', 'ann');
    expect(await store.articles.get('1', 'pasted')).toBeUndefined();
    expect(await store.briefings.get('1', 'pasted|rules')).toBeUndefined();
    expect(await store.articles.get('1', 'a')).toBeDefined();
    expect(await withOthers.guilds()).toContain('4');
  });
});

describe('a server that sent the bot away', () => {
  it('loses texts and results at once, and settings after seven days', async () => {
    const threads = held.store.collection({ name: 'threads', version: 1, schema: z.string(), durability: 'cache' });
    await threads.put('1', 't', 'what somebody said');
    await retention.left('1');
    expect(await retention.held('1')).toEqual({ ...NOTHING, hasSettings: true });
    expect(await threads.get('1', 't')).toBeUndefined();
    held.at(7 * DAY_MS - 1);
    expect(await retention.held('1')).toMatchObject({ hasSettings: true });
    held.at(7 * DAY_MS);
    expect(await retention.held('1')).toEqual(NOTHING);
    expect(await retention.held('2')).toMatchObject({ hasSettings: true });
  });

  it('finds its settings when it takes the bot back in time, for good', async () => {
    await retention.left('1');
    held.at(6 * DAY_MS);
    await retention.returned('1');
    held.at(60 * DAY_MS);
    expect(await retention.held('1')).toMatchObject({ hasSettings: true });
  });

  it('without settings leaves nothing, and coming back makes none', async () => {
    await retention.left('3');
    await retention.returned('3');
    expect(await retention.held('3')).toEqual(NOTHING);
  });
});
