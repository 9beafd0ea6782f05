/**
 * How real servers refuse what they do not take, word for word as it was reported in public, with where. Each entry answers
 * a request that its server would refuse, and leaves every other one to the responder behind it.
 */
import { asJson, type Json } from '../common/json.ts';
import type { ModelAnswer, ModelRequest, Responder } from './answer.ts';

interface Recorded {
  readonly server: string;
  /** Where the words were reported. */
  readonly source: string;
  /** What the server takes instead is answered by `inner`. */
  readonly refuse: (request: ModelRequest) => ModelAnswer | null;
}

const formatOf = ({ body }: ModelRequest): unknown => asJson(body['response_format'])['type'];
const has = ({ body }: ModelRequest, name: string): boolean => body[name] !== undefined && body[name] !== null;
const answer = (status: number, body: Json): ModelAnswer => ({
  status,
  raw: { contentType: 'application/json', body: JSON.stringify(body) },
});
const openAiError = (message: string, param: string | null, code: string | null): ModelAnswer =>
  answer(400, { error: { message, type: 'invalid_request_error', param, code } });

/** The words that a strict server forbids in a schema, wherever they stand in it. */
function forbiddenWord(schema: unknown): string | undefined {
  return /"(?<word>minimum|maximum|minItems|maxItems|\$schema)":/u.exec(JSON.stringify(schema ?? {}))?.groups?.['word'];
}

/** A rough rule for English. */
const CHARS_PER_TOKEN = 4;

const promptTokens = ({ messages }: ModelRequest): number =>
  Math.ceil(messages.reduce((sum, { content }) => sum + content.length, 0) / CHARS_PER_TOKEN);

const outputTokens = ({ body }: ModelRequest): number =>
  Number(body['max_completion_tokens'] ?? body['max_tokens'] ?? Number.POSITIVE_INFINITY);

