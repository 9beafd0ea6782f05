/** Accepted requests, recorded before Discord is told that they are. */
import { type AcceptedRequest, BotError, type Clock, type Inbox, type OpenRequest, type RequestState } from '#domain';
import type { InboxRecord, Store } from '#store';

/** Discord waits 3 s for the acknowledgement; a store that takes longer than this must not use that up. */
const RECORD_DEADLINE_MS = 300;
/** A gateway replays what it sent in the last minutes; so long a closed request must be known. */
const CLOSED_KEPT_MS = 3_600_000;
const CLOSED: InboxRecord = { state: 'closed' };

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
  /** Moves on from one of `from`; whether it did. */
  async function move(guild: string, id: string, from: readonly RequestState[], to: RequestState): Promise<boolean> {
    let isMoved = false;
    await inbox.update(guild, id, (held) => {
      isMoved = held !== undefined && held.state !== 'closed' && from.includes(held.state);
      return isMoved ? ({ ...held, state: to } as OpenRequest) : undefined;
    });
    return isMoved;
  }

  async function close({ guild, id }: { readonly guild: string; readonly id: string }): Promise<void> {
    // Nothing of the request stays, its token least of all.
    await inbox.put(guild, id, CLOSED, { ttlMs: CLOSED_KEPT_MS });
  }

  async function closeLate(writing: Promise<unknown>, isNew: () => boolean, request: AcceptedRequest): Promise<void> {
    try {
      await writing;
      if (isNew()) await close(request);
    } catch {
      // The store is down; if the record got through, the next start finds it never acknowledged and closes it.
    }
  }

  return {
    async record(request) {
      let isNew = false;
      const writing = inbox.update(request.guild, request.id, (held) => {
        isNew = held === undefined;
        return isNew ? { ...request, state: 'recorded', acceptedAt: clock() } : undefined;
      });
      try {
        await within(writing, deadlineMs);
      } catch (error) {
        // Its write may still come; then it is closed, since nobody was told that it was taken.
        void closeLate(writing, () => isNew, request);
        throw error;
      }
      return isNew;
    },
    async acknowledged({ guild, id }) {
      await move(guild, id, ['recorded'], 'acknowledged');
    },
    answering: ({ guild, id }) => move(guild, id, ['recorded', 'acknowledged', 'answering'], 'answering'),
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

/** @throws BotError `storage-unavailable` when the work is not done in time */
async function within(work: Promise<unknown>, deadlineMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new BotError('storage-unavailable', { operation: 'inbox record' })), deadlineMs);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
