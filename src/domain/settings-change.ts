/** The pure rules for changing what a server's admins decide. */
import { LENGTHS, type Length } from './briefing.ts';
import { BotError } from './errors.ts';
import {
  CHANNEL_MODES,
  type ChannelMode,
  DISCUSSION_PLACES,
  type DiscussionPlace,
  type DomainRule,
  ENGINE_CHOICES,
  type EngineChoice,
  SETTINGS_BOUNDS,
  type Settings,
} from './settings.ts';

export type SettingsChange =
  | { readonly field: 'language'; readonly value: string | null }
  | { readonly field: 'length'; readonly value: Length }
  | { readonly field: 'mode'; readonly channel: string; readonly value: ChannelMode }
  | { readonly field: 'domains'; readonly value: DomainRule }
  | { readonly field: 'spendingRoles'; readonly value: readonly string[] }
  | { readonly field: 'allowance'; readonly of: 'member' | 'guild'; readonly value: number | null }
  | { readonly field: 'coolDown'; readonly of: 'member' | 'channel'; readonly value: number }
  | { readonly field: 'engine'; readonly value: EngineChoice }
  | { readonly field: 'discussion'; readonly value: DiscussionPlace }
  | { readonly field: 'answersEveryMessage'; readonly value: boolean }
  | { readonly field: 'retentionDays'; readonly value: number }
  | { readonly field: 'reportChannel'; readonly value: string | null };

/** What the rules for a change must know besides the settings. */
export interface ChangeFacts {
  /** The operator's ceiling for this server, tokens a day; `null`: none. */
  readonly guildCeiling: number | null;
  /**
   * Rights in the channel that the change names, read off the interaction that asks for it. Both must be able to see it
   * and write there, so that nobody sends the bot where they may not go. Absent: the change names none.
   */
  readonly channel?: { readonly admin: boolean; readonly bot: boolean };
}

export type Applied = { readonly settings: Settings } | { readonly refusal: BotError };

const LANGUAGE = /^[a-z]{2,3}$/u;
const SNOWFLAKE = /^\d{5,20}$/u;
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;

/** The settings after one change, or the error that says what to enter instead. Pure. */
export function applyChange(settings: Settings, change: SettingsChange, facts: ChangeFacts): Applied {
  switch (change.field) {
    case 'language':
      if (change.value !== null && !LANGUAGE.test(change.value))
        return refuse(new BotError('settings-language', { value: change.value }));
      return { settings: { ...settings, language: change.value } };
    case 'length':
      // Forms send text: a value outside the type can come in.
      if (!LENGTHS.includes(change.value)) return refuseChoice(change.field, change.value);
      return { settings: { ...settings, length: change.value } };
    case 'mode':
      return applyMode(settings, change, facts);
    case 'domains':
      return applyDomains(settings, change.value);
    case 'spendingRoles':
      return applyRoles(settings, change.value);
    case 'allowance':
      return applyAllowance(settings, change, facts);
    case 'coolDown':
      if (!isWithin(change.value, 0, SETTINGS_BOUNDS.coolDownSeconds))
        return refuseNumber('coolDown', change.value, 0, SETTINGS_BOUNDS.coolDownSeconds);
      return { settings: { ...settings, coolDowns: { ...settings.coolDowns, [change.of]: change.value } } };
    case 'engine':
      if (!ENGINE_CHOICES.includes(change.value)) return refuseChoice(change.field, change.value);
      return { settings: { ...settings, engine: change.value } };
    case 'discussion':
      if (!DISCUSSION_PLACES.includes(change.value)) return refuseChoice(change.field, change.value);
      return { settings: { ...settings, discussion: change.value } };
    case 'answersEveryMessage':
      return { settings: { ...settings, answersEveryMessage: change.value } };
    case 'retentionDays': {
      const { least, most } = SETTINGS_BOUNDS.retentionDays;
      if (!isWithin(change.value, least, most)) return refuseNumber('retentionDays', change.value, least, most);
      return { settings: { ...settings, retentionDays: change.value } };
    }
    case 'reportChannel':
      if (change.value !== null) {
        const refusal = refusedChannel(change.value, facts);
        if (refusal) return refuse(refusal);
      }
      return { settings: { ...settings, reportChannel: change.value } };
  }
}

