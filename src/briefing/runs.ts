/**
 * What several who ask at once share, and under which key. Who asks a server for one address shares its turn and its
 * reading; who comes to one text, by whatever address or however fresh, shares its writing. Both are runs of one kind:
 * each watcher hears all progress and leaves alone.
 */

import { createSharedRuns, type SharedRuns } from '#desk';

import type { BriefProgress, BriefRequest, BriefResult } from './brief-request.ts';

export type BriefRuns = SharedRuns<BriefProgress, BriefResult>;

type Asked = Pick<BriefRequest, 'guild' | 'language' | 'engine' | 'maySpend' | 'isFresh'>;

export function createBriefRuns(): BriefRuns {
  return createSharedRuns({ isStartersOnly: isRefusedToMember });
}

/** A member's own allowance is used up: whoever joined that member's run has an allowance of their own. */
function isRefusedToMember({ fallback }: BriefResult): boolean {
  return fallback?.code === 'model-allowance' && 'limit' in fallback.facts && fallback.facts.limit === 'member';
}

/**
 * Of a whole request for a link. Reading again is a run of its own, since its page may be out of reach while the earlier
 * text is at hand. Members without the right to spend have their own runs: their refusal is not for others.
 */
export function requestKey({ guild, language, engine, maySpend = true, isFresh = false }: Asked, url: string): string {
  return JSON.stringify(['request', guild, url, language ?? null, engine ?? null, maySpend, isFresh]);
}

/** Of the writing. `briefing`: the key under which the result will be kept; it names text, engine, prompts and language. */
export function writingKey({ guild, maySpend = true }: Asked, briefing: string): string {
  return JSON.stringify(['writing', guild, briefing, maySpend]);
}
