/**
 * What a server takes, learned from what it refuses: once, then kept as long as the process. How real servers word their
 * refusals is recorded in `sandbox/model/real-servers.ts`, with where each was found.
 */
import OpenAI from 'openai';

import { serverWords } from './model-errors.ts';
import type { OptionalParameter, ReasoningEffort } from './request-body.ts';

/** With these a server says that it does not take what it was asked; llama.cpp and Ollama use 500 for it too. */
const REFUSALS = new Set([400, 404, 415, 422, 500, 501]);

/**
 * By how a complaint about each reads; the first that fits is left out. Names that mean one thing only come first:
 * complaints about formats are the vaguest. `json_schema` comes before `response_format`, which takes `json_object` away.
 */
const COMPLAINTS: Readonly<Record<OptionalParameter, RegExp>> = {
  // Before the other: "'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."
  max_tokens: /\bmax_tokens\b/u,
  max_completion_tokens: /\bmax_completion_tokens\b/u,
  stream_options: /\bstream_options\b/u,
  temperature: /\btemperature\b/u,
  reasoning_effort: /reasoning_?effort|\bthink(?:ing)?\b/iu,
  json_schema: /response_format|json[ _-]?(?:schema|mode)|structured[ _-]outputs?|grammar|guided/iu,
  response_format: /response_format|json[ _-]?(?:object|mode)|grammar|guided/iu,
};
const OPTIONAL = Object.keys(COMPLAINTS) as OptionalParameter[];

/** "This model supports at most 4096 completion tokens" (OpenAI), "expected a value <= 12288" (Volcengine). */
const OUTPUT_LIMIT =
  /max_(?:completion_)?tokens.*?(?:at most (?<most>\d+) (?:completion|output) tokens|expected a value <= (?<value>\d+))/isu;
const CONTEXT_LIMIT = /maximum context length is (?<most>\d+)/iu;

/**
 * Tokens that a model may think with before it answers. Its limit counts thoughts and answer together: one that has spent it
 * thinking returns an empty answer (`finish_reason` `length`). Only what is used is paid for.
 */
const REASONING_TOKENS: Readonly<Record<ReasoningEffort, number>> = {
  none: 0,
  minimal: 1_000,
  low: 4_000,
  medium: 12_000,
  high: 24_000,
  xhigh: 32_000,
  max: 48_000,
};
/** Other tokenizers than ours count up to a fifth more. */
const OTHER_TOKENIZER = 1.2;
/** The server's chat template, and the shape of the answer where it has to be told in words. */
const AROUND_TOKENS = 1_000;

export interface CapabilitiesOptions {
  readonly baseURL: string | undefined;
  readonly reasoningEffort: ReasoningEffort | undefined;
  /** What the model can read and write in one call. */
  readonly contextTokens: number;
}

export interface Capabilities {
  readonly refused: ReadonlySet<OptionalParameter>;
  /**
   * Most tokens to ask for: the answer's own and room for thoughts, as far as the context has it.
   * @param promptTokens asked only where the context might be too small, since counting takes time
   */
  outputTokens(answerTokens: number, promptBytes: number, promptTokens: () => number): number;
  /**
   * Learns from what a server refused. Returns whether the next request would be another one.
   * @param asked tokens that were asked for, and what would be asked for now
   */
  learn(error: unknown, asked: { readonly before: number; readonly now: () => number }): boolean;
}

export function createCapabilities({ baseURL, reasoningEffort, contextTokens }: CapabilitiesOptions): Capabilities {
  const refused = new Set<OptionalParameter>(isOpenAi(baseURL) ? ['max_tokens'] : []);
  let mostContext = contextTokens;
  let mostOutput = Number.POSITIVE_INFINITY;

  function reasoningTokens(): number {
    if (reasoningEffort === undefined) return 0;
    // A model that knows other efforts only, or none, may think all the same.
    const least = refused.has('reasoning_effort') ? REASONING_TOKENS.low : 0;
    return Math.max(least, REASONING_TOKENS[reasoningEffort]);
  }

  return {
    refused,
    outputTokens(answerTokens, promptBytes, promptTokens) {
      const wanted = reasoningTokens();
      // A token has a byte at least: most prompts fit without being counted.
      const free = mostContext - answerTokens - AROUND_TOKENS;
      const isRoomy = promptBytes + wanted <= free;
      const left = isRoomy ? wanted : Math.floor(free - promptTokens() * OTHER_TOKENIZER);
      return Math.min(mostOutput, answerTokens + Math.max(0, Math.min(wanted, left)));
    },
    learn(error, asked) {
      if (!(error instanceof OpenAI.APIError) || error.status === undefined || !REFUSALS.has(error.status))
        return false;
      const words = serverWords(error);
      const context = CONTEXT_LIMIT.exec(words)?.groups?.['most'];
      if (context !== undefined) {
        mostContext = Math.min(mostContext, Number(context));
        return asked.now() < asked.before;
      }
      const limit = OUTPUT_LIMIT.exec(words)?.groups;
      if (limit) {
        mostOutput = Math.max(1, Number(limit['most'] ?? limit['value']));
        return asked.now() < asked.before;
      }
      const parameter = OPTIONAL.find((name) => !refused.has(name) && COMPLAINTS[name].test(words));
      if (!parameter) return false;
      refused.add(parameter);
      return true;
    },
  };
}

/**
 * OpenAI's reasoning models refuse `max_tokens`, while Ollama (issue 7125) and llama.cpp before February 2026 (pull request
 * 19831) leave `max_completion_tokens` unread without a word and then write without end: all others are told both.
 */
function isOpenAi(baseURL: string | undefined): boolean {
  if (baseURL === undefined) return true;
  const { hostname } = new URL(baseURL);
  return hostname === 'api.openai.com' || hostname.endsWith('.openai.azure.com');
}
