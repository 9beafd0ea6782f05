/** One call with a prompt file: filled in, streamed, cut into the parts of its JSON answer. */
import { BotError, type CallContext, type ModelUsage } from '#domain';
import { patternOfAll } from '#language';

import type { ModelClient } from './client.ts';
import { echoesPrompt } from './echo.ts';
import { createIncrementalJson, type JsonPart } from './incremental-json.ts';
import type { Prompt } from './prompts.ts';
import { SCHEMAS } from './schemas.ts';

export interface FilledPrompt {
  readonly system: string;
  readonly user: string;
}

/** Chatty refusals instead of JSON, as several models word them. */
const REFUSAL = new RegExp(
  patternOfAll(({ topics }) => topics?.modelRefusals),
  'iu',
);
const OPENING_CHARS = 400;

/**
 * Complete parts of the answer, as they arrive. A part that repeats the prompt is left out.
 * @param outcome told at the end whether the answer was closed or broke off
 * @throws BotError `model-*`, `cancelled`; `model-garbled` when the answer holds no JSON object at all
 */
export async function* answerParts(
  client: ModelClient,
  prompt: Prompt,
  filled: FilledPrompt,
  purpose: ModelUsage['purpose'],
  context: CallContext,
  outcome: { isComplete: boolean } = { isComplete: false },
): AsyncGenerator<JsonPart> {
  const parser = createIncrementalJson();
  let opening = '';
  for await (const piece of client.stream({
    ...filled,
    purpose,
    schema: { name: prompt.schema, shape: SCHEMAS[prompt.schema] },
    maxOutputTokens: prompt.maxOutputTokens,
    signal: context.signal,
    onUsage: context.onUsage,
  })) {
    if (!parser.hasBegun && opening.length < OPENING_CHARS) opening += piece;
    // Text behind the closing brace is chatter; the rest of the stream is still read, for its usage.
    for (const part of parser.feed(piece)) if (!('broken' in part) && !echoesPrompt(part.value, prompt)) yield part;
  }
  outcome.isComplete = parser.isComplete;
  if (!parser.hasBegun) throw new BotError(REFUSAL.test(opening) ? 'model-refused' : 'model-garbled', {});
}
