/** The request as a server is asked, with fewer parameters for one that refuses some. */
import type OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';

import type { ModelUsage } from '#domain';

/** One question to the model, whatever its server takes. */
export interface ModelCall {
  readonly purpose: ModelUsage['purpose'];
  readonly system: string;
  readonly user: string;
  readonly schema: { readonly name: string; readonly shape: z.ZodType };
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
  readonly onUsage: (usage: ModelUsage) => void;
}

/**
 * Left out one by one for servers that refuse them, in this order, by how their complaint reads. `json_schema` first
 * becomes `json_object` with the shape in words.
 */
export const OPTIONAL_PARAMETERS = {
  json_schema: /json_schema|response_format/u,
  response_format: /json_object|response_format/u,
  max_completion_tokens: /max_completion_tokens/u,
  stream_options: /stream_options/u,
  temperature: /temperature/u,
} as const;
export type OptionalParameter = keyof typeof OPTIONAL_PARAMETERS;

export function requestBody(
  call: ModelCall,
  model: string,
  refused: ReadonlySet<OptionalParameter>,
): OpenAI.ChatCompletionCreateParamsStreaming {
  const format = zodResponseFormat(call.schema.shape, call.schema.name);
  const shape = JSON.stringify(format.json_schema.schema);
  const isSchemaRefused = refused.has('json_schema') || refused.has('response_format');
  const system = isSchemaRefused
    ? `${call.system}\n\nAnswer with one JSON object of this schema and nothing else:\n${shape}`
    : call.system;
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: call.user },
    ],
    // The oldest spelling is what servers know that refuse the newer one.
    ...(refused.has('max_completion_tokens')
      ? { max_tokens: call.maxOutputTokens }
      : { max_completion_tokens: call.maxOutputTokens }),
    ...(refused.has('response_format')
      ? {}
      : { response_format: refused.has('json_schema') ? { type: 'json_object' } : format }),
    ...(refused.has('stream_options') ? {} : { stream_options: { include_usage: true } }),
    ...(refused.has('temperature') ? {} : { temperature: 0 }),
  };
}
