/** One HTTP request under a deadline that covers the whole answer; connections are kept. */
import { Agent, type Dispatcher } from 'undici';

export interface Outgoing {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | null;
  readonly signal?: AbortSignal | undefined;
  /** For the whole answer: discord.js's own 15 s end with the headers, and a body that stalls would be waited for without end. */
  readonly deadlineMs: number;
}

/** An answer, all of it. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

export interface Transport {
  /** @throws Error when no whole answer came; whether the request took effect is then unknown */
  send(url: string, outgoing: Outgoing): Promise<Received>;
  close(): void;
}

// undici's dispatcher itself: with 20 ms between requests one is at Discord's door 0.17 ms sooner than through `node:http`,
// and an acknowledgement takes two to three in all.
export function createTransport(): Transport {
  // The deadline is for the whole answer; undici's own begin anew with every part of it.
  const agent = new Agent({ headersTimeout: 0, bodyTimeout: 0 });

  function exchange(url: string, outgoing: Outgoing, body: string | Buffer | null): Promise<Received> {
    const { promise, resolve, reject } = Promise.withResolvers<Received>();
    const { method, headers, signal, deadlineMs } = outgoing;
    const { origin, pathname, search } = new URL(url);
    const end = createEnd(reject);
    const options = { origin, path: `${pathname}${search}`, method: method as Dispatcher.HttpMethod, headers, body };
    agent.dispatch(options, handlerFor(end, resolve));
    const timer = setTimeout(
      () => end.now(new Error(`no whole answer within ${deadlineMs} ms`)),
      Math.max(1, deadlineMs),
    );
    const stop = (): void => end.now(signal?.reason instanceof Error ? signal.reason : new Error('given up'));
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop);
    return promise.finally(() => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', stop);
    });
  }

  return {
    async send(url, outgoing) {
      const { body } = outgoing;
      if (!(body instanceof FormData)) return exchange(url, outgoing, body ?? null);
      const form = await encoded(body);
      return exchange(url, { ...outgoing, headers: { ...outgoing.headers, ...form.headers } }, form.bytes);
    },
    close() {
      // Whoever still waits for an answer is told by an error of their own.
      agent.destroy().catch(() => undefined);
    },
  };
}

interface End {
  /** From the moment that the request has a connection. */
  started(controller: Dispatcher.DispatchController): void;
  now(error: Error): void;
}

/** Ends a request whether or not it has a connection yet. */
function createEnd(reject: (error: Error) => void): End {
  let running: Dispatcher.DispatchController | null = null;
  let ended: Error | null = null;
  return {
    started(controller) {
      running = controller;
      if (ended) controller.abort(ended);
    },
    now(error) {
      ended = error;
      reject(error);
      running?.abort(error);
    },
  };
}

function handlerFor(end: End, resolve: (received: Received) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  let headers = new Headers();
  return {
    onRequestStart: (controller) => end.started(controller),
    onResponseStart(_controller, statusCode, received) {
      status = statusCode;
      headers = headersOf(received);
    },
    onResponseData: (_controller, chunk) => void chunks.push(chunk),
    onResponseEnd: () => resolve({ status, headers, text: Buffer.concat(chunks).toString('utf8') }),
    onResponseError: (_controller, error) => end.now(error),
  };
}

function headersOf(received: Readonly<Record<string, string | string[] | undefined>>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received))
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
  return headers;
}

/** The platform writes the parts; their boundary stands in the content type. */
async function encoded(body: FormData) {
  const form = new Response(body);
  const bytes = Buffer.from(await form.arrayBuffer());
  return { bytes, headers: { 'content-type': form.headers.get('content-type') ?? '' } };
}
