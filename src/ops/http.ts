/** `/healthz`, `/readyz`, `/metrics`. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Health } from './health.ts';
import type { Metrics } from './metrics.ts';

export interface OpsServerOptions {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly health: Health;
  readonly metrics: Pick<Metrics, 'text' | 'contentType'>;
}

export interface OpsServer {
  readonly port: number;
  close(): Promise<void>;
}

const OK = 200;
const NOT_FOUND = 404;
const NOT_ALLOWED = 405;
const FAILED = 500;
const UNAVAILABLE = 503;
const TEXT = 'text/plain; charset=utf-8';

/** @throws Error when the port cannot be had */
export async function startOpsServer({ host, port, health, metrics }: OpsServerOptions): Promise<OpsServer> {
  async function answer(path: string, response: ServerResponse): Promise<void> {
    if (path === '/healthz') return send(response, OK, TEXT, 'ok\n');
    if (path === '/metrics') return send(response, OK, metrics.contentType, await metrics.text());
    if (path !== '/readyz') return send(response, NOT_FOUND, TEXT, 'There are /healthz, /readyz and /metrics.\n');
    const { isReady, parts } = await health.readiness();
    send(response, isReady ? OK : UNAVAILABLE, 'application/json', `${JSON.stringify({ isReady, parts })}\n`);
  }
  const server = createServer({ requestTimeout: 5000, headersTimeout: 5000 }, (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, NOT_ALLOWED, TEXT, 'Only GET.\n');
    const [path = ''] = (request.url ?? '').split('?');
    answer(path, response).catch(() => send(response, FAILED, TEXT, 'This could not be read.\n'));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  server.unref();
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': type, 'x-content-type-options': 'nosniff' }).end(body);
}
