/** What a server sends, as text: a stream of chunks, or one whole answer from a server that does not stream. */
import type OpenAI from 'openai';

import { BotError } from '#domain';

/** An answer longer than this is a fault of the server, not an answer. */
const ANSWER_LIMIT_CHARS = 200_000;
/** Grammar-bound models may fill an answer with white space for ever; no answer needs this much in a row. */
const WHITE_SPACE_LIMIT = 500;
/** A body that is no stream and larger than any answer is not read to its end. */
const BODY_LIMIT_BYTES = 1_000_000;

export interface AnswerEnd {
  usage: OpenAI.CompletionUsage | null;
  /** The server's reason, or ours: `endless` when we stopped reading white space. */
  finish: string | null;
  text: string;
  /** Characters of thoughts that the server showed. */
  thoughtChars: number;
}

/**
 * Yields text as it arrives and fills `end` on the way, also when it is left early.
 * @param alive told of everything from the first word of the answer on. Before it a model may think in silence, or think
 * aloud and then in silence, for longer than it ever pauses between two words.
 */
export async function* answerText(
  stream: AsyncIterable<OpenAI.ChatCompletionChunk>,
  response: Response,
  end: AnswerEnd,
  alive: () => void,
): AsyncGenerator<string> {
  const isStream = (response.headers.get('content-type') ?? '').includes('event-stream');
  const chunks: AsyncIterable<LooseChunk | null> = isStream ? stream : wholeAnswer(response);
  let blank = 0;
  for await (const chunk of chunks) {
    const piece = readChunk(chunk);
    if (piece.text !== '' || end.text !== '') alive();
    end.thoughtChars += piece.thought.length;
    end.usage = piece.usage ?? end.usage;
    end.finish = piece.finish ?? end.finish;
    if (piece.isRefusal) throw new BotError('model-refused', {});
    if (piece.text === '') continue;
    end.text += piece.text;
    if (end.text.length > ANSWER_LIMIT_CHARS) throw new BotError('model-garbled', {});
    blank = /\S/u.test(piece.text) ? piece.text.length - piece.text.trimEnd().length : blank + piece.text.length;
    yield piece.text;
    if (blank > WHITE_SPACE_LIMIT) {
      end.finish = 'endless';
      return;
    }
  }
}

interface ChunkContent {
  readonly text: string;
  /** Thoughts shown apart from the answer: `reasoning_content` by llama.cpp and vLLM, `reasoning` by Ollama and OpenRouter. */
  readonly thought: string;
  readonly isRefusal: boolean;
  readonly finish: string | null;
  readonly usage: OpenAI.CompletionUsage | null;
}

interface LooseChunk {
  readonly usage?: OpenAI.CompletionUsage | null | undefined;
  readonly choices?: readonly LooseChoice[] | undefined;
}

interface LooseMessage {
  readonly content?: unknown;
  readonly refusal?: unknown;
  readonly reasoning?: unknown;
  readonly reasoning_content?: unknown;
}

interface LooseChoice {
  readonly delta?: LooseMessage;
  readonly message?: LooseMessage;
  readonly finish_reason?: string | null;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const count = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : 0;

/** A server may send anything: chunks without choices, usage without numbers. Only what has the right shape counts. */
function readChunk(chunk: LooseChunk | null): ChunkContent {
  const choice = chunk?.choices?.[0];
  const read = (key: keyof LooseMessage): string => textOf(choice?.delta?.[key]) || textOf(choice?.message?.[key]);
  return {
    text: read('content'),
    thought: read('reasoning_content') || read('reasoning'),
    isRefusal: read('refusal') !== '',
    finish: choice?.finish_reason ?? null,
    usage: readUsage(chunk?.usage ?? null),
  };
}

/** Some servers count thoughts in the total only, although they are paid for as output (xAI: vercel/ai pull request 12425). */
function readUsage(usage: OpenAI.CompletionUsage | null): OpenAI.CompletionUsage | null {
  const read = count(usage?.prompt_tokens);
  if (read === 0) return null;
  const written = Math.max(count(usage?.completion_tokens), count(usage?.total_tokens) - read);
  return { prompt_tokens: read, completion_tokens: written, total_tokens: read + written };
}

/** A JSON completion is taken as one chunk; a proxy's HTML page is no answer. */
async function* wholeAnswer(response: Response): AsyncGenerator<LooseChunk> {
  let body = '';
  const decoder = new TextDecoder();
  for await (const bytes of response.body ?? []) {
    body += decoder.decode(bytes as Uint8Array, { stream: true });
    if (body.length > BODY_LIMIT_BYTES) throw new BotError('model-garbled', {});
  }
  try {
    yield JSON.parse(body) as LooseChunk;
  } catch (error) {
    throw new BotError('model-garbled', {}, { cause: error });
  }
}
