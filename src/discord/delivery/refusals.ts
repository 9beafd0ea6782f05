/** What Discord says no to, and what that means for a message: the one table of its error codes. Pure. */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from 'discord.js';

import type { Refusal } from '#texts';

/**
 * Beside the refusals that a reader may be told:
 * - `late`: the interaction's token serves no more
 * - `repeated`: the interaction was acknowledged before
 * - `thread-is-there`: the message has its thread already
 */
export type Verdict = Refusal | 'late' | 'repeated' | 'thread-is-there';

const REFUSALS: Readonly<Partial<Record<Code, Refusal>>> = {
  [Code.UnknownChannel]: 'gone',
  [Code.UnknownMessage]: 'gone',
  [Code.MissingAccess]: 'closed',
  [Code.MissingPermissions]: 'closed',
  [Code.InvalidActionOnArchivedThread]: 'closed',
  [Code.ThreadLocked]: 'closed',
  [Code.CannotReplyWithoutPermissionToReadMessageHistory]: 'unlinked',
  // Of a reply: the message to reply to is not known.
  [Code.InvalidFormBodyOrContentType]: 'unlinked',
  [Code.MaximumActiveThreads]: 'full',
  [Code.MaximumActiveAnnouncementThreads]: 'full',
  [Code.CannotExecuteActionOnThisChannelType]: 'unfit',
};

const VERDICTS: Readonly<Partial<Record<Code, Verdict>>> = {
  ...REFUSALS,
  [Code.UnknownInteraction]: 'late',
  [Code.UnknownWebhook]: 'late',
  [Code.InvalidWebhookToken]: 'late',
  [Code.InteractionHasAlreadyBeenAcknowledged]: 'repeated',
  [Code.ThreadAlreadyCreatedForMessage]: 'thread-is-there',
};

/** `null`: no refusal of Discord's, or one that the table does not know. */
export const verdictOn = (error: unknown): Verdict | null =>
  error instanceof DiscordAPIError ? (VERDICTS[Number(error.code) as Code] ?? null) : null;

/** What a reader may be told of a code; `null` as for `verdictOn`. */
export const refusalOf = (code: number | string | undefined): Refusal | null => REFUSALS[Number(code) as Code] ?? null;

/** @throws the error itself where the table knows no refusal for it */
export function refusedBy(error: unknown): Refusal {
  const refusal = error instanceof DiscordAPIError ? refusalOf(error.code) : null;
  if (refusal === null) throw error;
  return refusal;
}
