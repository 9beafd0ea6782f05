/** What a briefing's buttons know: which result it shows, and how. */
import { z } from 'zod';

import { LENGTHS } from '#domain';

export const BRIEFING_KINDS = ['summary', 'positions', 'sources'] as const;

export const BriefingStateSchema = z.object({
  kind: z.enum(BRIEFING_KINDS),
  article: z.string(),
  /** The use case's key of the result. */
  briefing: z.string(),
  length: z.enum(LENGTHS),
  /** From 0. */
  page: z.int().nonnegative(),
  speaker: z.string().nullable(),
  issue: z.string().nullable(),
  /** User id of who asked: their presses change the message, everybody else's give a private copy. `null`: nobody asked. */
  owner: z.string().nullable(),
  /** Shown to the owner only: the buttons are theirs alone. */
  isPrivate: z.boolean(),
});
export type BriefingState = z.infer<typeof BriefingStateSchema>;
