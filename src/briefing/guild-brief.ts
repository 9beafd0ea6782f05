/**
 * The use case as a server meets it: with the server's settings, in its turn, one run for everybody who asks for the same
 * link at the same time, and booked.
 */
import type { FairQueue } from '#desk';
import { totalTokens, type UsageLedger, withChoices } from '#domain';

import type { Brief, BriefRequest, BriefResult } from './brief.ts';
import { type BriefRuns, requestKey } from './runs.ts';

export interface GuildBriefDependencies {
  readonly brief: Brief;
  readonly ledger: UsageLedger;
  readonly queue: FairQueue;
  readonly runs: BriefRuns;
  /** Told when a request could not be booked; the answer goes out all the same. */
  readonly onFault: (error: unknown) => void;
}

export function createGuildBrief(dependencies: GuildBriefDependencies): Brief {
  const { brief, ledger, queue, runs, onFault } = dependencies;

  const inTurn = (request: BriefRequest, watch: Pick<BriefRequest, 'signal' | 'onProgress'>): Promise<BriefResult> =>
    queue.run(request.guild, () => brief({ ...request, ...watch }), {
      ...(watch.signal ? { signal: watch.signal } : {}),
      onPlace: (place) => watch.onProgress?.({ stage: 'waiting', place }),
    });

  async function book(request: BriefRequest, { isFromCache, briefing }: BriefResult): Promise<void> {
    if (request.member === undefined) return;
    const saved = isFromCache ? { cacheHits: 1, savedTokens: totalTokens(briefing.provenance.tokens) } : {};
    try {
      await ledger.add({ guild: request.guild, member: request.member }, { requests: 1, ...saved });
    } catch (error) {
      onFault(error);
    }
  }

  return async (request) => {
    const asked = { ...request, ...withChoices(request, request.settings) };
    const result = await (request.source.kind === 'link'
      ? runs.run(requestKey(asked, request.source.url), request, (watch) => inTurn(asked, watch))
      : // Pasted text and files belong to their author: nobody else waits for the same run.
        inTurn(asked, request));
    void book(request, result);
    return result;
  };
}
