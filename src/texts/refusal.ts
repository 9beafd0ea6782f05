/**
 * What Discord says no to, where a sentence must say so:
 * - `gone`: the channel or thread is no more, and what was kept for it goes too
 * - `closed`: locked, archived for good, or the bot has lost a right there: nothing is said, and nothing tried for a while
 * - `unlinked`: the message would be taken without the reply that it makes
 * - `full`: the server has as many threads as it may
 * - `unfit`: a place that has no threads
 */
export type Refusal = 'gone' | 'closed' | 'unlinked' | 'full' | 'unfit';
