/** The rules for changing a server's settings, without a store. */
import { describe, expect, it } from 'vitest';

import {
  applyChange,
  BotError,
  type ChangeFacts,
  DEFAULT_SETTINGS,
  FIRST_SETTINGS,
  type GuildSettings,
  isDomainWanted,
  mayMemberSpend,
  modeOf,
  type Settings,
  type SettingsChange,
  withChange,
  withUndo,
} from '#domain';
import { speak } from '#texts';

const CHANNEL = '111111111111111111';
const BOTH: ChangeFacts = { guildCeiling: 200_000, channel: { admin: true, bot: true } };

function settingsAfter(change: SettingsChange, facts = BOTH, settings: Settings = DEFAULT_SETTINGS): Settings {
  const applied = applyChange(settings, change, facts);
  if ('refusal' in applied) throw applied.refusal;
  return applied.settings;
}
function refusalOf(change: SettingsChange, facts = BOTH): BotError {
  const applied = applyChange(DEFAULT_SETTINGS, change, facts);
  if ('settings' in applied) throw new Error('applied');
  return applied.refusal;
}

describe('a new server', () => {
  it('has links switched off everywhere', () => {
    expect(modeOf(DEFAULT_SETTINGS, CHANNEL)).toBe('off');
    expect(modeOf(DEFAULT_SETTINGS, 'constructor')).toBe('off');
  });
  it('lets everybody spend, and follows the language of the article', () => {
    expect(mayMemberSpend(DEFAULT_SETTINGS, [])).toBe(true);
    expect(DEFAULT_SETTINGS.language).toBeNull();
  });
});

describe('a change', () => {
  it.each<[SettingsChange, Partial<Settings>]>([
    [{ field: 'language', value: 'de' }, { language: 'de' }],
    [{ field: 'language', value: null }, { language: null }],
    [{ field: 'length', value: 'detailed' }, { length: 'detailed' }],
    [{ field: 'mode', channel: CHANNEL, value: 'reaction' }, { modes: { [CHANNEL]: 'reaction' } }],
    [{ field: 'spendingRoles', value: ['22222', '22222', '33333'] }, { spendingRoles: ['22222', '33333'] }],
    [{ field: 'allowance', of: 'member', value: 10 }, { allowances: { member: 10, guild: null } }],
    [{ field: 'allowance', of: 'guild', value: 200_000 }, { allowances: { member: 50_000, guild: 200_000 } }],
    [{ field: 'coolDown', of: 'channel', value: 600 }, { coolDowns: { member: 30, channel: 600 } }],
    [{ field: 'engine', value: 'extractive' }, { engine: 'extractive' }],
    [{ field: 'discussion', value: 'here' }, { discussion: 'here' }],
    [{ field: 'answersEveryMessage', value: true }, { answersEveryMessage: true }],
    [{ field: 'retentionDays', value: 7 }, { retentionDays: 7 }],
    [{ field: 'reportChannel', value: CHANNEL }, { reportChannel: CHANNEL }],
  ])('%j sets this and nothing else', (change, expected) => {
    expect(settingsAfter(change)).toEqual({ ...DEFAULT_SETTINGS, ...expected });
  });

  it('reads site names as people write them', () => {
    const written = ['https://www.Example.org/news', 'bücher.example', ' news.example.com. ', 'example.org'];
    expect(settingsAfter({ field: 'domains', value: { kind: 'only', names: written } }).domains).toEqual({
      kind: 'only',
      names: ['example.org', 'news.example.com', 'xn--bcher-kva.example'],
    });
  });

  it('switches a channel off without a right in it, and forgets it', () => {
    const on = settingsAfter({ field: 'mode', channel: CHANNEL, value: 'button' });
    const off = settingsAfter({ field: 'mode', channel: CHANNEL, value: 'off' }, { guildCeiling: null }, on);
    expect(off.modes).toEqual({});
  });

  it.each<[SettingsChange, ChangeFacts, string, string]>([
    [{ field: 'language', value: 'Deutsch' }, BOTH, 'settings-language', 'two letters'],
    [{ field: 'length', value: 'endless' as never }, BOTH, 'settings-choice', 'endless'],
    [{ field: 'mode', channel: CHANNEL, value: 'loud' as never }, BOTH, 'settings-choice', 'loud'],
    [{ field: 'mode', channel: '<#1>', value: 'reply' }, BOTH, 'settings-choice', '<#1>'],
    [{ field: 'mode', channel: CHANNEL, value: 'reply' }, { guildCeiling: null }, 'settings-choice', CHANNEL],
    [{ field: 'domains', value: { kind: 'only', names: [] } }, BOTH, 'settings-domain', 'No site'],
    [{ field: 'domains', value: { kind: 'except', names: ['not a host'] } }, BOTH, 'settings-domain', 'not a host'],
    [{ field: 'domains', value: { kind: 'only', names: ['localhost'] } }, BOTH, 'settings-domain', 'localhost'],
    [{ field: 'domains', value: { kind: 'only', names: ['10.0.0.1'] } }, BOTH, 'settings-domain', '10.0.0.1'],
    [{ field: 'spendingRoles', value: ['admins'] }, BOTH, 'settings-choice', 'admins'],
    [{ field: 'allowance', of: 'guild', value: 200_001 }, BOTH, 'settings-allowance', '200000'],
    [{ field: 'allowance', of: 'member', value: -1 }, BOTH, 'settings-allowance', '0 to 200000'],
    [{ field: 'allowance', of: 'member', value: 1.5 }, { guildCeiling: null }, 'settings-allowance', 'whole number'],
    [{ field: 'coolDown', of: 'member', value: Number.NaN }, BOTH, 'settings-number', '86400'],
    [{ field: 'retentionDays', value: 0 }, BOTH, 'settings-number', '1 to 30'],
    [{ field: 'retentionDays', value: 31 }, BOTH, 'settings-number', '1 to 30'],
    [{ field: 'engine', value: 'openai' as never }, BOTH, 'settings-choice', 'openai'],
    [{ field: 'discussion', value: 'everywhere' as never }, BOTH, 'settings-choice', 'everywhere'],
  ])('%j is refused with a sentence that says what to enter', (change, facts, code, words) => {
    const refusal = refusalOf(change, facts);
    expect(refusal.code).toBe(code);
    expect(speak(null).errorSentence(refusal)).toContain(words);
  });

  it('is refused where the list would grow without end', () => {
    const names = Array.from({ length: 101 }, (_, index) => `site${index}.example`);
    expect(refusalOf({ field: 'domains', value: { kind: 'only', names } }).code).toBe('settings-count');
    const roles = Array.from({ length: 26 }, (_, index) => `${100_000 + index}`);
    expect(refusalOf({ field: 'spendingRoles', value: roles }).code).toBe('settings-count');
  });

  it('a channel that the admin may not see is refused, and one that the bot may not see', () => {
    const change: SettingsChange = { field: 'reportChannel', value: CHANNEL };
    const admin = refusalOf(change, { guildCeiling: null, channel: { admin: false, bot: true } });
    const bot = refusalOf(change, { guildCeiling: null, channel: { admin: true, bot: false } });
    expect([admin.facts, bot.facts]).toEqual([
      { channel: CHANNEL, whose: 'admin' },
      { channel: CHANNEL, whose: 'bot' },
    ]);
  });
});

