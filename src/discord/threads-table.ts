/** What Discord says no to, and what is done about it: threads that are archived, locked, gone, or closed to the bot. Pure. */

/**
 * - `gone`: the channel or thread is no more, and what was kept for it goes too
 * - `closed`: locked, archived for good, or the bot has lost a right there: nothing is said, and nothing tried for a while
 * - `unlinked`: the message would be taken without the reply that it makes
 * - `full`: the server has as many threads as it may
 * - `unfit`: a place that has no threads
 */
export type Refusal = 'gone' | 'closed' | 'unlinked' | 'full' | 'unfit';

/** Discord's JSON error codes. */
const REFUSALS: Readonly<Record<number, Refusal>> = {
  10_003: 'gone', // Unknown channel
  10_008: 'gone', // Unknown message
  50_001: 'closed', // Missing access
  50_013: 'closed', // Missing permissions
  50_083: 'closed', // Thread is archived
  160_005: 'closed', // Thread is locked
  160_002: 'unlinked', // Cannot reply without permission to read message history
  50_035: 'unlinked', // Invalid form body: an unknown message to reply to
  160_006: 'full', // Maximum number of active threads reached
  160_007: 'full', // Maximum number of active announcement threads reached
  50_024: 'unfit', // Cannot execute action on this channel type
};

/** `null`: nothing that the table knows. */
export const refusalOf = (code: number | string | undefined): Refusal | null => REFUSALS[Number(code)] ?? null;
