/** Shapes of what the desk keeps: settings, ledger, inbox, posted messages. */
import { z } from 'zod';

import {
  CHANNEL_MODES,
  DISCUSSION_PLACES,
  type Discussion,
  ENGINE_CHOICES,
  type GuildSettings,
  LENGTHS,
  type OpenRequest,
  type PostedMessage,
  REQUEST_STATES,
  type SettingsChange,
  type UsageEntry,
} from '#domain';

const limit = z.int().nullable();
const seconds = z.int().nonnegative();
const domains = z.object({ kind: z.enum(['all', 'only', 'except']), names: z.array(z.string()) });

const settings = z.object({
  language: z.string().nullable(),
  length: z.enum(LENGTHS),
  modes: z.record(z.string(), z.enum(CHANNEL_MODES)),
  domains,
  spendingRoles: z.array(z.string()),
  allowances: z.object({ member: limit, guild: limit }),
  coolDowns: z.object({ member: seconds, channel: seconds }),
  engine: z.enum(ENGINE_CHOICES),
  discussion: z.enum(DISCUSSION_PLACES),
  answersEveryMessage: z.boolean(),
  retentionDays: z.int().positive(),
  reportChannel: z.string().nullable(),
});

const change = z.discriminatedUnion('field', [
  z.object({ field: z.literal('language'), value: z.string().nullable() }),
  z.object({ field: z.literal('length'), value: z.enum(LENGTHS) }),
  z.object({ field: z.literal('mode'), channel: z.string(), value: z.enum(CHANNEL_MODES) }),
  z.object({ field: z.literal('domains'), value: domains }),
  z.object({ field: z.literal('spendingRoles'), value: z.array(z.string()) }),
  z.object({ field: z.literal('allowance'), of: z.enum(['member', 'guild']), value: limit }),
  z.object({ field: z.literal('coolDown'), of: z.enum(['member', 'channel']), value: seconds }),
  z.object({ field: z.literal('engine'), value: z.enum(ENGINE_CHOICES) }),
  z.object({ field: z.literal('discussion'), value: z.enum(DISCUSSION_PLACES) }),
  z.object({ field: z.literal('answersEveryMessage'), value: z.boolean() }),
  z.object({ field: z.literal('retentionDays'), value: z.int() }),
  z.object({ field: z.literal('reportChannel'), value: z.string().nullable() }),
]) satisfies z.ZodType<SettingsChange>;

export const GuildSettingsSchema = z.object({
  revision: z.int(),
  settings,
  previous: settings.nullable(),
  changes: z.array(
    z.object({ by: z.string(), at: z.number(), change: z.union([change, z.object({ field: z.literal('undo') })]) }),
  ),
}) satisfies z.ZodType<GuildSettings>;

export const UsageEntrySchema = z.object({
  requests: z.int(),
  modelCalls: z.int(),
  inputTokens: z.int(),
  outputTokens: z.int(),
  cacheHits: z.int(),
  savedTokens: z.int(),
}) satisfies z.ZodType<UsageEntry>;

/** An open request, or what is left of a closed one so that a replayed event is known. */
export type InboxRecord = OpenRequest | { readonly state: 'closed' };

export const InboxRecordSchema = z.union([
  z.object({ state: z.literal('closed') }),
  z.object({
    id: z.string(),
    guild: z.string(),
    channel: z.string(),
    member: z.string(),
    kind: z.enum(['command', 'component', 'form', 'message']),
    isPrivate: z.boolean(),
    mayPost: z.boolean(),
    answer: z.object({ application: z.string(), token: z.string() }).nullable(),
    request: z.string(),
    state: z.enum(REQUEST_STATES),
    acceptedAt: z.number(),
  }),
]) satisfies z.ZodType<InboxRecord>;

export const PostedMessageSchema = z.object({
  id: z.string(),
  channel: z.string(),
  article: z.string(),
  member: z.string().nullable(),
  source: z.string().nullable(),
  kind: z.enum(['briefing', 'positions', 'answer', 'offer', 'discussion']),
  language: z.string(),
  postedAt: z.number(),
  state: z.json().exactOptional(),
}) satisfies z.ZodType<PostedMessage>;

/** Message ids, newest first. */
export const PostedListSchema = z.array(z.string());

/** The last turns, cut; see `briefing/discuss.ts`. */
export const DiscussionSchema = z.object({
  articles: z.array(z.string()),
  turns: z.array(z.object({ who: z.enum(['person', 'bot']), text: z.string(), by: z.string().optional() })),
  language: z.string().nullable(),
  isOwnThread: z.boolean(),
  parent: z.string().nullable(),
  people: z.array(z.string()),
}) satisfies z.ZodType<Discussion>;
