/** What Discord says no to, and what is done about it: threads that are archived, locked, gone, or closed to the bot. Pure. */

import type { Refusal } from '#texts';

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
