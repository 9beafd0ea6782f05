/** One HTTP request under a deadline that covers the whole answer; connections are kept. */
import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

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

export function createTransport(): Transport {
  const plain = new PlainAgent({ keepAlive: true });
  const secure = new SecureAgent({ keepAlive: true });

  async function send(url: string, outgoing: Outgoing): Promise<Received> {
    const { body, headers } = await encoded(outgoing);
    return exchange(url, { ...outgoing, headers }, body);
  }

  function exchange(url: string, outgoing: Outgoing, body: string | Buffer | null): Promise<Received> {
    const { method, headers, signal, deadlineMs } = outgoing;
    const isSecure = url.startsWith('https:');
    const { promise, resolve, reject } = Promise.withResolvers<Received>();
    const options = { method, headers, agent: isSecure ? secure : plain, ...(signal ? { signal } : {}) };
    const request = (isSecure ? secureRequest : plainRequest)(url, options, (response) => {
      wholeOf(response).then(resolve, reject);
    });
    const timer = setTimeout(
      () => request.destroy(new Error(`no whole answer within ${deadlineMs} ms`)),
      Math.max(1, deadlineMs),
    );
    request.once('error', reject);
    request.once('close', () => clearTimeout(timer));
    request.end(body ?? undefined);
    return promise;
  }

  return {
    send,
    close() {
      plain.destroy();
      secure.destroy();
    },
  };
}

async function encoded({ body, headers }: Outgoing) {
  if (!(body instanceof FormData)) {
    const length = body ? { 'content-length': String(Buffer.byteLength(body)) } : {};
    return { body: body ?? null, headers: { ...headers, ...length } };
  }
  // The platform writes the parts; their boundary stands in the content type.
  const form = new Response(body);
  const bytes = Buffer.from(await form.arrayBuffer());
  return {
    body: bytes,
    headers: {
      ...headers,
      'content-type': form.headers.get('content-type') ?? '',
      'content-length': String(bytes.byteLength),
    },
  };
}

async function wholeOf(response: IncomingMessage): Promise<Received> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  const headers = new Headers();
  for (const [name, value] of Object.entries(response.headers))
    headers.set(name, Array.isArray(value) ? value.join(', ') : (value ?? ''));
  return { status: response.statusCode ?? 0, headers, text: Buffer.concat(chunks).toString('utf8') };
}
