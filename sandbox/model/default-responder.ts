/** What the model server answers when nobody programmed it: something that fits the request. */
import type { ModelAnswer, ModelRequest } from './answer.ts';
import { fillSchema } from './fill-schema.ts';
import { plainText, sentencesIn } from './prompt.ts';

/** Names under which a schema may ask for the number of a sentence. */
const EVIDENCE_NAMES = ['evidence', 'sentences', 'sentence'];

/**
 * The answer of a server that nobody has programmed: made from the request alone. It repeats sentences that it was shown,
 * in the shape that was asked for, so that a bot's plumbing can be tried; it knows nothing of the bot's schemas.
 */
export function defaultResponder(request: ModelRequest): ModelAnswer {
  const sentences = sentencesIn(request);
  const first = sentences[0];
  if (!request.schema) return { text: first ? sentences.slice(0, 2).map(plainText).join(' ') : lastWords(request) };
  if (!first) return { json: fillSchema(request.schema) };
  const hints = Object.fromEntries(['text', 'headline', 'gist', 'statement'].map((name) => [name, plainText(first)]));
  const asLists = { ...hints, ...Object.fromEntries(EVIDENCE_NAMES.map((name) => [name, [first.id]])) };
  return { json: fillSchema(request.schema, asLists) };
}

function lastWords(request: ModelRequest): string {
  const last = request.messages.findLast((message) => message.role === 'user')?.content ?? '';
  return `You wrote: ${last.slice(0, 200)}`;
}
