/** The request as a server is asked, with fewer parameters for one that refuses some. */
import type OpenAI from 'openai';
import type { z } from 'zod';

import type { ModelUsage } from '#domain';

import { responseFormat } from './response-format.ts';

/** One question to the model, whatever its server takes. */
export interface ModelCall {
  readonly purpose: ModelUsage['purpose'];
  readonly system: string;
  readonly user: string;
  readonly schema: { readonly name: string; readonly shape: z.ZodType };
  /** For the answer itself; a model that thinks first is given room for that beside it. */
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
  readonly onUsage: (usage: ModelUsage) => void;
}

/** How long a model thinks before it answers; the values of OpenAI's API description. */
export type ReasoningEffort = NonNullable<OpenAI.ReasoningEffort>;

/** What can be left out of a request. */
export type OptionalParameter =
  | 'max_tokens'
  | 'max_completion_tokens'
  | 'stream_options'
  | 'temperature'
  | 'reasoning_effort'
  | 'json_schema'
  | 'response_format';

export interface RequestTerms {
  readonly model: string;
  /** Not sent; `json_schema` then becomes `json_object`, and the shape is told in words. */
  readonly refused: ReadonlySet<OptionalParameter>;
  /** Told in words beside a format that the server takes and does not keep. */
  readonly isShapeTold: boolean;
  /** `undefined`: nothing is said about it. */
  readonly reasoningEffort: ReasoningEffort | undefined;
  /** For answer and thoughts together. */
  readonly outputTokens: number;
}

export function requestBody(
  call: ModelCall,
  { model, refused, isShapeTold, reasoningEffort, outputTokens }: RequestTerms,
): OpenAI.ChatCompletionCreateParamsStreaming {
  const format = responseFormat(call.schema.name, call.schema.shape);
  const isInWords = isShapeTold || refused.has('json_schema') || refused.has('response_format');
  const shape = JSON.stringify(format.json_schema.schema);
  const system = isInWords
    ? `${call.system}\n\nAnswer with one JSON object of this schema and nothing else:\n${shape}`
    : call.system;
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: system },
      { role: 'user', content: call.user },
    ],
    ...(refused.has('max_completion_tokens') ? {} : { max_completion_tokens: outputTokens }),
    ...(refused.has('max_tokens') ? {} : { max_tokens: outputTokens }),
    ...(refused.has('response_format')
      ? {}
      : { response_format: refused.has('json_schema') ? { type: 'json_object' } : format }),
    ...(refused.has('stream_options') ? {} : { stream_options: { include_usage: true } }),
    ...(refused.has('temperature') ? {} : { temperature: 0 }),
    ...(reasoningEffort === undefined || refused.has('reasoning_effort') ? {} : { reasoning_effort: reasoningEffort }),
  };
}