/** By what the server does. */
export const realServers = {
  openAiReasoningModel: {
    server: 'OpenAI, gpt-5 and o-series',
    source: 'NVlabs/cvdp_benchmark issue 29, devnullvoid/dms-ai-assistant issue 12',
    refuse(request) {
      if (has(request, 'max_tokens'))
        return openAiError(
          "Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead.",
          'max_tokens',
          'unsupported_parameter',
        );
      return has(request, 'temperature')
        ? openAiError(
            "Unsupported value: 'temperature' does not support 0 with this model. Only the default (1) value is supported.",
            'temperature',
            'unsupported_value',
          )
        : null;
    },
  },
  openAiWithoutReasoning: {
    server: 'OpenAI, gpt-4o and gpt-4.1',
    source: 'davidmigloz/langchain_dart issue 712',
    refuse: (request) =>
      has(request, 'reasoning_effort')
        ? openAiError('Unrecognized request argument supplied: reasoning_effort', null, null)
        : null,
  },
  openAiSmallOutput: {
    server: 'OpenAI, models that write 4096 tokens at most',
    source: 'diffbot/code-gpt-docs issue 284, tailcallhq/forgecode issue 1185',
    refuse: (request) =>
      outputTokens(request) > 4096
        ? openAiError(
            `max_tokens is too large: ${outputTokens(request)}. This model supports at most 4096 completion tokens, whereas you provided ${outputTokens(request)}.`,
            'max_tokens',
            'invalid_value',
          )
        : null,
  },
  openAiStrictSchema: {
    server: 'OpenAI, strict schemas',
    source: 'liam-hq/liam pull request 1162',
    refuse(request) {
      const word = forbiddenWord(request.schema);
      return word
        ? openAiError(
            `Invalid schema for response_format 'review': In context=('properties', 'value'), '${word}' is not permitted.`,
            'response_format',
            null,
          )
        : null;
    },
  },
  openAiWithoutSchemas: {
    server: 'OpenAI and Azure, older models',
    source: 'langchain-ai/langchain issue 31490, mrwadams/stride-gpt issue 19',
    refuse: (request) =>
      has(request, 'response_format')
        ? openAiError(
            `Invalid parameter: 'response_format' of type '${String(formatOf(request))}' is not supported with this model.`,
            'response_format',
            null,
          )
        : null,
  },
  ollamaWithoutThinking: {
    server: 'Ollama, a model that does not think',
    source: 'Gitlawb/openclaude issue 1371',
    refuse: (request) =>
      has(request, 'reasoning_effort') ? openAiError('"llama3.1:8b" does not support thinking', null, null) : null,
  },
  ollamaOtherEffort: {
    server: 'Ollama, a model that thinks or does not, without degrees',
    source: 'ollama/ollama issue 12561',
    refuse: (request) =>
      has(request, 'reasoning_effort')
        ? answer(500, {
            error: {
              message: 'think value "low" is not supported for this model',
              type: 'api_error',
              param: null,
              code: null,
            },
          })
        : null,
  },
  vllmOtherEffort: {
    server: 'vLLM, an effort it does not know',
    source: 'bytedance/deer-flow issue 1673',
    refuse: (request) =>
      has(request, 'reasoning_effort') && request.body['reasoning_effort'] === 'minimal'
        ? answer(400, {
            error: {
              message:
                "1 validation error:\n  {'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), 'msg': \"Input should be 'low', 'medium' or 'high'\", 'input': 'minimal', 'ctx': {'expected': \"'low', 'medium' or 'high'\"}}\n\n  File \"/usr/local/lib/python3.12/dist-packages/vllm/entrypoints/utils.py\", line 34, in create_chat_completion\n    POST /v1/chat/completions [{'type': 'literal_error', 'loc': ('body', 'reasoning_effort')}]",
              type: 'Bad Request',
              param: null,
              code: 400,
            },
          })
        : null,
  },
  vllmExtraForbidden: {
    server: 'vLLM up to 0.6.3, which knows max_tokens only; the error stands at the top of the body',
    source: 'vllm-project/vllm issue 10078, 1Panel-dev/MaxKB issue 2912',
    refuse(request) {
      const name = ['max_completion_tokens', 'reasoning_effort'].find((one) => has(request, one));
      return name
        ? answer(400, {
            object: 'error',
            message: `[{'type': 'extra_forbidden', 'loc': ('body', '${name}'), 'msg': 'Extra inputs are not permitted', 'input': 800}]`,
            type: 'BadRequestError',
            param: null,
            code: 400,
          })
        : null;
    },
  },
  vllmSmallContext: {
    server: 'vLLM, 8192 tokens of context',
    source: 'vllm-project/vllm issues 20409 and 42474',
    refuse(request) {
      const read = promptTokens(request);
      const asked = outputTokens(request);
      return read + asked > 8192
        ? answer(400, {
            object: 'error',
            message: `This model's maximum context length is 8192 tokens. However, you requested ${read + asked} tokens (${read} in the messages, ${asked} in the completion). Please reduce the length of the messages or completion.`,
            type: 'BadRequestError',
            param: null,
            code: 400,
          })
        : null;
    },
  },
  vllmGrammar: {
    server: 'vLLM, a schema that its grammar cannot express',
    source: 'noonghunna/club-3090 issue 45, z-lab/paroquant issue 31',
    refuse: (request) =>
      formatOf(request) === 'json_schema'
        ? answer(400, {
            error: {
              message: 'Grammar error: Unimplemented keys: ["propertyNames"]',
              type: 'BadRequestError',
              param: null,
              code: 400,
            },
          })
        : null,
  },
  llamaCppWithoutSchemas: {
    server: 'llama.cpp before September 2024, ik_llama.cpp: refused with 500',
    source: 'ikawrakow/ik_llama.cpp issue 778',
    refuse: (request) =>
      formatOf(request) === 'json_schema'
        ? answer(500, {
            error: {
              code: 500,
              message: 'response_format type must be one of "text" or "json_object", but got: json_schema',
              type: 'server_error',
            },
          })
        : null,
  },
  lmStudio: {
    server: 'LM Studio, which knows schemas but not json_object; the error is a text and no object',
    source: 'lmstudio-ai/lmstudio-bug-tracker issue 189, LoadShine/tada issue 16',
    refuse: (request) =>
      formatOf(request) === 'json_object'
        ? answer(400, { error: "'response_format.type' must be 'json_schema' or 'text'" })
        : null,
  },
  deepSeek: {
    server: 'DeepSeek',
    source: 'llm-exe/llm-exe issue 662',
    refuse: (request) =>
      formatOf(request) === 'json_schema'
        ? openAiError('This response_format type is unavailable now', null, 'invalid_request_error')
        : null,
  },
  volcengine: {
    server: 'Volcengine Ark, formats by value and a limit by value',
    source: 'agno-agi/agno issue 2553, Gitlawb/openclaude issue 331',
    refuse(request) {
      if (outputTokens(request) > 12_288)
        return answer(400, {
          error: {
            code: 'InvalidParameter',
            message: `The parameter \`max_completion_tokens\` specified in the request are not valid: integer above maximum value, expected a value <= 12288, but got ${outputTokens(request)} instead.`,
            param: 'max_completion_tokens',
            type: 'BadRequest',
          },
        });
      return formatOf(request) === 'json_schema'
        ? answer(400, {
            error: {
              code: 'InvalidParameter',
              message:
                'The parameter `response_format.type` specified in the request are not valid: invalid value: `json_schema`, supported values are: `json_object` and `text`.',
              param: 'response_format.type',
              type: 'BadRequest',
            },
          })
        : null;
    },
  },
  openRouter: {
    server: 'OpenRouter, the words of the provider hidden in metadata.raw',
    source: 'danny-avila/LibreChat issue 9242, diegosouzapw/OmniRoute issue 3044',
    refuse: (request) =>
      formatOf(request) === 'json_schema'
        ? answer(400, {
            error: {
              message: 'Provider returned error',
              code: 400,
              metadata: {
                raw: JSON.stringify({
                  error: {
                    object: 'error',
                    type: 'invalid_request_error',
                    code: 'invalid_request_error',
                    message: "JSON Schema not supported: could not understand the instance `{'not': {}}`.",
                  },
                }),
                provider_name: 'Fireworks',
                is_byok: false,
              },
            },
            user_id: 'user_0',
          })
        : null,
  },
} satisfies Record<string, Recorded>;

