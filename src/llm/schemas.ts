/**
 * Shapes a model answers in. Strict JSON schemas are made from these by the SDK's helper: every key required, optional
 * means nullable, depth 4 at most, no length or number limits (other servers refuse or ignore those). Keys stand in the
 * order in which they should be written: evidence before text.
 */
import { z } from 'zod';

import { MANNERS, STANCES } from '#domain';

export const LineSchema = z.object({ evidence: z.array(z.int()), text: z.string() });

export const PositionSchema = z.object({
  evidence: z.array(z.int()),
  quotations: z.array(z.string()),
  speaker: z.object({ name: z.string(), role: z.string().nullable(), speaksFor: z.string().nullable() }),
  issue: z.string(),
  statement: z.string(),
  stance: z.enum(STANCES),
  manner: z.enum(MANNERS),
  relayedBy: z.string().nullable(),
});

export const MentionSchema = z.object({ evidence: z.array(z.int()), name: z.string(), role: z.string().nullable() });

export const BriefingSchema = z.object({
  headline: LineSchema,
  gist: LineSchema,
  points: z.array(LineSchema),
  positions: z.array(PositionSchema),
  mentioned: z.array(MentionSchema),
  openQuestions: z.array(LineSchema),
});

export const RepairSchema = z.object({
  repaired: z.array(z.object({ number: z.int(), line: LineSchema.nullable(), position: PositionSchema.nullable() })),
});

export const JudgeSchema = z.object({
  /** What the sentences lack comes before the verdict: a reader that has to name it decides better. */
  verdicts: z.array(z.object({ number: z.int(), lacking: z.string(), holds: z.boolean() })),
});

/** Numbers of the items that stay, the most important first; headline and gist of the whole are written anew. */
export const MergeSchema = z.object({
  headline: LineSchema,
  gist: LineSchema,
  points: z.array(z.int()),
  mentioned: z.array(z.int()),
  openQuestions: z.array(z.int()),
});

export const AnswerSentenceSchema = z.object({
  evidence: z.array(z.object({ article: z.int(), sentence: z.int() })),
  text: z.string(),
  quotations: z.array(z.string()),
});

export const AnswerSchema = z.object({ answerable: z.boolean(), sentences: z.array(AnswerSentenceSchema) });

/** By the name that a prompt's front matter gives. */
export const SCHEMAS = {
  briefing: BriefingSchema,
  repair: RepairSchema,
  judge: JudgeSchema,
  merge: MergeSchema,
  answer: AnswerSchema,
} as const;
/** Counts up when the shape changes: part of the cache key. */
export const SCHEMA_VERSION = 2;
