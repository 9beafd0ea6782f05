/** What is asked for when a briefing is, what is told on the way, and what comes of it. */
import type { Article, BotError, Briefing, EngineName, ModelUsage, Settings } from '#domain';
import type { VerifiedItem } from '#grounding';

import type { BriefSource } from './read-source.ts';
import type { PositionChanges, TextChange } from './text-change.ts';

export interface BriefRequest {
  /** Results never leave it: a guild's id, `user:ID` outside guilds, `terminal` for the command line. */
  readonly guild: string;
  /** The guild's, as they were when the request came in. */
  readonly settings: Settings;
  /** User id of who asked: whose allowance pays and who stands in the ledger. */
  readonly member?: string;
  /** `false`: the member's roles may not spend tokens. */
  readonly maySpend?: boolean;
  readonly source: BriefSource;
  /** Read a link now, however lately it was read. */
  readonly isFresh?: boolean;
  /** Output language, ISO 639-1; the article's own when absent. */
  readonly language?: string;
  /** Overrides the default engine. */
  readonly engine?: EngineName;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: BriefProgress) => void;
  /** Is there allowance left for one more call of this kind? Asked before repair and judge; yes when absent. */
  readonly mayCall?: (purpose: ModelUsage['purpose']) => boolean;
}

export type BriefProgress =
  /** Place in the queue, from 1. */
  | { readonly stage: 'waiting'; readonly place: number }
  | { readonly stage: 'fetching' }
  | { readonly stage: 'drafting'; readonly article: Article; readonly engine: EngineName }
  | { readonly stage: 'item'; readonly item: VerifiedItem }
  | { readonly stage: 'checking' }
  /** The model failed and the embedded engine answers instead. */
  | { readonly stage: 'fallback'; readonly error: BotError };

export interface BriefResult {
  readonly article: Article;
  /** Where the result is kept: see `KeptBriefings`. */
  readonly key: string;
  readonly briefing: Briefing;
  readonly isFromCache: boolean;
  /** Why the embedded engine answered although a model was asked; `null` when nothing went wrong. */
  readonly fallback: BotError | null;
  /** The page says something else than when it was read before, or by now; `null`: nothing is known to have changed. */
  readonly change?: BriefChange | null;
}

/** `positions`: against the result of the earlier text; `null` where that is not kept. */
export type BriefChange = TextChange & { readonly positions: PositionChanges | null };

export type Brief = (request: BriefRequest) => Promise<BriefResult>;
