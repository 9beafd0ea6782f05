/** What the settings panel shows, and what its controls know. Rights are in none of them: those are read off each press. */
import { z } from 'zod';

import { CHANNEL_MODES, type GuildSettings } from '#domain';

export const PAGES = ['overview', 'answers', 'links', 'spending', 'discussion', 'keeping', 'changes'] as const;
export type Page = (typeof PAGES)[number];
const page = z.enum(PAGES);

export interface Panel {
  readonly page: Page;
  readonly held: GuildSettings;
  /** The operator's, in tokens a day; `null`: none. */
  readonly ceiling: number | null;
  /** The channel that the panel stands in. */
  readonly here: string;
  /** Chosen to have its mode set; page `links`. */
  readonly channel: string | null;
  /** What was just saved, or why it was not: a finished sentence. */
  readonly note: string | null;
  /** What is missing, as sentences. */
  readonly setup: readonly string[];
}

/** `shown`: the panel as it stood, so that a list is changed by what the admin did to it and not replaced. */
const shown = z.array(z.string());

export const ChooseStateSchema = z.object({
  page,
  what: z.enum(['language', 'length', 'engine', 'discussion']),
});
export type ChooseState = z.infer<typeof ChooseStateSchema>;

export const ModeStateSchema = z.object({ page, channel: z.string() });

/** A button that makes one change. */
export const SwitchStateSchema = z.object({
  page,
  change: z.discriminatedUnion('field', [
    z.object({ field: z.literal('mode'), channel: z.string(), value: z.enum(CHANNEL_MODES) }),
    z.object({ field: z.literal('answersEveryMessage'), value: z.boolean() }),
    z.object({ field: z.literal('spendingRoles'), value: z.array(z.string()) }),
    z.object({ field: z.literal('reportChannel'), value: z.null() }),
  ]),
});
export type SwitchState = z.infer<typeof SwitchStateSchema>;

export const RolesStateSchema = z.object({ shown });

export const FormStateSchema = z.discriminatedUnion('form', [
  z.object({ form: z.literal('language') }),
  z.object({ form: z.literal('sites'), shown }),
  z.object({ form: z.literal('allowance'), of: z.enum(['member', 'guild']) }),
  z.object({ form: z.literal('coolDown'), of: z.enum(['member', 'channel']) }),
  z.object({ form: z.literal('retention') }),
]);
export type FormState = z.infer<typeof FormStateSchema>;

export const PAGE_OF_FORM: Readonly<Record<FormState['form'], Page>> = {
  language: 'answers',
  sites: 'links',
  allowance: 'spending',
  coolDown: 'spending',
  retention: 'keeping',
};

export const UndoStateSchema = z.object({ page, revision: z.int() });
