/** Shapes of stored records, checked on every read: what another version or another hand wrote is never trusted. */
import { z } from 'zod';

import {
  type Article,
  type ArticleId,
  type BriefingRecord,
  CHECK_DECISIONS,
  COVERAGE_REASONS,
  ENGINE_NAMES,
  EXTENTS,
  MANNERS,
  ORIGINS,
  type QuotationId,
  STANCES,
} from '#domain';

const span = z.object({ start: z.int(), end: z.int() });
const numbers = z.array(z.int());
const quotationId = z.custom<QuotationId>((value) => typeof value === 'string' && /^Q[1-9]\d*$/u.test(value));
const text = z.string().nullable();
const speaker = z.object({ name: z.string(), role: text, speaksFor: text });

const attribution = z.object({
  speaker: speaker.nullable(),
  mention: span.nullable(),
  cue: span.nullable(),
  content: z.array(span),
  quotations: z.array(quotationId),
  manner: z.enum(MANNERS),
  sentences: numbers,
  relayedBy: text,
  certain: z.boolean(),
});

export const ArticleSchema = z.object({
  id: z.string(),
  text: z.string(),
  paragraphs: z.array(span.extend({ kind: z.enum(['prose', 'heading', 'list-item', 'quotation']) })),
  sentences: z.array(span.extend({ number: z.int(), paragraph: z.int() })),
  quotations: z.array(span.extend({ id: quotationId, sentences: numbers, continues: quotationId.nullable() })),
  attributions: z.array(attribution),
  parties: z.array(
    z.object({
      name: z.string(),
      role: text,
      kind: z.enum(['person', 'group', 'place', 'unknown']),
      sentences: numbers,
    }),
  ),
  language: z.string(),
  source: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('link'), url: z.string(), address: z.string() }),
    z.object({ kind: z.literal('text') }),
    z.object({ kind: z.literal('file'), name: z.string() }),
  ]),
  metadata: z.object({
    title: text,
    site: text,
    authors: z.array(z.string()),
    publishedAt: text,
    updatedAt: text,
    section: text,
  }),
  coverage: z.object({ extent: z.enum(EXTENTS), words: z.int(), reasons: z.array(z.enum(COVERAGE_REASONS)) }),
  readAt: z.number(),
}) satisfies z.ZodType<Article>;

const evidence = z.array(z.object({ article: z.string(), sentence: z.int() }));
const point = z.object({ evidence, text: z.string(), origin: z.enum(ORIGINS) });

export const BriefingRecordSchema = z.object({
  article: z.string(),
  language: z.string(),
  headline: point.nullable(),
  gist: point.nullable(),
  points: z.array(point),
  positions: z.array(
    z.object({
      evidence,
      speaker: speaker.nullable(),
      issue: z.string(),
      stance: z.enum(STANCES),
      statement: z.string(),
      manner: z.enum(MANNERS),
      quotations: z.array(quotationId),
      relayedBy: text,
      origin: z.enum(ORIGINS),
    }),
  ),
  mentioned: z.array(z.object({ evidence, name: z.string(), role: text })),
  openQuestions: z.array(point),
  provenance: z.object({
    engine: z.enum(ENGINE_NAMES),
    model: text,
    promptHash: z.string(),
    modelCalls: z.int(),
    tokens: z.object({ input: z.number(), output: z.number(), estimated: z.boolean() }),
    writtenAt: z.number(),
  }),
  checks: z.array(
    z.object({
      about: z.enum(['headline', 'gist', 'point', 'position', 'mention', 'question', 'answer']),
      decision: z.enum(CHECK_DECISIONS),
      reasons: z.array(z.string()),
    }),
  ),
  corrections: z
    .array(z.object({ outcome: z.enum(['corrected', 'withdrawn']), by: z.enum(['report', 'admin']), at: z.number() }))
    .exactOptional(),
}) satisfies z.ZodType<BriefingRecord>;

/** What the next conditional request for an address needs to know. */
export interface LinkRecord {
  readonly articleId: ArticleId;
  readonly etag: string | null;
  /** As the site sent it (an HTTP date). */
  readonly lastModified: string | null;
  /** ms since the epoch. */
  readonly readAt: number;
  /** What the page held before, where that was another text. */
  readonly before?: ArticleId;
}

export const LinkRecordSchema = z.object({
  articleId: z.string(),
  etag: text,
  lastModified: text,
  readAt: z.number(),
  before: z.string().exactOptional(),
}) satisfies z.ZodType<LinkRecord>;
