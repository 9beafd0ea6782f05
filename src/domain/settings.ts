/** What a server's admins decide. */
import type { EngineName, Length } from './briefing.ts';

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

/**
 * A member's daily share unless the admins choose another: about a dozen briefings, so that nobody empties the server's
 * alone.
 */
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

/** Whether links to this host count when they are posted. */
export function isDomainWanted({ kind, names }: DomainRule, host: string): boolean {
  const isNamed = names.some((name) => host === name || host.endsWith(`.${name}`));
  return kind === 'all' || isNamed === (kind === 'only');
}

/** The language and engine that a person asked for, and the server's choice where the person named none. */
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
