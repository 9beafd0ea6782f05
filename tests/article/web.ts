/** A web server on this machine that does what a test says, and counts what reaches it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Page = (request: IncomingMessage, response: ServerResponse) => void;

export interface Web {
  /** `127.0.0.1:port` */
  readonly host: string;
  url(path: string): string;
  /** Answers the path from now on. */
  serve(path: string, page: Page): string;
  /** Requests in order. */
  readonly requests: readonly IncomingMessage[];
  /** Bytes written to all connections, closed ones too. */
  bytesSent(): number;
  close(): Promise<void>;
}

export async function startWeb(): Promise<Web> {
  const pages = new Map<string, Page>();
  const requests: IncomingMessage[] = [];
  const all = new Set<Socket>();
  const server: Server = createServer((request, response) => {
    requests.push(request);
    response.on('error', () => {});
    const page = pages.get(request.url ?? '');
    if (page) page(request, response);
    else response.writeHead(404).end();
  });
  server.on('connection', (socket) => {
    all.add(socket);
    socket.on('error', () => {});
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const url = (path: string): string => `http://${host}${path}`;
  return {
    host,
    url,
    serve(path, page) {
      pages.set(path, page);
      return url(path);
    },
    requests,
    bytesSent: () => [...all].reduce((sum, { bytesWritten }) => sum + bytesWritten, 0),
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export const html =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Page =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body);

export const redirect =
  (to: string, status = 302): Page =>
  (_request, response) =>
    void response.writeHead(status, { location: to }).end();
