/** What the button "Ask" and its form know: what the question is about, and who may see the answer. */
import { z } from 'zod';

import type { BriefingState } from './state.ts';

export const AskStateSchema = z.object({
  /** Id of an article that is kept. */
  article: z.string().nullable(),
  /** A link or text, as it was typed. */
  given: z.string().nullable(),
  /** The conversation that the question belongs to. */
  discussion: z.string().nullable(),
  /** ISO 639-1. */
  language: z.string().nullable(),
  /** User id; what is private is theirs alone. */
  owner: z.string().nullable(),
  isPrivate: z.boolean(),
});
export type AskState = z.infer<typeof AskStateSchema>;

export const NOTHING_ASKED: AskState = {
  article: null,
  given: null,
  discussion: null,
  language: null,
  owner: null,
  isPrivate: false,
};

export const askStateOf = ({ article, owner, isPrivate }: BriefingState): AskState => ({
  ...NOTHING_ASKED,
  article,
  owner,
  isPrivate,
});
