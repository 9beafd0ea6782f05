/** What may be spent, and what was: the rules and the ports. */
import type { Article } from './article.ts';
import type { Tokens } from './briefing.ts';
import type { AllowanceLimit } from './errors.ts';
import type { ModelUsage } from './ports.ts';
import type { Settings } from './settings.ts';

/** Who asks. `guild` is a server's id, or `user:ID` where there is none. */
export interface Spender {
  readonly guild: string;
  /** User id. */
  readonly member: string;
}

/** The operator's ceilings. */
export interface Ceilings {
  /** Tokens a day over everything; `null`: none. */
  readonly tokensPerDay: number | null;
  readonly tokensPerGuildDay: number;
  /** Ids of servers that may spend; `null`: all. */
  readonly allowedGuilds: readonly string[] | null;
}

/** Tokens a day for somebody who uses the bot outside servers, where no admin answers for them. */
export const PRIVATE_TOKENS_PER_DAY = 20_000;

const OUTSIDE = 'user:';
export const isOutsideGuilds = (guild: string): boolean => guild.startsWith(OUTSIDE);
export const scopeOf = (guildId: string | null, userId: string): string => guildId ?? `${OUTSIDE}${userId}`;

export interface AllowanceRefusal {
  readonly limit: AllowanceLimit;
  /** ms since the epoch; `null`: waiting does not help. */
  readonly freesAt: number | null;
}

/** Tokens set aside for one piece of work. */
export interface Reservation {
  /** Replaces what was set aside by what was used; 0 gives it back. Once; later calls do nothing. */
  settle(used: number): Promise<void>;
}

export interface Remaining {
  readonly member: number;
  readonly guild: number;
  readonly freesAt: number;
}

/**
 * Every method rejects with BotError `storage-unavailable` when the store does not answer: then nothing may be spent.
 */
export interface Allowance {
  /** Sets tokens aside under every limit, or under none. */
  reserve(
    spender: Spender,
    settings: Pick<Settings, 'allowances'>,
    tokens: number,
  ): Promise<{ readonly reservation: Reservation } | { readonly refusal: AllowanceRefusal }>;
  /** What a member may still spend today. */
  remaining(spender: Spender, settings: Pick<Settings, 'allowances'>): Promise<Remaining>;
}

/** The tokens that one day leaves a member and their server, before anything is spent. */
export function dayLimits(
  { guild }: Spender,
  { allowances }: Pick<Settings, 'allowances'>,
  ceilings: Ceilings,
): { readonly member: number; readonly guild: number } {
  const ceiling = isOutsideGuilds(guild)
    ? Math.min(PRIVATE_TOKENS_PER_DAY, ceilings.tokensPerGuildDay)
    : ceilings.tokensPerGuildDay;
  const ofGuild = Math.min(allowances.guild ?? ceiling, ceiling);
  return { member: Math.min(allowances.member ?? ofGuild, ofGuild), guild: ofGuild };
}

/**
 * Whether the operator lets this server spend. With a list, nobody spends outside servers: no admin answers for them.
 */
export function mayGuildSpend(guild: string, { allowedGuilds }: Ceilings): boolean {
  return allowedGuilds === null || allowedGuilds.includes(guild);
}

/** Whether a member's roles let them spend tokens. */
export function mayMemberSpend({ spendingRoles }: Pick<Settings, 'spendingRoles'>, roles: readonly string[]): boolean {
  return spendingRoles.length === 0 || roles.some((role) => spendingRoles.includes(role));
}

/** Handed to a piece of work: it reports each model call, and asks before calls that it could do without. */
export interface Budget {
  readonly onUsage: (usage: ModelUsage) => void;
  /** Whether the allowance has room for calls that make the result better but are not needed for it. */
  readonly mayCall: () => boolean;
}

/** Runs work that may call a model: sets aside what it may cost before, and books what it did cost afterwards. */
export interface Spending {
  /**
   * @param request `maySpend`: whether the member's roles let them; `tokens`: about what the work needs at least;
   * `settings`: the server's, for its allowances
   * @throws BotError `model-allowance` before anything is spent; whatever `work` throws, with what it used booked
   */
  run<Result>(
    request: {
      readonly spender: Spender;
      readonly settings: Pick<Settings, 'allowances'>;
      readonly maySpend: boolean;
      readonly tokens: number;
    },
    work: (budget: Budget) => Promise<Result>,
  ): Promise<Result>;
}

