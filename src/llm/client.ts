/** Streamed model calls: deadlines, one retry policy, usage booked per attempt. Everything else is the engines'. */
import { BotError, type Clock, type Tokens } from '#domain';

import { type AnswerEnd, answerText } from './answer-stream.ts';
import { type Deadlines, deadlinesFor, sleep, watch } from './deadlines.ts';
import { isGatewayTimeout, mayHaveWorked, retryAfterSeconds, toBotError } from './model-errors.ts';
import { createPause } from './pause.ts';
import type { ModelCall } from './request-body.ts';
import { createServerRequests, promptTokens, type ServerOptions } from './server-requests.ts';
import { countTokens } from './token-count.ts';

const ATTEMPTS = 3;
/** Between two attempts when the server states no time; doubled each time. */
const BACKOFF_MS = 500;
/** Of English; for thoughts that a server showed and did not count. */
const CHARS_PER_TOKEN = 4;
/** Below this share of our own count the server has cut the prompt. */
const CUT_INPUT_SHARE = 0.7;

export interface ModelClient {
  readonly model: string;
  /**
   * Pieces of the answer's text as they arrive. An answer that the server cut at its length limit, or that we cut in
   * endless white space, simply ends: what is complete in it may be used.
   * @throws BotError `model-*`, `cancelled`
   */
  stream(call: ModelCall): AsyncIterable<string>;
}

export interface ModelClientOptions extends ServerOptions {
  /** Total for one call with all its attempts, in ms. */
  readonly timeoutMs: number;
  readonly clock: Clock;
  /** Told once of a fault that only the operator can mend (no credit, a wrong key), until a call has succeeded again. */
  readonly onLasting?: (error: BotError) => void;
  /** Waits until the provider's limits leave room for so many tokens. @throws BotError when that is too long */
  readonly admit?: (tokens: number, signal: AbortSignal) => Promise<void>;
  /** For tests. */
  readonly deadlines?: Partial<Deadlines>;
}

export function createModelClient(options: ModelClientOptions): ModelClient {
  const deadlines = deadlinesFor(options.timeoutMs, options.deadlines);
  const requests = createServerRequests(options, deadlines.totalMs);
  const pause = createPause(options.clock, options.onLasting);

  async function* attempt(call: ModelCall, remainingMs: number): AsyncGenerator<string> {
    const guard = watch(deadlines, remainingMs);
    const end: AnswerEnd = { usage: null, finish: null, text: '', thoughtChars: 0 };
    /** The server may have begun to work, and to count, whether or not a word of it came. */
    let isTaken = false;
    try {
      const { data, response } = await requests.open(call, AbortSignal.any([call.signal, guard.signal]));
      isTaken = true;
      yield* answerText(data, response, end, () => guard.alive());
      // The SDK ends an aborted stream without a word.
      if (call.signal.aborted || guard.signal.aborted) throw new Error('aborted');
      if (end.finish === 'content_filter') throw new BotError('model-refused', {});
      if (end.text.trim() === '') throw new BotError('model-garbled', {}, { cause: whyEmpty(end) });
      if (end.finish === 'stop' && !end.text.includes('{')) requests.formatWasIgnored();
    } catch (error) {
      isTaken ||= call.signal.aborted || guard.signal.aborted || mayHaveWorked(error);
      if (call.signal.aborted) throw new BotError('cancelled', {}, { cause: error });
      throw guard.passed() ?? error;
    } finally {
      guard.stop();
      call.onUsage({ purpose: call.purpose, model: options.model, tokens: tokensOfCall(call, end, isTaken) });
    }
    refuseCutInput(call, end);
  }

  return {
    model: options.model,
    async *stream(call) {
      const permit = pause.enter();
      let outcome: BotError | 'answered' | 'left' = 'left';
      const startedAt = performance.now();
      try {
        for (let attempts = 1; ; attempts += 1) {
          // Its errors are no answer of the server's: they neither are retried here nor count against it.
          await options.admit?.(promptTokens(call) + requests.outputTokens(call), call.signal);
          const remainingMs = deadlines.totalMs - (performance.now() - startedAt);
          let hasBegun = false;
          try {
            for await (const piece of attempt(call, remainingMs)) {
              hasBegun = true;
              yield piece;
            }
            outcome = 'answered';
            return;
          } catch (error) {
            const known = toBotError(error, options.clock());
            const waitMs = (retryAfterSeconds(error, options.clock()) ?? 0) * 1000 || BACKOFF_MS * 2 ** (attempts - 1);
            // Once words are out, a second try would say them twice; and a wait beyond the deadline helps nobody.
            const isHopeful = isWorthRetrying(known) && !isGatewayTimeout(error) && waitMs < remainingMs;
            const mayRetry = !hasBegun && attempts < ATTEMPTS && isHopeful;
            if (!mayRetry) {
              outcome = known;
              throw known;
            }
            await sleep(waitMs, call.signal, () => new BotError('cancelled', {}));
          }
        }
      } finally {
        // Also when the reader left in the middle, which no catch sees.
        if (outcome === 'answered') permit.succeeded();
        else if (outcome === 'left') permit.left();
        else permit.failed(outcome);
      }
    },
  };
}

const isWorthRetrying = (error: BotError): boolean => error.code === 'model-busy' || error.code === 'model-unreachable';

const whyEmpty = ({ finish }: AnswerEnd): Error =>
  new Error(finish === 'length' ? 'all tokens were spent before the first word of the answer' : 'an empty answer');

/** What the server counted; our own count when it gives none; nothing for a request that it refused. */
function tokensOfCall(call: ModelCall, end: AnswerEnd, isTaken: boolean): Tokens {
  if (end.usage) return { input: end.usage.prompt_tokens, output: end.usage.completion_tokens, estimated: false };
  if (!isTaken) return { input: 0, output: 0, estimated: true };
  const thoughts = Math.ceil(end.thoughtChars / CHARS_PER_TOKEN);
  return { input: promptTokens(call), output: countTokens(end.text) + thoughts, estimated: true };
}

function refuseCutInput(call: ModelCall, { usage }: AnswerEnd): void {
  if (!usage) return;
  const counted = promptTokens(call);
  const reported = usage.prompt_tokens;
  if (reported < counted * CUT_INPUT_SHARE) throw new BotError('model-cut-input', { counted, reported });
}
