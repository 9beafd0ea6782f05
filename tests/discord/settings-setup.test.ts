/** What the panel says is missing, without a Discord. */
import { describe, expect, it } from 'vitest';

import { DEFAULT_SETTINGS, type Settings } from '#domain';

import { compareGuilds, shardListOf } from '../../src/discord/connection/guild-life.ts';
import type { GuildFacts } from '../../src/discord/contracts/guild-facts.ts';
import { RIGHTS, type Right } from '../../src/discord/contracts/rights.ts';
import { changedList } from '../../src/discord/settings/choices.ts';
import { wholeNumber } from '../../src/discord/settings/forms.ts';
import { settingsView } from '../../src/discord/settings/panel-view.ts';
import { setupLines } from '../../src/discord/settings/setup.ts';
import type { Panel } from '../../src/discord/settings/state.ts';
import { speak } from '../../src/texts/texts.ts';

const EN = speak('en-GB');

function factsWith(lacking: readonly Right[] | null, readsMessages = true): GuildFacts {
  return {
    parentOf: (_guild, channel) => channel,
    rights: () => ({ admin: true, bot: true }),
    lacking: (_guild, _channel, needed) => lacking && needed.filter((right) => lacking.includes(right)),
    readsMessages: () => readsMessages,
  };
}
const linesFor = (settings: Partial<Settings>, facts: GuildFacts) =>
  setupLines('1', { ...DEFAULT_SETTINGS, ...settings }, facts, EN.texts);

describe('what is still to set up', () => {
  it('is nothing while nothing is switched on', () => {
    expect(linesFor({}, factsWith(null, false))).toEqual([]);
  });

  it('names only the rights that the mode needs', () => {
    const facts = factsWith(['AddReactions', 'CreatePublicThreads']);
    expect(linesFor({ modes: { '10000': 'button' } }, facts)).toEqual([]);
    expect(linesFor({ modes: { '10000': 'reaction' } }, facts)).toEqual([
      'In <#10000> the bot lacks “Add Reactions”. Allow it in that channel’s settings, under Permissions.',
    ]);
  });

  it('tells a channel that is gone, and the intent that posted links need', () => {
    const [intent, channel] = linesFor({ modes: { '10000': 'reply' } }, factsWith(null, false));
    expect(channel).toContain('<#10000> is gone');
    expect(intent).toContain('MESSAGE_CONTENT_INTENT=on');
    expect(linesFor({ reportChannel: '10000' }, factsWith(['SendMessages']))[0]).toContain('Choose another channel.');
  });
});

describe('a list that two admins change', () => {
  it('keeps what the other has added, and loses what either took away', () => {
    expect(changedList(['a', 'b', 'c'], ['a', 'b'], ['b', 'd'])).toEqual(['b', 'c', 'd']);
    expect(changedList(['b'], ['a', 'b'], ['a', 'b'])).toEqual(['b']);
  });
});

describe('a number that is written', () => {
  it.each([
    ['30', 30],
    [' 50,000 ', 50_000],
    ['50.000', 50_000],
    ['1 000 000', 1_000_000],
  ])('%s is %d', (written, number) => {
    expect(wholeNumber(written)).toBe(number);
  });

  it.each(['', '1.5', '-1', '1e3', 'ten', '5,00', '٣'])('%s is none', (written) => {
    expect(() => wholeNumber(written)).toThrow('settings-not-a-number');
  });
});

describe('the panel', () => {
  const panelOf = (panel: Partial<Panel>): Panel => ({
    page: 'overview',
    held: { revision: 1, settings: DEFAULT_SETTINGS, previous: null, changes: [] },
    ceiling: 200_000,
    here: '10000',
    channel: null,
    note: null,
    setup: [],
    ...panel,
  });

  it('stays within a message with five hundred channels and a hundred long sites', () => {
    const modes = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`${1e17 + index * 1000}`, 'thread' as const]),
    );
    const names = Array.from({ length: 100 }, (_, index) => `${'very-long-name-'.repeat(4)}${index}.example`);
    const settings: Settings = { ...DEFAULT_SETTINGS, modes, domains: { kind: 'except', names } };
    const change = { field: 'domains', value: settings.domains } as const;
    const held = {
      revision: 9,
      settings,
      previous: settings,
      changes: Array.from({ length: 10 }, () => ({ by: '99999', at: 0, change })),
    };
    const setup = linesFor({ ...settings, reportChannel: '10000' }, factsWith(RIGHTS.slice(1), false));
    for (const page of ['overview', 'links', 'changes'] as const) {
      const { sections, footer } = settingsView(panelOf({ page, held, setup, note: 'x'.repeat(200) }), EN);
      const shown = [
        ...sections.flatMap(({ title, lines }) => [title ?? '', ...lines.map(({ text }) => text)]),
        ...footer,
      ];
      expect(shown.join('\n').length).toBeLessThan(3900);
    }
  });

  it('offers to undo only when there is something to', () => {
    const labels = (panel: Panel) =>
      settingsView(panel, EN).controls.map((control) => (control.kind === 'button' ? control.label : ''));
    expect(labels(panelOf({}))).not.toContain('Undo the last change');
    const held = { revision: 1, settings: DEFAULT_SETTINGS, previous: DEFAULT_SETTINGS, changes: [] };
    expect(labels(panelOf({ held }))).toContain('Undo the last change');
  });
});

describe('servers after READY', () => {
  const on = (shard: number): string => String(BigInt(shard) << 22n);

  it('count as left only on this process’s own shards', () => {
    const list = shardListOf({ t: 'READY', d: { shard: [1, 4], guilds: [{ id: on(5), unavailable: true }] } });
    expect(list && compareGuilds([on(1), on(5), on(2), on(8)], list)).toEqual({ gone: [on(1)], here: [on(5)] });
  });

  it('are not compared by any other event', () => {
    expect(shardListOf({ t: 'GUILD_CREATE', d: { guilds: [] } })).toBeNull();
    expect(shardListOf({ t: 'READY', d: {} })).toBeNull();
    expect(shardListOf({ op: 11 })).toBeNull();
  });
});
