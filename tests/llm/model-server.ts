/** A model server of a few lines, for what a client must survive. The deep one is the sandbox's. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ServedRequest {
  readonly body: Readonly<Record<string, unknown>>;
  readonly number: number;
}

export type Handler = (request: ServedRequest, response: ServerResponse) => void | Promise<void>;

export async function serveModel(handler: Handler) {
  const bodies: Readonly<Record<string, unknown>>[] = [];
  let closed = 0;
  const server = createServer((request: IncomingMessage, response) => {
    let text = '';
    request.on('data', (data: Buffer) => void (text += data.toString('utf8')));
    request.on('end', () => {
      const body = JSON.parse(text) as Readonly<Record<string, unknown>>;
      bodies.push(body);
      response.on('close', () => void (closed += response.writableFinished ? 0 : 1));
      void handler({ body, number: bodies.length }, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseURL: `http://127.0.0.1:${port}/v1`,
    bodies,
    /** Answers that the client left before their end. */
    abandoned: () => closed,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const chunk = (choice: object | null, usage: object | null = null): string =>
  `data: ${JSON.stringify({ id: 'c', object: 'chat.completion.chunk', created: 0, model: 'm', choices: choice ? [{ index: 0, ...choice }] : [], usage })}\n\n`;
export const said = (content: string): string => chunk({ delta: { content }, finish_reason: null });

/** A whole streamed answer. `promptTokens`: as the server counts them; `null`: it gives no usage. */
export function answer(
  response: ServerResponse,
  text: string,
  { finish = 'stop', promptTokens = 1000 as number | null } = {},
): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (let at = 0; at < text.length; at += 400) response.write(said(text.slice(at, at + 400)));
  response.write(chunk({ delta: {}, finish_reason: finish }));
  if (promptTokens !== null)
    response.write(chunk(null, { prompt_tokens: promptTokens, completion_tokens: 7, total_tokens: promptTokens + 7 }));
  response.end('data: [DONE]\n\n');
}

export function fail(
  response: ServerResponse,
  status: number,
  error: object,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify({ error: { message: 'no', type: 'x', code: null, param: null, ...error } }));
}
