/** Accepted requests, recorded before Discord is told that they are. */
import { type AcceptedRequest, BotError, type Clock, type Inbox, type OpenRequest } from '#domain';
import type { InboxRecord, Store } from '#store';

import { inTime } from './deadline.ts';

/** Discord waits 3 s for the acknowledgement; a store that takes longer than this must not use that up. */
const RECORD_DEADLINE_MS = 300;
/** A gateway replays what it sent in the last minutes; so long a closed request must be known. */
const CLOSED_KEPT_MS = 3_600_000;
const CLOSED: InboxRecord = { state: 'closed' };

function late(): never {
  throw new BotError('storage-unavailable', { operation: 'inbox record' });
}

export interface InboxOptions {
  readonly deadlineMs?: number;
  /** Whether this process serves that server; what others serve they have under way themselves. */
  readonly owns?: (guild: string) => boolean;
}

export function createInbox(
  { inbox }: Pick<Store, 'inbox'>,
  clock: Clock,
  { deadlineMs = RECORD_DEADLINE_MS, owns = () => true }: InboxOptions = {},
): Inbox {
  async function close({ guild, id }: { readonly guild: string; readonly id: string }): Promise<void> {
    // Nothing of the request stays, its token least of all.
    await inbox.put(guild, id, CLOSED, { ttlMs: CLOSED_KEPT_MS });
  }

  async function closeLate(writing: Promise<boolean>, request: AcceptedRequest): Promise<void> {
    try {
      if (await writing) await close(request);
    } catch {
      // The store is down; if the record got through, the next start finds it never acknowledged and closes it.
    }
  }

  return {
    async record(request) {
      // One statement: it stands before every acknowledgement.
      const writing = inbox.create(request.guild, request.id, { ...request, state: 'recorded', acceptedAt: clock() });
      try {
        return await inTime(deadlineMs, writing, late);
      } catch (error) {
        // Its write may still come; then it is closed, since nobody was told that it was taken.
        void closeLate(writing, request);
        throw error;
      }
    },
    async answering({ guild, id }) {
      let isMoved = false;
      await inbox.update(guild, id, (held) => {
        isMoved = held !== undefined && held.state !== 'closed';
        return isMoved ? ({ ...held, state: 'answering' } as OpenRequest) : undefined;
      });
      return isMoved;
    },
    close,
    async open() {
      const requests: OpenRequest[] = [];
      for await (const guild of inbox.guilds()) {
        if (!owns(guild)) continue;
        for await (const [, record] of inbox.entries(guild)) if (record.state !== 'closed') requests.push(record);
      }
      return requests.sort((a, b) => a.acceptedAt - b.acceptedAt);
    },
  };
}
