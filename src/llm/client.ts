/** One streamed model call: deadlines, one retry policy, usage booked per attempt. Everything else is the engines'. */
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import type { z } from 'zod';

import { BotError, type Clock, type ModelUsage, type Tokens } from '#domain';

import { refusedParameter, retryAfterSeconds, toBotError } from './model-errors.ts';
import { countTokens } from './token-count.ts';

/** A server that sends nothing for this long has hung (DESIGN section 6). */
const IDLE_TIMEOUT_MS = 20_000;
/** Longest wait for the first token; a longer total allows for more (a local server reads the prompt for minutes). */
const FIRST_TOKEN_TIMEOUT_MS = 60_000;
/** An answer longer than this is a fault of the server, not an answer. */
const ANSWER_LIMIT_CHARS = 200_000;
const ATTEMPTS = 2;
const DEFAULT_BACKOFF_S = 1;
/** Below this share of our own count the server has cut the prompt (DESIGN section 6). */
const CUT_INPUT_SHARE = 0.7;

/** Left out one by one for servers that refuse them. */
const OPTIONAL_PARAMETERS = ['response_format', 'max_completion_tokens', 'stream_options', 'temperature'] as const;
type OptionalParameter = (typeof OPTIONAL_PARAMETERS)[number];

export interface ModelCall {
  readonly purpose: ModelUsage['purpose'];
  readonly system: string;
  readonly user: string;
  readonly schema: { readonly name: string; readonly shape: z.ZodType };
  readonly maxOutputTokens: number;
  readonly signal: AbortSignal;
  readonly onUsage: (usage: ModelUsage) => void;
}

export interface ModelClient {
  readonly model: string;
  /**
   * Pieces of the answer's text as they arrive.
   * @throws BotError `model-*`, `cancelled`
   */
  stream(call: ModelCall): AsyncIterable<string>;
}

export interface ModelClientOptions {
  readonly apiKey: string;
  readonly baseURL?: string;
  readonly model: string;
  /** Total for one call, in ms. */
  readonly timeoutMs: number;
  readonly clock: Clock;
}

export function createModelClient(options: ModelClientOptions): ModelClient {
  const sdk = new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseURL ? { baseURL: options.baseURL } : {}),
    // The SDK's retries sleep through our deadline and repeat what cannot succeed; one policy stands below instead.
    maxRetries: 0,
    timeout: options.timeoutMs,
  });
  const refused = new Set<OptionalParameter>();

  async function open(call: ModelCall, signal: AbortSignal): Promise<AsyncIterable<OpenAI.ChatCompletionChunk>> {
    for (;;) {
      try {
        return await sdk.chat.completions.create(requestBody(call, options.model, refused), { signal });
      } catch (error) {
        const parameter = refusedParameter(error, OPTIONAL_PARAMETERS);
        if (!parameter || refused.has(parameter)) throw error;
        refused.add(parameter);
      }
    }
  }

  async function* attempt(call: ModelCall, deadline: AbortSignal): AsyncGenerator<string> {
    const watch = watchdog(options.timeoutMs);
    const signal = AbortSignal.any([call.signal, deadline, watch.signal]);
    let text = '';
    let usage: OpenAI.CompletionUsage | null = null;
    let finish: string | null = null;
    try {
      const chunks = await open(call, signal);
      for await (const chunk of chunks) {
        watch.alive();
        const piece = readChunk(chunk);
        usage = piece.usage ?? usage;
        finish = piece.finish ?? finish;
        if (piece.refusal) throw new BotError('model-refused', {});
        if (!piece.text) continue;
        text += piece.text;
        if (text.length > ANSWER_LIMIT_CHARS) throw new BotError('model-garbled', {});
        yield piece.text;
      }
      if (finish === 'content_filter') throw new BotError('model-refused', {});
      if (text === '') throw new BotError('model-garbled', {});
    } catch (error) {
      if (call.signal.aborted) throw new BotError('cancelled', {}, { cause: error });
      if (deadline.aborted || watch.signal.aborted) {
        throw new BotError('model-timeout', { seconds: options.timeoutMs / 1000 }, { cause: error });
      }
      throw error;
    } finally {
      watch.stop();
      const tokens = tokensOfCall(call, text, usage);
      call.onUsage({ purpose: call.purpose, model: options.model, tokens });
      refuseCutInput(call, tokens);
    }
  }

  return {
    model: options.model,
    async *stream(call) {
      const deadline = AbortSignal.timeout(options.timeoutMs);
      for (let attempts = 1; ; attempts += 1) {
        let hasBegun = false;
        try {
          for await (const piece of attempt(call, deadline)) {
            hasBegun = true;
            yield piece;
          }
          return;
        } catch (error) {
          const known = toBotError(error, options.clock(), options.timeoutMs / 1000);
          // Once words are out, a second try would say them twice.
          if (hasBegun || attempts >= ATTEMPTS || !isWorthRetrying(known)) throw known;
          const waitS = retryAfterSeconds(error, options.clock()) ?? DEFAULT_BACKOFF_S;
          if (waitS * 1000 >= options.timeoutMs) throw known;
          await sleep(waitS * 1000, AbortSignal.any([call.signal, deadline]), known);
        }
      }
    },
  };
}

