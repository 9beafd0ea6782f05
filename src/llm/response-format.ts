/** The shape of an answer as servers are asked for it: a JSON schema with what all of them take, and nothing else. */
import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';

/**
 * Strict servers refuse these ("'minimum' is not permitted": OpenAI, see liam-hq/liam pull request 1162), grammars of others
 * cannot express them (vLLM issue 12131), and `z.int()` alone brings two. Every answer is checked against the whole shape
 * when it has come, so nothing is lost.
 */
const NOT_ASKED = new Set([
  '$schema',
  'default',
  'exclusiveMaximum',
  'exclusiveMinimum',
  'format',
  'maxItems',
  'maxLength',
  'maxProperties',
  'maximum',
  'minItems',
  'minLength',
  'minProperties',
  'minimum',
  'multipleOf',
  'pattern',
  'uniqueItems',
]);
/** Under these stand names of ours, not words of JSON Schema: a property may well be called "format". */
const NAMED = new Set(['$defs', 'definitions', 'properties']);
/** These hold values of ours. */
const VALUES = new Set(['const', 'enum', 'required']);

/** A strict `json_schema` format. */
export function responseFormat(name: string, shape: z.ZodType): OpenAI.ResponseFormatJSONSchema {
  const { schema } = zodResponseFormat(shape, name).json_schema;
  return { type: 'json_schema', json_schema: { name, strict: true, schema: portable(schema ?? {}) } };
}

type Schema = Record<string, unknown>;

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function portable(schema: Schema): Schema {
  const kept = Object.entries(schema).filter(([key]) => !NOT_ASKED.has(key));
  return Object.fromEntries(kept.map(([key, value]) => [key, VALUES.has(key) ? value : portableValue(key, value)]));
}

function portableValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => (isSchema(one) ? portable(one) : one));
  if (!isSchema(value)) return value;
  if (!NAMED.has(key)) return portable(value);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isSchema(one) ? portable(one) : one]));
}
