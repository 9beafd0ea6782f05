/** What a request leaves in the ledger, beside what its model calls cost. No answer waits for that, and none fails by it. */
import { totalTokens, type UsageLedger, type UsageRow } from '#domain';

import type { BriefRequest, BriefResult } from './brief-request.ts';

export interface Booking {
  /** One request for a briefing; for one out of the store also what that saved. Without a member there is nobody to book. */
  briefed(request: Pick<BriefRequest, 'guild' | 'member'>, result: Pick<BriefResult, 'briefing' | 'isFromCache'>): void;
  /** One question. */
  asked(asker: { readonly guild: string; readonly member: string }): void;
}

export interface BookingDependencies {
  readonly ledger: Pick<UsageLedger, 'add'>;
  /** Told when a request could not be booked; the answer goes out all the same. */
  readonly onFault: (error: unknown) => void;
}

export function createBooking({ ledger, onFault }: BookingDependencies): Booking {
  function book(
    { guild, member }: { readonly guild: string; readonly member?: string },
    saved: Partial<Pick<UsageRow, 'cacheHits' | 'savedTokens'>> = {},
  ): void {
    if (member !== undefined) ledger.add({ guild, member }, { requests: 1, ...saved }).catch(onFault);
  }
  return {
    briefed: (request, { isFromCache, briefing }) =>
      book(request, isFromCache ? { cacheHits: 1, savedTokens: totalTokens(briefing.provenance.tokens) } : {}),
    asked: (asker) => book(asker),
  };
}
