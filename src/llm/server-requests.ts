/** Requests to one server, in the terms that it takes. */
import OpenAI from 'openai';

import { createCapabilities } from './capabilities.ts';
import { type ModelCall, type ReasoningEffort, requestBody } from './request-body.ts';
import { countTokens } from './token-count.ts';
import { createTransport } from './transport.ts';

export interface ServerOptions {
  readonly apiKey: string;
  /** Absent: OpenAI's. */
  readonly baseURL?: string;
  readonly model: string;
  /** How long the model may think, where its server takes that; absent: nothing is said about it. */
  readonly reasoningEffort?: ReasoningEffort | undefined;
  /** What the model can read and write in one call; absent: enough. */
  readonly contextTokens?: number;
}

/** Tokens of what is sent, by our count. */
export const promptTokens = ({ system, user }: ModelCall): number => countTokens(system + user);

export function createServerRequests(options: ServerOptions, totalMs: number) {
  const sdk = new OpenAI({
    apiKey: options.apiKey,
    ...(options.baseURL ? { baseURL: options.baseURL } : {}),
    ...createTransport(),
    // The SDK's retries sleep through our deadline and repeat what cannot succeed; one policy stands in the client instead.
    maxRetries: 0,
    timeout: totalMs,
    // It would print what a model said.
    logLevel: 'off',
  });
  const { model, reasoningEffort } = options;
  const capabilities = createCapabilities({
    baseURL: options.baseURL,
    reasoningEffort,
    contextTokens: options.contextTokens ?? Number.POSITIVE_INFINITY,
  });

  let isShapeTold = false;

  /** Most tokens that the answer to a call may have, thoughts included. */
  function outputTokens(call: ModelCall): number {
    const bytes = Buffer.byteLength(call.system) + Buffer.byteLength(call.user);
    return capabilities.outputTokens(call.maxOutputTokens, bytes, () => promptTokens(call));
  }

  return {
    outputTokens,
    /**
     * Some servers take a format and do not keep it, without a word: Ollama with MLX models (issue 16563), OpenRouter where
     * the provider lacks it. A model that answers in prose has not seen the shape, and is told it from then on.
     */
    formatWasIgnored(): void {
      isShapeTold = true;
    },
    /** Opens the stream; a server that refuses a part of the request is asked without it, now and from then on. */
    async open(call: ModelCall, signal: AbortSignal) {
      for (;;) {
        const asked = outputTokens(call);
        const terms = { model, reasoningEffort, refused: capabilities.refused, isShapeTold, outputTokens: asked };
        try {
          return await sdk.chat.completions.create(requestBody(call, terms), { signal }).withResponse();
        } catch (error) {
          if (!capabilities.learn(error, { before: asked, now: () => outputTokens(call) })) throw error;
        }
      }
    },
  };
}