/** A server that refuses as the recorded one does, and else answers as `inner`. */
export function asRealServer(name: keyof typeof realServers, inner: Responder): Responder {
  const recorded: Recorded = realServers[name];
  return (request) => recorded.refuse(request) ?? inner(request);
}

/**
 * A model that spends so many tokens thinking, out of the same limit as its answer: where that is too small the answer is
 * cut or empty, with `finish_reason` `length` (tak848/ccgate pull request 113: gpt-5-mini spends 4096 of 4096). Where the
 * limit stands under a name that the server does not read there is none (ollama/ollama issue 7125).
 */
export function thinkingFor(
  tokens: number,
  inner: Responder,
  reads: readonly string[] = ['max_completion_tokens', 'max_tokens'],
): Responder {
  return async (request) => {
    const given = await inner(request);
    const limit = reads.map((name) => Number(request.body[name])).find((value) => value > 0);
    const text = given.text ?? JSON.stringify(given.json);
    const left = Math.max(0, (limit ?? Number.POSITIVE_INFINITY) - tokens) * CHARS_PER_TOKEN;
    const finish = left < text.length ? { finishReason: 'length' as const } : {};
    const written = Math.ceil(Math.min(left, text.length) / CHARS_PER_TOKEN);
    return {
      ...given,
      ...finish,
      text: text.slice(0, left),
      usage: { prompt_tokens: promptTokens(request), completion_tokens: tokens + written },
    };
  };
}