function applyMode(
  settings: Settings,
  { channel, value }: Extract<SettingsChange, { field: 'mode' }>,
  facts: ChangeFacts,
): Applied {
  if (!CHANNEL_MODES.includes(value)) return refuseChoice('mode', value);
  // Switching off needs no right in the channel: it may be one that was deleted or closed to the bot.
  if (value === 'off') {
    const { [channel]: _gone, ...modes } = settings.modes;
    return { settings: { ...settings, modes } };
  }
  const refusal = refusedChannel(channel, facts);
  if (refusal) return refuse(refusal);
  const modes = { ...settings.modes, [channel]: value };
  if (Object.keys(modes).length > SETTINGS_BOUNDS.channels) return refuseCount('mode', SETTINGS_BOUNDS.channels);
  return { settings: { ...settings, modes } };
}

function applyDomains(settings: Settings, { kind, names }: DomainRule): Applied {
  if (kind === 'all') return { settings: { ...settings, domains: { kind, names: [] } } };
  const hosts = [...new Set(names.map(hostOf))];
  const wrong = hosts.find((host) => !HOST.test(host));
  if (wrong !== undefined) return refuse(new BotError('settings-domain', { value: wrong }));
  if (hosts.length === 0) return refuse(new BotError('settings-domain', { value: '' }));
  if (hosts.length > SETTINGS_BOUNDS.domains) return refuseCount('domains', SETTINGS_BOUNDS.domains);
  return { settings: { ...settings, domains: { kind, names: hosts.sort() } } };
}

/** A host as admins write it (an address, a leading "www.", capitals, other scripts) → as an address has it. */
function hostOf(written: string): string {
  const text = written.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//iu.test(text) ? text : `https://${text}`;
  const host = URL.canParse(address) ? new URL(address).hostname : text.toLowerCase();
  return host.replace(/^www\./u, '').replace(/\.$/u, '');
}

function applyRoles(settings: Settings, roles: readonly string[]): Applied {
  const spendingRoles = [...new Set(roles)];
  const wrong = spendingRoles.find((role) => !SNOWFLAKE.test(role));
  if (wrong !== undefined) return refuseChoice('spendingRoles', wrong);
  if (spendingRoles.length > SETTINGS_BOUNDS.spendingRoles)
    return refuseCount('spendingRoles', SETTINGS_BOUNDS.spendingRoles);
  return { settings: { ...settings, spendingRoles } };
}

function applyAllowance(
  settings: Settings,
  { of, value }: Extract<SettingsChange, { field: 'allowance' }>,
  { guildCeiling }: ChangeFacts,
): Applied {
  const most = guildCeiling ?? Number.MAX_SAFE_INTEGER;
  if (value !== null && !isWithin(value, 0, most))
    return refuse(new BotError('settings-allowance', { value, ceiling: guildCeiling }));
  return { settings: { ...settings, allowances: { ...settings.allowances, [of]: value } } };
}

function refusedChannel(channel: string, { channel: rights }: ChangeFacts): BotError | null {
  if (!SNOWFLAKE.test(channel) || !rights) return new BotError('settings-choice', { field: 'channel', value: channel });
  if (!rights.admin) return new BotError('settings-channel', { channel, whose: 'admin' });
  return rights.bot ? null : new BotError('settings-channel', { channel, whose: 'bot' });
}

const isWithin = (value: number, least: number, most: number): boolean =>
  Number.isSafeInteger(value) && value >= least && value <= most;
const refuse = (refusal: BotError): Applied => ({ refusal });
const refuseChoice = (field: string, value: string): Applied =>
  refuse(new BotError('settings-choice', { field, value }));
const refuseNumber = (field: string, value: number, least: number, most: number): Applied =>
  refuse(new BotError('settings-number', { field, value, least, most }));
const refuseCount = (field: string, limit: number): Applied => refuse(new BotError('settings-count', { field, limit }));
