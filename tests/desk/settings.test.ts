/** Settings in the store: nothing lost, and what is kept follows them. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { createSettingsKeeper } from '#desk';
import { type ChangeFacts, DEFAULT_SETTINGS, FIRST_SETTINGS, type SettingsKeeper } from '#domain';

import { plainArticle } from '../fixtures/articles.ts';
import { type HeldStore, heldStore, START } from './held-store.ts';

const DAY_MS = 86_400_000;
const FACTS: ChangeFacts = { guildCeiling: 200_000, channel: { admin: true, bot: true } };

describe('settings of a server', () => {
  let held: HeldStore;
  let settings: SettingsKeeper;
  beforeEach(async () => {
    held = await heldStore();
    settings = createSettingsKeeper(held.store, held.clock);
  });
  afterEach(() => held.store.close());

  it('are the defaults until something is changed, and stay with their server', async () => {
    expect(await settings.get('1')).toEqual(FIRST_SETTINGS);
    await settings.change('1', { field: 'language', value: 'de' }, FACTS, 'ann');
    expect((await settings.get('1')).settings).toEqual({ ...DEFAULT_SETTINGS, language: 'de' });
    expect(await settings.get('2')).toEqual(FIRST_SETTINGS);
  });

  it('lose nothing when twenty admins save at once', async () => {
    const channels = Array.from({ length: 20 }, (_, index) => `${100_000 + index}`);
    await Promise.all(
      channels.map((channel) => settings.change('1', { field: 'mode', channel, value: 'reaction' }, FACTS, channel)),
    );
    const { settings: now, revision, changes } = await settings.get('1');
    expect(Object.keys(now.modes).toSorted()).toEqual(channels);
    expect(revision).toBe(20);
    expect(changes).toHaveLength(10);
  });

  it('are written down with who and when, and undone in one step', async () => {
    held.at(5);
    const changed = await settings.change('1', { field: 'length', value: 'short' }, FACTS, 'ann');
    expect(changed.changes).toEqual([{ by: 'ann', at: START + 5, change: { field: 'length', value: 'short' } }]);
    expect((await settings.undo('1', changed.revision, 'bo')).settings).toEqual(DEFAULT_SETTINGS);
    expect((await settings.get('1')).settings).toEqual(DEFAULT_SETTINGS);
  });

  it('of two admins who undo at once are undone once', async () => {
    await settings.change('1', { field: 'length', value: 'short' }, FACTS, 'ann');
    const { revision } = await settings.change('1', { field: 'length', value: 'detailed' }, FACTS, 'ann');
    const outcomes = await Promise.allSettled([
      settings.undo('1', revision, 'ann'),
      settings.undo('1', revision, 'bo'),
    ]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect((await settings.get('1')).settings.length).toBe('short');
  });

  it('stay as they are when a change is refused', async () => {
    const refused = settings.change('1', { field: 'retentionDays', value: 400 }, FACTS, 'ann');
    await expect(refused).rejects.toMatchObject({ code: 'settings-number' });
    expect(await settings.get('1')).toEqual(FIRST_SETTINGS);
  });

  it('shorten the life of what is kept already, and an undo gives it back', async () => {
    await held.store.articles.put('1', 'a', plainArticle);
    await held.store.articles.put('2', 'a', plainArticle);
    const { revision } = await settings.change('1', { field: 'retentionDays', value: 7 }, FACTS, 'ann');
    held.at(7 * DAY_MS);
    expect(await held.store.articles.get('1', 'a')).toBeUndefined();
    expect(await held.store.articles.get('2', 'a')).toBeDefined();
    await settings.undo('1', revision, 'ann');
    held.at(30 * DAY_MS - 1);
    expect(await held.store.articles.get('1', 'a')).toBeDefined();
    held.at(30 * DAY_MS);
    expect(await held.store.articles.get('1', 'a')).toBeUndefined();
  });
});