describe('sites', () => {
  it.each([
    [{ kind: 'all', names: [] }, 'example.org', true],
    [{ kind: 'only', names: ['example.org'] }, 'example.org', true],
    [{ kind: 'only', names: ['example.org'] }, 'news.example.org', true],
    [{ kind: 'only', names: ['example.org'] }, 'badexample.org', false],
    [{ kind: 'except', names: ['example.org'] }, 'news.example.org', false],
    [{ kind: 'except', names: ['example.org'] }, 'other.example', true],
  ] as const)('%j of %s: %s', (rule, host, isWanted) => {
    expect(isDomainWanted(rule, host)).toBe(isWanted);
  });
});

describe('the history', () => {
  const change = (held: GuildSettings, value: string, by = 'ann', at = 1): GuildSettings =>
    withChange(held, { field: 'language', value }, BOTH, { by, at });

  it('remembers the last ten changes, newest first, with who and when', () => {
    let held = FIRST_SETTINGS;
    for (let index = 0; index < 12; index += 1) held = change(held, index % 2 ? 'de' : 'en', `u${index}`, index);
    expect(held.changes.map(({ by, at }) => [by, at])).toEqual(
      Array.from({ length: 10 }, (_, index) => [`u${11 - index}`, 11 - index]),
    );
    expect(held.revision).toBe(12);
  });

  it('undoes the latest change once, and says so', () => {
    const held = change(change(FIRST_SETTINGS, 'de'), 'fr');
    const undone = withUndo(held, held.revision, { by: 'bo', at: 9 });
    expect(undone.settings.language).toBe('de');
    expect(undone.changes[0]).toEqual({ by: 'bo', at: 9, change: { field: 'undo' } });
    expect(() => withUndo(undone, undone.revision, { by: 'bo', at: 9 })).toThrow(
      expect.objectContaining({ code: 'settings-nothing-to-undo' }),
    );
  });

  it('does not take back what another admin changed after the panel was opened', () => {
    const seen = change(FIRST_SETTINGS, 'de');
    const now = change(seen, 'fr', 'bo');
    expect(() => withUndo(now, seen.revision, { by: 'ann', at: 2 })).toThrow(
      expect.objectContaining({ code: 'settings-moved' }),
    );
  });

  it('keeps everything as it is when a change is refused', () => {
    expect(() => change(FIRST_SETTINGS, 'Klingon')).toThrow(BotError);
  });
});