const isWorthRetrying = (error: BotError): boolean => error.code === 'model-busy' || error.code === 'model-unreachable';

function requestBody(
  call: ModelCall,
  model: string,
  refused: ReadonlySet<OptionalParameter>,
): OpenAI.ChatCompletionCreateParamsStreaming {
  return {
    model,
    stream: true,
    messages: [
      { role: 'system', content: call.system },
      { role: 'user', content: call.user },
    ],
    // The oldest spelling is what servers know that refuse the newer one.
    ...(refused.has('max_completion_tokens')
      ? { max_tokens: call.maxOutputTokens }
      : { max_completion_tokens: call.maxOutputTokens }),
    ...(refused.has('response_format')
      ? {}
      : { response_format: zodResponseFormat(call.schema.shape, call.schema.name) }),
    ...(refused.has('stream_options') ? {} : { stream_options: { include_usage: true } }),
    ...(refused.has('temperature') ? {} : { temperature: 0 }),
  };
}

interface ChunkContent {
  readonly text: string;
  readonly refusal: boolean;
  readonly finish: string | null;
  readonly usage: OpenAI.CompletionUsage | null;
}

/** A server may send anything: a proxy's HTML page, chunks without choices. Only what has the right shape counts. */
function readChunk(chunk: Partial<OpenAI.ChatCompletionChunk>): ChunkContent {
  const choice = chunk.choices?.[0];
  return {
    text: choice?.delta?.content ?? '',
    refusal: Boolean(choice?.delta?.refusal),
    finish: choice?.finish_reason ?? null,
    usage: chunk.usage ?? null,
  };
}

function tokensOfCall(call: ModelCall, answer: string, usage: OpenAI.CompletionUsage | null): Tokens {
  if (usage) return { input: usage.prompt_tokens, output: usage.completion_tokens, estimated: false };
  return { input: countTokens(call.system + call.user), output: countTokens(answer), estimated: true };
}

function refuseCutInput(call: ModelCall, tokens: Tokens): void {
  if (tokens.estimated) return;
  const counted = countTokens(call.system + call.user);
  if (tokens.input < counted * CUT_INPUT_SHARE)
    throw new BotError('model-cut-input', { counted, reported: tokens.input });
}

/** Aborts when the server stays silent: long before the first token, short between tokens. */
function watchdog(totalMs: number): { signal: AbortSignal; alive(): void; stop(): void } {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  let timer = setTimeout(abort, Math.max(FIRST_TOKEN_TIMEOUT_MS, totalMs));
  return {
    signal: controller.signal,
    alive() {
      clearTimeout(timer);
      timer = setTimeout(abort, IDLE_TIMEOUT_MS);
    },
    stop: () => clearTimeout(timer),
  };
}

async function sleep(ms: number, signal: AbortSignal, failure: BotError): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(failure);
    });
  });
}
