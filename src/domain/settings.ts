/** What a server's admins decide, and the pure rules for changing it. */
import type { EngineName, Length } from './briefing.ts';
import { LENGTHS } from './briefing.ts';
import { BotError } from './errors.ts';

/** What happens when somebody posts a link in a channel. */
export const CHANNEL_MODES = ['off', 'reaction', 'button', 'reply', 'thread'] as const;
export type ChannelMode = (typeof CHANNEL_MODES)[number];

/** `automatic`: the model when one is configured and allowed, else the embedded engine. */
export const ENGINE_CHOICES = ['automatic', 'extractive'] as const;
export type EngineChoice = (typeof ENGINE_CHOICES)[number];

/** Where a discussion takes place unless the call says otherwise. */
export const DISCUSSION_PLACES = ['thread', 'here', 'private'] as const;
export type DiscussionPlace = (typeof DISCUSSION_PLACES)[number];

/** Which sites' links count when they are posted. A name covers its subdomains. */
export interface DomainRule {
  readonly kind: 'all' | 'only' | 'except';
  /** Host names in lower case, as the address has them (punycode). */
  readonly names: readonly string[];
}

export interface Settings {
  /** Output language, ISO 639-1; `null`: the article's own. */
  readonly language: string | null;
  readonly length: Length;
  /** By channel id; a channel that is not named is `off`. */
  readonly modes: Readonly<Record<string, ChannelMode>>;
  readonly domains: DomainRule;
  /** Role ids whose members may spend tokens; empty: everybody. */
  readonly spendingRoles: readonly string[];
  /** Tokens a day (UTC); `null`: no limit of the server's own below the operator's. */
  readonly allowances: { readonly member: number | null; readonly guild: number | null };
  /** Seconds between two requests of one member, and between two unasked offers in one channel; 0: none. */
  readonly coolDowns: { readonly member: number; readonly channel: number };
  readonly engine: EngineChoice;
  readonly discussion: DiscussionPlace;
  /** In its own threads the bot answers every message, not only questions put to it. */
  readonly answersEveryMessage: boolean;
  /** Days that articles, results and the list of posted messages are kept. */
  readonly retentionDays: number;
  /** Where reports of wrong items go; `null`: nowhere but to whoever reported. */
  readonly reportChannel: string | null;
}

/** A member's daily share unless the admins choose another: about a dozen briefings, so that nobody empties the server's alone. */
const MEMBER_TOKENS_PER_DAY = 50_000;

export const DEFAULT_SETTINGS: Settings = {
  language: null,
  length: 'standard',
  modes: {},
  domains: { kind: 'all', names: [] },
  spendingRoles: [],
  allowances: { member: MEMBER_TOKENS_PER_DAY, guild: null },
  coolDowns: { member: 30, channel: 0 },
  engine: 'automatic',
  discussion: 'thread',
  answersEveryMessage: false,
  retentionDays: 30,
  reportChannel: null,
};

const DAY_MS = 86_400_000;

/** How long what a server's requests produce is kept. */
export const retentionOf = ({ retentionDays }: Pick<Settings, 'retentionDays'>): { readonly ttlMs: number } => ({
  ttlMs: retentionDays * DAY_MS,
});

/** The bounds of what admins may choose. The counts are those of Discord's selects, which show at most 25 entries. */
export const SETTINGS_BOUNDS = {
  domains: 100,
  spendingRoles: 25,
  channels: 500,
  coolDownSeconds: 86_400,
  retentionDays: { least: 1, most: 30 },
} as const;

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

/** What the rules must know besides the settings. */
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

/** Whether links to this host count when they are posted. */
export function isDomainWanted({ kind, names }: DomainRule, host: string): boolean {
  const isNamed = names.some((name) => host === name || host.endsWith(`.${name}`));
  return kind === 'all' || isNamed === (kind === 'only');
}

/** What was asked for, and the server's choice where nothing was. */
export function withChoices(
  asked: { readonly language?: string | null | undefined; readonly engine?: EngineName | undefined },
  chosen: Pick<Settings, 'language' | 'engine'>,
): { readonly language?: string; readonly engine?: EngineName } {
  const language = asked.language ?? chosen.language;
  const engine = asked.engine ?? (chosen.engine === 'extractive' ? chosen.engine : undefined);
  return { ...(language ? { language } : {}), ...(engine ? { engine } : {}) };
}

/** The mode of a channel; of a thread, give its parent's id. */
export function modeOf({ modes }: Pick<Settings, 'modes'>, channel: string): ChannelMode {
  return Object.hasOwn(modes, channel) ? (modes[channel] ?? 'off') : 'off';
}