/** Why a request has to wait: the member's own last one, or the channel's last offer. */
export interface CoolDownRefusal {
  readonly of: 'member' | 'channel';
  /** ms since the epoch. */
  readonly freesAt: number;
}

export interface CoolDowns {
  /** Begins the cool-downs of member and channel, or neither when one still runs. `null`: go on. */
  enter(
    spender: Spender,
    settings: Pick<Settings, 'coolDowns'>,
    /** Channel id; given only for offers that nobody asked for. */
    channel?: string,
  ): Promise<CoolDownRefusal | null>;
}

/** One line of the ledger: what one member did on one day (UTC). */
export interface UsageEntry {
  readonly requests: number;
  readonly modelCalls: number;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Requests answered out of the store. */
  readonly cacheHits: number;
  /** Tokens that those answers cost when they were made. */
  readonly savedTokens: number;
}

export const NO_USAGE: UsageEntry = {
  requests: 0,
  modelCalls: 0,
  inputTokens: 0,
  outputTokens: 0,
  cacheHits: 0,
  savedTokens: 0,
};

/** What the operator pays for a million tokens, in the operator's currency. */
export interface Prices {
  readonly input: number;
  readonly output: number;
}

const PRICED_TOKENS = 1_000_000;
export const costOf = (
  { inputTokens, outputTokens }: Pick<UsageEntry, 'inputTokens' | 'outputTokens'>,
  prices: Prices,
): number => (inputTokens * prices.input + outputTokens * prices.output) / PRICED_TOKENS;

export interface UsageRow extends UsageEntry {
  /** `2026-11-24`, UTC. */
  readonly day: string;
  readonly member: string;
}

export function sumUsage(entries: readonly UsageEntry[]): UsageEntry {
  return entries.reduce(
    (sum, entry) => ({
      requests: sum.requests + entry.requests,
      modelCalls: sum.modelCalls + entry.modelCalls,
      inputTokens: sum.inputTokens + entry.inputTokens,
      outputTokens: sum.outputTokens + entry.outputTokens,
      cacheHits: sum.cacheHits + entry.cacheHits,
      savedTokens: sum.savedTokens + entry.savedTokens,
    }),
    NO_USAGE,
  );
}

/** The sum of each day or member, in the order in which they first come. */
export function usageBy(
  of: 'day' | 'member',
  rows: readonly UsageRow[],
): readonly { readonly name: string; readonly used: UsageEntry }[] {
  return [...Map.groupBy(rows, (row) => row[of])].map(([name, group]) => ({ name, used: sumUsage(group) }));
}

export interface UsageLedger {
  add(spender: Spender, used: Partial<UsageEntry>): Promise<void>;
  /** Every row of the server, or of one member; oldest day first. */
  rows(guild: string, member?: string): Promise<readonly UsageRow[]>;
  /** Removes a member's rows. Sums over the server then lack them. */
  forget(guild: string, member: string): Promise<void>;
}

/** The day that a moment falls on, UTC. */
export const dayOf = (now: number): string => new Date(now).toISOString().slice(0, 10);
const DAY_MS = 86_400_000;
/** When the day ends, ms since the epoch. */
export const dayEnd = (now: number): number => (Math.floor(now / DAY_MS) + 1) * DAY_MS;

export const totalTokens = ({ input, output }: Tokens): number => input + output;

/** Of the instructions around the article. */
const PROMPT_TOKENS = 500;
/**
 * Bytes of the article for one token of the prompt, with its numbers and quotation ids. Measured over 60 news pages in nine
 * languages: 2.4 (Indonesian) to 4.3 (Russian) bytes of UTF-8, English about 3.3.
 */
const BYTES_PER_TOKEN = 3;
const OUTPUT_TOKENS = 1500;

/**
 * About what a briefing will cost, for setting aside and for "about 3k tokens"; what was used replaces it afterwards.
 */
export function estimateTokens({ text }: Pick<Article, 'text'>): number {
  const bytes = new TextEncoder().encode(text).length;
  return PROMPT_TOKENS + OUTPUT_TOKENS + Math.ceil(bytes / BYTES_PER_TOKEN);
}
