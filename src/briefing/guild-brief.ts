/**
 * The use case as a server meets it: with the server's settings, in its turn, one run for everybody who asks for the same
 * link at the same time, and booked.
 */
import type { FairQueue } from '#desk';
import { withChoices } from '#domain';

import type { Booking } from './booking.ts';
import type { Brief, BriefRequest, BriefResult } from './brief-request.ts';
import { type BriefRuns, requestKey } from './runs.ts';

export interface GuildBriefDependencies {
  readonly brief: Brief;
  readonly booking: Booking;
  readonly queue: FairQueue;
  readonly runs: BriefRuns;
}

export function createGuildBrief(dependencies: GuildBriefDependencies): Brief {
  const { brief, booking, queue, runs } = dependencies;

  const inTurn = (request: BriefRequest, watch: Pick<BriefRequest, 'signal' | 'onProgress'>): Promise<BriefResult> =>
    queue.run(request.guild, () => brief({ ...request, ...watch }), {
      ...(watch.signal ? { signal: watch.signal } : {}),
      onPlace: (place) => watch.onProgress?.({ stage: 'waiting', place }),
    });

  return async (request) => {
    const asked = { ...request, ...withChoices(request, request.settings) };
    const result = await (request.source.kind === 'link'
      ? runs.run(requestKey(asked, request.source.url), request, (watch) => inTurn(asked, watch))
      : // Pasted text and files belong to their author: nobody else waits for the same run.
        inTurn(asked, request));
    booking.briefed(request, result);
    return result;
  };
}
